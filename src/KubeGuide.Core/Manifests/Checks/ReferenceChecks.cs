using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Resolution;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Checks;

/// <summary>References that lead to nothing in the bundle.</summary>
internal static class ReferenceChecks
{
    /// <summary>Selectors that may well be for Pods of somebody else, or for what is no Pod.</summary>
    private static readonly string[] MayBeElsewhere =
        ["nearTo", "awayFrom", "spreadsWith", "allowsFrom", "allowsTo", "allowsPodsFrom", "allowsPodsTo", "constrainedTo", "appliesTo", "aggregates", "configures"];

    /// <summary>What a driver's own installation brings.</summary>
    private static readonly string[] NeverApplied = ["CSIDriver"];

    public static IEnumerable<ManifestFinding> Of(IEnumerable<FoundReference> references, Bundle bundle, KubernetesCatalog catalog) => references
        .Where(found => found.Reference.State == TargetState.Missing)
        .Select(found => found switch
        {
            { Reference.Name: var name } when YamlScalar.HasTemplate(name) => Template(found.Reference, catalog),
            { Reference.Selector: "*" } => null,
            { Reference.TargetKey: var key } when NeverApplied.Contains(key, StringComparer.Ordinal) => null,
            { Reference.Type: "belongsTo" } => null,
            { Reference: { Selector: not null, Type: "manages" } } => NotItsOwn(found, catalog),
            { Reference: { Selector: not null, Type: var type } } when !MayBeElsewhere.Contains(type, StringComparer.Ordinal) => SelectsNothing(found, catalog),
            _ => Dangling(found, bundle, catalog),
        }).OfType<ManifestFinding>();

    private static ManifestFinding Template(ManifestReference reference, KubernetesCatalog catalog) => At(
        "template", Severity.Warning, reference, "値がテンプレートの記法「{{ }}」のままなので、参照先が決まりません。", catalog.ByKey["Helm"].Slug);

    private static ManifestFinding NotItsOwn(FoundReference found, KubernetesCatalog catalog) => At(
        "empty-selector", Severity.Error, found.Reference,
        $"{Subject(found)}のセレクター（{found.Reference.Selector}）が、自分のPodテンプレートのラベルと合っていません。", catalog.ByKey["Selector"].Slug);

    private static ManifestFinding SelectsNothing(FoundReference found, KubernetesCatalog catalog) => At(
        "empty-selector", Severity.Warning, found.Reference,
        $"{Subject(found)}のセレクター（{found.Reference.Selector}）に合うPodは、この中にありません。", catalog.ByKey["Selector"].Slug);

    private static ManifestFinding Dangling(FoundReference found, Bundle bundle, KubernetesCatalog catalog) => At(
        "dangling-reference", Severity.Info, found.Reference,
        (found.Reference, found.Reference.Selector) switch
        {
            (var reference, not null) => $"{Subject(found)}が条件（{reference.Selector}）で指す{reference.Kind}は、この中にありません。",
            ({ Kind: null } reference, _) => $"{Subject(found)}が指す「{reference.Name}」は、この中にありません。",
            var (reference, _) when NamespacesWith(found, bundle) is { Length: > 0 } others =>
                $"{Subject(found)}が指す{reference.Kind}「{reference.Name}」は、名前空間「{found.Space}」にありません（{string.Join("、", others.Select(other => $"「{other}」"))}にはあります）。",
            var (reference, _) => $"{Subject(found)}が指す{reference.Kind}「{reference.Name}」は、この中にありません。",
        },
        found.Reference.Concept ?? catalog.ByKey["Manifest"].Slug);

    /// <summary>Other namespaces with an object of the kind and name, where the reference is for one namespace; the first three.</summary>
    private static string[] NamespacesWith(FoundReference found, Bundle bundle) => found.Space is null
        ? []
        : [.. bundle.Items.Where(item => item.Object.Name == found.Reference.Name && (item.Object.Key ?? item.Object.Kind) == found.Reference.TargetKey)
            .Select(item => item.Object.Namespace).OfType<string>().Distinct(StringComparer.Ordinal).Take(3)];

    private static string Subject(FoundReference found) =>
        found.From.Object.Name is { } name ? $"{found.From.Object.Kind}「{name}」" : found.From.Object.Kind;

    private static ManifestFinding At(string rule, Severity severity, ManifestReference reference, string message, Slug? concept) =>
        new(rule, severity, reference.Line, reference.Column, message, concept);
}
