using System.Collections.Immutable;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>What to offer when nothing was found.</summary>
internal sealed record Suggestions(ImmutableArray<NearName> NearNames, ImmutableArray<string> MatchingParts)
{
    private const int MaxNames = 5;
    private const int MaxEdits = 3;

    /// <summary>Parts are looked for in so many characters of the query; each takes a look at every filter.</summary>
    private const int MaxLength = 40;

    public static Suggestions For(QueryPlan plan, SearchStock stock)
    {
        var words = plan.Words.Select(word => word.Word.Shown);
        return new Suggestions(NamesNear(plan.Keys.Concat(words.Select(word => SearchText.FoldName(word).Key)), stock), [.. PartsOf(words, stock)]);
    }

    /// <summary>Names that resemble one of the keys, nearest first, one for each document.</summary>
    public static ImmutableArray<NearName> NamesNear(IEnumerable<string> keys, SearchStock stock) =>
    [
        .. keys.Distinct(StringComparer.Ordinal)
            .SelectMany(key => stock.Names.Near(key, Math.Min(MaxEdits, (key.Length + 1) / 3)))
            .OrderBy(hit => hit.Distance).ThenBy(hit => hit.Entry.Document)
            .DistinctBy(hit => hit.Entry.Document).Take(MaxNames)
            .Select(hit => stock.Parts[hit.Entry.Document].Document)
            .Select(document => new NearName(document.Slug, document.Title, document.Url)),
    ];

    private static IEnumerable<string> PartsOf(IEnumerable<string> words, SearchStock stock)
    {
        var left = MaxLength;
        foreach (var word in words.SelectMany(Sentence.CutAtScripts))
        {
            for (var at = 0; at + 1 < word.Length && left > 0; left--)
            {
                var length = LongestAt(word, at, stock);
                if (length > 1)
                    yield return word.Substring(at, length);
                at += Math.Max(1, length);
            }
        }
    }

    /// <summary>Length of the longest part of a word from an offset that some document has; half a katakana word is none.</summary>
    private static int LongestAt(string word, int at, SearchStock stock)
    {
        if (!Folding.IsKanji(word[at]))
            return stock.Has(stock.Find(SearchWord.Of(word))) ? word.Length : 0;
        var longest = 1;
        while (at + longest < word.Length && stock.Has(stock.Find(SearchWord.Of(word.Substring(at, longest + 1)))))
            longest++;
        return longest;
    }
}
