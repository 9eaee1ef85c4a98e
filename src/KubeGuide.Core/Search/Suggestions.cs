using System.Collections.Immutable;

namespace KubeGuide.Core.Search;

/// <summary>What to offer when nothing was found.</summary>
internal sealed record Suggestions(ImmutableArray<NearName> NearNames, ImmutableArray<string> MatchingParts)
{
    private const int MaxNames = 5;

    /// <summary>Parts are looked for in so many characters of the query; each takes a look at every filter.</summary>
    private const int MaxLength = 40;

    public static Suggestions For(QueryPlan plan, ImmutableArray<SearchPart> parts, NameTable names)
    {
        var near = plan.Keys.Concat(plan.Words.Select(word => SearchText.FoldName(word.Word.Shown).Key))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(key => names.Near(key, _ => Math.Min(3, (key.Length + 1) / 3)))
            .OrderBy(hit => hit.Distance).ThenBy(hit => hit.Entry.Document)
            .DistinctBy(hit => hit.Entry.Document).Take(MaxNames)
            .Select(hit => parts[hit.Entry.Document].Document)
            .Select(document => new NearName(document.Slug, document.Title, document.Url));
        return new Suggestions([.. near], [.. PartsOf(plan.Words.Select(word => word.Word.Shown), parts)]);
    }

    private static IEnumerable<string> PartsOf(IEnumerable<string> words, ImmutableArray<SearchPart> parts)
    {
        var left = MaxLength;
        foreach (var word in words)
        {
            for (var at = 0; at + 1 < word.Length && left > 0; left--)
            {
                var length = LongestAt(word, at, parts);
                if (length > 1)
                    yield return word.Substring(at, length);
                at += Math.Max(1, length);
            }
        }
    }

    /// <summary>Length of the longest part of a word from an offset that some document has.</summary>
    private static int LongestAt(string word, int at, ImmutableArray<SearchPart> parts)
    {
        var longest = 1;
        while (at + longest < word.Length && Occurs(word.Substring(at, longest + 1), parts))
            longest++;
        return longest;
    }

    private static bool Occurs(string text, ImmutableArray<SearchPart> parts)
    {
        var word = SearchWord.Of(text);
        foreach (var part in parts)
        {
            if (word.TierIn(part) != MatchTier.None)
                return true;
        }

        return false;
    }
}
