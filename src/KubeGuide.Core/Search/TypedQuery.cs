using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace KubeGuide.Core.Search;

/// <summary>A token of what was typed.</summary>
/// <param name="IsPhrase">It stood in quotes and is taken as it is.</param>
internal readonly record struct QueryToken(string Text, bool IsPhrase);

/// <summary>What was typed, cut to length and into tokens; nothing is interpreted.</summary>
internal sealed record TypedQuery(string Text, bool WasCut, ImmutableArray<QueryToken> Tokens)
{
    private const string Edges = "、。，．,.!?！？:;：；…~〜*\"'`“”‘’「」『』()（）[]［］【】{}<>＜＞|｜";

    public static TypedQuery Read(string typed, int maxLength)
    {
        var text = typed.Length <= maxLength ? typed : Cut(typed, maxLength);
        var tokens = ImmutableArray.CreateBuilder<QueryToken>();
        for (var at = 0; at < text.Length;)
        {
            var close = ClosingQuote(text[at]);
            var end = close == '\0' ? -1 : text.IndexOf(close, at + 1);
            var isPhrase = end > at;
            if (!isPhrase)
                end = EndOfWord(text, at);
            Add(tokens, text.AsSpan(isPhrase ? at + 1 : at, end - at - (isPhrase ? 1 : 0)), isPhrase);
            at = Math.Max(end, at) + 1;
        }

        return new TypedQuery(text.Trim(), text.Length < typed.Length, tokens.DrainToImmutable());
    }

    private static void Add(ImmutableArray<QueryToken>.Builder tokens, ReadOnlySpan<char> raw, bool isPhrase)
    {
        var kept = new StringBuilder(raw.Length);
        foreach (var rune in raw.EnumerateRunes())
        {
            if (!IsPictogram(rune))
                kept.Append(rune.ToString());
        }

        var token = kept.ToString().AsSpan().Trim().Trim(Edges);
        if (token.ContainsAnyExcept('ー', 'ｰ'))
            tokens.Add(new QueryToken(token.ToString(), isPhrase));
    }

    private static int EndOfWord(string text, int from)
    {
        while (from < text.Length && !char.IsWhiteSpace(text[from]) && (ClosingQuote(text[from]) == '\0' || text.IndexOf(ClosingQuote(text[from]), from + 1) < 0))
            from++;
        return from;
    }

    /// <summary>Emoji and what joins and varies them, lone surrogates, control characters.</summary>
    private static bool IsPictogram(Rune rune) => !rune.IsAscii
        ? Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Format
            or UnicodeCategory.Control || rune.Value is >= 0xFE00 and <= 0xFE0F
        : Rune.IsControl(rune);

    private static char ClosingQuote(char c) => c switch
    {
        '"' => '"',
        '“' => '”',
        '「' => '」',
        '『' => '』',
        _ => '\0',
    };

    private static string Cut(string typed, int length) => typed[..(char.IsHighSurrogate(typed[length - 1]) ? length - 1 : length)];
}
