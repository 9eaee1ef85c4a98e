using System.Collections.Immutable;

namespace KubeGuide.Core.Concepts;

/// <summary>What the compared concepts differ in; relations that read alike are one row.</summary>
/// <param name="Verb">Read from the concepts: <c>管理する</c>.</param>
/// <param name="Cells">For each concept the ends of its relations of this kind, by name; empty where it has none.</param>
public sealed record ComparedRelation(string Verb, ImmutableArray<ImmutableArray<ComparedEnd>> Cells);

/// <summary>The other end of a relation in a comparison.</summary>
/// <param name="To">Null for what lies outside the catalog.</param>
public sealed record ComparedEnd(Slug? To, string Name);

/// <summary>Concepts side by side.</summary>
public sealed record Comparison(ImmutableArray<Concept> Concepts, ImmutableArray<ComparedRelation> Relations)
{
    /// <summary>Only relations in which at least two of the concepts differ, in the catalog's order.</summary>
    public static Comparison Of(ImmutableArray<Concept> concepts, Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(glossary);
        var relations = concepts.Select(concept => ConceptRelation.Of(concept, glossary)).ToArray();
        return new Comparison(concepts,
        [
            .. relations.SelectMany(all => all)
                .DistinctBy(relation => relation.Verb, StringComparer.Ordinal)
                .OrderBy(relation => ConceptRelation.GroupOrder.IndexOf(relation.Group))
                .Select(kind => new ComparedRelation(kind.Verb, [.. relations.Select(all => Ends(all, kind.Verb))]))
                .Where(row => row.Cells.Any(cell => !cell.SequenceEqual(row.Cells[0]))),
        ]);
    }

    private static ImmutableArray<ComparedEnd> Ends(ImmutableArray<ConceptRelation> relations, string verb) =>
    [
        .. relations.Where(relation => relation.Verb == verb)
            .Select(relation => new ComparedEnd(relation.To, relation.ToName)).Distinct().OrderBy(end => end.Name, StringComparer.Ordinal),
    ];
}
