using System.Collections.Immutable;
using System.Text;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Checks;
using KubeGuide.Core.Manifests.Resolution;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests;

/// <summary>Reads a bundle of manifests: text → documents → objects → references → findings.</summary>
public static class ManifestReader
{
    /// <summary>Any text gives a result, and never an exception; what cannot be read is a finding, and the rest is read.</summary>
    /// <param name="placeOf">How messages name another line of the text; by default <c>3行目</c>.</param>
    public static Manifest Read(string yaml, KubernetesCatalog catalog, ManifestLimits limits, Func<int, string>? placeOf = null)
    {
        if (Encoding.UTF8.GetByteCount(yaml) is var bytes && bytes > limits.Bytes)
            return new Manifest([], [], [Limit($"入力が大きすぎるため読みません（{bytes:N0}バイト、上限は{limits.Bytes:N0}バイト）。分けて入力してください。", catalog)]);

        var kinds = new KindNames(catalog);
        var objects = new ObjectReader(kinds, catalog, limits);
        var faults = ReadObjects(yaml, objects, catalog, limits);
        var bundle = new Bundle(CustomKinds.Placed(objects.Items), kinds);
        var hosts = new HostTargets(bundle);
        var reader = new ReferenceReader(bundle, hosts, catalog, limits);
        var references = reader.Read();
        var targets = OnePerTarget(references);
        if (reader.IsFull)
            faults.Add(Limit($"参照が多すぎるため、初めの{limits.References:N0}件だけを示します。", catalog));
        var findings = faults.Concat(objects.Findings)
            .Concat(ObjectChecks.Of(bundle, catalog, placeOf ?? (line => $"{line}行目")))
            .Concat(ReferenceChecks.Of(targets, bundle, catalog))
            .Concat(PortChecks.Of(references, bundle, catalog))
            .Concat(KeyChecks.Of(references))
            .Concat(GrantChecks.Of(references, bundle, catalog))
            .Concat(VolumeChecks.Of(bundle, catalog))
            .Concat(SubsetChecks.Of(references, bundle, catalog))
            .Concat(ReplicaChecks.Of(references, catalog));
        return new Manifest([.. bundle.Items.Select(item => item.Object)], [.. targets.Select(target => target.Reference)], InOrder(findings, catalog, limits));
    }

    private static List<ManifestFinding> ReadObjects(string yaml, ObjectReader objects, KubernetesCatalog catalog, ManifestLimits limits)
    {
        var faults = new List<ManifestFinding>();
        var budget = new YamlBudget(limits);
        var count = 0;
        foreach (var slice in YamlSlice.Split(YamlSlice.Normalize(yaml)))
        {
            if (++count > limits.Objects || objects.IsFull)
            {
                objects.Full(new YamlPlace(slice.FirstLine, 1));
                break;
            }

            var document = YamlTreeBuilder.Read(slice, budget);
            faults.AddRange(document.Faults.Select(fault => ToFinding(fault, document, catalog)));
            SecretValues.Hide(document.Root);
            objects.Read(document);
        }

        return faults;
    }

    private static ManifestFinding ToFinding(YamlFault fault, YamlDocument document, KubernetesCatalog catalog) => new(
        fault.Rule, document.Root is null && fault.Rule != "template" ? Severity.Error : Severity.Warning, fault.At.Line, fault.At.Column, fault.Message,
        catalog.ByKey[fault.Rule == "template" ? "Helm" : "Manifest"].Slug);

    private static ImmutableArray<FoundReference> OnePerTarget(IEnumerable<FoundReference> references) =>
    [
        .. references.GroupBy(found => (found.Reference.From, found.Reference.Field, found.Reference.To, found.Reference.Kind, found.Reference.Name))
            .Select(same => same.MinBy(found => ReferenceMeaning.IsWeaker(found.Reference))!),
    ];

    private static ImmutableArray<ManifestFinding> InOrder(IEnumerable<ManifestFinding> findings, KubernetesCatalog catalog, ManifestLimits limits)
    {
        var first = findings.Take(limits.References + 1).ToList();
        if (first.Count > limits.References)
            first[^1] = Limit($"指摘が多すぎるため、{limits.References:N0}件だけを示します。", catalog);
        return
        [
            .. first.Distinct().OrderBy(finding => finding.Line).ThenBy(finding => finding.Column).ThenBy(finding => finding.Rule, StringComparer.Ordinal)
                .ThenBy(finding => finding.Message, StringComparer.Ordinal),
        ];
    }

    private static ManifestFinding Limit(string message, KubernetesCatalog catalog) =>
        new("limits", Severity.Error, 1, 1, message, catalog.ByKey["Manifest"].Slug);
}
