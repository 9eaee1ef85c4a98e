using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Linking;

namespace KubeGuide.Core;

/// <summary>Every spelling of the glossary, with what is made of them. While it stands, an unchanged note links as it did.</summary>
internal sealed class GlossaryTerms
{
    private readonly ImmutableArray<(Slug Slug, string Name)> titles;
    private readonly ImmutableArray<(string Old, Slug Now)> formerly;
    private readonly string? settingsHash;

    private GlossaryTerms(
        ImmutableArray<Term> all, ImmutableArray<(Slug Slug, string Name)> titles, ImmutableArray<(string Old, Slug Now)> formerly, string? settingsHash,
        TermIndex index, NoteRules rules)
    {
        (All, this.titles, this.formerly, this.settingsHash, Index, Rules) = (all, titles, formerly, settingsHash, index, rules);
    }

    public ImmutableArray<Term> All { get; }

    public TermIndex Index { get; }

    public NoteRules Rules { get; }

    /// <summary>The earlier ones where nothing changed that linking, names or the rules of a note depend on.</summary>
    public static GlossaryTerms Of(
        ImmutableArray<NoteConcepts> notes, ImmutableArray<Concept> headed, KubernetesCatalog catalog, NotesSettings settings, string? settingsHash, GlossaryTerms? known)
    {
        ImmutableArray<Term> all = [.. ConceptTerms.Of(notes, headed, catalog)];
        ImmutableArray<(Slug, string)> titles = [.. headed.Select(concept => (concept.Slug, concept.Name))];
        ImmutableArray<(string, Slug)> formerly = [.. notes.SelectMany(Formerly)];
        if (known is not null && known.settingsHash == settingsHash && known.titles.AsSpan().SequenceEqual(titles.AsSpan())
            && known.formerly.AsSpan().SequenceEqual(formerly.AsSpan()) && known.All.AsSpan().SequenceEqual(all.AsSpan()))
            return known;
        var rules = new NoteRules(catalog, settings, headed.ToDictionary(concept => concept.Slug, concept => concept.Name));
        return new GlossaryTerms(all, titles, formerly, settingsHash, TermIndex.Build(all, catalog.ShieldWords), rules);
    }

    public NameIndex NamesOf(ImmutableArray<Concept> concepts) => NameIndex.Build(concepts, All, formerly);

    /// <summary>Old slugs that a note keeps alive, each with the concept that it belongs to now.</summary>
    public static IEnumerable<(string Old, Slug Now)> Formerly(NoteConcepts note)
    {
        if (note.Own is { } own)
        {
            foreach (var old in note.Document.Formerly)
                yield return (old, own.Slug);
        }

        foreach (var place in note.Places)
        {
            foreach (var old in note.Document.Sections[place.Section].Heading?.Formerly ?? [])
                yield return (old, place.Slug);
        }
    }
}
