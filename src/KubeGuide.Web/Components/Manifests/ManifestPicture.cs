using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Charts;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Web.Components.Manifests;

/// <summary>The objects of a bundle and their references, drawn.</summary>
/// <param name="Boxes">Of the objects that are drawn, the first ones, and then of targets that are not in the bundle.</param>
/// <param name="Objects">How many of the boxes are objects.</param>
/// <param name="Edges">In the order of the drawing's routes.</param>
public sealed record ManifestPicture(ImmutableArray<BoxText> Boxes, int Objects, ImmutableArray<ChartEdge> Edges, Chart Chart)
{
    private const int MostObjects = 120;
    private const int MostMissing = 60;
    private const int MostEdges = 300;

    /// <summary>Null where there is nothing to relate.</summary>
    public static ManifestPicture? Of(Manifest manifest)
    {
        var drawn = manifest.Objects.Take(MostObjects).ToList();
        var nodeOf = drawn.Select((item, i) => (item.Id, Node: i)).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.Node, StringComparer.Ordinal);
        var missing = manifest.References.Where(reference => reference.State == TargetState.Missing && nodeOf.ContainsKey(reference.From))
            .Select(BoxText.TargetOf).Distinct().Take(MostMissing).ToImmutableArray();
        ImmutableArray<ChartEdge> edges =
        [
            .. manifest.References.Where(reference => nodeOf.ContainsKey(reference.From))
                .Select(reference => new ChartEdge(nodeOf[reference.From], TargetOf(reference), RelationVerbs.Of(reference.Type)))
                .Where(edge => edge.To >= 0 && edge.To != edge.From).Distinct().Take(MostEdges),
        ];
        ImmutableArray<BoxText> boxes = [.. drawn.Select(BoxText.Of), .. missing];
        return boxes.Length < 2
            ? null
            : new ManifestPicture(boxes, drawn.Count, edges, LayeredChart.Of([.. boxes.Select(box => new ChartNode(box.ShownName, box.ShownKind))], edges));

        int TargetOf(ManifestReference reference) => reference switch
        {
            { To: { } to } => nodeOf.GetValueOrDefault(to, -1),
            { State: TargetState.Missing } when missing.IndexOf(BoxText.TargetOf(reference)) is var at and >= 0 => drawn.Count + at,
            _ => -1,
        };
    }

    public bool IsDangling(ChartEdge edge) => edge.To >= Objects;
}
