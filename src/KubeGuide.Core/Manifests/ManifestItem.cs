using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests;

/// <summary>Where objects of a kind are.</summary>
internal enum KindScope
{
    Unknown,
    Namespaced,
    Cluster,
}

/// <summary>An object with the YAML it was read from.</summary>
/// <param name="Group">API group as written; of the right kind for a misspelt one.</param>
/// <param name="Entry">Of the nearest kind for a misspelt one; null outside the catalog.</param>
/// <param name="IsMisspelt">Whether the kind as written is not the entry's.</param>
/// <param name="KindAt">Where the kind is written, else where the object begins.</param>
/// <param name="ApiVersionAt">Where the apiVersion is written, else where the object begins.</param>
internal sealed record ManifestItem(
    ManifestObject Object, string Group, CatalogEntry? Entry, bool IsMisspelt, YamlMapping Body, YamlPlace KindAt, YamlPlace ApiVersionAt)
{
    public const string DefaultNamespace = "default";

    /// <summary>The same for every apiVersion of one kind.</summary>
    public string Identity => IdentityOf(Entry, Group, Object.Kind);

    /// <summary>The namespace of what it refers to without naming one.</summary>
    public string Space => Object.Namespace ?? DefaultNamespace;

    /// <summary>A file that only a client reads: it has no namespace and speaks of objects in any.</summary>
    public bool IsClientFile => Entry?.Facts is { Namespaced: null };

    /// <summary>The same object, once it is known where objects of its kind are.</summary>
    public ManifestItem Placed(KindScope scope)
    {
        var written = (Body["metadata"] as YamlMapping)?["namespace"]?.AsName;
        var space = scope switch
        {
            KindScope.Namespaced => written ?? DefaultNamespace,
            KindScope.Cluster => null,
            _ => written,
        };
        return this with { Object = Object with { Id = $"{Object.Kind}/{space}/{Object.Name}", Namespace = space } };
    }

    public static string IdentityOf(CatalogEntry? entry, string group, string kind) => entry?.Key ?? $"{kind}@{group}";
}
