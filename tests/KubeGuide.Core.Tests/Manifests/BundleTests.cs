using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Core.Tests.Manifests;

public sealed class BundleTests
{
    private static readonly string[] Rules =
    [
        "parse", "template", "not-an-object", "missing-name", "removed-api", "misspelt-kind", "unknown-kind", "duplicate-object", "empty-selector",
        "missing-port", "missing-key", "missing-volume", "missing-grant", "missing-subset", "hpa-fixed-replicas", "dangling-reference",
    ];

    public static TheoryData<string> Bundles => [.. BundleFile.Names];

    public static TheoryData<string> EachRule => [.. Rules];

    [Theory]
    [MemberData(nameof(Bundles))]
    public void A_bundle_has_exactly_the_references_and_findings_it_lists(string name)
    {
        var bundle = new BundleFile(name);

        Assert.Equal(bundle.Expected, bundle.Actual);
    }

    [Theory]
    [MemberData(nameof(EachRule))]
    public void Every_rule_has_a_bundle_that_breaks_it_and_one_that_just_does_not(string rule)
    {
        Assert.Contains(new BundleFile(rule).Manifest.Findings, finding => finding.Rule == rule);
        Assert.DoesNotContain(new BundleFile(rule + "-just-not").Manifest.Findings, finding => finding.Rule == rule);
    }

    [Fact]
    public void Every_reference_field_of_the_catalog_stands_in_some_bundle()
    {
        var references = ManifestReferences.Default;
        var seen = BundleFile.Names.SelectMany(name => Fields(new BundleFile(name).Manifest)).ToHashSet();
        var own = KubernetesCatalog.Default.Entries.SelectMany(entry => references.FieldsOf(entry.Key).Select(field => (entry.Key, field.Path)));
        var inPods = references.PodSpecFields.Select(field => ("Pod", "spec." + field.Path));
        var inWorkloads = references.PodSpecAt.Select(at => (at.Key, at.Value + ".serviceAccountName"));

        Assert.Empty(own.Concat(inPods).Concat(inWorkloads).Except(seen));
    }

    [Fact]
    public void Every_finding_explains_itself_in_japanese_and_leads_to_a_concept()
    {
        foreach (var finding in BundleFile.Names.SelectMany(name => new BundleFile(name).Manifest.Findings))
        {
            Assert.EndsWith("。", finding.Message, StringComparison.Ordinal);
            Assert.True(finding.Concept is { } concept && KubernetesCatalog.Default.BySlug.ContainsKey(concept), finding.Rule);
            Assert.True(finding is { Line: > 0, Column: > 0 });
        }
    }

    [Fact]
    public void Every_reference_can_be_told_in_a_sentence_from_both_ends()
    {
        foreach (var name in BundleFile.Names)
        {
            var manifest = new BundleFile(name).Manifest;
            var explained = ManifestExplanation.Of(manifest, KubernetesCatalog.Default);
            var sentences = explained.SelectMany(item => item.PointsTo.Concat(item.PointedAtBy)).ToArray();

            Assert.All(sentences, sentence => Assert.DoesNotContain(sentence.ToString(), char.IsControl));
            Assert.Equal(manifest.References.Count(reference => reference.To is not null), explained.DistinctBy(item => item.Subject.Id).Sum(item => item.PointedAtBy.Length));
        }
    }

    private static IEnumerable<(string Key, string Field)> Fields(Manifest manifest)
    {
        var keys = manifest.Objects.DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => item.Key ?? "");
        return manifest.References.Select(reference => (keys[reference.From], reference.Field));
    }
}
