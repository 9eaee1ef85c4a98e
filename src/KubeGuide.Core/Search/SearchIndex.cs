using System.Collections.Immutable;

namespace KubeGuide.Core.Search;

/// <summary>
/// Everything that can be found, in memory and immutable. A query reads the documents whose filter lets it through and
/// verifies each on its folded text, so that there is nothing to merge when one document changes.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>A longer query is cut, and the answer says so.</summary>
    public const int MaxQueryLength = 200;

    private readonly ImmutableArray<SearchPart> parts;
    private readonly NameTable names;
    private readonly double averageLength;

    private SearchIndex(ImmutableArray<SearchPart> parts)
    {
        this.parts = parts;
        names = new NameTable(parts);
        var sections = parts.Sum(part => (long)part.Document.Sections.Length);
        averageLength = Math.Max(1, (double)parts.Sum(part => (long)part.Text.Length) / Math.Max(1, sections));
    }

    /// <summary>Documents that can be found.</summary>
    public int Count => parts.Length;

    /// <summary>Bytes of the folded texts and their filters; the documents themselves are the caller's.</summary>
    public long Bytes => parts.Sum(part => part.Bytes);

    /// <summary>Builds the index; what an earlier one knows of an unchanged document is taken over.</summary>
    public static SearchIndex Build(IReadOnlyList<SearchDocument> documents, SearchIndex? previous = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var known = (previous?.parts ?? []).GroupBy(part => part.Document.Url, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var built = new SearchPart[documents.Count];
        Parallel.For(0, built.Length, i =>
            built[i] = known.TryGetValue(documents[i].Url, out var part) && part.IsOf(documents[i]) ? part : SearchPart.Of(documents[i]));
        Array.Sort(built, CompareForTies);
        return new SearchIndex([.. built]);
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
        var planner = new QueryPlanner(parts, names);
        var plan = planner.Plan(typed);
        var nameHits = NameHit.Find(names, plan.Keys);
        var matches = Match(planner, ref plan, nameHits.Count > 0);
        var ranking = Ranking.Of(parts, matches.Tiers, nameHits);
        var scorer = new Scorer(matches.Kept, plan.Phrase, averageLength);
        var writer = new HitWriter(matches.Kept, scorer);
        ImmutableArray<SearchHit> hits = [.. ranking.Page(skip, take, scorer).Select(hit => writer.Write(hit.Document, parts[hit.Document], hit.Tier, hit.Name))];
        var suggestions = ranking.Total > 0 ? new Suggestions([], []) : Suggestions.For(plan, parts, names);
        return new SearchAnswer(
            typed.Text, plan.Understood, plan.WasCut, ranking.Total, hits, [.. matches.Kept.Select(Searched)],
            [.. matches.Dropped.Select(word => word.Word.Shown)], suggestions.NearNames, suggestions.MatchingParts);
    }

    /// <summary>All words; else all words in the wider sense; else, if no name matched either, as many as any document has.</summary>
    private static Relaxation Match(QueryPlanner planner, ref QueryPlan plan, bool hasNames)
    {
        var matches = Relaxation.All(plan.Words);
        if (matches.HasMatches || hasNames || plan.Words.Length < 2)
            return matches;
        plan = planner.Widen(plan);
        matches = Relaxation.All(plan.Words);
        return matches.HasMatches ? matches : Relaxation.Nearest(plan.Words);
    }

    private static SearchedWord Searched(WordMatches word) => new(word.Word.Shown, [.. word.Word.Spellings.Select(spelling => spelling.Text)]);

    private static int CompareForTies(SearchPart left, SearchPart right)
    {
        var order = (left.Document.Slug is null).CompareTo(right.Document.Slug is null);
        if (order == 0)
            order = string.CompareOrdinal(left.Document.Slug?.Value, right.Document.Slug?.Value);
        return order != 0 ? order : string.CompareOrdinal(left.Document.Url, right.Document.Url);
    }
}
