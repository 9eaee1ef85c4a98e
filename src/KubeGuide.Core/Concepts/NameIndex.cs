using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>Leads from any spelling to its concept: slug, name, plural, alias, short name, Japanese, misspelling, old slug.</summary>
public sealed class NameIndex
{
    private readonly Dictionary<string, Slug> byKey;

    private NameIndex(Dictionary<string, Slug> byKey) => this.byKey = byKey;

    /// <param name="formerly">Old slugs and the concepts that they belong to now.</param>
    public static NameIndex Build(IEnumerable<Concept> concepts, IEnumerable<Term> terms, IEnumerable<(string Old, Slug Now)> formerly)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        var list = concepts.ToImmutableArray();
        var slugs = list.Select(c => c.Slug).ToHashSet();
        var byKey = new Dictionary<string, Slug>(StringComparer.Ordinal);
        foreach (var concept in list)
            byKey.TryAdd(Key(concept.Slug.Value), concept.Slug);
        foreach (var concept in list)
            byKey.TryAdd(Key(concept.Name), concept.Slug);
        foreach (var (old, now) in formerly)
            byKey.TryAdd(Key(old), now);
        foreach (var term in terms.Where(t => slugs.Contains(t.Concept)).OrderBy(t => t.Policy == TermPolicy.SearchOnly).ThenBy(t => t.Kind))
            byKey.TryAdd(Key(term.Text), term.Concept);
        byKey.Remove("");
        return new NameIndex(byKey);
    }

    /// <summary>The concept that a reader means by this spelling, or null.</summary>
    public Slug? Find(string spelling)
    {
        ArgumentNullException.ThrowIfNull(spelling);
        return byKey.TryGetValue(Key(spelling), out var slug) ? slug : null;
    }

    /// <summary>Every known spelling in its folded form.</summary>
    public IEnumerable<string> Keys => byKey.Keys;

    private static string Key(string spelling) =>
        Folding.Fold(spelling).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
