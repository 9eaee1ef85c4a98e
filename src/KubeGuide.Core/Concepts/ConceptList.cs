using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Concepts;

/// <summary>Completes the notes' concepts with those that are only named and those that only the catalog knows.</summary>
public static class ConceptList
{
    /// <summary>The concepts with a heading first, then homonyms and entries in the catalog's order.</summary>
    /// <param name="known">Concepts of an earlier glossary, which serve again where nothing changed.</param>
    internal static ImmutableArray<Concept> Complete(
        ImmutableArray<Concept> headed, MentionIndex mentions, KubernetesCatalog catalog, IReadOnlyDictionary<Slug, Concept>? known)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var taken = headed.Select(concept => concept.Slug).ToHashSet();
        var entries = headed.Where(concept => concept.Entry is not null).Select(concept => concept.Entry!.Slug).ToHashSet();
        var homonyms = headed.Where(concept => concept.Senses.Length > 0).Select(concept => concept.Senses[0].HomonymOf).ToHashSet();
        var concepts = headed.ToBuilder();
        foreach (var homonym in catalog.Homonyms)
        {
            if (!homonyms.Contains(homonym.Slug) && taken.Add(homonym.Slug))
                concepts.Add(Known(homonym.Slug, ConceptState.Catalog) ?? OfHomonym(homonym));
        }

        foreach (var entry in catalog.Entries)
        {
            if (entries.Contains(entry.Slug) || !taken.Add(entry.Slug))
                continue;
            var state = StateWithoutHeading(entry, mentions);
            concepts.Add(Known(entry.Slug, state) ?? OfEntry(entry, state));
        }

        return concepts.ToImmutable();

        Concept? Known(Slug slug, ConceptState state) => known?.GetValueOrDefault(slug) is { Places.IsEmpty: true } concept && concept.State == state ? concept : null;
    }

    /// <summary>What lists show: by group, then front matter's order, then as the notes have it, the merely named ones last.</summary>
    public static ImmutableArray<Concept> InReadingOrder(ImmutableArray<Concept> concepts, GroupNames groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var rank = groups.InOrder.Select((group, index) => (group.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        return
        [
            .. concepts.Where(concept => concept.State != ConceptState.Catalog)
                .OrderBy(concept => rank[concept.Group])
                .ThenBy(concept => concept.State == ConceptState.Mentioned)
                .ThenBy(concept => concept.Order ?? int.MaxValue),
        ];
    }

    /// <summary>The state of an entry that no heading of the notes names.</summary>
    internal static ConceptState StateWithoutHeading(CatalogEntry entry, MentionIndex mentions) =>
        mentions.IsNamed(entry.Slug) ? ConceptState.Mentioned : ConceptState.Catalog;

    private static Concept OfHomonym(Homonym homonym) => new()
    {
        Slug = homonym.Slug,
        Name = homonym.Name,
        State = ConceptState.Catalog,
        Group = homonym.Group,
        Senses = homonym.Senses,
        Aliases = Spellings(homonym.Terms, homonym.Name),
    };

    private static Concept OfEntry(CatalogEntry entry, ConceptState state) => new()
    {
        Slug = entry.Slug,
        Name = entry.Name,
        State = state,
        Group = entry.Group,
        Entry = entry,
        Aliases = Spellings(entry.Terms, entry.Name),
    };

    /// <summary>The spellings that a reader may use for it, without the name itself, plurals and misspellings.</summary>
    public static ImmutableArray<string> Spellings(IEnumerable<CatalogTerm> terms, string name) =>
    [
        .. terms.Where(term => term.Kind is TermKind.Name or TermKind.Alias or TermKind.ShortName && term.Policy != TermPolicy.SearchOnly && term.Text != name)
            .Select(term => term.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
