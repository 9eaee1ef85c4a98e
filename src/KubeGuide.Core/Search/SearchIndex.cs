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

    private SearchIndex(SearchStock stock) => this.stock = stock;

    /// <summary>Documents that can be found.</summary>
    public int Count => stock.Parts.Length;

    /// <summary>Builds the index; what an earlier one knows of an unchanged document is taken over.</summary>
    public static SearchIndex Build(IReadOnlyList<SearchDocument> documents, SearchIndex? previous = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var known = (previous?.stock.Parts ?? []).GroupBy(part => part.Document.Url, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var built = new SearchPart[documents.Count];
        Parallel.For(0, built.Length, i =>
            built[i] = known.TryGetValue(documents[i].Url, out var part) && part.IsOf(documents[i]) ? part : SearchPart.Of(documents[i]));
        Array.Sort(built, CompareForTies);
        return new SearchIndex(new SearchStock([.. built], previous?.stock));
    }

    /// <summary>Finds documents, best first; equal ones in the order of their slugs.</summary>
    /// <param name="skip">Hits to leave out before the first.</param>
    /// <param name="take">Most hits to give.</param>
    public SearchAnswer Search(string query, int skip = 0, int take = 20)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        var typed = TypedQuery.Read(query, MaxQueryLength);
        if (typed.Tokens.IsEmpty)
            return new SearchAnswer(typed.Text, "", typed.WasCut, 0, [], [], [], [], []);
        var planner = new QueryPlanner(stock);
        var plan = planner.Plan(typed);
        var names = NameHit.Find(stock.Names, plan.Keys);
        var search = new TextSearch(stock, names, (int)Math.Min((long)skip + take, int.MaxValue));
        var texts = search.All(plan.Words, plan.Phrase);
        if (texts.Count == 0 && names.Count == 0 && plan.Words.Length > 1)
        {
            plan = planner.Widen(plan);
            texts = search.AllOrNearest(plan.Words, plan.Phrase);
        }

        texts.Ranking.AddNames();
        return Answer(typed, plan, texts, skip, take);
    }

    private SearchAnswer Answer(TypedQuery typed, QueryPlan plan, TextResult texts, int skip, int take)
    {
        var total = texts.Ranking.Total;
        var writer = new HitWriter(stock, texts.Matcher);
        var suggestions = total > 0 ? new Suggestions([], []) : Suggestions.For(plan, stock);
        return new SearchAnswer(
            typed.Text, plan.Understood, plan.WasCut, total, [.. texts.Ranking.Page(skip, take).Select(writer.Write)],
            [.. texts.Matcher.Words.Select(Searched)], [.. texts.Dropped.Select(word => word.Word.Shown)],
            suggestions.NearNames, suggestions.MatchingParts);
    }

    private static SearchedWord Searched(QueryWord word) => new(word.Word.Shown, [.. word.Word.Spellings.Select(spelling => spelling.Text)]);

    private static int CompareForTies(SearchPart left, SearchPart right)
    {
        var order = (left.Document.Slug is null).CompareTo(right.Document.Slug is null);
        if (order == 0)
            order = string.CompareOrdinal(left.Document.Slug?.Value, right.Document.Slug?.Value);
        return order != 0 ? order : string.CompareOrdinal(left.Document.Url, right.Document.Url);
    }
}
