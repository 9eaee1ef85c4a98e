using KubeGuide.Core;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Web.Components.Board;

/// <summary>Where lines of notes stand in the glossary: in which group, and where in the note view.</summary>
internal sealed class FindingPlaces(Glossary glossary)
{
    private readonly Dictionary<string, BlockAnchors> anchorsByPath = new(StringComparer.Ordinal);

    /// <summary>The group of the concept whose text the finding stands in; null for text of no concept.</summary>
    public string? GroupOf(Diagnostic finding) =>
        SectionOf(finding) is var (note, section) && note.Concepts.Owners[section.Index] is { } owner ? glossary.Concepts[owner].Group : null;

    /// <summary>The block of the finding's line in the note view; null for a file that is no note.</summary>
    public string? HrefOf(Diagnostic finding, SiteLinks links) =>
        SectionOf(finding) is var (note, section) ? HrefOf(note, section, finding.Line, links) : null;

    /// <summary>The block of a section's line in the note view, or else the section's heading.</summary>
    public string HrefOf(LinkedNote note, Section section, int line, SiteLinks links)
    {
        if (!anchorsByPath.TryGetValue(note.Path, out var anchors))
            anchorsByPath.Add(note.Path, anchors = new BlockAnchors(note.Concepts));
        return links.Note(note.Path, anchors.At(section, line));
    }

    private (LinkedNote Note, Section Section)? SectionOf(Diagnostic finding)
    {
        if (!glossary.NotesByPath.TryGetValue(finding.Path, out var note))
            return null;
        var sections = note.Document.Sections;
        var (first, last) = (0, sections.Length - 1);
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            if (sections[middle].Line <= finding.Line)
                first = middle;
            else
                last = middle - 1;
        }

        return (note, sections[first]);
    }
}
