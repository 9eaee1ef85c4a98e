using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Concepts;

/// <summary>An entry of the glossary.</summary>
public sealed record Concept
{
    public required Slug Slug { get; init; }

    /// <summary>The canonical name, which is the page's title.</summary>
    public required string Name { get; init; }

    public required ConceptState State { get; init; }

    /// <summary>Id of the navigation group.</summary>
    public required string Group { get; init; }

    /// <summary>The first sentence of the notes' prose, or front matter's summary; null where the notes have none.</summary>
    public string? Definition { get; init; }

    /// <summary>Other spellings that lead here, ordinal order.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>ISO 8601 date from front matter, or null.</summary>
    public string? Updated { get; init; }

    /// <summary>Place in its group from front matter; null sorts behind.</summary>
    public int? Order { get; init; }

    /// <summary>Where the notes speak of it, in the order of the notes.</summary>
    public ImmutableArray<ConceptSource> Sources { get; init; } = [];

    /// <summary>The same places with their notes.</summary>
    internal ImmutableArray<NotePlace> Places { get; init; } = [];

    public Slug? Parent { get; init; }

    /// <summary>Concepts below this one in the notes, in their order.</summary>
    public ImmutableArray<Slug> Children { get; init; } = [];

    /// <summary>What the catalog knows under this name; null for the team's own and for homonyms.</summary>
    public CatalogEntry? Entry { get; init; }

    /// <summary>What it is in a sentence: the notes' definition, else the catalog's; null where neither has one.</summary>
    public string? Summary => Definition ?? Entry?.SummaryJa;

    /// <summary>The entries that a homonym may mean; empty for every other concept.</summary>
    public ImmutableArray<CatalogEntry> Senses { get; init; } = [];

    /// <summary>Whether this is a homonym without a heading in the notes: its page offers the senses.</summary>
    public bool IsChoice => State is ConceptState.Mentioned or ConceptState.Catalog && Entry is null;

    /// <summary>Path-absolute URL without the site's path prefix.</summary>
    public string Url => Slug.Url;
}

/// <summary>A place in the notes that speaks of a concept.</summary>
/// <param name="Line">Line of the heading.</param>
/// <param name="EndLine">Last line of the text that belongs to the concept.</param>
/// <param name="Section">Index of the section that the heading begins.</param>
public sealed record ConceptSource(string Path, int Line, int EndLine, int Section);
