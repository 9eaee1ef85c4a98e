using System.Collections.Immutable;
using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Search;

/// <summary>A document with what it is ranked by.</summary>
/// <param name="Name">The name that decided, if one did.</param>
internal readonly record struct RankedDocument(int Document, MatchTier Tier, NameHit? Name, double Score) : IComparable<RankedDocument>
{
    public int CompareTo(RankedDocument other)
    {
        var order = other.Score.CompareTo(Score);
        return order != 0 ? order : Document.CompareTo(other.Document);
    }
}

/// <summary>
/// Orders documents by tier, then state, then score. Documents of one tier and state form a bucket; only buckets that a
/// page of the result reaches into are scored and sorted.
/// </summary>
internal sealed class Ranking
{
    private const int States = (int)ConceptState.Catalog + 1;

    private readonly ImmutableArray<SearchPart> parts;
    private readonly Dictionary<int, NameHit> names;
    private readonly List<int>?[] buckets = new List<int>?[(int)MatchTier.None * States];

    private Ranking(ImmutableArray<SearchPart> parts, Dictionary<int, NameHit> names) => (this.parts, this.names) = (parts, names);

    public int Total { get; private set; }

    public static Ranking Of(ImmutableArray<SearchPart> parts, ReadOnlySpan<MatchTier> tiers, Dictionary<int, NameHit> names)
    {
        var ranking = new Ranking(parts, names);
        for (var i = 0; i < parts.Length; i++)
        {
            var tier = names.TryGetValue(i, out var name) && name.Tier <= tiers[i] ? name.Tier : tiers[i];
            if (tier == MatchTier.None)
                continue;
            (ranking.buckets[((int)tier * States) + (int)parts[i].Document.State] ??= []).Add(i);
            ranking.Total++;
        }

        return ranking;
    }

    public List<RankedDocument> Page(int skip, int take, Scorer scorer)
    {
        var page = new List<RankedDocument>();
        for (var b = 0; b < buckets.Length && page.Count < take; b++)
        {
            if (buckets[b] is not { } bucket)
                continue;
            if (skip < bucket.Count)
                page.AddRange(Sorted(bucket, (MatchTier)(b / States), scorer).Skip(skip).Take(take - page.Count));
            skip = Math.Max(0, skip - bucket.Count);
        }

        return page;
    }

    private RankedDocument[] Sorted(List<int> bucket, MatchTier tier, Scorer scorer)
    {
        var ranked = new RankedDocument[bucket.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            var document = bucket[i];
            NameHit? name = names.TryGetValue(document, out var hit) && hit.Tier == tier ? hit : null;
            ranked[i] = new RankedDocument(document, tier, name, name?.Closeness ?? scorer.Score(parts[document]).Score);
        }

        Array.Sort(ranked);
        return ranked;
    }
}
