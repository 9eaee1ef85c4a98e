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
            if (At(text, from) is { } url)
                spans.Add(url);
            from = spans is [.., var last] && last.Start == from ? last.End : from + "http".Length;
        }

        return spans.DrainToImmutable();
    }

    /// <summary>
    /// The URL that begins exactly at <paramref name="start"/>; null where none does. Looks no further than the word it
    /// stands in: asked at every place that no earlier URL covers, a whole text costs linear time.
    /// </summary>
    public static UrlSpan? At(ReadOnlySpan<char> text, int start)
    {
        var host = start + SchemeLength(text[start..]);
        if (host == start || host == text.Length || !IsHostStart(text[host]) || (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])))
            return null;
        var end = UrlEnd.Of(text, start, host);
        return end > host ? new UrlSpan(start, end - start) : null;
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
