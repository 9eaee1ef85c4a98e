namespace KubeGuide.Core.References;

/// <summary>An outside URL where a note cites it.</summary>
/// <param name="Url">What the URL says.</param>
/// <param name="Title">The author's own words for it (<c>[題名](url)</c> alone in its paragraph), or null.</param>
/// <param name="IsCard">Whether it stands alone and is shown as a card; else it is a link in a sentence.</param>
public sealed record Citation(Reference Url, string? Title, bool IsCard, int Line, int Column);

/// <summary>What can be told of an outside URL without asking anybody.</summary>
/// <param name="Url">Canonical absolute URL without fragment, credentials dropped, percent-encoded; the identity of the article.</param>
/// <param name="Href">The URL to follow: canonical, with the fragment, percent-encoded.</param>
/// <param name="Site">Site name for people, such as <c>Zenn</c>; the host where the site is not known.</param>
/// <param name="Kind">Kind of page: <c>article, item, book, chapter, scrap, publication, topic,
/// tag, profile, docs, repository, file, commit, issue, pull, release, discussion, gist, image, question, video, slides, page</c>.</param>
/// <param name="KindLabel">The kind in Japanese for people, such as 記事.</param>
/// <param name="Author">Author or owner from the URL, or null.</param>
/// <param name="Identifier">The site's own identifier of the page (a hash, a number, a path), or null; never a headline.</param>
/// <param name="Host">Host in its readable (Unicode) form, with a port that is not the scheme's own.</param>
/// <param name="Fragment">Decoded fragment, or null.</param>
/// <param name="Language">Language of the page from the URL (<c>ja</c>, <c>en</c>), or null.</param>
/// <param name="IsPrivate">Whether the URL says that only a team can read it.</param>
public sealed record Reference(
    string Url, string Href, string Site, string Kind, string KindLabel, string? Author, string? Identifier,
    string Host, string? Fragment, string? Language, bool IsPrivate)
{
    /// <summary>Equal for all spellings of one article; servers tell a trailing slash apart, people do not.</summary>
    internal string ArticleKey => Url.TrimEnd('/');
}
