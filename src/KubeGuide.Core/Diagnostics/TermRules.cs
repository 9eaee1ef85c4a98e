using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Diagnostics;

/// <summary>Slips in the terms that the linker found.</summary>
internal static class TermRules
{
    /// <summary>Listed misspellings in prose. A misspelt title of a concept is <c>misspelt-kind</c>, and code may quote a slip.</summary>
    /// <param name="corrections">By the misspelling as listed; the title of its concept stands in for what is not listed.</param>
    public static IEnumerable<Diagnostic> Misspelt(
        NoteText text, NoteConcepts note, ImmutableArray<Mention> mentions, IReadOnlyDictionary<string, string> corrections, IReadOnlyDictionary<Slug, string> titlesBySlug)
    {
        var titles = note.Places.Where(place => place.Match?.Kind == MatchKind.Misspelling).Select(place => place.Section).ToHashSet();
        foreach (var mention in mentions)
        {
            if (mention.Term.Kind != TermKind.Misspelling || (mention.Place.Kind == PlaceKind.Heading && titles.Contains(mention.Place.Index)))
                continue;
            var meant = corrections.GetValueOrDefault(mention.Term.Text) ?? titlesBySlug.GetValueOrDefault(mention.To);
            if (meant is not null && IsProse(note.Document, mention))
                yield return text.At("misspelt-term", mention.Line, mention.Text, $"「{mention.Text}」は「{meant}」の綴り誤りと思われます。", meant);
        }
    }

    /// <summary>What was meant by each listed misspelling: the nearest of the same entry's spellings.</summary>
    public static FrozenDictionary<string, string> Corrections(KubernetesCatalog catalog) =>
        catalog.Entries.Select(entry => entry.Terms).Concat(catalog.Homonyms.Select(homonym => homonym.Terms))
            .SelectMany(terms => terms.Where(term => term.Kind == TermKind.Misspelling).Select(term => (term.Text, Meant: Nearest(term.Text, terms))))
            .DistinctBy(pair => pair.Text, StringComparer.Ordinal)
            .ToFrozenDictionary(pair => pair.Text, pair => pair.Meant, StringComparer.Ordinal);

    private static string Nearest(string written, ImmutableArray<CatalogTerm> terms) =>
        terms.Where(term => term.Kind is TermKind.Name or TermKind.Alias).MinBy(term => EditDistance.Between(written, term.Text, written.Length))?.Text ?? terms[0].Text;

    /// <summary>
    /// A term that the notes spell in two ways (コンテナ, コンテナー): every place of the rarer ones. Of equally frequent
    /// spellings the catalog's stays.
    /// </summary>
    public static IEnumerable<Diagnostic> Variants(ImmutableArray<LinkedNote> notes)
    {
        var spellings = new Dictionary<(Slug, string), Dictionary<string, int>>();
        var given = new Dictionary<(Slug, string), string?>();
        foreach (var mention in notes.SelectMany(note => note.Mentions))
        {
            if (SpellingOf(mention) is not { } spelling)
                continue;
            var key = (mention.To, Folding.Fold(spelling));
            if (!spellings.TryGetValue(key, out var counts))
                spellings[key] = counts = new Dictionary<string, int>(StringComparer.Ordinal);
            counts[spelling] = counts.GetValueOrDefault(spelling) + 1;
            given.TryAdd(key, Katakana(mention.Term.Text));
        }

        var kept = spellings.Where(term => term.Value.Count > 1).ToDictionary(term => term.Key, term => Kept(term.Value, given[term.Key]));
        return kept.Count == 0 ? [] : notes.SelectMany(note => Rarer(note, kept));
    }

    private static string Kept(Dictionary<string, int> counts, string? given) =>
        counts.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key == given).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;

    private static IEnumerable<Diagnostic> Rarer(LinkedNote note, Dictionary<(Slug, string), string> kept)
    {
        var text = new NoteText(note.Document);
        foreach (var mention in note.Mentions)
        {
            if (SpellingOf(mention) is { } spelling && kept.TryGetValue((mention.To, Folding.Fold(spelling)), out var usual) && spelling != usual && IsProse(note.Document, mention))
                yield return text.At("term-variants", mention.Line, mention.Text, $"「{spelling}」は、ほかでは「{usual}」と書かれています。", usual);
        }
    }

    /// <summary>
    /// The katakana of a mention, in which a final ー is a matter of spelling; null for a mention without. What other rules
    /// look after (width, spaces, capitals) makes no difference.
    /// </summary>
    private static string? SpellingOf(Mention mention) => mention.Term.Kind == TermKind.Misspelling ? null : Katakana(mention.Text);

    private static string? Katakana(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u30A1', '\u30FC'))
            return null;
        var spelling = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || Folding.IsInvisible(c))
                continue;
            if (c is (>= '\uFF61' and <= '\uFF9F') or '\u3099' or '\u309A')
                return null;
            var plain = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            spelling.Append(char.ToLowerInvariant(plain));
        }

        return spelling.ToString();
    }

    private static bool IsProse(NoteDocument note, Mention mention) => mention.Place.In(note).Slots[mention.Slot] is TextSlot { Kind: RunKind.Prose };
}
