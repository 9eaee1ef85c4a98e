using System.Text;
using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Rendering;

/// <summary>What the notes say of a concept, as the Markdown that they are.</summary>
public static class ConceptMarkdownText
{
    /// <summary>A title, then each place's own lines; the text of concepts below it is left to them. Ends with a line feed.</summary>
    public static string Of(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        var text = new StringBuilder($"# {concept.Name}\n");
        foreach (var (note, place) in concept.Places)
        {
            var lines = note.Document.Source.Split('\n');
            foreach (var section in ConceptMerger.OwnSections(note, place))
            {
                var from = section.Index == place.Section && section.Heading is not null ? section.Line : section.Line - 1;
                var body = string.Join('\n', lines[Math.Min(from, lines.Length)..Math.Min(section.EndLine, lines.Length)]).Trim('\n');
                if (body.Length > 0)
                    text.Append('\n').Append(body).Append('\n');
            }
        }

        if (concept.Definition is null && concept.Entry?.SummaryJa is { } summary)
            text.Append("\n> ").Append(summary).Append('\n');
        return text.ToString();
    }
}
