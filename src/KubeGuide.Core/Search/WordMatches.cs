namespace KubeGuide.Core.Search;

/// <summary>A word with the best place of it in each document.</summary>
/// <param name="Tiers">One for each document of the index.</param>
/// <param name="Count">Documents that have the word.</param>
internal sealed record WordMatches(SearchWord Word, MatchTier[] Tiers, int Count)
{
    /// <summary>How much the word tells: rare and long words tell more.</summary>
    public double Weight => Rarity * (1 + (Math.Min(Word.Length, 8) / 4.0));

    /// <summary>The inverse document frequency of BM25.</summary>
    public double Rarity => Math.Log(1 + ((Tiers.Length - Count + 0.5) / (Count + 0.5)));

    public static WordMatches Find(SearchWord word, ReadOnlySpan<SearchPart> parts)
    {
        var tiers = new MatchTier[parts.Length];
        var count = 0;
        for (var i = 0; i < tiers.Length; i++)
        {
            tiers[i] = word.TierIn(parts[i]);
            if (tiers[i] != MatchTier.None)
                count++;
        }

        return new WordMatches(word, tiers, count);
    }
}
