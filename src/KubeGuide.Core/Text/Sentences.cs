using System.Text;

namespace KubeGuide.Core.Text;

/// <summary>A sentence with a part of it marked; soft line breaks are joined.</summary>
/// <param name="MarkStart">First marked character in <paramref name="Text"/>.</param>
public readonly record struct Sentence(string Text, int MarkStart, int MarkLength);

/// <summary>Cuts sentences out of a block's text.</summary>
public static class Sentences
{
    /// <summary>A sentence is shown up to this many characters on either side of its mark, and <c>…</c> beyond.</summary>
    public const int Reach = 400;

    private const string Openers = "「『（(";
    private const string Closers = "」』）)";

    /// <summary>The sentence that a definition is taken from: through <c>。！？</c> outside brackets, or the block's end.</summary>
    public static string First(string block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return Around(block.TrimStart(), 0, 1).Text;
    }

    /// <summary>The sentence around a part of a block. Where the part reaches over a sentence's end, all that it touches.</summary>
    public static Sentence Around(string block, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(block);
        var from = Math.Max(0, start - Reach);
        var to = Math.Min(block.Length, start + length + Reach);
        var text = block.AsSpan(from, to - from);
        var mark = start - from;
        var inside = InsideBrackets(text);
        var isJapanese = IsJapanese(text);
        var (first, last) = (0, text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (inside[i] || !IsEnd(text, i, isJapanese))
                continue;
            if (i < mark)
                first = i + 1;
            else if (i >= mark + length - 1)
            {
                last = i + 1;
                break;
            }
        }

        var joined = Join(text, first, last, mark, length);
        var (before, after) = (first == 0 && from > 0 ? "…" : "", last == text.Length && to < block.Length ? "…" : "");
        return new Sentence(before + joined.Text + after, joined.MarkStart + before.Length, joined.MarkLength);
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int index, bool isJapanese)
    {
        var next = index + 1 < text.Length ? text[index + 1] : ' ';
        return text[index] switch
        {
            '。' or '｡' or '！' or '？' => !IsStop(next),
            '!' or '?' => (char.IsWhiteSpace(next) || !char.IsAscii(next)) && !IsStop(next),
            '.' => !isJapanese && char.IsWhiteSpace(next) && index > 0 && char.IsLetter(text[index - 1]) && !IsAbbreviation(text, index),
            _ => false,
        };
    }

    /// <summary>Whether a full stop belongs to its word: e.g., or etc. with a small letter behind it.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> text, int index)
    {
        var word = text[(text[..index].LastIndexOfAny(" \n(") + 1)..index];
        var behind = text[(index + 1)..].TrimStart();
        return word.Contains('.') || (word is "etc" or "vs" or "cf" or "approx" && behind.Length > 0 && char.IsAsciiLetterLower(behind[0]));
    }

    private static bool IsStop(char c) => c is '。' or '｡' or '！' or '？' or '!' or '?';

    /// <summary>Joins wrapped lines: with nothing between Japanese characters, with a space otherwise.</summary>
    private static Sentence Join(ReadOnlySpan<char> text, int first, int last, int mark, int length)
    {
        while (first < mark && char.IsWhiteSpace(text[first]))
            first++;
        while (last > mark + length && char.IsWhiteSpace(text[last - 1]))
            last--;
        var joined = new StringBuilder(last - first);
        var (start, end) = (0, 0);
        for (var i = first; i < last; i++)
        {
            if (i == mark)
                start = joined.Length;
            if (text[i] != '\n')
                joined.Append(text[i]);
            else if (i > first && i + 1 < last && !JoinsWithoutSpace(text[i - 1], text[i + 1]))
                joined.Append(' ');
            if (i == mark + length - 1)
                end = joined.Length;
        }

        return new Sentence(joined.ToString(), start, end - start);
    }

    private static bool JoinsWithoutSpace(char left, char right) =>
        IsWide(left) || IsWide(right) || (Folding.IsJapanese(left) && Folding.IsJapanese(right));

    /// <summary>Japanese punctuation brings its own space.</summary>
    private static bool IsWide(char c) => c is (>= '\u3000' and <= '\u303F') or '！' or '？' or '（' or '）' or '，' or '．' or '：' or '；' or '・';

    private static bool IsJapanese(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Folding.IsJapanese(c))
                return true;
        }

        return false;
    }

    /// <summary>Which characters lie between brackets that both open and close; a bracket alone encloses nothing.</summary>
    private static bool[] InsideBrackets(ReadOnlySpan<char> text)
    {
        var inside = new bool[text.Length];
        var open = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Openers.Contains(text[i], StringComparison.Ordinal))
                open.Add(i);
            var closer = Closers.IndexOf(text[i], StringComparison.Ordinal);
            if (closer < 0 || OpenedAt(text, open, Openers[closer]) is not (>= 0 and var depth))
                continue;
            inside.AsSpan(open[depth]..i).Fill(true);
            open.RemoveRange(depth, open.Count - depth);
        }

        return inside;
    }

    private static int OpenedAt(ReadOnlySpan<char> text, List<int> open, char opener)
    {
        for (var depth = open.Count - 1; depth >= 0; depth--)
        {
            if (text[open[depth]] == opener)
                return depth;
        }

        return -1;
    }
}
