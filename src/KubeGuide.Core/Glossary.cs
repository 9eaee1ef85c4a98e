using System.Collections.Frozen;
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
    private readonly FrozenDictionary<string, ImmutableArray<Concept>> byGroup = FrozenDictionary<string, ImmutableArray<Concept>>.Empty;
    private readonly FrozenDictionary<Slug, Slug> byEntry = FrozenDictionary<Slug, Slug>.Empty;

    /// <summary>Sixteen hex digits that change when any note or setting of the notes changes; equal notes give equal versions.</summary>
    public required string Version { get; init; }

    /// <summary>Every concept by slug, those that only the catalog knows included.</summary>
    public required FrozenDictionary<Slug, Concept> Concepts { get; init; }

    /// <summary>The concepts that the notes have or name, in reading order: by group, then order, then name.</summary>
    public required ImmutableArray<Concept> Listed
    {
        get;
        init
        {
            field = value;
            byGroup = value.GroupBy(concept => concept.Group).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
            byEntry = value.Where(concept => concept.Entry is not null).ToFrozenDictionary(concept => concept.Entry!.Slug, concept => concept.Slug);
        }
    }

    /// <summary>Groups that have a listed concept, in reading order.</summary>
    public required ImmutableArray<ConceptGroup> Groups { get; init; }

    /// <summary>Every note, ordinal by path.</summary>
    public required ImmutableArray<LinkedNote> Notes { get; init; }

    public required FrozenDictionary<string, LinkedNote> NotesByPath { get; init; }

    /// <summary>Mentions by the concept they name, in the order of the notes.</summary>
    public required FrozenDictionary<Slug, ImmutableArray<MentionPlace>> MentionsOf { get; init; }

    public required TermIndex Terms { get; init; }

    /// <summary>Every spelling with what it leads to.</summary>
    public required NameIndex Names { get; init; }

    public required SearchIndex Search { get; init; }

    public required LinkResolver Links { get; init; }

    public required Bibliography Bibliography { get; init; }

    /// <summary>Titles that people gave to the articles that the notes cite.</summary>
    public required ReferenceTitles Titles { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    public required NotesSnapshot Files { get; init; }

    public required KubernetesCatalog Catalog { get; init; }

    /// <summary>The concept with exactly this slug, or null.</summary>
    public Concept? Find(string slug) => Slug.TryParse(slug, out var parsed) ? Concepts.GetValueOrDefault(parsed) : null;

    /// <summary>The listed concepts of a group, in reading order.</summary>
    public ImmutableArray<Concept> InGroup(string id) => byGroup.GetValueOrDefault(id, []);

    /// <summary>The concept at the end of a relation: an entry's own, or the homonym that the notes write of; null outside the catalog.</summary>
    public Slug? SlugOfKey(string key)
    {
        if (!Catalog.ByKey.TryGetValue(key, out var entry))
            return null;
        if (entry.HomonymOf is { } homonym && Concepts[homonym].State is ConceptState.Written or ConceptState.Stub)
            return homonym;
        return byEntry.GetValueOrDefault(entry.Slug, entry.Slug);
    }

    /// <summary>Mentions that a concept's page shows: linked, repeated and opted out, in the order of the notes.</summary>
    public IEnumerable<MentionPlace> Backlinks(Slug concept) =>
        MentionsOf.TryGetValue(concept, out var places) ? places.Where(place => place.Mention.IsBacklink && place.From != concept) : [];

    /// <summary>The same read from its other end: what a concept's own text names, in the order of the notes.</summary>
    public IEnumerable<MentionPlace> MentionsIn(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        return concept.Sources.Select(source => source.Path).Distinct(StringComparer.Ordinal).Select(path => NotesByPath[path])
            .SelectMany(note => note.Mentions, (note, mention) => new MentionPlace(note, mention))
            .Where(place => place.Mention.IsBacklink && place.From == concept.Slug && place.Mention.To != concept.Slug);
    }
}

/// <summary>A note with its concepts and the decisions on its mentions.</summary>
/// <param name="Mentions">In document order.</param>
public sealed record LinkedNote(NoteConcepts Concepts, ImmutableArray<Mention> Mentions)
{
    /// <summary>What is to be mended, as far as this note and its mentions alone tell; whatever the settings think of the severity.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

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
