using System.Collections.Frozen;

namespace KubeGuide.Core.Catalog;

/// <summary>A word or two for every type of relation: what stands on a line of a drawing.</summary>
public static class RelationVerbs
{
    private static readonly FrozenDictionary<string, RelationVerbRow> Rows =
        CatalogData.RelationVerbs.ToFrozenDictionary(row => row.Type, StringComparer.Ordinal);

    /// <summary>Read along the relation; empty for a type that the catalog does not have.</summary>
    public static string Of(string type) => Rows.TryGetValue(type, out var row) ? row.Verb : "";

    /// <summary>The same type read against its direction: <c>管理される</c> for <c>manages</c>.</summary>
    public static string Inverse(string type) => Rows.TryGetValue(type, out var row) ? row.Inverse : "";
}
