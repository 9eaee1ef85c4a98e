using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Concepts;

/// <summary>A relation of the catalog as one concept's page shows it.</summary>
/// <param name="Type">The relation's type read from this concept, such as <c>managedBy</c>.</param>
/// <param name="Sentence">Japanese, with this concept as its topic.</param>
/// <param name="To">The concept at the other end; null for what lies outside the catalog.</param>
/// <param name="ToName">The other end's name as the sentence has it.</param>
/// <param name="IsOutgoing">Whether the catalog's row starts at this concept.</param>
/// <param name="RowType">The relation's type as the catalog's row has it, such as <c>manages</c>.</param>
public sealed record ConceptRelation(
    string Type, string Group, string Sentence, Slug? To, string ToName, string? Field, bool IsOutgoing, string Source, string RowType)
{
    /// <summary>A word or two, read from this concept: <c>管理される</c>.</summary>
    public string Verb => IsOutgoing ? RelationVerbs.Of(RowType) : RelationVerbs.Inverse(RowType);

    /// <summary>Where the other end's name begins in the sentence, behind the topic; -1 where the sentence does without it.</summary>
    public int NameStart => Sentence.LastIndexOf(ToName, StringComparison.Ordinal);

    /// <summary>What the catalog knows of a concept, in the order of its groups; empty for the team's own.</summary>
    public static ImmutableArray<ConceptRelation> Of(Concept concept, Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(glossary);
        var entries = concept.Entry is { } entry ? [entry] : concept.Senses;
        return
        [
            .. entries.SelectMany(e => glossary.Catalog.RelationsOf(e.Key).SelectMany(relation => Sides(relation, e, glossary)))
                .DistinctBy(relation => (relation.Type, relation.To, relation.Sentence))
                .OrderBy(relation => GroupOrder.IndexOf(relation.Group)),
        ];
    }

    internal static readonly ImmutableArray<string> GroupOrder = ["structure", "traffic", "scaling", "configuration", "identity", "storage", "policy", "delivery"];

    private static IEnumerable<ConceptRelation> Sides(CatalogRelation relation, CatalogEntry entry, Glossary glossary)
    {
        if (relation.From == entry.Key)
            yield return new ConceptRelation(relation.Type, relation.Group, relation.Sentence, glossary.SlugOfKey(relation.To), glossary.Catalog.NameOf(relation.To), relation.Field, true, relation.Source, relation.Type);
        else if (relation.To == entry.Key)
            yield return new ConceptRelation(relation.InverseType, relation.Group, relation.InverseSentence, glossary.SlugOfKey(relation.From), glossary.Catalog.NameOf(relation.From), relation.Field, false, relation.Source, relation.Type);
    }
}
