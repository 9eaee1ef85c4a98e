using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.References;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Search;

namespace KubeGuide.Core;

/// <summary>The immutable snapshot that everything is served from.</summary>
public sealed class Glossary
{
    private readonly Dictionary<string, ImmutableArray<Concept>> byGroup = [];
    private readonly Dictionary<Slug, Slug> byEntry = [];
    private readonly Dictionary<Slug, Slug> homonyms = [];
    private readonly Lazy<Bibliography> bibliography;
    private readonly Lazy<ImmutableArray<Diagnostic>> diagnostics;
    private readonly Lazy<SearchIndex> search;

    /// <param name="earlier">What search already knows of it is taken over.</param>
    internal Glossary(GlossaryTerms spellings, MentionIndex mentions, NotesSettings settings, ReferenceTitles ownTitles, Glossary? earlier)
    {
        var known = earlier?.search.IsValueCreated == true ? earlier : null;
        (Spellings, Mentions, Settings, OwnTitles) = (spellings, mentions, settings, ownTitles);
        bibliography = new Lazy<Bibliography>(() => Bibliography.Of(Citations.In(Notes), Titles!));
        diagnostics = new Lazy<ImmutableArray<Diagnostic>>(() => Findings.Of(this));
        search = new Lazy<SearchIndex>(() => SearchIndex.Build(SearchDocuments.Of(this, known), known?.Search, Catalog!.Topics));
    }

    /// <summary>Sixteen hex digits that change when any note or setting of the notes changes; equal notes give equal versions.</summary>
    public required string Version { get; init; }

    /// <summary>Every concept by slug, those that only the catalog knows included.</summary>
    public required IReadOnlyDictionary<Slug, Concept> Concepts { get; init; }

    /// <summary>The concepts that the notes have or name, in reading order: by group, then order, then name.</summary>
    public required ImmutableArray<Concept> Listed
    {
        get;
        init
        {
            field = value;
            byGroup = value.GroupBy(concept => concept.Group).ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
            byEntry = value.Where(concept => concept.Entry is not null).ToDictionary(concept => concept.Entry!.Slug, concept => concept.Slug);
            homonyms = value.Where(concept => concept.Sources.Length > 0 && concept.Senses.Length > 0)
                .ToDictionary(concept => concept.Senses[0].HomonymOf!, concept => concept.Slug);
        }
    }

    /// <summary>Groups that have a listed concept, in reading order.</summary>
    public required ImmutableArray<ConceptGroup> Groups { get; init; }

    /// <summary>Every note, ordinal by path.</summary>
    public required ImmutableArray<LinkedNote> Notes { get; init; }

    public required IReadOnlyDictionary<string, LinkedNote> NotesByPath { get; init; }

    public TermIndex Terms => Spellings.Index;

    /// <summary>Every spelling with what it leads to.</summary>
    public required NameIndex Names { get; init; }

    /// <summary>Made when somebody asks for it first: no page waits for it.</summary>
    public SearchIndex Search => search.Value;

    public required LinkResolver Links { get; init; }

    /// <summary>Worked out when somebody asks for it first.</summary>
    public Bibliography Bibliography => bibliography.Value;

    /// <summary>Titles that people gave to the articles that the notes cite.</summary>
    public required ReferenceTitles Titles { get; init; }

    /// <summary>What is to be mended in the notes; worked out when somebody asks for it first.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => diagnostics.Value;

    public required NotesSnapshot Files { get; init; }

    public required KubernetesCatalog Catalog { get; init; }

    internal MentionIndex Mentions { get; }

    internal NotesSettings Settings { get; }

    /// <summary>Of the notes' own <c>references.yml</c>.</summary>
    internal ReferenceTitles OwnTitles { get; }

    /// <summary>What <see cref="Terms"/> and <see cref="Names"/> were made of.</summary>
    internal GlossaryTerms Spellings { get; }

    /// <summary>The concept with exactly this slug, or null.</summary>
    public Concept? Find(string slug) => Slug.TryParse(slug, out var parsed) ? Concepts.GetValueOrDefault(parsed) : null;

    /// <summary>The listed concepts of a group, in reading order.</summary>
    public ImmutableArray<Concept> InGroup(string id) => byGroup.GetValueOrDefault(id, []);

    /// <summary>The concept at the end of a relation: an entry's own, or the homonym that the notes write of; null outside the catalog.</summary>
    public Slug? SlugOfKey(string key)
    {
        if (!Catalog.ByKey.TryGetValue(key, out var entry))
            return null;
        var own = byEntry.GetValueOrDefault(entry.Slug, entry.Slug);
        return Concepts[own].Sources.Length == 0 && entry.HomonymOf is { } shared ? homonyms.GetValueOrDefault(shared, own) : own;
    }

    /// <summary>Every mention of a concept, suppressed ones included, in the order of the notes.</summary>
    public IEnumerable<MentionPlace> MentionsOf(Slug concept) => Mentions.Of(concept);

    /// <summary>Mentions that a concept's page shows: linked, repeated and opted out, in the order of the notes.</summary>
    public IEnumerable<MentionPlace> Backlinks(Slug concept) =>
        MentionsOf(concept).Where(place => place.Mention.IsBacklink && place.From != concept);

    /// <summary>The headings that name a concept, in the order of the notes; those of its own sections not among them.</summary>
    public IEnumerable<MentionPlace> HeadingsNaming(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        return MentionsOf(concept.Slug)
            .Where(place => place.From != concept.Slug && place.Mention.Place.Kind == PlaceKind.Heading && (place.Mention.NamesConcept || IsWholeHeading(place)))
            .DistinctBy(place => (place.Note.Path, place.Mention.Place));
    }

    private static bool IsWholeHeading(MentionPlace place) =>
        HeadingTitle.Clean(place.Note.Document.Sections[place.Mention.Place.Index].Heading!.Text) == place.Mention.Text;

    /// <summary>Every mention in a concept's own text, suppressed ones included, in the order of the notes.</summary>
    public IEnumerable<MentionPlace> OwnMentions(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        return concept.Sources.Select(source => source.Path).Distinct(StringComparer.Ordinal).Select(path => NotesByPath[path])
            .SelectMany(note => note.Mentions, (note, mention) => new MentionPlace(note, mention))
            .Where(place => place.From == concept.Slug);
    }

    /// <summary>Backlinks read from their other end: what a concept's own text names.</summary>
    public IEnumerable<MentionPlace> MentionsIn(Concept concept) =>
        OwnMentions(concept).Where(place => place.Mention.IsBacklink && place.Mention.To != concept.Slug);
}

/// <summary>A note with its concepts and the decisions on its mentions.</summary>
/// <param name="Mentions">In document order.</param>
public sealed record LinkedNote(NoteConcepts Concepts, ImmutableArray<Mention> Mentions)
{
    private readonly Lazy<ImmutableArray<Diagnostic>> findings = new([]);

    /// <summary>Links a note as the terms and the settings of a glossary say.</summary>
    internal static LinkedNote Of(NoteConcepts note, GlossaryTerms spellings, NotesSettings settings) =>
        new(note, Linker.Link(note.Document, note.Owners, spellings.Index, settings.NoLink), spellings.Rules);

    /// <param name="rules">Asked when somebody asks for the findings first.</param>
    private LinkedNote(NoteConcepts concepts, ImmutableArray<Mention> mentions, NoteRules rules)
        : this(concepts, mentions) => findings = new Lazy<ImmutableArray<Diagnostic>>(() => rules.Check(concepts, mentions));

    /// <summary>What is to be mended, as far as this note and its mentions alone tell; whatever the settings think of the severity.</summary>
    public ImmutableArray<Diagnostic> Findings => findings.Value;

    public NoteDocument Document => Concepts.Document;

    public string Path => Concepts.Document.Path;

    /// <summary>The mentions in one fragment of the note, in its order.</summary>
    public IEnumerable<Mention> MentionsAt(Place place)
    {
        var (first, end) = (0, Mentions.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (Mentions[middle].Place.IsBefore(place))
                first = middle + 1;
            else
                end = middle;
        }

        return Mentions.Skip(first).TakeWhile(mention => mention.Place == place);
    }
}

/// <summary>A mention with the note it stands in.</summary>
public readonly record struct MentionPlace(LinkedNote Note, Mention Mention)
{
    /// <summary>The concept whose text the mention stands in; null for text of no concept.</summary>
    public Slug? From => Mention.Place.Kind == PlaceKind.Footnote ? null : Note.Concepts.Owners[Mention.Place.Index];
}
