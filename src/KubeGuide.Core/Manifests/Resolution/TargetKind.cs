using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>The kind that a reference is about.</summary>
/// <param name="Group">API group; null where the reference leaves it open.</param>
/// <param name="Entry">Null for what the catalog does not know.</param>
internal readonly record struct TargetKind(string Kind, string? Group, CatalogEntry? Entry)
{
    public bool IsKnown => Entry is not null;

    public bool IsNamespaced => Entry?.Facts is not { Namespaced: false };

    /// <summary>As <see cref="ManifestItem.Identity"/>; for known kinds only.</summary>
    public string Identity => ManifestItem.IdentityOf(Entry, Group ?? "", Kind);

    /// <summary>Key in the catalog, or the kind itself.</summary>
    public string Key => Entry?.Key ?? Kind;
}

/// <summary>From the catalog's names of targets, and from kinds and groups in manifests, to kinds.</summary>
internal sealed class TargetKinds(KubernetesCatalog catalog, KindNames kinds)
{
    /// <summary>The kinds that a field is for, as the catalog lists them.</summary>
    public TargetKind[] Of(ReferenceField field, string fromGroup) => [.. field.Targets.Select(target => Of(target, field.TargetGroup, fromGroup))];

    /// <summary>A kind written in an object reference.</summary>
    /// <param name="group">Null where the reference leaves it out.</param>
    public TargetKind Of(string kind, string? group, string fromGroup)
    {
        if (group is not null)
            return new TargetKind(kind, group, kinds.Find(group, kind));
        if (catalog.ByKey.TryGetValue(kind, out var entry))
            return new TargetKind(kind, null, entry);
        return new TargetKind(kind, null, kinds.Find(fromGroup, kind) ?? kinds.FindAnywhere(kind));
    }
}
