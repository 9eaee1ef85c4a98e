using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Resolution;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Checks;

/// <summary>References of the Gateway API into another namespace that no ReferenceGrant there permits. The one to a route's parent needs none.</summary>
internal static class GrantChecks
{
    private const string Group = "gateway.networking.k8s.io";

    private static readonly string[] NeedGrant = ["routesTo", "mirrorsTo", "usesCertificate"];

    private static readonly FieldPath Permitted = new("spec.from[]");

    private static readonly FieldPath Reachable = new("spec.to[]");

    public static IEnumerable<ManifestFinding> Of(IEnumerable<FoundReference> references, Bundle bundle, KubernetesCatalog catalog)
    {
        var concept = catalog.ByKey["ReferenceGrant"].Slug;
        var grants = bundle.OfKind("ReferenceGrant").ToLookup(grant => grant.Space, StringComparer.Ordinal);
        foreach (var found in references.Where(found => found.From.Group == Group && NeedGrant.Contains(found.Reference.Type, StringComparer.Ordinal)))
        {
            if (found.To is not { Object.Namespace: { } space } to || space == found.From.Space || grants[space].Any(grant => Permits(grant, found.From, to)))
                continue;
            yield return new ManifestFinding(
                "missing-grant", Severity.Info, found.Reference.Line, found.Reference.Column,
                $"{found.From.Object.Kind}「{found.From.Object.Name}」が名前空間「{space}」の{to.Object.Kind}「{to.Object.Name}」を指すには、"
                + "それを許可するReferenceGrantがその名前空間に必要です。この中にはありません。", concept);
        }
    }

    private static bool Permits(ManifestItem grant, ManifestItem from, ManifestItem to) =>
        Permitted.Find(grant.Body).Any(match => match.Node is YamlMapping row && IsFor(row, from) && row["namespace"]?.AsName == from.Space)
        && Reachable.Find(grant.Body).Any(match => match.Node is YamlMapping row && IsFor(row, to) && (row["name"]?.AsName is not { Length: > 0 } name || name == to.Object.Name));

    private static bool IsFor(YamlMapping row, ManifestItem item) => (row["group"]?.AsName ?? "") == item.Group && row["kind"]?.AsName == item.Object.Kind;
}
