using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Manifests;
using KubeGuide.Core.Notes;
using KubeGuide.Core.References;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Search;
using KubeGuide.Core.Tests.Catalog;
using KubeGuide.Core.Tests.Manifests;
using KubeGuide.Core.Tests.Search;

namespace KubeGuide.Core.Tests;

/// <summary>The glossary that ships in docs/, and the manual beside it, are held to what they promise.</summary>
public class ShippedNotesTests
{
    private static readonly string Docs = Path.Combine(TestNotes.Fixture(""), "..", "..", "docs");

    private static readonly Glossary Glossary = new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default).Build(NotesFolder.Scan(Docs, NoteLimits.Default));

    [Fact]
    public void There_is_nothing_to_mend() => Assert.Empty(Glossary.Diagnostics.Select(d => $"{d.Path}:{d.Line} {d.Rule} {d.Message}"));

    [Fact]
    public void Every_concept_with_a_heading_is_written_and_defined_in_one_short_sentence()
    {
        var headed = Glossary.Listed.Where(concept => concept.State != ConceptState.Mentioned).ToList();
        Assert.True(headed.Count >= 60);
        Assert.All(headed, concept => Assert.Equal(ConceptState.Written, concept.State));
        Assert.All(headed, concept => Assert.InRange(concept.Definition?.Length ?? 0, 12, 140));
    }

    [Theory]
    [InlineData("kubernetes container-orchestration swarm marathon fleet nomad ecs api-resource pod replicaset deployment rolling-update rollback")]
    [InlineData("service clusterip nodeport loadbalancer externalname ingress cluster node namespace configmap secret")]
    [InlineData("destinationrule peerauthentication virtualservice horizontalpodautoscaler poddisruptionbudget rollout kustomization")]
    [InlineData("container image label selector manifest control-plane kubelet workload statefulset daemonset job cronjob volume persistentvolume persistentvolumeclaim storageclass")]
    [InlineData("serviceaccount role rolebinding networkpolicy probe requests-and-limits taint toleration affinity canary blue-green gateway-api service-mesh istio sidecar-container mtls helm kubectl")]
    public void What_a_reader_looks_for_is_written(string slugs) =>
        Assert.All(slugs.Split(' '), slug => Assert.Equal(ConceptState.Written, Glossary.Find(slug)?.State));

    [Fact]
    public void No_concept_is_an_island() => Assert.All(
        Glossary.Listed.Where(concept => concept.Group != "kubeguide"),
        concept => Assert.True(Glossary.Backlinks(concept.Slug).Any() || ConceptRelation.Of(concept, Glossary).Length > 0, concept.Name));

    [Fact]
    public void The_manual_lists_exactly_the_rules_there_are()
    {
        var listed = File.ReadAllLines(Path.Combine(Docs, "kubeguide", "diagnostics.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 3 && cells[1].StartsWith('`') && cells[2] is "`info`" or "`warning`" or "`error`")
            .Select(cells => (cells[1].Trim('`'), cells[2].Trim('`')));
        Assert.Equal(Rules.All.Select(rule => (rule.Id, JsonName.Of(rule.Severity))).Order(), listed.Order());
    }

    [Fact]
    public void The_manual_lists_exactly_the_findings_in_manifests_there_are()
    {
        var sources = Directory.GetFiles(Path.Combine(Docs, "..", "src", "KubeGuide.Core", "Manifests"), "*.cs", SearchOption.AllDirectories);
        var found = sources.SelectMany(file => Regex.Matches(File.ReadAllText(file), """(?:Finding|Fault|At|new)\(\s*"([a-z]+(?:-[a-z]+)*)",""")).Select(match => match.Groups[1].Value)
            .Concat(BundleFile.Names.SelectMany(name => new BundleFile(name).Manifest.Findings).Select(finding => finding.Rule)).ToHashSet();
        var rows = ManualRows("manifest.md").Skip(2).ToList();
        Assert.Equal(found.Order(), rows.Select(cells => cells[0].Trim('`')).Order());
        Assert.All(rows, cells => Assert.Contains("例：", cells[1], StringComparison.Ordinal));
    }

    [Fact]
    public void The_manual_lists_exactly_the_groups_there_are() => Assert.Equal(
        KubernetesCatalog.Default.Groups.Select(group => (group.Id, group.Title)),
        ManualRows("settings.md").SkipWhile(cells => cells is not ["id", "題名"]).Skip(2).TakeWhile(cells => cells.Length == 2).Select(cells => (cells[0].Trim('`'), cells[1].Split('。')[0])));

    [Fact]
    public void The_manual_lists_exactly_the_items_of_front_matter_there_are()
    {
        var listed = ManualRows("writing.md").Select(cells => cells[0].Trim('`')).Where(name => name != "項目" && !name.StartsWith('-')).ToList();
        Assert.Equal(typeof(FrontMatter).GetProperties().Select(property => property.Name.ToLowerInvariant()).Except(["lines", "none"]).Order(), listed.Order());
        Assert.Equal(listed.Order(), FrontMatterReader.Read("a.md", $"---\n{string.Join('\n', listed.Select(name => $"{name}: 2026-11-01"))}\n---\n").Values.Lines.Keys);
    }

    private static IEnumerable<string[]> ManualRows(string page) => File.ReadAllLines(Path.Combine(Docs, "kubeguide", page))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    [Fact]
    public void Every_name_of_every_concept_is_found_first()
    {
        var listed = Glossary.Listed.Select(concept => concept.Slug).ToHashSet();
        var documents = SearchDocuments.Of(Glossary).Where(document => document.Slug is null || listed.Contains(document.Slug));
        var quality = SearchQuality.Of(Glossary.Search, SearchQuality.NamesOf(documents));
        Assert.True(quality.Count >= 150);
        Assert.True(quality.First >= 0.98, string.Join('\n', quality.NotFirst));
        Assert.Empty(quality.NotInFive);
    }

    [Theory]
    [InlineData("管理", "kubernetes deployment replicaset container-orchestration control-plane cluster node")]
    [InlineData("deploymnet", "deployment")]
    [InlineData("ingres", "ingress")]
    [InlineData("kustomizaton", "kustomization")]
    [InlineData("confgmap", "configmap")]
    [InlineData("ﾎﾟｯﾄﾞ", "pod")]
    [InlineData("ぽっど", "pod")]
    [InlineData("kubectl get svc -n prod", "service")]
    [InlineData("deploy/web", "deployment")]
    [InlineData("クラスタ", "cluster")]
    [InlineData("仮想IP", "service clusterip")]
    [InlineData("ロールバック", "rollback")]
    public void What_people_type_finds_what_they_mean(string query, string slugs)
    {
        var hits = Glossary.Search.Search(query, 0, 5).Hits.Select(hit => hit.Slug?.Value).ToList();
        Assert.Contains(hits, slug => slug is not null && slugs.Split(' ').Contains(slug));
    }

    [Fact]
    public void Every_manifest_is_read_without_a_fault()
    {
        var manifests = Glossary.Notes.Where(note => !note.Path.StartsWith("kubeguide/", StringComparison.Ordinal))
            .SelectMany(note => YamlBlocks(note.Document.Source).Select(yaml => (note.Path, Manifest: ManifestReader.Read(yaml, Glossary.Catalog, ManifestLimits.Default)))).ToList();
        Assert.True(manifests.Sum(m => m.Manifest.Objects.Length) >= 40);
        Assert.Empty(manifests.SelectMany(m => m.Manifest.Findings.Where(f => f.Severity == Severity.Error && f.Rule != "not-an-object").Select(f => $"{m.Path}: {f.Rule} {f.Message}")));
    }

    [Fact]
    public void Every_field_of_every_manifest_is_in_the_schema_of_its_kind() => Assert.Empty(
        Glossary.Notes.SelectMany(note => YamlBlocks(note.Document.Source), (note, yaml) => (note.Path, Yaml: yaml))
            .SelectMany(block => ApiFields.Faults(block.Yaml), (block, fault) => $"{block.Path}: {fault}"));

    private static IEnumerable<string> YamlBlocks(string markdown)
    {
        var block = new List<string>();
        var inside = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (inside && line.StartsWith("```", StringComparison.Ordinal))
            {
                yield return string.Join('\n', block);
                block.Clear();
                inside = false;
            }
            else if (inside)
            {
                block.Add(line);
            }
            else
            {
                inside = line.StartsWith("```yaml", StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_cited_article_has_a_headline_that_a_person_understands() =>
        Assert.All(Glossary.Bibliography.Articles, article => Assert.False(string.IsNullOrWhiteSpace(article.Headline) || article.Headline == article.Reference.Identifier));

    [Fact]
    public void Every_page_is_assembled_with_all_its_slots_filled()
    {
        var writer = new ArticleWriter(Glossary, SiteLinks.AtRoot);
        Assert.All(Glossary.Listed.Where(c => c.Sources.Length > 0), concept => Assert.All(writer.OfConcept(concept).Parts, part => Assert.DoesNotContain("画像が見つかりません", part.Body.Value, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_bundled_titles_are_those_of_the_shipped_notes() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Docs, "references.yml")).Split('\n').Count(line => line.StartsWith("https://", StringComparison.Ordinal)), ReferenceTitles.Bundled.Entries.Count());
}
