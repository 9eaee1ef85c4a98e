using System.Collections.Frozen;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Manifests;

/// <summary>What an apiVersion and a kind mean to the catalog, misspelt and long removed ones included.</summary>
internal sealed class KindNames
{
    private readonly KubernetesCatalog catalog;
    private readonly FrozenSet<string> groups;
    private readonly FrozenDictionary<(string Group, string Kind), string> replacements;
    private readonly FrozenSet<(string ApiVersion, string Kind)> served;

    public KindNames(KubernetesCatalog catalog)
    {
        this.catalog = catalog;
        groups = catalog.Resources.Select(row => KubernetesCatalog.GroupOf(row.Facts.ApiVersion)).ToFrozenSet(StringComparer.Ordinal);
        served = catalog.Resources.SelectMany(row => VersionsOf(row.Facts), (row, version) => (version, row.Facts.Kind)).ToFrozenSet();
        replacements = catalog.RemovedApis.Where(api => api is { Kind: not null, Replacement: not null })
            .DistinctBy(api => (KubernetesCatalog.GroupOf(api.ApiVersion), api.Kind))
            .ToFrozenDictionary(api => (KubernetesCatalog.GroupOf(api.ApiVersion), api.Kind!), api => api.Replacement!);
    }

    public bool KnowsGroup(string group) => groups.Contains(group);

    /// <summary>Where objects of a kind are, those of long removed kinds as well; client-side files are nowhere.</summary>
    /// <param name="entry">What the catalog knows of it.</param>
    public KindScope ScopeOf(CatalogEntry? entry, string? apiVersion, string kind)
    {
        var isNamespaced = entry is not null ? entry.Facts!.Namespaced ?? false : catalog.TryGetRemovedApi(apiVersion ?? "", kind)?.Namespaced;
        return isNamespaced switch
        {
            true => KindScope.Namespaced,
            false => KindScope.Cluster,
            null => KindScope.Unknown,
        };
    }

    /// <summary>Whether Kubernetes itself serves the kind, and not in this version of its group. What is installed beside it has versions of its own.</summary>
    public bool LacksVersion(ResourceFacts facts, string apiVersion) =>
        facts.Source.StartsWith("Kubernetes ", StringComparison.Ordinal) && !served.Contains((apiVersion, facts.Kind));

    /// <summary>The entry of a kind in a group, in the group it moved to as well; null outside the catalog.</summary>
    public CatalogEntry? Find(string group, string kind) =>
        catalog.TryGetKind(group + "/", kind)
        ?? (replacements.TryGetValue((group, kind), out var replacement) ? catalog.TryGetKind(replacement, kind) : null);

    /// <summary>The first entry of a kind in whichever group, in the catalog's order.</summary>
    public CatalogEntry? FindAnywhere(string kind) => catalog.Entries.FirstOrDefault(entry => entry.Facts?.Kind == kind);

    /// <summary>The kind that was meant by one that is not there; null unless group or kind are known and exactly one is near.</summary>
    public CatalogEntry? Nearest(string group, string kind)
    {
        if (!KnowsGroup(group))
            return catalog.Entries.FirstOrDefault(entry => entry.Facts is { } facts && facts.Kind == kind && IsSlipOf(KubernetesCatalog.GroupOf(facts.ApiVersion), group));
        var lower = kind.ToLowerInvariant();
        return Unique(lower, catalog.Entries.Where(entry => entry.Facts is { } facts && KubernetesCatalog.GroupOf(facts.ApiVersion) == group))
            ?? Unique(lower, catalog.Entries.Where(entry => entry.Facts is not null));
    }

    private static IEnumerable<string> VersionsOf(ResourceFacts facts) =>
        facts.OtherVersions.Select(version => $"{KubernetesCatalog.GroupOf(facts.ApiVersion)}/{version}").Prepend(facts.ApiVersion);

    /// <summary>One letter, as in <c>app</c> for <c>apps</c>; more in long names.</summary>
    private static bool IsSlipOf(string group, string written) =>
        group.Length > 0 && Math.Max(1, EditDistance.LimitFor(group.Length)) is var limit && EditDistance.Between(written, group, limit) <= limit;

    private static CatalogEntry? Unique(string lower, IEnumerable<CatalogEntry> candidates)
    {
        var limit = EditDistance.LimitFor(lower.Length);
        var near = candidates.Select(entry => (Entry: entry, Distance: Distance(lower, entry.Facts!, limit)))
            .Where(candidate => candidate.Distance <= limit).OrderBy(candidate => candidate.Distance).Take(2).ToArray();
        return near.Length == 1 || (near.Length == 2 && near[0].Distance < near[1].Distance) ? near[0].Entry : null;
    }

    private static int Distance(string lower, ResourceFacts facts, int limit) =>
        lower == facts.Plural || facts.ShortNames.Contains(lower)
            ? 0
            : EditDistance.Between(lower, facts.Kind.ToLowerInvariant(), limit);
}
