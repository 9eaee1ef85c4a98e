using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

/// <summary>What concepts, groups and ids are called, and which spelling leads where.</summary>
public class ConceptNamesTests
{
    [Theory]
    [InlineData("Pod", "pod")]
    [InlineData("Order API", "order-api")]
    [InlineData("Ｏｒｄｅｒ　ＡＰＩ", "order-api")]
    [InlineData("CI/CD (v2)", "ci-cd-v2")]
    [InlineData("- x -", "x")]
    [InlineData("Orders！", "orders")]
    [InlineData("～Orders～", "orders")]
    public void A_Latin_title_is_its_own_slug(string title, string slug)
    {
        Assert.Equal(slug, ConceptSlug.Of(title, out var isHash).Value);
        Assert.False(isHash);
    }

    [Theory]
    [InlineData("注文基盤")]
    [InlineData("Order基盤")]
    [InlineData("!?")]
    [InlineData("Long12345678901234567890123456789012345678901234567890123456789012345678901234567")]
    public void Any_other_title_has_a_slug_that_stays_the_same_in_every_spelling(string title)
    {
        var slug = ConceptSlug.Of(title, out var isHash);
        Assert.True(isHash);
        Assert.Matches("^term-[0-9a-f]{8}$", slug.Value);
        Assert.Equal(slug, ConceptSlug.Of($" {title}\u3000", out _));
        Assert.NotEqual(slug, ConceptSlug.Of(title + "外", out _));
    }

    [Fact]
    public void A_slug_may_be_as_long_as_one_can_be() =>
        Assert.Equal(Slug.MaxLength, ConceptSlug.Of(new string('a', Slug.MaxLength), out _).Value.Length);

    [Fact]
    public void Derived_ids_are_the_same_for_years()
    {
        Assert.Equal("term-720b6da6", ConceptSlug.Of("注文基盤", out _).Value);
        Assert.Equal("h-bb98f673", ConceptSlug.HeadingId("pod/手順"));
        Assert.Equal("group-e96adf22", ConceptSlug.GroupId("運用"));
        Assert.Equal("operations", ConceptSlug.GroupId("Operations"));
    }

    [Theory]
    [InlineData("network", "network")]
    [InlineData("ネットワーク", "network")]
    [InlineData(" Network ", "network")]
    [InlineData("", "other")]
    [InlineData("  ", "other")]
    [InlineData("通信", "network")]
    [InlineData("店", "shop")]
    public void A_group_is_named_by_id_or_title(string named, string id) => Assert.Equal(id, Groups().IdOf(named));

    [Fact]
    public void Configured_groups_come_first_and_rename_and_the_rest_stays_last()
    {
        var groups = Groups();
        var own = groups.IdOf("Team Tools");
        Assert.Equal("team-tools", own);
        Assert.Equal(own, groups.IdOf("ｔｅａｍ tools"));
        var order = groups.InOrder.ToList();
        Assert.Equal([new("shop", "店"), new("network", "通信"), new("basics", "基本")], order[..3]);
        Assert.Equal([new("team-tools", "Team Tools"), new("other", "その他")], order[^2..]);
        Assert.Equal(order.DistinctBy(group => group.Id), order);
    }

    [Theory]
    [InlineData("pod.md", "other")]
    [InlineData("storage/pod.md", "storage")]
    [InlineData("team/ネットワーク/pod.md", "network")]
    public void A_folder_names_a_group(string path, string id) => Assert.Equal(id, Groups().IdOfFolder(path));

    [Theory]
    [InlineData("pod", "pod")]
    [InlineData("PODS", "pod")]
    [InlineData("ﾎﾟｯﾄﾞ", "pod")]
    [InlineData("config_map", "configmap")]
    [InlineData("config-map", "configmap")]
    [InlineData("shop_orders", "shop-orders")]
    [InlineData("注文基盤", "shop-orders")]
    [InlineData("受注", "shop-orders")]
    [InlineData("old-orders", "shop-orders")]
    [InlineData("service", "service")]
    [InlineData("サービス", "service")]
    [InlineData("", null)]
    [InlineData("--", null)]
    [InlineData("unheard", null)]
    public void Any_spelling_leads_to_its_concept(string spelling, string? slug) => Assert.Equal(
        slug,
        TestNotes.Glossary(("a.md", "---\naliases: [受注, \"--\"]\n---\n<!-- formerly: old-orders -->\n\n# 注文基盤 {#shop-orders}\n\n受ける。\n")).Names.Find(spelling)?.Value);

    [Fact]
    public void A_concepts_own_name_is_stronger_than_what_others_are_called()
    {
        var names = TestNotes.Glossary(("a.md", "---\naliases: [Depot]\n---\n# Orders\n\n受ける。\n"), ("b.md", "<!-- formerly: storehouse -->\n\n# Depot\n\n倉庫。\n"), ("c.md", "---\naliases: [Storehouse]\n---\n# Shelf\n\n棚。\n")).Names;
        Assert.Equal("depot", names.Find("Depot")?.Value);
        Assert.Equal("depot", names.Find("Storehouse")?.Value);
        var moved = TestNotes.Glossary(("a.md", "# Orders {#shop}\n\n受ける。\n"), ("b.md", "<!-- formerly: orders -->\n\n# Depot\n\n倉庫。\n")).Names;
        Assert.Equal("shop", moved.Find("Orders")?.Value);
    }

    [Theory]
    [InlineData("apps/v1", "Deployment", "deployment")]
    [InlineData("v1", "Pod", "pod")]
    [InlineData(null, "Pod", "pod")]
    [InlineData(null, "pod", null)]
    [InlineData(null, "Gateway", null)]
    [InlineData("networking.istio.io/v1", "Gateway", "gateway-istio")]
    [InlineData("gateway.networking.k8s.io/v1", "Gateway", "gateway-api")]
    [InlineData("extensions/v1beta1", "Deployment", "deployment")]
    [InlineData("kustomize.config.k8s.io/v1beta1", "Kustomization", "kustomization")]
    [InlineData("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "kustomization")]
    [InlineData(null, "Kustomization", "kustomization")]
    [InlineData("shop.example.com/v1", "Order", "order")]
    [InlineData("shop/v1", "Order", null)]
    [InlineData("shop.example.com/v1", "order", null)]
    [InlineData("shop.example.com/v1", "Pod", null)]
    [InlineData("shop.example.com/v1", "Nothing", null)]
    [InlineData(null, "クラスター", null)]
    public void An_object_is_explained_by_the_concept_of_its_kind(string? apiVersion, string kind, string? slug) => Assert.Equal(
        slug,
        KindConcepts.Find(TestNotes.Glossary(("a.md", "# Order\n\n注文の型。\n"), ("b.md", "# Kustomization\n\n二つある。\n")), apiVersion, kind)?.Slug.Value);

    [Fact]
    public void A_homonym_without_a_heading_is_a_choice_and_with_one_a_concept()
    {
        Assert.True(TestNotes.Glossary(("a.md", "# Pod\n\nKustomizationもある。\n")).Find("kustomization")!.IsChoice);
        Assert.False(TestNotes.Glossary(("a.md", "# Kustomization\n\n二つある。\n")).Find("kustomization")!.IsChoice);
        Assert.False(TestNotes.Glossary(("a.md", "# Kustomization\n")).Find("kustomization")!.IsChoice);
        Assert.False(TestNotes.Glossary(("a.md", "# Pod\n\n小さい。\n")).Find("node")!.IsChoice);
    }

    [Fact]
    public void The_spellings_of_a_concept_are_those_that_a_reader_uses()
    {
        var pod = TestNotes.Glossary(("a.md", "# Node\n\n機械。\n")).Find("pod")!;
        Assert.Contains("po", pod.Aliases);
        Assert.Contains("ポッド", pod.Aliases);
        Assert.Equal(pod.Aliases.Except(["Pod", "Pods"]).Distinct().Order(StringComparer.Ordinal), pod.Aliases);
        Assert.Equal((ConceptState.Catalog, "/concepts/pod"), (pod.State, pod.Url));
    }

    [Fact]
    public void Lists_go_by_group_and_order_and_name_last_what_is_only_mentioned()
    {
        var glossary = TestNotes.Glossary(
            ("a.md", "# Deployment\n\nStatefulSetとNodeを見る。\n"),
            ("b.md", "---\ntitle: Job\norder: 2\n---\n一度だけ。\n"),
            ("c.md", "---\ntitle: Pod\norder: 1\n---\n小さい。\n"),
            ("d.md", "# Team Tool\n\n道具。\n"));
        Assert.Equal(["node", "pod", "job", "deployment", "statefulset", "team-tool"], glossary.Listed.Select(concept => concept.Slug.Value));
        Assert.Equal(["pod", "job", "deployment", "statefulset"], glossary.InGroup("workloads").Select(concept => concept.Slug.Value));
    }

    private static GroupNames Groups() => new(KubernetesCatalog.Default, [new ConceptGroup("shop", "店"), new ConceptGroup("network", "通信")]);
}
