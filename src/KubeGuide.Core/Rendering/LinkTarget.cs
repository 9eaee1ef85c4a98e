using System.Text;

namespace KubeGuide.Core.Rendering;

/// <summary>What the target of a link in a note is, judged after decoding.</summary>
internal static class LinkTarget
{
    public static bool IsOutside(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    public static bool IsMail(string url) => url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the target leaves the site by a scheme or by <c>//host</c>; such a target is never written into a page.</summary>
    public static bool HasScheme(string url)
    {
        var bare = url.AsSpan().ContainsAnyInRange('\0', ' ') || url.Contains('\u007F', StringComparison.Ordinal)
            ? new string([.. url.Where(c => c > ' ' && c != '\u007F')])
            : url;
        if (bare.StartsWith("//", StringComparison.Ordinal) || bare.Contains('\\', StringComparison.Ordinal))
            return true;
        var end = bare.AsSpan().IndexOfAny(":/?#");
        return end >= 0 && bare[end] == ':';
    }

    public static string Decode(string url)
    {
        try
        {
            return Uri.UnescapeDataString(url);
        }
        catch (UriFormatException)
        {
            return url;
        }
    }

    /// <summary>Percent-encodes what may not stand in a URL and leaves what is encoded already.</summary>
    public static string Encode(string url)
    {
        var encoded = new StringBuilder(url.Length);
        foreach (var rune in url.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "-._~:/?#[]@!$&'()*+,;=%".Contains((char)rune.Value, StringComparison.Ordinal)))
                encoded.Append((char)rune.Value);
            else
                encoded.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return encoded.ToString();
    }
}
