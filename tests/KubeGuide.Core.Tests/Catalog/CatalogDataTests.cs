using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests.Catalog;

public class CatalogDataTests
{
    private static readonly KubernetesCatalog Catalog = KubernetesCatalog.Default;

    [Fact]
    public void No_two_pages_have_the_same_slug()
    {
        var slugs = Catalog.Entries.Select(entry => entry.Slug).Concat(Catalog.Homonyms.Select(homonym => homonym.Slug)).ToArray();

        Assert.Equal(slugs.Distinct(), slugs);
    }

    [Fact]
    public void A_spelling_belongs_to_one_name_only()
    {
        var owners = Catalog.Entries.SelectMany(entry => entry.Terms, (entry, term) => (term, entry.Slug))
            .Concat(Catalog.Homonyms.SelectMany(homonym => homonym.Terms, (homonym, term) => (term, homonym.Slug)));

        var contested = owners.GroupBy(owner => (Folding.FoldKeepingCase(owner.term.Text).Text, owner.term.Policy))
            .Where(claims => claims.Select(claim => claim.Slug).Distinct().Count() > 1)
            .Select(claims => $"{claims.Key}: {string.Join(", ", claims.Select(claim => claim.Slug))}");

        Assert.Empty(contested);
    }

    [Fact]
    public void Every_entry_starts_with_its_name_and_has_a_group_and_a_sentence()
    {
        var groups = Catalog.Groups.Select(group => group.Id).ToHashSet();

        Assert.All(Catalog.Entries, entry =>
        {
            Assert.Equal(entry.Name, entry.Terms[0].Text);
            Assert.Equal(TermKind.Name, entry.Terms[0].Kind);
            Assert.Contains(entry.Group, groups);
            Assert.EndsWith("。", entry.SummaryJa, StringComparison.Ordinal);
            Assert.Equal(entry.Terms.Length, entry.Terms.Select(term => term.Text).Distinct().Count());
        });
    }

    [Fact]
    public void Every_topic_leads_to_pages_that_exist()
    {
        var slugs = Catalog.Entries.Select(entry => entry.Slug).Concat(Catalog.Homonyms.Select(homonym => homonym.Slug)).ToHashSet();

        Assert.All(Catalog.Topics, topic =>
        {
            Assert.NotEmpty(topic.Concepts);
            Assert.Subset(slugs, topic.Concepts.ToHashSet());
        });
    }

    [Fact]
    public void Entries_stand_in_the_order_of_their_groups()
    {
        var order = Catalog.Groups.Select(group => group.Id).ToList();

        Assert.Equal(Catalog.Entries.OrderBy(entry => order.IndexOf(entry.Group)), Catalog.Entries);
    }

    [Fact]
    public void Every_kind_has_its_facts_and_nothing_else_has()
    {
        Assert.All(Catalog.Entries, entry => Assert.Equal(entry.Kind == EntryKind.Kind, entry.Facts is not null));
        Assert.All(Catalog.Entries.Where(entry => entry.Kind == EntryKind.ServiceType), entry => Assert.Equal("Service spec.type", entry.Field));
    }

    [Fact]
    public void Every_resource_names_its_source_with_a_version() =>
        Assert.All(Catalog.Resources, row => Assert.Matches(" [0-9]+\\.[0-9]+", row.Facts.Source));

    [Fact]
    public void Printed_resources_stand_as_kubectl_prints_them()
    {
        var printed = Catalog.Resources.Where(row => row.Facts.Plural is not null).Select(row => row.Facts).ToArray();

        Assert.Equal(67 + 31, printed.Length);
        var rows = printed.Select(facts => (Group: facts.ApiVersion.Contains('/') ? facts.ApiVersion[..facts.ApiVersion.IndexOf('/')] : "", facts.Plural)).ToArray();
        Assert.Equal(rows.OrderBy(row => row.Group, StringComparer.Ordinal).ThenBy(row => row.Plural, StringComparer.Ordinal), rows);
        Assert.Equal("bindings", printed[0].Plural);
    }

    [Fact]
    public void Client_side_files_come_last_and_are_not_printed() =>
        Assert.Equal(["Component", "Kustomization"], Catalog.Resources[^2..].Where(row => row.Facts is { Plural: null, Namespaced: null }).Select(row => row.Facts.Kind).Order());

    [Fact]
    public void Every_relation_has_two_ends_two_sentences_and_a_source()
    {
        Assert.All(Catalog.Relations, relation =>
        {
            Assert.NotEmpty(relation.Source);
            foreach (var sentence in new[] { relation.Sentence, relation.InverseSentence })
            {
                Assert.NotEmpty(sentence);
                Assert.DoesNotContain('{', sentence);
            }

            Assert.True(Catalog.ByKey.ContainsKey(relation.From), relation.From);
            Assert.True(Catalog.ByKey.ContainsKey(relation.To) || relation.To is "*" or "ExternalHost", relation.To);
            Assert.Contains(relation.Group, new[] { "structure", "traffic", "scaling", "configuration", "identity", "storage", "policy", "delivery" });
        });
        Assert.True(Catalog.Relations.Length > 106);
    }

    [Fact]
    public void No_relation_is_said_twice()
    {
        var said = Catalog.Relations.Select(relation => (relation.From, relation.Type, relation.To)).ToArray();

        Assert.Equal(said.Distinct(), said);
    }

    [Fact]
    public void Relations_are_found_from_both_ends()
    {
        var relation = Assert.Single(Catalog.RelationsOf("ReplicaSet"), relation => relation is { From: "Deployment", Type: "manages" });

        Assert.Contains(relation, Catalog.RelationsOf("Deployment"));
        Assert.Equal("DeploymentはReplicaSetを管理します", relation.Sentence);
        Assert.Equal("ReplicaSetはDeploymentに管理されます", relation.InverseSentence);
        Assert.Equal("managedBy", relation.InverseType);
        Assert.Equal("Kubernetes 1.36", relation.Source);
        Assert.Empty(Catalog.RelationsOf("Nothing"));
    }

    [Fact]
    public void A_relation_to_itself_is_listed_once() =>
        Assert.Single(Catalog.RelationsOf("ClusterRole"), relation => relation is { From: "ClusterRole", To: "ClusterRole" });

    [Theory]
    [InlineData("RollingUpdate", "Deploymentはローリングアップデートで更新できます")]
    [InlineData("HTTPRoute", "HTTPRouteはGateway（Gateway API）に紐づきます")]
    [InlineData("Namespace", "Namespaceはこの中に作られたオブジェクトを含みます")]
    [InlineData("ServiceEntry", "ServiceEntryはクラスター外のホストをサービスメッシュに登録します")]
    public void Sentences_say_names_as_a_reader_knows_them(string key, string sentence) =>
        Assert.Contains(Catalog.RelationsOf(key), relation => relation.Sentence == sentence);

    [Theory]
    [InlineData("Pod", "Pods", TermKind.Plural, TermPolicy.Link)]
    [InlineData("NetworkPolicy", "NetworkPolicies", TermKind.Plural, TermPolicy.Link)]
    [InlineData("Ingress", "Ingresses", TermKind.Plural, TermPolicy.Link)]
    [InlineData("Deployment", "deployments", TermKind.ResourceName, TermPolicy.CodeOnly)]
    [InlineData("Deployment", "deployment", TermKind.ResourceName, TermPolicy.CodeOnly)]
    [InlineData("Deployment", "deploy", TermKind.ShortName, TermPolicy.CodeOnly)]
    [InlineData("Deployment", "デプロイ", TermKind.Alias, TermPolicy.SearchOnly)]
    [InlineData("Service", "サービス", TermKind.Alias, TermPolicy.SearchOnly)]
    [InlineData("Service", "Sevice", TermKind.Misspelling, TermPolicy.Link)]
    [InlineData("ECS", "Elasic Container Service", TermKind.Misspelling, TermPolicy.Link)]
    [InlineData("Cluster", "cluster", TermKind.Name, TermPolicy.Link)]
    [InlineData("RollingUpdate", "rolling update", TermKind.Name, TermPolicy.Link)]
    [InlineData("Component", "Component", TermKind.Name, TermPolicy.CodeOnly)]
    [InlineData("Gateway@networking.istio.io", "gw", TermKind.ShortName, TermPolicy.CodeOnly)]
    public void An_entry_has_a_term(string key, string text, TermKind kind, TermPolicy policy) =>
        Assert.Contains(new CatalogTerm(text, kind, policy), Catalog.ByKey[key].Terms);

    [Fact]
    public void A_name_that_reads_the_same_in_plural_has_no_plural() =>
        Assert.DoesNotContain(Catalog.ByKey["Endpoints"].Terms, term => term.Kind == TermKind.Plural);

    [Theory]
    [InlineData("gateway", "gateway-istio", "gateway-api", "Gateway")]
    [InlineData("kustomization", "kustomization-kustomize", "kustomization-flux", "Kustomizations")]
    public void A_homonym_owns_the_shared_spellings_and_knows_its_senses(string slug, string first, string second, string term)
    {
        var homonym = Assert.Single(Catalog.Homonyms, homonym => homonym.Slug.Value == slug);

        Assert.Equal([first, second], homonym.Senses.Select(sense => sense.Slug.Value));
        Assert.All(homonym.Senses, sense => Assert.Equal(homonym.Slug, sense.HomonymOf));
        Assert.Contains(homonym.Terms, owned => owned.Text == term && owned.Policy == TermPolicy.Link);
        Assert.All(homonym.Senses, sense => Assert.DoesNotContain(sense.Terms, owned => owned.Text == term));
    }

    [Fact]
    public void Japanese_slips_are_listed_with_what_was_meant()
    {
        Assert.Contains(new MisspellingJa("仮装IP", "仮想IP", AtLineEnd: false), Catalog.MisspellingsJa);
        Assert.Contains(new MisspellingJa("ようなも", "ようなもの", AtLineEnd: true), Catalog.MisspellingsJa);
    }

    [Fact]
    public void Shield_words_name_no_entry() => Assert.All(Catalog.ShieldWords, word => Assert.Null(Catalog.Match(word)));
}
