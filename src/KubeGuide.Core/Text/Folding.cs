using System.Runtime.CompilerServices;

namespace KubeGuide.Core.Text;

/// <summary>
/// Folds spellings that a reader takes for the same, for comparing and never for showing: full-width ASCII, half-width
/// kana, combining voiced marks, spaces, and the <c>ー</c> that ends a katakana run. Independent of any culture.
/// </summary>
public static class Folding
{
    private const string HalfWidthKana =
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゙゚";

    private const int LongestOnStack = 256;

    private const string Voiceable = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ";

    private const string SemiVoiceable = "はひふへほハヒフヘホ";

    /// <summary>The folded, lower-case form: two spellings are the same name exactly when these are equal.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestOnStack)
            return FoldKeepingCase(text).Text.ToLowerInvariant();
        Span<char> chars = stackalloc char[text.Length];
        Span<int> offsets = stackalloc int[2 * text.Length];
        chars = chars[..FoldInto(text, chars, offsets[..text.Length], offsets[text.Length..])];
        Span<char> lower = stackalloc char[chars.Length];
        MemoryExtensions.ToLowerInvariant(chars, lower);
        return lower.SequenceEqual(text) ? text : new string(lower);
    }

    /// <summary>The folded form in its own case, with the way back to the original offsets.</summary>
    public static FoldedText FoldKeepingCase(ReadOnlySpan<char> text)
    {
        var chars = new char[text.Length];
        var starts = new int[text.Length];
        var ends = new int[text.Length];
        var length = FoldInto(text, chars, starts, ends);
        return new FoldedText(new string(chars, 0, length), starts.AsMemory(0, length), ends.AsMemory(0, length));
    }

    /// <summary><see cref="FoldKeepingCase"/> without allocating; each buffer is at least as long as the text.</summary>
    /// <returns>How many characters the folded text has.</returns>
    internal static int FoldInto(ReadOnlySpan<char> text, Span<char> chars, Span<int> starts, Span<int> ends)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!StandsForItself(c))
            {
                c = FoldWidth(c);
                if (char.IsWhiteSpace(c) || IsInvisible(c))
                    continue;
                if (length > 0 && ends[length - 1] == i && Absorb(ref chars[length - 1], c, text, i))
                {
                    ends[length - 1] = i + 1;
                    continue;
                }
            }

            chars[length] = c;
            starts[length] = i;
            ends[length++] = i + 1;
        }

        return length;
    }

    /// <summary>Full-width katakana letters, <c>ー</c> excluded.</summary>
    public static bool IsKatakana(char c) => c is (>= '\u30A1' and <= '\u30FA') or (>= '\u31F0' and <= '\u31FF');

    /// <summary>Katakana in any width, with <c>ー</c> and the marks that belong to a run.</summary>
    public static bool IsKatakanaRun(char c) =>
        IsKatakana(c) || c is 'ー' or '\u3099' or '\u309A' or (>= '\uFF66' and <= '\uFF9F');

    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u3096';

    public static bool IsKanji(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '々' or '〆';

    public static bool IsJapanese(char c) => IsKatakanaRun(c) || IsHiragana(c) || IsKanji(c);

    /// <summary>Characters that separate nothing a reader sees: zero-width space and byte order mark.</summary>
    internal static bool IsInvisible(char c) => c is '\u200B' or '\uFEFF';

    /// <summary>Nearly every character of an ordinary text, told by few comparisons: ASCII but spaces, kana but the marks, kanji.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool StandsForItself(char c) =>
        c is (> ' ' and < '\u007F') or (>= '\u3041' and <= '\u9FFF' and not ('ー' or '\u3099' or '\u309A'));

    private static char FoldWidth(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\uFF61' and <= '\uFF9F' => HalfWidthKana[c - '\uFF61'],
        '\u3000' or '\u00A0' => ' ',
        _ => c,
    };

    /// <summary>Takes in a voiced mark, or the <c>ー</c> that ends a katakana run, as part of the character before it.</summary>
    private static bool Absorb(ref char previous, char c, ReadOnlySpan<char> text, int index)
    {
        if (c == 'ー')
            return IsKatakana(previous) && !ContinuesKatakana(text, index + 1);
        if (!IsVoicedMark(c) || Compose(previous, c) is not { } composed)
            return false;
        previous = composed;
        return true;
    }

    /// <summary>A line feed does not end a run: Japanese is wrapped inside words.</summary>
    private static bool ContinuesKatakana(ReadOnlySpan<char> text, int index)
    {
        if (index < text.Length && text[index] == '\n')
            index++;
        return index < text.Length && IsKatakanaRun(text[index]);
    }

    private static bool IsVoicedMark(char c) => c is '\u3099' or '\u309A';

    private static char? Compose(char kana, char mark)
    {
        if (mark == '\u3099')
            return kana switch
            {
                'う' => 'ゔ',
                'ウ' => 'ヴ',
                _ when Voiceable.Contains(kana, StringComparison.Ordinal) => (char)(kana + 1),
                _ => null,
            };
        return SemiVoiceable.Contains(kana, StringComparison.Ordinal) ? (char)(kana + 2) : null;
    }
}

/// <summary>Folded text with, for each of its characters, the slice of the original that it stands for.</summary>
/// <param name="Starts">Offset in the original of each folded character.</param>
/// <param name="Ends">Offset behind it, dropped marks and a dropped <c>ー</c> included.</param>
public readonly record struct FoldedText(string Text, ReadOnlyMemory<int> Starts, ReadOnlyMemory<int> Ends);
