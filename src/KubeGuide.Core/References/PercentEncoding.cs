using System.Buffers;
using System.Globalization;
using System.Text;

namespace KubeGuide.Core.References;

/// <summary>One spelling for every percent-encoded text, and the way back to what people read (RFC 3986, section 6.2.2).</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "-._~";

    private const string Reserved = "!$&'()*+,;=:@/";

    /// <summary>What stands for itself in every part of a URL.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + Unreserved + Reserved);

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// Unreserved characters plain, all else that is not allowed in a path encoded as UTF-8 with upper-case hex;
    /// a lone <c>%</c> becomes <c>%25</c>, a lone surrogate U+FFFD.
    /// </summary>
    /// <param name="alsoAllowed">Further characters that this part of a URL may hold, such as <c>?</c> in a query.</param>
    internal static string Normalize(ReadOnlySpan<char> text, string alsoAllowed = "")
    {
        if (!text.ContainsAnyExcept(Plain))
            return text.ToString();
        var result = new StringBuilder(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (EncodedByte(text) is { } encoded)
            {
                Append(result, encoded, IsUnreserved((char)encoded));
                text = text[3..];
                continue;
            }

            _ = Rune.DecodeFromUtf16(text, out var rune, out var length);
            var plain = rune.IsAscii && IsAllowed((char)rune.Value, alsoAllowed);
            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
                Append(result, b, plain);
            text = text[length..];
        }

        return result.ToString();
    }

    /// <summary>The text for people: decoded where it is valid UTF-8, without control and direction characters.</summary>
    internal static string Decode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (EncodedByte(text.AsSpan(i)) is { } encoded)
            {
                bytes.Add(encoded);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        try
        {
            return Visible(StrictUtf8.GetString([.. bytes]));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    /// <summary>The text on one line, without what cannot be seen or would turn the line's direction.</summary>
    internal static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                result.Append(result.Length > 0 && result[^1] == ' ' ? "" : " ");
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned))
                result.Append(rune.ToString());
        }

        return result.ToString().Trim();
    }

    private static byte? EncodedByte(ReadOnlySpan<char> text) =>
        text is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low)
            ? byte.Parse(text[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : null;

    private static void Append(StringBuilder result, byte value, bool plain)
    {
        if (plain)
            result.Append((char)value);
        else
            result.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
    }

    private static bool IsAllowed(char c, string alsoAllowed) =>
        IsUnreserved(c) || Reserved.Contains(c, StringComparison.Ordinal) || alsoAllowed.Contains(c, StringComparison.Ordinal);

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || Unreserved.Contains(c, StringComparison.Ordinal);
}
