using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Charts;

namespace KubeGuide.Core.Concepts;

/// <summary>A concept that is joined to another one, and how.</summary>
public sealed record Neighbour(Concept Concept, ConceptRelation Relation);

/// <summary>A concept with those around it, drawn.</summary>
/// <param name="Neighbours">At most <see cref="Most"/>, in the order of their relations.</param>
/// <param name="Wide">The concept in the middle: what acts on it at its left, what it acts on at its right. Its node is the first, then the neighbours'.</param>
/// <param name="Narrow">The same as an outline, every line read from the concept.</param>
public sealed record Neighbourhood(Concept Concept, ImmutableArray<Neighbour> Neighbours, Chart Wide, Chart Narrow)
{
    public const int Most = 12;

    private const double LongestName = 20;

    /// <summary>A name as it stands in its box: one longer than Kubernetes' own is cut.</summary>
    public static string Shown(Concept concept) => TextWidth.Fit(concept.Name, LongestName);

    /// <summary>Prefers concepts that the notes have, by their state; then the order of the relations. Null where the catalog knows no neighbour.</summary>
    public static Neighbourhood? Of(Concept concept, IEnumerable<NotedRelation> relations)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(relations);
        var all = relations.Where(relation => relation.Other is not null && relation.Other.Slug != concept.Slug)
            .Select(relation => new Neighbour(relation.Other!, relation.Relation))
            .DistinctBy(neighbour => neighbour.Concept.Slug)
            .ToList();
        var nearest = all.OrderBy(neighbour => neighbour.Concept.State).Take(Most).ToHashSet();
        var neighbours = all.Where(nearest.Contains).ToImmutableArray();
        return neighbours.IsEmpty ? null : new Neighbourhood(concept, neighbours, DrawWide(concept, neighbours), DrawNarrow(concept, neighbours));
    }

    private static Chart DrawWide(Concept concept, ImmutableArray<Neighbour> neighbours) => LayeredChart.Of(
        [new ChartNode(Shown(concept)), .. neighbours.Select(neighbour => new ChartNode(Shown(neighbour.Concept)))],
        [.. neighbours.Select((neighbour, i) => Edge(neighbour.Relation, i + 1))]);

    private static ChartEdge Edge(ConceptRelation relation, int node) =>
        relation.IsOutgoing ? new ChartEdge(0, node, RelationVerbs.Of(relation.RowType)) : new ChartEdge(node, 0, RelationVerbs.Of(relation.RowType));

    private static Chart DrawNarrow(Concept concept, ImmutableArray<Neighbour> neighbours) => OutlineChart.Of(
        new ChartNode(Shown(concept)), [.. neighbours.Select(neighbour => new ChartRow(new ChartNode(Shown(neighbour.Concept)), neighbour.Relation.Verb))]);
}
