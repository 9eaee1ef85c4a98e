using KubeGuide.Core.Concepts;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.References;

/// <summary>Collects what the notes cite.</summary>
public static class Citations
{
    /// <summary>Every citation with the concept and the heading it stands under, in the order of the notes.</summary>
    public static IEnumerable<CitationPlace> In(IEnumerable<LinkedNote> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        foreach (var note in notes)
        {
            foreach (var section in note.Document.Sections)
            {
                foreach (var citation in section.Body.References)
                    yield return new CitationPlace(citation, note.Concepts.Owners[section.Index], note.Path, HeadingOf(note.Document, section));
            }

            foreach (var citation in note.Document.Footnotes.SelectMany(footnote => footnote.Body.References))
                yield return new CitationPlace(citation, null, note.Path, null);
        }
    }

    /// <summary>The nearest heading above a section's text that says something, cleaned; else the note's title, or null.</summary>
    public static string? HeadingOf(NoteDocument note, Section section)
    {
        ArgumentNullException.ThrowIfNull(note);
        for (var at = section; ; at = note.Sections[at.Parent])
        {
            if (at.Heading is { Text.Length: > 0 } heading)
                return HeadingTitle.Clean(heading.Text);
            if (at.Parent < 0)
                return note.FrontMatter.Title;
        }
    }
}
