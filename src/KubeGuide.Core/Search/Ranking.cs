using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Search;

/// <summary>A document with what it is ranked by; in order, best first.</summary>
/// <param name="Name">The name that decided, if one did.</param>
internal readonly record struct RankedDocument(int Document, MatchTier Tier, double Score, NameHit? Name) : IComparable<RankedDocument>
{
    public int CompareTo(RankedDocument other)
    {
        var order = other.Score.CompareTo(Score);
        return order != 0 ? order : Document.CompareTo(other.Document);
    }
}

/// <summary>
/// Orders documents by tier, then state, then score. It counts all and keeps the best: documents of one tier and state
/// form a bucket, which holds no more than can be asked for.
/// </summary>
/// <param name="names">Names that match the whole query, by document.</param>
/// <param name="capacity">Places that can be asked for, from the first.</param>
internal sealed class Ranking(SearchStock stock, Dictionary<int, NameHit> names, int capacity)
{
    /// <summary>The manual of the site itself stands behind every state.</summary>
    private const int States = (int)ConceptState.Catalog + 2;

    /// <summary>Above the weight of any topic.</summary>
    public const double AnswerWeight = 100_000;

    private readonly Bucket?[] buckets = new Bucket?[(int)MatchTier.None * States];
    private readonly HashSet<int> betterByText = [];

    public int Total { get; private set; }

    /// <summary>Adds a document by its text, unless a name of it matches as well or better; a text is a topic only where it is its answer.</summary>
    public void AddText(int document, TextMatch match)
    {
        if (names.TryGetValue(document, out var name))
        {
            if (name.Tier < match.Tier || (name.Tier == match.Tier && match.Tier != MatchTier.Topic))
                return;
            betterByText.Add(document);
        }

        Add(new RankedDocument(document, match.Tier, match.Score, null));
    }

    /// <summary>Adds the names, after all texts. What the team wrote under a title that begins with what was typed comes before what usually answers it.</summary>
    public void AddNames()
    {
        var asksForTopic = names.Values.Any(name => name.Tier == MatchTier.Topic);
        foreach (var (document, name) in names)
        {
            if (betterByText.Contains(document))
                continue;
            var answers = asksForTopic && name is { Tier: MatchTier.Prefix, IsWords: true } && stock.Parts[document].State == ConceptState.Written;
            Add(answers ? new RankedDocument(document, MatchTier.Topic, (2 * AnswerWeight) + name.Closeness, name) : new RankedDocument(document, name.Tier, name.Closeness, name));
        }
    }

    public List<RankedDocument> Page(int skip, int take)
    {
        var page = new List<RankedDocument>();
        foreach (var bucket in buckets)
        {
            if (bucket is null)
                continue;
            if (skip < bucket.Count)
                page.AddRange(bucket.Best.Skip(skip).Take(take - page.Count));
            skip = Math.Max(0, skip - bucket.Count);
        }

        return page;
    }

    private void Add(RankedDocument ranked)
    {
        var part = stock.Parts[ranked.Document];
        var tier = part.IsManual && ranked.Tier > MatchTier.NamePart ? MatchTier.Facts : ranked.Tier;
        (buckets[((int)tier * States) + Standing(part, tier)] ??= new Bucket(capacity)).Add(ranked);
        Total++;
    }

    /// <summary>A topic has an order of its own.</summary>
    private static int Standing(SearchPart part, MatchTier tier) => part.IsManual ? States - 1 : tier == MatchTier.Topic ? 0 : (int)part.State;

    private sealed class Bucket(int capacity)
    {
        private readonly PriorityQueue<RankedDocument, RankedDocument> worstFirst =
            new(Comparer<RankedDocument>.Create((left, right) => right.CompareTo(left)));

        public int Count { get; private set; }

        public IEnumerable<RankedDocument> Best => worstFirst.UnorderedItems.Select(item => item.Element).Order();

        public void Add(RankedDocument ranked)
        {
            Count++;
            if (worstFirst.Count < capacity)
                worstFirst.Enqueue(ranked, ranked);
            else if (capacity > 0 && ranked.CompareTo(worstFirst.Peek()) < 0)
                worstFirst.EnqueueDequeue(ranked, ranked);
        }
    }
}
