using KubeGuide.Core.Concepts;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Rendering;

/// <summary>
/// The ids of a note's blocks on its own page: made of their words, so that an open page stays the same around what changes.
/// Never an id of a heading, never one twice.
/// </summary>
public sealed class BlockAnchors
{
    private readonly Dictionary<TextBlock, string> ids = new(ReferenceEqualityComparer.Instance);
    private readonly NoteConcepts note;

    public BlockAnchors(NoteConcepts note)
    {
        ArgumentNullException.ThrowIfNull(note);
        this.note = note;
        var taken = new TakenIds();
        foreach (var id in note.Anchors.Concat(note.Document.Sections.Select(section => section.Heading).OfType<Heading>().SelectMany(Anchors.Others)))
            taken.TryTake(id);
        foreach (var body in note.Document.Sections.Select(section => section.Body))
        {
            var last = -1;
            foreach (var block in body.Blocks)
            {
                if (block.Offset > last && BeginsBehindTag(body.Html, block.Offset))
                    ids.Add(block, taken.TakeFree(ConceptSlug.BlockId(block.Text)));
                last = block.Offset;
            }
        }
    }

    /// <summary>Null where the block has no element of its own.</summary>
    public string? Of(TextBlock block) => ids.GetValueOrDefault(block);

    /// <summary>The id of the first block of the section's nearest line at or above the given one, else of its heading; empty for neither.</summary>
    /// <param name="line">In the file on disk.</param>
    public string At(Section section, int line)
    {
        ArgumentNullException.ThrowIfNull(section);
        var above = line > section.EndLine ? null : section.Body.Blocks.Where(block => block.Line <= line && ids.ContainsKey(block)).MaxBy(block => block.Line);
        return above is null ? note.Anchors[section.Index] : ids[above];
    }

    private static bool BeginsBehindTag(string html, int offset) =>
        offset > 1 && html[offset - 1] == '>' && html[offset - 2] != '/' && html[html.LastIndexOf('<', offset - 1) + 1] != '/';
}
