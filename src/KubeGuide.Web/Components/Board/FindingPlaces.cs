using KubeGuide.Core;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Web.Components.Board;

/// <summary>Where findings stand in the glossary: under which heading, in which group.</summary>
internal sealed class FindingPlaces(Glossary glossary)
{
    /// <summary>The group of the concept whose text the finding stands in; null for text of no concept.</summary>
    public string? GroupOf(Diagnostic finding) =>
        SectionOf(finding) is var (note, section) && note.Concepts.Owners[section.Index] is { } owner ? glossary.Concepts[owner].Group : null;

    /// <summary>The heading above the finding in the note view; null for a file that is no note.</summary>
    public string? HrefOf(Diagnostic finding, SiteLinks links) =>
        SectionOf(finding) is var (note, section) ? links.Note(note.Path, note.Concepts.Anchors[section.Index]) : null;

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
