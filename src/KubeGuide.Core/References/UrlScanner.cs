using System.Collections.Immutable;

namespace KubeGuide.Core.References;

/// <summary>A URL in a piece of text.</summary>
/// <param name="Start">First character in the text.</param>
/// <param name="Length">Characters of the URL, surrounding brackets excluded.</param>
public readonly record struct UrlSpan(int Start, int Length)
{
    public int End => Start + Length;

    /// <param name="text">The text that was scanned.</param>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start, Length);
    }
}

/// <summary>
/// Finds <c>http://</c> and <c>https://</c> URLs in Japanese text. A URL begins anywhere but directly after an ASCII
/// letter or digit; where it ends is decided by what surrounds it (<see cref="UrlEnd"/>). Time is linear in the text.
/// </summary>
public static class UrlScanner
{
    /// <summary>The URLs of <paramref name="text"/> in order; none overlaps another.</summary>
    /// <param name="text">One line or block of visible text; a line break counts as a space.</param>
    public static ImmutableArray<UrlSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = ImmutableArray.CreateBuilder<UrlSpan>();
        for (var from = 0; (from = text.IndexOf("http", from, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var scheme = SchemeLength(text.AsSpan(from));
            if (scheme == 0 || (from > 0 && char.IsAsciiLetterOrDigit(text[from - 1])))
            {
                from += "http".Length;
                continue;
            }

            var end = UrlEnd.Of(text, from, from + scheme);
            if (end > from + scheme && IsHostStart(text[from + scheme]))
                spans.Add(new UrlSpan(from, end - from));
            from = Math.Max(end, from + scheme);
        }

        return spans.DrainToImmutable();
    }

    /// <summary>Whether the text, spaces around it apart, is nothing but one URL.</summary>
    public static bool IsWhole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        return Find(trimmed) is [{ Start: 0 } only] && only.Length == trimmed.Length;
    }

    private static int SchemeLength(ReadOnlySpan<char> text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https://".Length
        : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length
        : 0;

    private static bool IsHostStart(char c) => char.IsLetterOrDigit(c) || char.IsHighSurrogate(c) || c == '[';
}
