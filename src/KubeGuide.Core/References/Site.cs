using System.Collections.Immutable;

namespace KubeGuide.Core.References;

/// <summary>What a site's own rules say of one of its pages.</summary>
/// <param name="Kind">A key of <see cref="PageKinds"/>.</param>
/// <param name="Site">The name of the part of the site where that is what people call it; null for the site's own.</param>
internal sealed record Page(
    string Kind, string? Author = null, string? Identifier = null, string? Language = null, bool IsPrivate = false, string? Site = null)
{
    internal static Page Other { get; } = new("page");
}

/// <summary>The part of a URL that a site decides on.</summary>
/// <param name="Host">ASCII, without <c>www.</c></param>
/// <param name="Segments">Decoded, empty ones dropped.</param>
/// <param name="Query">Percent-encoded, with its question mark, or empty.</param>
internal sealed record SitePath(string Host, ImmutableArray<string> Segments, string Query)
{
    /// <summary>First label of the host: the team, the author or the language on sites that put it there.</summary>
    internal string Subdomain => Host[..Host.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The segments from <paramref name="from"/> on, joined with slashes; null where there are none.</summary>
    internal string? Rest(int from) => from < Segments.Length ? string.Join('/', Segments.Skip(from)) : null;

    /// <summary>Decoded value of a query parameter, or null.</summary>
    internal string? Parameter(string name)
    {
        var prefix = name + "=";
        return Query.TrimStart('?').Split('&').FirstOrDefault(p => p.StartsWith(prefix, StringComparison.Ordinal)) is { } found
            ? PercentEncoding.Decode(found[prefix.Length..])
            : null;
    }
}

/// <summary>A site whose URLs we can read.</summary>
/// <param name="Host">ASCII without <c>www.</c>, or <c>*.</c> and a host for everything below it.</param>
/// <param name="Name">As people call it.</param>
internal sealed record Site(string Host, string Name, Func<SitePath, Page> Read);
