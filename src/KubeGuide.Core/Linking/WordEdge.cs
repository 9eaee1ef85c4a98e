using KubeGuide.Core.Text;

namespace KubeGuide.Core.Linking;

/// <summary>What a character is to the boundary of a term.</summary>
internal enum Script
{
    Other,
    Latin,
    Katakana,
    Hiragana,
    Kanji,

    /// <summary>ASCII punctuation, which may be part of a Latin word (<c>.NET</c>).</summary>
    Punctuation,
}

/// <summary>Where a word ends, by the script of its own edge.</summary>
internal static class WordEdge
{
    public static Script ScriptOf(char c) => c switch
    {
        _ when IsLatin(c) => Script.Latin,
        _ when Folding.IsKatakanaRun(c) => Script.Katakana,
        _ when Folding.IsHiragana(c) => Script.Hiragana,
        _ when Folding.IsKanji(c) => Script.Kanji,
        > ' ' and < '\u007F' => Script.Punctuation,
        _ => Script.Other,
    };

    /// <summary>Whether a term may end where it does.</summary>
    /// <param name="edge">The term's own first or last character.</param>
    /// <param name="text">The text around it; what lies beyond is a boundary.</param>
    /// <param name="neighbour">Index of the character outside the term.</param>
    /// <param name="step">-1 to the left, 1 to the right.</param>
    public static bool Holds(char edge, ReadOnlySpan<char> text, int neighbour, int step) => ScriptOf(edge) switch
    {
        Script.Latin => !IsLatin(At(text, neighbour)) && !Joins(text, neighbour, step),
        Script.Punctuation => !IsLatin(At(text, neighbour)),
        Script.Katakana => !Folding.IsKatakanaRun(AcrossLineFeed(text, neighbour, step)),
        Script.Kanji => !Folding.IsKanji(AcrossLineFeed(text, neighbour, step)),
        _ => true,
    };

    /// <summary>Letters, digits and the underscore, in full width, too.</summary>
    private static bool IsLatin(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetterOrDigit(c) || c == '_',
        < '\u0250' => char.IsLetter(c),
        (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '＿' => true,
        _ => false,
    };

    /// <summary>
    /// <c>my-pod-1</c>, <c>pod.yaml</c>, <c>apps/pod</c>. A full-width sign joins full-width letters only:
    /// in <c>Pod：Kubernetesの…</c> it is Japanese punctuation.
    /// </summary>
    private static bool Joins(ReadOnlySpan<char> text, int index, int step)
    {
        var far = At(text, index + step);
        return At(text, index) switch
        {
            '-' or '.' or '/' or '@' or ':' => IsLatin(far) && far is not ('_' or '＿'),
            '－' or '．' or '／' or '＠' or '：' => far > '\u3000' && IsLatin(far) && far != '＿',
            _ => false,
        };
    }

    /// <summary>A line feed between two Japanese characters is nothing: コンテナ⏎オーケストレーション is one word.</summary>
    private static char AcrossLineFeed(ReadOnlySpan<char> text, int index, int step)
    {
        var c = At(text, index);
        return c == '\n' ? At(text, index + step) : c;
    }

    private static char At(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length ? text[index] : '\0';
}
