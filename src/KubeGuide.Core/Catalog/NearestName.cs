using System.Numerics;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Catalog;

/// <summary>Finds the one name that a misspelled word is nearest to. Words and names are folded, names Latin.</summary>
internal sealed class NearestName
{
    private readonly ILookup<int, Candidate> byLength;
    private readonly HashSet<string> ordinaryWords;

    /// <param name="ordinaryWords">Words that are never a misspelling, however near they are.</param>
    public NearestName(IEnumerable<(string Name, CatalogMatch Match)> names, HashSet<string> ordinaryWords)
    {
        byLength = names.Where(pair => IsLatin(pair.Name))
            .Select(pair => new Candidate(pair.Name, LettersOf(pair.Name), pair.Match))
            .ToLookup(candidate => candidate.Name.Length);
        this.ordinaryWords = ordinaryWords;
    }

    /// <summary>Null where no name or several are nearest within the limit of the word's length, or where the word is a name's plural.</summary>
    public CatalogMatch? Of(string word)
    {
        var limit = EditDistance.LimitFor(word.Length);
        if (limit == 0 || !IsLatin(word) || ordinaryWords.Contains(word))
            return null;
        CatalogMatch? nearest = null;
        var letters = LettersOf(word);
        var best = limit + 1;
        for (var length = word.Length - limit; length <= word.Length + limit; length++)
        {
            foreach (var candidate in byLength[length])
            {
                if (IsPlural(word, candidate.Name))
                    return null;
                var distance = CannotBeWithin(limit, letters, candidate.Letters) ? limit + 1 : EditDistance.Between(word, candidate.Name, limit);
                if (distance < best)
                    (best, nearest) = (distance, candidate.Match);
                else if (distance == best)
                    nearest = null;
            }
        }

        return nearest;
    }

    private static bool IsLatin(string text) => text.All(char.IsAsciiLetterOrDigit);

    private static bool IsPlural(string word, string name) =>
        word.Length == name.Length + 1 && word[^1] == 's' && word.StartsWith(name, StringComparison.Ordinal);

    /// <summary>One edit adds or removes at most two members of the set of letters.</summary>
    private static bool CannotBeWithin(int limit, uint letters, uint others) => BitOperations.PopCount(letters ^ others) > 2 * limit;

    private static uint LettersOf(string text)
    {
        var set = 0u;
        foreach (var c in text)
            set |= char.IsAsciiLetterLower(c) ? 1u << (c - 'a') : 1u << 31;
        return set;
    }

    private readonly record struct Candidate(string Name, uint Letters, CatalogMatch Match);
}
