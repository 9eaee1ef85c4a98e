using System.Collections.Immutable;

namespace KubeGuide.Core.Search;

/// <summary>A spelling with the documents that may have it.</summary>
internal readonly record struct QuerySpelling(Spelling Spelling, DocumentSet Candidates);

/// <summary>A word of the query with the documents that may have it.</summary>
/// <param name="Count">Number of candidates.</param>
/// <param name="Rarity">The inverse document frequency of BM25, from the candidates.</param>
internal sealed record QueryWord(SearchWord Word, ImmutableArray<QuerySpelling> Spellings, DocumentSet Candidates, int Count, double Rarity)
{
    /// <summary>How much the word tells: rare and long words tell more.</summary>
    public double Weight => Rarity * (1 + (Math.Min(Word.Length, 8) / 4.0));
}
