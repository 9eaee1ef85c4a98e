using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Linking;

/// <summary>Why a mention is linked (up to <see cref="Kubectl"/>) or suppressed: a closed list, written in camelCase in JSON.</summary>
public enum MentionReason
{
    Name,
    Plural,
    Alias,
    Misspelling,
    Code,
    Kubectl,
    Repeated,
    OptedOut,
    SearchOnly,
    CodeOnly,
    Ambiguous,
    OwnPage,
    Heading,
}

/// <summary>What part of a note a fragment is.</summary>
public enum PlaceKind
{
    Body,
    Heading,
    Footnote,
}

/// <summary>Where a fragment stands in its note; in the order in which a note is read, each heading before its text and the footnotes last.</summary>
/// <param name="Index">Index of the section, or of the footnote.</param>
public readonly record struct Place(PlaceKind Kind, int Index)
{
    /// <summary>The fragment itself.</summary>
    public Fragment In(NoteDocument note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Kind switch
        {
            PlaceKind.Footnote => note.Footnotes[Index].Body,
            PlaceKind.Heading => note.Sections[Index].Heading!.Fragment,
            _ => note.Sections[Index].Body,
        };
    }

    internal bool IsBefore(Place other) => Rank.CompareTo(other.Rank) < 0;

    private (bool, int, bool) Rank => (Kind == PlaceKind.Footnote, Index, Kind == PlaceKind.Body);
}

/// <summary>A place in the notes where a term stands.</summary>
/// <param name="Text">As written in the note.</param>
/// <param name="Slot">Index of the <see cref="TextSlot"/> in its fragment.</param>
/// <param name="Start">First character in the run.</param>
/// <param name="Length">Characters of the run that a link covers.</param>
/// <param name="Line">Line in the file on disk.</param>
public sealed record Mention(Term Term, string Text, MentionReason Reason, Place Place, int Slot, int Start, int Length, int Line)
{
    public Slug To => Term.Concept;

    public bool IsLinked => Reason <= MentionReason.Kubectl;

    /// <summary>Whether the mention is shown on the concept's page; words that were only looked like a term are not.</summary>
    public bool IsBacklink => IsLinked || Reason is MentionReason.Repeated or MentionReason.OptedOut;

    /// <summary>Whether the notes name the concept here: in their text, or in a heading by a word that would link in text.</summary>
    public bool NamesConcept => IsBacklink || (Reason == MentionReason.Heading && Term is { Policy: TermPolicy.Link, IsAmbiguous: false });
}
