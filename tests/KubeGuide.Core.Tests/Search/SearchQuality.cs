using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Search;

namespace KubeGuide.Core.Tests.Search;

/// <summary>How well an index answers a table of queries; works for any glossary.</summary>
internal sealed record SearchQuality(int Count, ImmutableArray<string> NotFirst, ImmutableArray<string> NotInFive)
{
    public double First => 1 - ((double)NotFirst.Length / Count);

    /// <param name="table">Each query with the slug of the answer that has to be first; <c>a b</c> where either may be.</param>
    public static SearchQuality Of(SearchIndex index, IEnumerable<(string Query, string Slugs)> table)
    {
        var (count, notFirst, notInFive) = (0, new List<string>(), new List<string>());
        foreach (var (query, slugs) in table)
        {
            count++;
            var wanted = slugs.Split(' ');
            var found = index.Search(query, 0, 5).Hits.Select(hit => hit.Slug?.Value ?? hit.Url).ToList();
            var line = $"{query} → {string.Join(' ', found)}, not {slugs}";
            if (found.Count == 0 || !wanted.Contains(found[0]))
                notFirst.Add(line);
            if (!found.Intersect(wanted).Any())
                notInFive.Add(line);
        }

        return new SearchQuality(count, [.. notFirst], [.. notInFive]);
    }

    /// <summary>Every spelling of every concept as a query, also as somebody in a hurry types it.</summary>
    public static IEnumerable<(string Query, string Slugs)> NamesOf(IEnumerable<SearchDocument> documents)
    {
        var owners = documents.Where(document => document.Slug is not null)
            .SelectMany(document => document.Names.Select(name => (name.Text, Slug: document.Slug!.Value, name.Kind)))
            .Where(name => name.Kind != TermKind.Misspelling)
            .GroupBy(name => name.Text.ToLowerInvariant(), name => name.Slug, StringComparer.Ordinal);
        foreach (var owner in owners)
        {
            var slugs = string.Join(' ', owner.Distinct());
            yield return (owner.Key, slugs);
            yield return (owner.Key.ToUpperInvariant() + " ", slugs);
            yield return (FullWidth(owner.Key), slugs);
        }
    }

    private static string FullWidth(string text) => new([.. text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)]);
}
