using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Resolution;

namespace KubeGuide.Core.Manifests.Checks;

/// <summary>What an object's own apiVersion, kind and name tell.</summary>
internal static class ObjectChecks
{
    public static IEnumerable<ManifestFinding> Of(Bundle bundle, KubernetesCatalog catalog, Func<int, string> placeOf)
    {
        var seen = new Dictionary<(string, string?, string), ManifestItem>();
        foreach (var item in bundle.Items)
        {
            if (item.Object.ApiVersion is { } apiVersion && KindFinding(item, apiVersion, bundle.Kinds, catalog) is { } finding)
                yield return finding;
            if (item.Object.Name is { } name && !seen.TryAdd((item.Identity, item.Object.Namespace, name), item))
                yield return Duplicate(item, placeOf(seen[(item.Identity, item.Object.Namespace, name)].Object.Line));
        }
    }

    private static ManifestFinding? KindFinding(ManifestItem item, string apiVersion, KindNames kinds, KubernetesCatalog catalog)
    {
        var kind = item.Object.Kind;
        if ((catalog.TryGetRemovedApi(apiVersion, kind) ?? catalog.TryGetRemovedApi(apiVersion, "")) is { } removed)
            return Removed(item, removed, catalog);
        if (item is { IsMisspelt: true, Entry.Facts: { } meant })
            return meant.Kind == kind ? NotServed(item, meant) : Misspelt(item, meant);
        if (item.Entry?.Facts is { } facts && kinds.LacksVersion(facts, apiVersion))
            return NotServed(item, facts);
        return item.Entry is null && kinds.KnowsGroup(item.Group) ? Unknown(item, catalog) : null;
    }

    private static ManifestFinding Removed(ManifestItem item, RemovedApi removed, KubernetesCatalog catalog) => new(
        "removed-api", Severity.Error, item.ApiVersionAt.Line, item.ApiVersionAt.Column,
        $"{removed.ApiVersion} の {item.Object.Kind} はKubernetes {removed.RemovedIn}で廃止されました。"
        + (removed.Replacement is null ? "代わりのAPIはありません。" : $"{removed.Replacement} を使ってください。{removed.ChangesJa}"),
        item.Object.Concept ?? catalog.ByKey["ApiResource"].Slug);

    private static ManifestFinding Misspelt(ManifestItem item, ResourceFacts meant) => new(
        "misspelt-kind", Severity.Error, item.KindAt.Line, item.KindAt.Column,
        $"「{item.Object.Kind}」という種類はありません。「{meant.Kind}」の綴り誤りと思われます。", item.Object.Concept);

    private static ManifestFinding NotServed(ManifestItem item, ResourceFacts meant) => new(
        "unknown-kind", Severity.Warning, item.ApiVersionAt.Line, item.ApiVersionAt.Column,
        $"{item.Object.ApiVersion} に {meant.Kind} はありません。{meant.ApiVersion} と思われます。", item.Object.Concept);

    private static ManifestFinding Unknown(ManifestItem item, KubernetesCatalog catalog) => new(
        "unknown-kind", Severity.Info, item.KindAt.Line, item.KindAt.Column,
        $"{item.Object.ApiVersion} の「{item.Object.Kind}」という種類は知りません。", catalog.ByKey["ApiResource"].Slug);

    private static ManifestFinding Duplicate(ManifestItem item, string place) => new(
        "duplicate-object", Severity.Error, item.Object.Line, 1,
        $"{item.Object.Kind}「{item.Object.Name}」は{place}にもあります。同じ種類、同じ名前空間、同じ名前のオブジェクトは一つしか作れません。", item.Object.Concept);
}
