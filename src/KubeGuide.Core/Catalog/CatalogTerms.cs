using System.Collections.Immutable;

namespace KubeGuide.Core.Catalog;

/// <summary>Gathers every spelling of an entry; each text stands once, where it may do most.</summary>
internal static class CatalogTerms
{
    public static ImmutableArray<CatalogTerm> Of(EntryRow row, ResourceFacts? facts)
    {
        var terms = new Collector();
        terms.Add([row.Name, row.English], TermKind.Name, row.CodeOnly ? TermPolicy.CodeOnly : TermPolicy.Link);
        if (row.Homonym is null)
            terms.Add([facts is null ? row.Plural : PluralOf(facts)], TermKind.Plural, row.CodeOnly ? TermPolicy.CodeOnly : TermPolicy.Link);
        terms.Add(row.Aliases, TermKind.Alias, TermPolicy.Link);
        if (row.Homonym is null)
            terms.Add([facts?.Singular, facts?.Plural], TermKind.ResourceName, TermPolicy.CodeOnly);
        terms.Add(facts?.ShortNames, TermKind.ShortName, TermPolicy.CodeOnly);
        terms.Add(row.Headings, TermKind.Alias, TermPolicy.SearchOnly);
        terms.Add(row.SearchOnly, TermKind.Alias, TermPolicy.SearchOnly);
        terms.Add(row.Misspellings, TermKind.Misspelling, TermPolicy.Link);
        return terms.ToImmutable();
    }

    public static ImmutableArray<CatalogTerm> Of(HomonymRow row, IEnumerable<CatalogEntry> senses)
    {
        var terms = new Collector();
        terms.Add([row.Name], TermKind.Name, TermPolicy.Link);
        terms.Add([row.Plural], TermKind.Plural, TermPolicy.Link);
        terms.Add(row.Aliases, TermKind.Alias, TermPolicy.Link);
        foreach (var sense in senses)
            terms.Add([sense.Facts?.Singular, sense.Facts?.Plural], TermKind.ResourceName, TermPolicy.CodeOnly);
        terms.Add(row.Headings, TermKind.Alias, TermPolicy.SearchOnly);
        terms.Add(row.SearchOnly, TermKind.Alias, TermPolicy.SearchOnly);
        terms.Add(row.Misspellings, TermKind.Misspelling, TermPolicy.Link);
        return terms.ToImmutable();
    }

    /// <summary>The kind's own letters as far as the lower-case plural has them, then its ending: NetworkPolicies. Null where both are one word (Endpoints).</summary>
    private static string? PluralOf(ResourceFacts facts)
    {
        var (kind, plural) = (facts.Kind, facts.Plural);
        if (plural is null || plural.Equals(kind, StringComparison.OrdinalIgnoreCase))
            return null;
        var common = 0;
        while (common < kind.Length && common < plural.Length && char.ToLowerInvariant(kind[common]) == plural[common])
            common++;
        return string.Concat(kind.AsSpan(0, common), plural.AsSpan(common));
    }

    private sealed class Collector
    {
        private readonly ImmutableArray<CatalogTerm>.Builder terms = ImmutableArray.CreateBuilder<CatalogTerm>();
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public void Add(IEnumerable<string?>? texts, TermKind kind, TermPolicy policy)
        {
            foreach (var text in texts ?? [])
            {
                if (text is not null && seen.Add(text))
                    terms.Add(new CatalogTerm(text, kind, policy));
            }
        }

        public ImmutableArray<CatalogTerm> ToImmutable() => terms.ToImmutable();
    }
}
