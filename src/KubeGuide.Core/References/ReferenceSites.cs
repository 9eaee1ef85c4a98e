using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using KubeGuide.Core.References.Sites;

namespace KubeGuide.Core.References;

/// <summary>Reads from a URL what can be told without asking anybody: site, kind of page, author, language, fragment.</summary>
public static class ReferenceSites
{
    /// <summary>Characters of a URL, as written, that are still read.</summary>
    public const int MaxLength = 2000;

    private const int MaxAuthorLength = 80;

    private static readonly FrozenDictionary<string, Site> ByHost =
        new[] { ArticleSites.All, DocsSites.All, CodeSites.All, MediaSites.All }.SelectMany(sites => sites)
            .ToFrozenDictionary(site => site.Host, StringComparer.Ordinal);

    /// <summary>
    /// Whether the text is an http or https URL of at most <see cref="MaxLength"/> characters. Never throws.
    /// Credentials, a default port and <c>utm_*</c> parameters are dropped; the host is lower case.
    /// </summary>
    /// <param name="problem">Why not, or <see cref="ReferenceProblem.Credentials"/> beside a result.</param>
    public static bool TryUnderstand(string url, [NotNullWhen(true)] out Reference? reference, out ReferenceProblem problem)
    {
        ArgumentNullException.ThrowIfNull(url);
        reference = null;
        var trimmed = url.Trim();
        if (trimmed.Length > MaxLength)
        {
            problem = ReferenceProblem.TooLong;
            return false;
        }

        if (!CanonicalUrl.TryParse(trimmed, out var canonical, out var hadCredentials))
        {
            problem = ReferenceProblem.NotAUrl;
            return false;
        }

        problem = hadCredentials ? ReferenceProblem.Credentials : ReferenceProblem.None;
        reference = Describe(canonical);
        return true;
    }

    private static Reference Describe(CanonicalUrl url)
    {
        var host = url.Host.Ascii.StartsWith("www.", StringComparison.Ordinal) ? url.Host.Ascii["www.".Length..] : url.Host.Ascii;
        var site = SiteOf(host);
        var segments = url.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(PercentEncoding.Decode).ToImmutableArray();
        var page = site?.Read(new SitePath(host, segments, url.Query)) ?? Page.Other;
        var readable = url.Host.Readable + url.PortSuffix;
        return new Reference(
            url.Identity, url.Identity + url.Fragment, page.Site ?? site?.Name ?? readable, page.Kind, PageKinds.LabelOf(page.Kind),
            NameOrNull(page.Author), page.Identifier, readable, FragmentOf(url.Fragment), page.Language, page.IsPrivate);
    }

    private static Site? SiteOf(string host)
    {
        if (ByHost.TryGetValue(host, out var exact))
            return exact;
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            if (ByHost.TryGetValue("*" + host[dot..], out var below))
                return below;
        }

        return null;
    }

    /// <summary>A name of letters, digits and joiners; anything else is not how a site names people.</summary>
    private static string? NameOrNull(string? author) =>
        author is { Length: > 0 and <= MaxAuthorLength } && author.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') ? author : null;

    /// <summary>Browsers read <c>:~:text=…</c> themselves; it names no heading.</summary>
    private static string? FragmentOf(string fragment)
    {
        var end = fragment.IndexOf(":~:", StringComparison.Ordinal);
        var heading = PercentEncoding.Decode(end < 0 ? fragment : fragment[..end]).TrimStart('#');
        return heading.Length > 0 ? heading : null;
    }
}
