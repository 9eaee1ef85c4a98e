using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Diagnostics;

/// <summary>A stretch of running text: no code, no address, no text of a link.</summary>
/// <param name="IsLast">Whether its block ends with it.</param>
internal readonly record struct ProseRun(string Text, int Line, bool IsLast);

/// <summary>A note as the rules read it: its prose run by run, its blocks, and the way back to the columns on disk.</summary>
internal sealed class NoteText(NoteDocument note)
{
    private readonly Lazy<string[]> lines = new(() => note.Source.Split('\n'));
    private readonly Dictionary<(int Line, string Text), int> found = [];

    private IReadOnlyList<ProseRun>? prose;

    public string Path => note.Path;

    /// <summary>Headings, bodies and footnotes, in order.</summary>
    public IEnumerable<Fragment> Fragments
    {
        get
        {
            foreach (var section in note.Sections)
            {
                if (section.Heading is { } heading)
                    yield return heading.Fragment;
                yield return section.Body;
            }

            foreach (var footnote in note.Footnotes)
                yield return footnote.Body;
        }
    }

    public IEnumerable<TextBlock> Blocks => Fragments.SelectMany(fragment => fragment.Blocks);

    /// <summary>The running text, in order; read once for all rules.</summary>
    public IReadOnlyList<ProseRun> Prose => prose ??= [.. Runs()];

    private IEnumerable<ProseRun> Runs()
    {
        foreach (var fragment in Fragments)
        {
            foreach (var run in fragment.Slots.OfType<TextSlot>())
            {
                var block = fragment.Blocks[run.Block];
                if (run.Kind == RunKind.Prose && block.Kind != BlockKind.Code)
                    yield return new ProseRun(block.Text.Substring(run.Start, run.Length), run.Line, run.Start + run.Length == block.Text.Length);
            }
        }
    }

    /// <summary>A finding at a piece of text; asked again for the same text in the same line, at its next place there.</summary>
    /// <param name="line">Line of the text's first character.</param>
    public Diagnostic At(string rule, int line, string text, string message, string? suggestion) =>
        new(rule, Rules.Find(rule)!.Severity, note.Path, line, Column(line, text), message, suggestion);

    private int Column(int line, string text)
    {
        var first = text.Split('\n')[0];
        if (line < 1 || line > lines.Value.Length || first.Length == 0)
            return 1;
        var from = Math.Min(found.GetValueOrDefault((line, first)), lines.Value[line - 1].Length);
        var at = lines.Value[line - 1].IndexOf(first, from, StringComparison.Ordinal);
        if (at < 0)
            return 1;
        found[(line, first)] = at + first.Length;
        return at + 1;
    }
}
