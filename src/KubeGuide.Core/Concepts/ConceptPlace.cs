using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Concepts;

/// <summary>A heading, or a note's own title, that is a concept.</summary>
/// <param name="Section">Index of the section that it heads; 0 for a title that no heading says.</param>
/// <param name="Written">The author's spelling, cleaned.</param>
/// <param name="Match">What the catalog knows it as; null for the team's own.</param>
/// <param name="IsNoteTitle">Whether the note's front matter speaks of it.</param>
/// <param name="IsHashed">Whether the slug is a hash, because the title gives none.</param>
public sealed record ConceptPlace(int Section, Slug Slug, string Name, string Written, CatalogMatch? Match, bool IsNoteTitle, bool IsHashed);

/// <summary>A note with its concepts: what can be said of it without any other note.</summary>
/// <param name="Places">In the order of sections.</param>
/// <param name="Owners">For each section the concept that its text belongs to, or null.</param>
/// <param name="Heads">For each section the one of the nearest place at or above it: its own index, or an ancestor's; 0 where there is none.</param>
/// <param name="Anchors">For each section the id of its heading; empty where it has none.</param>
/// <param name="RepeatedIds">Sections whose author gave an id that another heading of the note has.</param>
public sealed record NoteConcepts(
    NoteDocument Document, ImmutableArray<ConceptPlace> Places, ImmutableArray<Slug?> Owners, ImmutableArray<int> Heads, ImmutableArray<string> Anchors, ImmutableArray<int> RepeatedIds)
{
    /// <summary>The spellings that the note brings for its concepts, in its order.</summary>
    public ImmutableArray<Term> Terms { get; } = [.. ConceptTerms.Own(Document, Places)];

    /// <summary>Front matter's title, else the top heading's text where it is no concept, whose page has it; null for a note without either.</summary>
    public string? Title =>
        Document.FrontMatter.Title ?? (Document.TopSection is { Heading.Text: { Length: > 0 } text } top && Owners[top.Index] is null ? text : null);

    /// <summary>The concept that a link to the note as a whole leads to: its own title's, or its only one.</summary>
    public ConceptPlace? Own => Places.FirstOrDefault(place => place.IsNoteTitle) ?? (Places.Length == 1 ? Places[0] : null);
}

/// <summary>A place with the note that it is in.</summary>
internal readonly record struct NotePlace(NoteConcepts Note, ConceptPlace Place);
