using System.Runtime.CompilerServices;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>
/// A text as search compares it: folded and lower case, with a line feed between blocks, and with the places where a
/// word begins. <c>Rolling Update</c> and <c>RollingUpdate</c> are the same text with the same two beginnings.
/// </summary>
/// <param name="WordStarts">A bit for each character of <paramref name="Text"/>.</param>
/// <param name="Starts">Offset in the original of each folded character.</param>
/// <param name="Ends">Offset in the original behind each folded character.</param>
internal readonly record struct SearchText(string Text, ulong[] WordStarts, int[] Starts, int[] Ends)
{
    private const int LongestOnStack = 256;

    public static SearchText Fold(string original)
    {
        using var writer = new SearchTextWriter(keepsOffsets: true);
        writer.Add(original);
        var (starts, ends) = writer.Offsets();
        return new SearchText(writer.Text(), writer.WordStarts(), starts, ends);
    }

    public bool StartsWord(int index) => (WordStarts[index >> 6] >> (index & 63) & 1) != 0;

    /// <summary>
    /// The form under which names are looked up: folded, katakana for hiragana, without <c>- _ ・</c>. Also the offsets
    /// behind the first at which a word of the name begins (<c>Horizontal|Pod|Autoscaler</c>).
    /// </summary>
    public static (string Key, int[] Parts) FoldName(string name)
    {
        var onStack = name.Length <= LongestOnStack;
        var folded = onStack ? stackalloc char[name.Length] : new char[name.Length];
        var starts = onStack ? stackalloc int[name.Length] : new int[name.Length];
        var ends = onStack ? stackalloc int[name.Length] : new int[name.Length];
        folded = folded[..Folding.FoldInto(name, folded, starts, ends)];
        var key = onStack ? stackalloc char[folded.Length] : new char[folded.Length];
        List<int>? parts = null;
        var length = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            if (IsJoint(folded[i]))
                continue;
            if (length > 0 && (starts[i] > ends[i - 1] || ChangesWord(folded, i)) && !Folding.IsHiragana(folded[i]))
                (parts ??= []).Add(length);
            key[length++] = ToKatakana(ToLower(folded[i]));
        }

        return (new string(key[..length].TrimEnd('ー')), parts is null ? [] : [.. parts]);
    }

    /// <summary>What <see cref="FoldName"/> makes a key of, a character for each of the key's: folded, in its own kana.</summary>
    public static string Letters(string name) => string.Concat(Folding.Fold(name).Where(c => !IsJoint(c)));

    public static char ToKatakana(char c) => Folding.IsHiragana(c) ? (char)(c + 0x60) : c;

    /// <summary>Letters and digits of every script that is written with spaces between words.</summary>
    public static bool IsLatin(char c) => ScriptOf(c) == TextScript.Latin;

    /// <summary>The script of a folded character; of an ordinary text nearly every one is told by few comparisons.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TextScript ScriptOf(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetterOrDigit(c) ? TextScript.Latin : TextScript.Other,
        >= '\u3041' and <= '\u3096' => TextScript.Hiragana,
        >= '\u4E00' and <= '\u9FFF' => TextScript.Kanji,
        _ => ScriptOfRare(c),
    };

    /// <summary>Lower case without a culture; kana and kanji, which have none, are told by one comparison.</summary>
    public static char ToLower(char c) => c is >= '\u3041' and <= '\u9FFF' ? c : char.ToLowerInvariant(c);

    /// <summary>Whether a capital begins a word inside a run of Latin letters: <c>Rolling|Update</c>.</summary>
    public static bool IsHump(ReadOnlySpan<char> text, int index) =>
        char.IsUpper(text[index]) && (!char.IsUpper(text[index - 1]) || (index + 1 < text.Length && char.IsLower(text[index + 1])));

    private static bool IsJoint(char c) => c is '-' or '_' or '・';

    private static TextScript ScriptOfRare(char c) => c switch
    {
        _ when Folding.IsKatakanaRun(c) => TextScript.Katakana,
        _ when Folding.IsHiragana(c) => TextScript.Hiragana,
        _ when Folding.IsKanji(c) => TextScript.Kanji,
        _ => char.IsLetterOrDigit(c) ? TextScript.Latin : TextScript.Other,
    };

    private static bool ChangesWord(ReadOnlySpan<char> text, int index)
    {
        var script = ScriptOf(text[index]);
        return script != ScriptOf(text[index - 1]) || (script == TextScript.Latin && IsHump(text, index));
    }
}

internal enum TextScript : byte
{
    Other,
    Latin,
    Katakana,
    Hiragana,
    Kanji,
}
