using System.Collections.Immutable;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>A word of the query, in every spelling that counts as it.</summary>
internal sealed class SearchWord
{
    private SearchWord(string shown, IEnumerable<string> spellings)
    {
        Shown = shown;
        Spellings = [.. spellings.Distinct(StringComparer.Ordinal).Select(text => new Spelling(text))];
    }

    public string Shown { get; }

    public ImmutableArray<Spelling> Spellings { get; }

    public int Length => Spellings[0].Text.Length;

    /// <summary>The word as typed and, when it is written in hiragana, as katakana; of a verb what all its forms have.</summary>
    /// <param name="isPhrase">Whether it stood in quotes or is a name, and is taken as it is.</param>
    public static SearchWord Of(string typed, bool isPhrase = false)
    {
        var folded = Folding.Fold(typed);
        return new SearchWord(typed, IsAllHiragana(folded) ? [folded, InKatakana(folded)] : [isPhrase ? folded : Sentence.Stem(folded)]);
    }

    /// <summary>The word that other spellings stand for, too.</summary>
    public SearchWord Or(IEnumerable<string> others)
    {
        var folded = others.Select(Folding.Fold).Where(other => other.Length > 0);
        return new SearchWord(Shown, Spellings.Select(spelling => spelling.Text).Concat(folded));
    }

    private static bool IsAllHiragana(string text) => text.Length > 1 && text[0] != 'ー' && text.All(c => Folding.IsHiragana(c) || c == 'ー');

    private static string InKatakana(string text) => new string([.. text.Select(SearchText.ToKatakana)]).TrimEnd('ー');
}

/// <summary>One folded spelling, with what finding it needs.</summary>
internal sealed class Spelling(string text)
{
    public string Text { get; } = text;

    public uint[] Hashes { get; } = BigramFilter.HashesOf(text);

    /// <summary>A Latin word is found at the beginning of words only, other text anywhere: Japanese has no gaps.</summary>
    private bool AtWordStart { get; } = SearchText.IsLatin(text[0]);

    /// <summary>Offset of the first place between two offsets of a part's text, or -1.</summary>
    public int Find(SearchPart part, int from, int end)
    {
        while (from < end)
        {
            var found = part.Text[from..end].IndexOf(Text);
            if (found < 0)
                return -1;
            from += found;
            if (!AtWordStart || part.StartsWord(from))
                return from;
            from++;
        }

        return -1;
    }

    /// <summary>The same in a text folded for an excerpt.</summary>
    public int Find(SearchText text, int from)
    {
        for (; from < text.Text.Length; from++)
        {
            var found = text.Text.AsSpan(from).IndexOf(Text);
            if (found < 0)
                return -1;
            from += found;
            if (!AtWordStart || text.StartsWord(from))
                return from;
        }

        return -1;
    }
}
