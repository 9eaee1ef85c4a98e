using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Search;

/// <summary>A name of a document that the whole query matched.</summary>
/// <param name="Closeness">0 to 1: how much of the name was typed.</param>
internal readonly record struct NameHit(NameKey Name, MatchTier Tier, double Closeness)
{
    /// <summary>Whether what was typed ends where a word of the name does, not inside one; of a topic, whether nothing but its words was typed.</summary>
    public bool IsWords { get; init; }

    /// <summary>The best name of each document for the keys. Near names count only where no name is exact.</summary>
    public static Dictionary<int, NameHit> Find(NameTable names, IEnumerable<string> keys)
    {
        var hits = new Dictionary<int, NameHit>();
        foreach (var key in keys)
        {
            foreach (var entry in names.StartingWith(key))
                Keep(hits, entry.Document, Of(entry, key));
        }

        if (hits.Values.Any(hit => hit.Tier == MatchTier.Name))
            return hits;
        foreach (var key in keys)
        {
            foreach (var (entry, distance) in names.Near(key))
                Keep(hits, entry.Document, new NameHit(entry.Name, MatchTier.Near, (1.0 / (1 + distance)) + Preference(entry.Name)));
        }

        return hits;
    }

    /// <summary>Where the query is nothing but names, the documents of all of them, in the order in which they were typed.</summary>
    public static void AddNamed(Dictionary<int, NameHit> hits, QueryPlan plan, NameTable names)
    {
        var named = plan.Content.Select(word => names.Named(word.Word.Shown)).ToList();
        if (hits.Values.Any(hit => hit.Tier == MatchTier.Name) || named.Any(entries => entries.All(entry => entry.Name.Name.Kind == TermKind.Misspelling)))
            return;
        foreach (var (index, entries) in named.Index())
        {
            foreach (var entry in entries)
                Keep(hits, entry.Document, new NameHit(entry.Name, MatchTier.Name, Preference(entry.Name) - index));
        }
    }

    /// <summary>The concept of the only name among the query's words: the query is about it, though its page may lack the others.</summary>
    public static void AddSubject(Dictionary<int, NameHit> hits, QueryPlan plan, NameTable names)
    {
        var named = plan.Content.Select(word => names.Named(word.Word.Shown)).Where(entries => entries.Count > 0).ToList();
        if (named is not [var subject])
            return;
        foreach (var entry in subject)
        {
            if (entry.Name.Name.Kind != TermKind.Misspelling)
                Keep(hits, entry.Document, new NameHit(entry.Name, MatchTier.Subject, Preference(entry.Name)));
        }
    }

    public static void AddTopics(Dictionary<int, NameHit> hits, QueryPlan plan, SearchStock stock)
    {
        foreach (var (document, hit) in stock.Topics.Find(plan, stock))
            Keep(hits, document, hit);
    }

    private static NameHit Of(NameTable.Entry entry, string key)
    {
        var isWhole = entry.Start == 0 && entry.Rest.Length == key.Length;
        var tier = entry switch
        {
            { Name.Name.Kind: TermKind.Misspelling } => isWhole ? MatchTier.Near : MatchTier.None,
            { Start: > 0 } => MatchTier.NamePart,
            _ => isWhole ? MatchTier.Name : MatchTier.Prefix,
        };
        return new NameHit(entry.Name, tier, ((double)key.Length / entry.Name.Key.Length) + Preference(entry.Name)) { IsWords = entry.Name.EndsWord(entry.Start + key.Length) };
    }

    /// <summary>Decides between names that are equally close: the kinds in their order.</summary>
    private static double Preference(NameKey name) => 0.01 * (TermKind.Misspelling - name.Name.Kind);

    private static void Keep(Dictionary<int, NameHit> hits, int document, NameHit hit)
    {
        if (hit.Tier == MatchTier.None)
            return;
        if (!hits.TryGetValue(document, out var other) || hit.Tier < other.Tier || (hit.Tier == other.Tier && hit.Closeness > other.Closeness))
            hits[document] = hit;
    }
}
