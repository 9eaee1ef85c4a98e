using System.Collections.Immutable;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests;

/// <summary>What the CustomResourceDefinitions of a bundle say of the kinds that the catalog does not know.</summary>
internal static class CustomKinds
{
    /// <summary>The same objects, those of a defined kind in their namespace or in none.</summary>
    public static ImmutableArray<ManifestItem> Placed(IReadOnlyCollection<ManifestItem> items)
    {
        var scopes = new Dictionary<(string Group, string Kind), KindScope>();
        foreach (var definition in items.Where(item => item.Identity == "CustomResourceDefinition"))
        {
            if (definition.Body["spec"] is YamlMapping spec && (spec["names"] as YamlMapping)?["kind"]?.AsName is { } kind && ScopeIn(spec) is { } scope)
                scopes.TryAdd((spec["group"]?.AsName ?? "", kind), scope);
        }

        return [.. items.Select(item => item.Entry is null && scopes.TryGetValue((item.Group, item.Object.Kind), out var scope) ? item.Placed(scope) : item)];
    }

    private static KindScope? ScopeIn(YamlMapping spec) => spec["scope"]?.AsName switch
    {
        "Cluster" => KindScope.Cluster,
        "Namespaced" => KindScope.Namespaced,
        _ => null,
    };
}
