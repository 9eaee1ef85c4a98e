using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Search;

/// <summary>
/// Everything that can be found, in memory and immutable. A query reads the documents that the filter lets through and
/// verifies each on its folded text.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>A longer query is cut, and the answer says so.</summary>
    public const int MaxQueryLength = 200;

    private readonly SearchStock stock;
    private readonly Dictionary<string, int> places;

    /// <param name="places">By a document's URL its place in the stock.</param>
    private SearchIndex(SearchStock stock, Dictionary<string, int> places) => (this.stock, this.places) = (stock, places);

    /// <summary>Documents that can be found.</summary>
    public int Count => stock.Parts.Length;

    /// <summary>Builds the index; what an earlier one knows of an unchanged document is taken over.</summary>
    /// <param name="topics">What to look for without knowing a name; none by default.</param>
    public static SearchIndex Build(ImmutableArray<SearchDocument> documents, SearchIndex? previous = null, ImmutableArray<Topic> topics = default)
    {
        var known = topics.IsDefault ? [] : topics;
        var built = Reuse.Each(
            documents,
            (document, _) => previous?.PartOf(document.Url) is { } part && part.IsOf(document) ? part : null,
            document => SearchPart.Of(document, previous?.PartOf(document.Url)));
        if (previous is not null && previous.TryOrder(built) is { } ordered)
            return new SearchIndex(new SearchStock(ordered, known, previous.stock), previous.places);
        var sorted = built.Sort((left, right) => CompareForTies(left.Document, right.Document));
        return new SearchIndex(new SearchStock(sorted, known, previous?.stock), PlacesOf(sorted));
    }

    /// <summary>What the index knows under a URL, or null.</summary>
    internal SearchDocument? Find(string url) => PartOf(url)?.Document;

    /// <summary>Finds documents, best first; equal ones in the order of their slugs.</summary>
    /// <param name="skip">Hits to leave out before the first.</param>
    /// <param name="take">Most hits to give.</param>
    public SearchAnswer Search(string query, int skip = 0, int take = 20, int maxLength = MaxQueryLength)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        var typed = TypedQuery.Read(query, maxLength);
        if (typed.Tokens.IsEmpty)
            return new SearchAnswer(typed.Text, typed.WasCut, 0, [], [], [], [], []);
        var planner = new QueryPlanner(stock);
        var plan = planner.Plan(typed);
        var names = NameHit.Find(stock.Names, plan.Keys);
        NameHit.AddNamed(names, plan, stock.Names);
        NameHit.AddTopics(names, plan, stock);
        var isFound = names.Count > 0;
        NameHit.AddSubject(names, plan, stock.Names);
        var search = new TextSearch(stock, names, (int)Math.Min((long)skip + take, int.MaxValue));
        var texts = search.All(plan);
        if (texts.Count == 0 && !isFound && plan.Words.Length > 1)
        {
            plan = planner.Widen(plan);
            texts = search.AllOrNearest(plan);
        }

        texts.Ranking.AddNames();
        return Answer(typed, plan, texts, skip, take);
    }

    /// <summary>The few names that resemble one of those typed, errors and all, nearest first; an equal one included.</summary>
    public ImmutableArray<NearName> NamesNear(params IEnumerable<string> typed) =>
        Suggestions.NamesNear(typed.Select(name => SearchText.FoldName(name.Length > MaxQueryLength ? name[..MaxQueryLength] : name).Key), stock);

    private SearchAnswer Answer(TypedQuery typed, QueryPlan plan, TextResult texts, int skip, int take)
    {
        var total = texts.Ranking.Total;
        var writer = new HitWriter(stock, texts.Matcher);
        var suggestions = total > 0 ? new Suggestions([], []) : Suggestions.For(plan, stock);
        return new SearchAnswer(
            typed.Text, plan.WasCut, total, [.. texts.Ranking.Page(skip, take).Select(writer.Write)],
            [.. texts.Matcher.Words.Select(Searched)], [.. texts.Dropped.Select(word => word.Word.Shown)],
            suggestions.NearNames, suggestions.MatchingParts);
    }

    private SearchPart? PartOf(string url) => places.TryGetValue(url, out var place) ? stock.Parts[place] : null;

    /// <summary>The parts in this index's own order; null where they are not of the same documents.</summary>
    private ImmutableArray<SearchPart>? TryOrder(ImmutableArray<SearchPart> parts)
    {
        if (parts.Length != Count || places.Count != Count)
            return null;
        var ordered = new SearchPart[parts.Length];
        foreach (var part in parts)
        {
            if (!places.TryGetValue(part.Document.Url, out var place) || ordered[place] is not null)
                return null;
            ordered[place] = part;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(ordered);
    }

    private static Dictionary<string, int> PlacesOf(ImmutableArray<SearchPart> parts)
    {
        var places = new Dictionary<string, int>(parts.Length, StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
            places.TryAdd(parts[i].Document.Url, i);
        return places;
    }

    private static SearchedWord Searched(QueryWord word) => new(word.Word.Shown, [.. word.Word.Spellings.Select(spelling => spelling.Text)]);

    private static int CompareForTies(SearchDocument left, SearchDocument right)
    {
        var order = (left.Slug is null).CompareTo(right.Slug is null);
        if (order == 0)
            order = string.CompareOrdinal(left.Slug?.Value, right.Slug?.Value);
        return order != 0 ? order : string.CompareOrdinal(left.Url, right.Url);
    }
}
