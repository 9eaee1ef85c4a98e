using System.Globalization;

namespace KubeGuide.Web.Serving;

/// <summary>Reads what a request says of the response it wants or has; allocates nothing, since every request is asked.</summary>
internal static class RequestPreferences
{
    /// <summary>Whether <c>Accept-Encoding</c> names the encoding and does not weigh it with 0.</summary>
    public static bool AcceptsEncoding(ReadOnlySpan<char> header, string encoding)
    {
        foreach (var range in header.Split(','))
        {
            var part = header[range];
            var end = part.IndexOf(';');
            if ((end < 0 ? part : part[..end]).Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase))
                return end < 0 || IsWanted(part[(end + 1)..].Trim());
        }

        return false;
    }

    /// <summary>Whether <c>If-None-Match</c> has the tag: weak comparison, as RFC 9110 asks for.</summary>
    public static bool HasAlready(ReadOnlySpan<char> header, string etag)
    {
        if (header.IsEmpty)
            return false;
        if (header is "*")
            return true;
        foreach (var range in header.Split(','))
        {
            var tag = header[range].Trim();
            if (tag.SequenceEqual(etag) || (tag.StartsWith("W/") && tag[2..].SequenceEqual(etag)))
                return true;
        }

        return false;
    }

    private static bool IsWanted(ReadOnlySpan<char> parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) && quality > 0;
}
