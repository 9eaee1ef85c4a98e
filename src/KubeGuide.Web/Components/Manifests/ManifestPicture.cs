using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Charts;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Web.Components.Manifests;

/// <summary>The objects of a bundle and their references, drawn.</summary>
/// <param name="Missing">Targets that are not in the bundle, in words; their nodes come after the objects'.</param>
/// <param name="Edges">In the order of the drawing's routes.</param>
/// <param name="Objects">Objects that are drawn: the first ones.</param>
public sealed record ManifestPicture(int Objects, ImmutableArray<string> Missing, ImmutableArray<ChartEdge> Edges, Chart Chart)
{
    private const int MostObjects = 120;
    private const int MostMissing = 60;
    private const int MostEdges = 300;

    /// <summary>In ems: the longest kind with a short name.</summary>
    private const double LongestInBox = 20;

    /// <summary>Null where there is nothing to relate.</summary>
    public static ManifestPicture? Of(Manifest manifest)
    {
        var drawn = manifest.Objects.Take(MostObjects).ToList();
        var nodeOf = drawn.Select((item, i) => (item.Id, Node: i)).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.Node, StringComparer.Ordinal);
        var missing = manifest.References.Where(reference => !reference.Resolved && nodeOf.ContainsKey(reference.From))
            .Select(TargetText).Distinct().Take(MostMissing).ToImmutableArray();
        ImmutableArray<ChartEdge> edges =
        [
            .. manifest.References.Where(reference => nodeOf.ContainsKey(reference.From))
                .Select(reference => new ChartEdge(nodeOf[reference.From], TargetOf(reference), RelationVerbs.Of(reference.Type)))
                .Where(edge => edge.To >= 0 && edge.To != edge.From).Distinct().Take(MostEdges),
        ];
        return drawn.Count + missing.Length < 2
            ? null
            : new ManifestPicture(drawn.Count, missing, edges, LayeredChart.Of([.. drawn.Select(NameOf).Concat(missing).Select(text => new ChartNode(Fit(text)))], edges));

        int TargetOf(ManifestReference reference) => reference switch
        {
            { To: { } to } => nodeOf.GetValueOrDefault(to, -1),
            { Resolved: false } when missing.IndexOf(TargetText(reference)) is var at and >= 0 => drawn.Count + at,
            _ => -1,
        };
    }

    /// <summary>What an object's box says.</summary>
    public static string NameOf(ManifestObject item) => item.Name is null ? item.Kind : $"{item.Kind} {item.Name}";

    /// <summary>As much of it as fits in a box.</summary>
    public static string Fit(string text) => TextWidth.Fit(text, LongestInBox);

    public bool IsDangling(ChartEdge edge) => edge.To >= Objects;

    private static string TargetText(ManifestReference reference) => reference.Kind is null ? reference.Name : $"{reference.Kind} {reference.Name}";
}
