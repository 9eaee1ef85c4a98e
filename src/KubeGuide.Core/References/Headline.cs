using System.Collections.Immutable;

namespace KubeGuide.Core.References;

/// <summary>The line a person knows an article by.</summary>
public static class Headline
{
    /// <summary>Kinds whose author is an organisation or an account, not a person to address with さん.</summary>
    private static readonly ImmutableArray<string> OfAccounts =
        ["publication", "profile", "repository", "file", "commit", "issue", "pull", "release", "discussion", "image"];

    private static readonly ImmutableArray<string> Pointers = ["こちら", "ここ", "これ", "リンク", "参考", "出典", "here", "link", "url", "source"];

    /// <summary>
    /// The title; else the heading above the citation with the site ("Kubernetesが必要な理由 — Zennの記事"); else author, kind
    /// and site. Never empty, never a bare hash, number or URL.
    /// </summary>
    /// <param name="heading">Text of the nearest heading above the citation, or null.</param>
    public static string Of(Citation citation, ReferenceTitles titles, string? heading)
    {
        ArgumentNullException.ThrowIfNull(citation);
        ArgumentNullException.ThrowIfNull(titles);
        return AuthorsTitle(citation) ?? ListedTitle(citation.Url, titles) ?? FromHeading(citation.Url, heading) ?? FromUrl(citation.Url);
    }

    internal static string? AuthorsTitle(Citation citation) => Telling(citation.Title, citation.Url);

    internal static string? ListedTitle(Reference reference, ReferenceTitles titles) => Telling(titles.Find(reference)?.Title, reference);

    internal static string? FromHeading(Reference reference, string? heading) =>
        Telling(heading, reference) is { } telling ? $"{telling} — {reference.Site}の{reference.KindLabel}" : null;

    internal static string FromUrl(Reference reference) => reference.Author is not { } author
        ? $"{reference.Site}の{reference.KindLabel}"
        : $"{author}{(OfAccounts.Contains(reference.Kind) ? "" : "さん")}の{reference.KindLabel} — {reference.Site}";

    private static string? Telling(string? text, Reference reference)
    {
        var visible = PercentEncoding.Visible(text ?? "");
        return IsTelling(visible, reference) ? visible : null;
    }

    private static bool IsTelling(string text, Reference reference) =>
        text.Any(char.IsLetter)
        && !IsAddress(text, reference)
        && !(text == reference.Identifier && text.Any(char.IsAsciiDigit))
        && !Pointers.Contains(text.ToLowerInvariant())
        && !IsHash(text.TrimStart('#'));

    /// <summary>A URL, or the article's own with the scheme left out.</summary>
    private static bool IsAddress(string text, Reference reference) =>
        !text.Contains(' ', StringComparison.Ordinal)
        && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || (ReferenceSites.TryUnderstand("https://" + text, out var named, out _)
                && named.Host.Split(':')[0] == reference.Host.Split(':')[0]));

    /// <summary>Hexadecimal digits, or one word in which letters and digits take turns.</summary>
    private static bool IsHash(string text)
    {
        if (text.Length >= 7 && text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiHexDigit(c) || c == '-'))
            return true;
        var turns = text.Zip(text.Skip(1)).Count(pair => char.IsAsciiDigit(pair.First) != char.IsAsciiDigit(pair.Second));
        return text.Length >= 10 && turns >= 3 && text.All(char.IsAsciiLetterOrDigit);
    }
}
