using System.Collections.Immutable;

namespace KubeGuide.Core.References;

/// <summary>A citation with the place it stands in.</summary>
/// <param name="Concept">The concept whose text it is in; null for text that belongs to its note alone.</param>
/// <param name="Path">The note's path.</param>
/// <param name="Heading">Text of the nearest heading above, or null.</param>
public sealed record CitationPlace(Citation Citation, Slug? Concept, string Path, string? Heading);

/// <summary>Where an article is cited.</summary>
/// <param name="Fragment">The part of the article that is meant, decoded; null for the whole.</param>
/// <param name="Line">Counts from 1.</param>
public sealed record CitedBy(Slug? Concept, string? Fragment, string Path, int Line);

/// <summary>A cited article, once.</summary>
/// <param name="Reference">What its URL says, without a fragment.</param>
/// <param name="Title">From the notes or <c>references.yml</c>; null where nobody gave one.</param>
/// <param name="Headline">Never empty (see <see cref="References.Headline"/>).</param>
/// <param name="Note">What <c>references.yml</c> remarks on it.</param>
/// <param name="CitedBy">In the order of path and line; never empty.</param>
public sealed record Article(
    Reference Reference, string Site, string? Author, string? Title, string Headline, DateOnly? Date, string? Note, ImmutableArray<CitedBy> CitedBy)
{
    /// <summary>How many concepts cite it; a concept that cites it twice counts once.</summary>
    public int ConceptCount { get; } = CitedBy.Select(place => place.Concept).Where(concept => concept is not null).Distinct().Count();
}

/// <summary>The articles of one site.</summary>
public sealed record SiteArticles(string Site, ImmutableArray<Article> Articles);

/// <summary>What the articles of a site are ordered by; equal ones by headline, then URL.</summary>
public enum ArticleOrder
{
    /// <summary>By headline.</summary>
    Title,

    /// <summary>Newest first, those without a date last.</summary>
    Date,

    /// <summary>Most citing concepts first.</summary>
    Citations,
}

/// <summary>Every article that the notes cite.</summary>
/// <param name="Articles">In the order of their URLs.</param>
public sealed record Bibliography(ImmutableArray<Article> Articles)
{
    private readonly Lazy<ILookup<Slug, Article>> byConcept = new(() =>
        Articles.SelectMany(article => article.CitedBy.Select(place => place.Concept).OfType<Slug>().Distinct(), (article, concept) => (article, concept))
            .ToLookup(pair => pair.concept, pair => pair.article));

    /// <summary>Each article once, whatever its fragments; the order of <paramref name="places"/> does not matter.</summary>
    public static Bibliography Of(IEnumerable<CitationPlace> places, ReferenceTitles titles) =>
        new([
            .. places.GroupBy(place => place.Citation.Url.ArticleKey, StringComparer.Ordinal)
                .Select(article => ArticleOf(InOrder(article), titles))
                .OrderBy(article => article.Reference.Url, StringComparer.Ordinal),
        ]);

    /// <summary>The articles that a concept's text cites, in the order of their URLs.</summary>
    public ImmutableArray<Article> CitedBy(Slug concept) => [.. byConcept.Value[concept]];

    /// <summary>Sites by name, each with its articles in the order asked for.</summary>
    public ImmutableArray<SiteArticles> BySite(ArticleOrder order) =>
    [
        .. Articles.GroupBy(article => article.Site, StringComparer.Ordinal)
            .OrderBy(site => site.Key, StringComparer.Ordinal)
            .Select(site => new SiteArticles(site.Key, [.. Ordered(site, order)])),
    ];

    private static IEnumerable<Article> Ordered(IEnumerable<Article> articles, ArticleOrder order)
    {
        var byTitle = articles.OrderBy(article => article.Headline, StringComparer.Ordinal).ThenBy(article => article.Reference.Url, StringComparer.Ordinal);
        return order switch
        {
            ArticleOrder.Date => byTitle.OrderByDescending(article => article.Date ?? DateOnly.MinValue),
            ArticleOrder.Citations => byTitle.OrderByDescending(article => article.ConceptCount),
            _ => byTitle,
        };
    }

    private static ImmutableArray<CitationPlace> InOrder(IEnumerable<CitationPlace> places) =>
    [
        .. places.OrderBy(place => place.Path, StringComparer.Ordinal)
            .ThenBy(place => place.Citation.Line).ThenBy(place => place.Citation.Column)
            .ThenBy(place => place.Citation.Url.Href, StringComparer.Ordinal)
            .ThenBy(place => place.Concept?.Value, StringComparer.Ordinal),
    ];

    private static Article ArticleOf(ImmutableArray<CitationPlace> places, ReferenceTitles titles)
    {
        var reference = places[0].Citation.Url;
        var entry = titles.Find(reference);
        var title = places.Select(place => Headline.AuthorsTitle(place.Citation)).FirstOrDefault(found => found is not null)
            ?? Headline.ListedTitle(reference, titles);
        var heading = places.Select(place => Headline.FromHeading(reference, place.Heading)).FirstOrDefault(found => found is not null);
        return new Article(
            reference with { Href = reference.Url, Fragment = null }, entry?.Site ?? reference.Site, entry?.Author ?? reference.Author,
            title, title ?? heading ?? Headline.FromUrl(reference), entry?.Date, entry?.Note,
            [.. places.Select(place => new CitedBy(place.Concept, place.Citation.Url.Fragment, place.Path, place.Citation.Line)).Distinct()]);
    }
}
