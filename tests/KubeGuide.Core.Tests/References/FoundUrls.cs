using KubeGuide.Core.References;

namespace KubeGuide.Core.Tests.References;

/// <summary>The URLs that <see cref="UrlScanner"/> finds in a text, asked at every place as the Markdown parser asks.</summary>
internal static class FoundUrls
{
    /// <summary>In order; none overlaps another.</summary>
    public static List<(int Start, int Length)> In(string text)
    {
        var found = new List<(int Start, int Length)>();
        for (var at = 0; (at = text.IndexOf("http", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var length = UrlScanner.LengthAt(text, at);
            if (length > 0)
                found.Add((at, length));
            at += Math.Max(length, "http".Length);
        }

        return found;
    }

    /// <summary>Whether the text, spaces around it apart, is nothing but one URL.</summary>
    public static bool AreAllOf(string text) => In(text.Trim()) is [(0, var length)] && length == text.Trim().Length;
}
