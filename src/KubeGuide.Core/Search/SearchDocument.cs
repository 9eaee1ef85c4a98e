using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Search;

/// <summary>What search knows of one concept, or of the text of a note that belongs to no concept.</summary>
/// <param name="Slug">Null for text of no concept.</param>
/// <param name="Url">Path-absolute URL of the page.</param>
/// <param name="Names">Every spelling, the canonical name first.</param>
/// <param name="Facts">What the catalog says, as text; searched after the notes' own words.</param>
public sealed record SearchDocument(
    Slug? Slug, string Title, string Url, ConceptState State, ImmutableArray<SearchName> Names, string? Definition,
    ImmutableArray<SearchSection> Sections, string Facts)
{
    /// <summary>Whether it is of the manual of the site itself, which is found behind what the site is about.</summary>
    public bool IsManual { get; init; }
}

/// <summary>A spelling under which a concept is found.</summary>
public sealed record SearchName(string Text, TermKind Kind);

/// <summary>A part of a page that can be jumped to.</summary>
/// <param name="Anchor">Heading id without <c>#</c>; null for the page's own text.</param>
/// <param name="Heading">Null for the page's own text.</param>
/// <param name="Blocks">The section's visible text, block by block.</param>
public sealed record SearchSection(string? Anchor, string? Heading, ImmutableArray<string> Blocks)
{
    /// <summary>The blocks separated by line feeds, put together when somebody asks.</summary>
    public string Text => string.Join('\n', Blocks);
}
