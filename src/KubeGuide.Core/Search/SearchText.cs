using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Search;

/// <summary>
/// A text as search compares it: folded and lower case, with a line feed between blocks, and with the places where a
/// word begins. <c>Rolling Update</c> and <c>RollingUpdate</c> are the same text with the same two beginnings.
/// </summary>
/// <param name="Starts">Offset in the original of each folded character.</param>
/// <param name="Ends">Offset in the original behind each folded character.</param>
internal readonly record struct SearchText(string Text, bool[] WordStarts, int[] Starts, int[] Ends)
{
    public static SearchText Fold(string original)
    {
        var folded = Folding.FoldKeepingCase(original);
        var capacity = folded.Text.Length + CountLineFeeds(original);
        var (chars, words, starts, ends) = (new char[capacity], new bool[capacity], new int[capacity], new int[capacity]);
        var foldedStarts = folded.Starts.Span;
        var foldedEnds = folded.Ends.Span;
        var length = 0;
        var behind = 0;
        for (var i = 0; i < folded.Text.Length; i++)
        {
            var gap = original.AsSpan(behind, foldedStarts[i] - behind);
            if (length > 0 && gap.Contains('\n'))
                (chars[length], starts[length], ends[length++]) = ('\n', behind, foldedStarts[i]);
            words[length] = i == 0 || !gap.IsEmpty || StartsWord(folded.Text, i);
            chars[length] = char.ToLowerInvariant(folded.Text[i]);
            (starts[length], ends[length++]) = (foldedStarts[i], foldedEnds[i]);
            behind = foldedEnds[i];
        }

        return new SearchText(new string(chars, 0, length), words, starts, ends);
    }

    /// <summary>
    /// The form under which names are looked up: folded, katakana for hiragana, without <c>- _ ・</c>. Also the offsets
    /// behind the first at which a word of the name begins (<c>Horizontal|Pod|Autoscaler</c>).
    /// </summary>
    public static (string Key, int[] Parts) FoldName(string name)
    {
        var folded = Folding.FoldKeepingCase(name);
        var starts = folded.Starts.Span;
        var ends = folded.Ends.Span;
        var chars = new char[folded.Text.Length];
        var parts = new List<int>();
        var length = 0;
        for (var i = 0; i < folded.Text.Length; i++)
        {
            if (folded.Text[i] is '-' or '_' or '・')
                continue;
            if (length > 0 && (starts[i] > ends[i - 1] || StartsWord(folded.Text, i)) && !Folding.IsHiragana(folded.Text[i]))
                parts.Add(length);
            chars[length++] = ToKatakana(char.ToLowerInvariant(folded.Text[i]));
        }

        return (new string(chars, 0, length).TrimEnd('ー'), [.. parts]);
    }

    public static char ToKatakana(char c) => Folding.IsHiragana(c) ? (char)(c + 0x60) : c;

    /// <summary>Letters and digits of every script that is written with spaces between words.</summary>
    public static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || (c > '\u007F' && char.IsLetterOrDigit(c) && !Folding.IsJapanese(c));

    public static TextScript ScriptOf(char c) => c switch
    {
        _ when IsLatin(c) => TextScript.Latin,
        _ when Folding.IsKatakanaRun(c) => TextScript.Katakana,
        _ when Folding.IsHiragana(c) => TextScript.Hiragana,
        _ when Folding.IsKanji(c) => TextScript.Kanji,
        _ => TextScript.Other,
    };

    private static bool StartsWord(string text, int index)
    {
        var (before, here) = (text[index - 1], text[index]);
        var script = ScriptOf(here);
        if (script != ScriptOf(before))
            return true;
        if (script != TextScript.Latin || !char.IsUpper(here))
            return false;
        return !char.IsUpper(before) || (index + 1 < text.Length && char.IsLower(text[index + 1]));
    }

    private static int CountLineFeeds(string text) => text.AsSpan().Count('\n');
}

internal enum TextScript : byte
{
    Other,
    Latin,
    Katakana,
    Hiragana,
    Kanji,
}
