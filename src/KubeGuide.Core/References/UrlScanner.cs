namespace KubeGuide.Core.References;

/// <summary>
/// Finds <c>http://</c> and <c>https://</c> URLs in Japanese text. A URL begins anywhere but directly after an ASCII
/// letter or digit; where it ends is decided by what surrounds it (<see cref="UrlEnd"/>).
/// </summary>
internal static class UrlScanner
{
    /// <summary>
    /// Characters of the URL that begins exactly at <paramref name="start"/>, surrounding brackets excluded; 0 where none does. Looks no
    /// further than the word it stands in: asked at every place that no earlier URL covers, a whole text costs linear time.
    /// </summary>
    /// <param name="text">One line or block of visible text; a line break counts as a space.</param>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        var host = start + SchemeLength(text[start..]);
        if (host == start || host == text.Length || !IsHostStart(text[host]) || (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])))
            return 0;
        var end = UrlEnd.Of(text, start, host);
        return end > host ? end - start : 0;
    }

    private static int SchemeLength(ReadOnlySpan<char> text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https://".Length
        : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length
        : 0;

    private static bool IsHostStart(char c) => char.IsLetterOrDigit(c) || char.IsHighSurrogate(c) || c == '[';
}
