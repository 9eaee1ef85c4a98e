using System.Buffers;
using System.Globalization;
using System.Text;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.References;

/// <summary>
/// Where a URL in Japanese text ends. In <c>&lt;&gt;</c>, alone or between spaces it is taken whole; in a sentence it ends
/// before the first non-ASCII character, except that directly after <c>/</c>, <c>#</c> or <c>=</c> kanji and katakana
/// continue it up to the next hiragana, space or punctuation. Then it ends before a <c>]</c> that was opened
/// elsewhere, and trailing <c>.,;:!?'*~</c> and unbalanced brackets fall off.
/// </summary>
internal static class UrlEnd
{
    private const string Openers = "（「『【〔［｛〈《";

    private const string Closers = "）」』】〕］｝〉》";

    /// <param name="start">Where the scheme begins.</param>
    /// <param name="host">Where the host begins, behind <c>://</c>.</param>
    internal static int Of(ReadOnlySpan<char> text, int start, int host)
    {
        if (start > 0 && text[start - 1] == '<' && ClosingBracket(text, host) is { } closing)
            return closing;
        if (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            return Trimmed(text, start, InSentence(text, host));

        var space = NextSpace(text, host);
        var end = IsSentence(text[host..space], IsAloneOnItsLine(text, start, space)) ? InSentence(text, host) : InWord(text, host, space);
        return Trimmed(text, start, end);
    }

    private static int? ClosingBracket(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length && text[i] != '<' && !char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '>')
                return i;
        }

        return null;
    }

    private static int NextSpace(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && !char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }

    private static bool IsAloneOnItsLine(ReadOnlySpan<char> text, int start, int end)
    {
        while (start > 0 && text[start - 1] != '\n' && char.IsWhiteSpace(text[start - 1]))
            start--;
        while (end < text.Length && text[end] != '\n' && char.IsWhiteSpace(text[end]))
            end++;
        return (start == 0 || text[start - 1] == '\n') && (end == text.Length || text[end] == '\n');
    }

    /// <summary>Japanese writes no spaces in a sentence: a comma, or a bracket closed here and opened elsewhere, tells that the word is one.</summary>
    private static bool IsSentence(ReadOnlySpan<char> word, bool isAlone)
    {
        var depth = 0;
        foreach (var c in word)
        {
            if (!isAlone && c is '、' or '。')
                return true;
            if (Openers.Contains(c, StringComparison.Ordinal))
                depth++;
            else if (Closers.Contains(c, StringComparison.Ordinal) && --depth < 0)
                return true;
        }

        return false;
    }

    private static int InWord(ReadOnlySpan<char> text, int host, int end)
    {
        var inFragment = false;
        for (var i = host; i < end; i++)
        {
            var c = text[i];
            inFragment |= c == '#';
            if (!CanStand(c) || (char.IsAscii(text[i - 1]) && EndsWord(text[i - 1], c, inFragment)))
                return i;
        }

        return end;
    }

    /// <summary>What directly follows ASCII and cannot be a path: a particle or a full-width mark. A fragment is a heading, which may hold both.</summary>
    private static bool EndsWord(char before, char c, bool inFragment)
    {
        if (char.IsAscii(c))
            return false;
        if (inFragment)
            return c is '、' or '。';
        return Folding.IsHiragana(c) ? c == 'を' || char.IsAsciiLetterOrDigit(before) : char.IsPunctuation(c) || char.IsSymbol(c);
    }

    private static int InSentence(ReadOnlySpan<char> text, int host)
    {
        var (mayStart, continues, inHost) = (true, false, true);
        for (var i = host; i < text.Length; i++)
        {
            var c = text[i];
            if (!CanStand(c))
                return i;
            if (!char.IsAscii(c))
            {
                var length = WordLength(text, i);
                if (length == 0 || !(mayStart || continues))
                    return i;
                (mayStart, continues) = (false, true);
                i += length - 1;
                continue;
            }

            mayStart = c is '/' or '#' or '=';
            inHost &= c is not ('/' or '?' or '#');
            continues &= char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '%' || (inHost && c == '.');
        }

        return text.Length;
    }

    /// <summary>UTF-16 units of the kanji or katakana at <paramref name="index"/>; 0 for anything else.</summary>
    private static int WordLength(ReadOnlySpan<char> text, int index)
    {
        if (Folding.IsKanji(text[index]) || Folding.IsKatakanaRun(text[index]))
            return 1;
        return Rune.DecodeFromUtf16(text[index..], out var rune, out _) == OperationStatus.Done && rune.Value is >= 0x20000 and <= 0x3FFFF ? 2 : 0;
    }

    private static bool CanStand(char c) => char.IsAscii(c)
        ? c is > ' ' and < '\x7F' and not ('<' or '>' or '"' or '`' or '\\' or '|')
        : !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    private static int Trimmed(ReadOnlySpan<char> text, int start, int end)
    {
        end = start + BeforeClosingBracket(text[start..end]);
        var url = text[start..end];
        var (round, square) = (url.Count(')') - url.Count('('), url.Count(']') - url.Count('['));
        for (; end > start; end--)
        {
            var last = text[end - 1];
            if (last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '~')
                continue;
            if ((last != ')' || round-- <= 0) && (last != ']' || square-- <= 0))
                break;
        }

        return end;
    }

    /// <summary>Length up to a <c>]</c> that closes what was opened before the URL: <c>[https://…](https://…)</c>.</summary>
    private static int BeforeClosingBracket(ReadOnlySpan<char> url)
    {
        var depth = 0;
        for (var i = 0; i < url.Length; i++)
        {
            depth += url[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth < 0 && i + 1 < url.Length && url[i + 1] is '(' or '[')
                return i;
        }

        return url.Length;
    }
}
