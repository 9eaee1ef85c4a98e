using System.Collections.Immutable;

namespace KubeGuide.Core.Search;

/// <summary>Decides which documents have the words: all of them or, where none has, as many as any has.</summary>
/// <param name="Tiers">For each document the worst of the kept words' places.</param>
internal sealed record Relaxation(MatchTier[] Tiers, bool HasMatches, ImmutableArray<WordMatches> Kept, ImmutableArray<WordMatches> Dropped)
{
    public static Relaxation All(ImmutableArray<WordMatches> words)
    {
        var tiers = words.IsEmpty ? [] : (MatchTier[])words[0].Tiers.Clone();
        var hasMatches = false;
        foreach (var word in words.Skip(1))
        {
            for (var i = 0; i < tiers.Length; i++)
                tiers[i] = word.Tiers[i] > tiers[i] ? word.Tiers[i] : tiers[i];
        }

        foreach (var tier in tiers)
            hasMatches |= tier != MatchTier.None;
        return new Relaxation(tiers, hasMatches, words, []);
    }

    /// <summary>Keeps the words of the document that has the most telling ones.</summary>
    public static Relaxation Nearest(ImmutableArray<WordMatches> words)
    {
        var best = 0;
        var bestWeight = 0.0;
        for (var i = 0; i < words[0].Tiers.Length; i++)
        {
            var (set, weight) = WordsIn(i, words);
            if (weight > bestWeight)
                (best, bestWeight) = (set, weight);
        }

        ImmutableArray<WordMatches> kept = [.. words.Where((_, index) => (best >> index & 1) != 0)];
        return All(kept) with { Dropped = [.. words.Where((_, index) => (best >> index & 1) == 0)] };
    }

    private static (int Set, double Weight) WordsIn(int document, ImmutableArray<WordMatches> words)
    {
        var set = 0;
        var weight = 0.0;
        for (var w = 0; w < words.Length; w++)
        {
            if (words[w].Tiers[document] == MatchTier.None)
                continue;
            set |= 1 << w;
            weight += words[w].Weight;
        }

        return (set, weight);
    }
}
