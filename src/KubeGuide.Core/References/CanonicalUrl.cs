using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KubeGuide.Core.References;

/// <summary>A web address in its one spelling. Everything but the host is percent-encoded ASCII.</summary>
/// <param name="Path">Begins with a slash; no dot segments.</param>
/// <param name="Query">With its question mark, or empty; tracking parameters dropped.</param>
/// <param name="Fragment">With its number sign, or empty.</param>
internal sealed record CanonicalUrl(string Scheme, ReadableHost Host, string Path, string Query, string Fragment)
{
    /// <summary>The article, without the place in it.</summary>
    internal string Identity => string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{Host.Ascii}{PortSuffix}{Path}{Query}");

    /// <summary>Port with its colon, empty for the scheme's own.</summary>
    internal string PortSuffix => Host.Port is { } port ? string.Create(CultureInfo.InvariantCulture, $":{port}") : "";

    internal static bool TryParse(string text, [NotNullWhen(true)] out CanonicalUrl? url, out bool hadCredentials)
    {
        (url, hadCredentials) = (null, false);
        if (HasControl(text) || SchemeOf(text) is not { } scheme)
            return false;
        var rest = text.AsSpan(scheme.Length + "://".Length);
        var authority = Cut(ref rest, "/?#");
        if (authority.Contains('\\')) // Browsers read it as a slash: what follows would not be the host.
            return false;
        if (authority.LastIndexOf('@') is var at and >= 0)
        {
            hadCredentials = true;
            authority = authority[(at + 1)..];
        }

        if (!ReadableHost.TryParse(scheme, authority.ToString(), out var host))
            return false;
        var path = Cut(ref rest, "?#");
        var query = Cut(ref rest, "#");
        url = new CanonicalUrl(scheme, host, PathOf(path), QueryOf(query), rest.Length > 1 ? "#" + PercentEncoding.Normalize(rest[1..], "?") : "");
        return true;
    }

    private static string? SchemeOf(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https"
        : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http"
        : null;

    private static bool HasControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> rest, string delimiters)
    {
        var end = rest.IndexOfAny(delimiters);
        var part = end < 0 ? rest : rest[..end];
        rest = rest[part.Length..];
        return part;
    }

    private static string PathOf(ReadOnlySpan<char> path)
    {
        if (path is ['/', ..] && !path.Contains('%') && !path.Contains("/.", StringComparison.Ordinal))
            return PercentEncoding.Normalize(path);
        var segments = new List<string>();
        var parts = PercentEncoding.Normalize(path).Split('/').Skip(1).ToImmutableArray();
        foreach (var part in parts)
        {
            if (part == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (part is not ("." or ".."))
                segments.Add(part);
        }

        if (parts.Length > 0 && parts[^1] is "." or "..")
            segments.Add("");
        return "/" + string.Join('/', segments);
    }

    private static string QueryOf(ReadOnlySpan<char> query)
    {
        if (query.Length < 2)
            return "";
        var kept = PercentEncoding.Normalize(query[1..], "?").Split('&')
            .Where(parameter => parameter.Length > 0 && !parameter.StartsWith("utm_", StringComparison.OrdinalIgnoreCase));
        return string.Join('&', kept) is { Length: > 0 } joined ? "?" + joined : "";
    }
}
