using System.Collections.Immutable;
using KubeGuide.Core.Notes;
using KubeGuide.Core.References;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Rendering;

/// <summary>Collects the HTML, the slots and the visible text of one fragment while a note is walked.</summary>
/// <param name="output">Counts what all fragments of the note become.</param>
internal sealed class FragmentBuilder(OutputCount output) : IDisposable
{
    /// <summary>About what a page writes for a card and for any other slot that opens something, names and addresses aside.</summary>
    private const int CardMarkup = 400;
    private const int SlotMarkup = 300;

    private readonly TextBuffer html = new();
    private readonly TextBuffer text = new();
    private readonly ImmutableArray<Slot>.Builder slots = ImmutableArray.CreateBuilder<Slot>();
    private readonly ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>();
    private readonly ImmutableArray<Citation>.Builder citations = ImmutableArray.CreateBuilder<Citation>();
    private readonly ImmutableArray<string>.Builder footnotes = ImmutableArray.CreateBuilder<string>();
    private int runStart = -1;
    private int runLine;
    private BlockKind blockKind;
    private int blockLine;
    private int blockOffset;
    private bool hasProse;

    /// <summary>Whether the blocks that follow stand below <c>&lt;!-- nolink --&gt;</c>.</summary>
    public bool NoLink { get; set; }

    public void Html(string markup)
    {
        html.Append(markup);
        output.Add(markup.Length, blockLine);
    }

    public void BeginBlock(BlockKind kind, int line)
    {
        (blockKind, blockLine, blockOffset) = (kind, line, html.Length);
        text.Clear();
    }

    public void EndBlock(bool isCard = false)
    {
        EndRun(RunKind.Prose);
        var content = text.ToString();
        blocks.Add(new TextBlock(content, blockKind, blockLine, NoLink, isCard, blockOffset));
        hasProse = hasProse || (!isCard && blockKind != BlockKind.Heading && !string.IsNullOrWhiteSpace(content) && !Placeholder.Is(content));
    }

    /// <summary>Text that terms are looked for in; adjacent pieces make one run.</summary>
    public void Linkable(ReadOnlySpan<char> content, int line)
    {
        BeginRun(line);
        text.Append(content);
        output.Add(content.Length, blockLine);
    }

    /// <summary>A run of its own, such as a code span.</summary>
    public void Run(ReadOnlySpan<char> content, int line, RunKind kind)
    {
        EndRun(RunKind.Prose);
        Linkable(content, line);
        EndRun(kind);
    }

    /// <summary>The lines of a code block, which are all of its text.</summary>
    public void Code(string code, CodeInfo info, int line)
    {
        slots.Add(new TextSlot(EndRun(), blocks.Count, 0, code.Length, line, RunKind.Code, info));
        text.Append(code);
        text.Append("\n");
        output.Add(code.Length, blockLine);
    }

    /// <summary>Visible text that never links: a link's own text.</summary>
    public void Fixed(ReadOnlySpan<char> content)
    {
        EndRun(RunKind.Prose);
        text.Append(content);
        var before = html.Length;
        while (content.IndexOfAny(HtmlText.Markup) is var index and >= 0)
        {
            html.Append(content[..index]);
            html.Append(HtmlText.EntityOf(content[index]));
            content = content[(index + 1)..];
        }

        html.Append(content);
        output.Add(html.Length - before, blockLine);
    }

    /// <summary>Markup between pieces of text; ends the run.</summary>
    public void Markup(string markup)
    {
        EndRun(RunKind.Prose);
        Html(markup);
    }

    /// <summary>Text that belongs to the block but is shown otherwise (an image's alternative text, a card's address).</summary>
    public void Unseen(ReadOnlySpan<char> content)
    {
        EndRun(RunKind.Prose);
        text.Append(content);
        output.Add(content.Length, blockLine);
    }

    /// <summary>Ends the run; where the slot that is added next stands.</summary>
    public int EndRun()
    {
        EndRun(RunKind.Prose);
        return html.Length;
    }

    /// <param name="slot">Stands where <see cref="EndRun()"/> said.</param>
    public void Add(Slot slot)
    {
        slots.Add(slot);
        output.Add(slot switch { CardSlot => CardMarkup, LinkCloseSlot => 0, _ => SlotMarkup }, blockLine);
    }

    public int Cite(Citation citation)
    {
        citations.Add(citation);
        return citations.Count - 1;
    }

    public void Footnote(string label)
    {
        if (!footnotes.Contains(label))
            footnotes.Add(label);
        Add(new FootnoteSlot(EndRun(), label));
    }

    /// <summary>A picture counts as prose though it has no text.</summary>
    public void CountsAsProse() => hasProse = true;

    /// <summary>The finished fragment; the builder is empty behind it and may be used again.</summary>
    public Fragment Take()
    {
        var finished = html.Length == 0 && blocks.Count == 0
            ? Fragment.Empty
            : new Fragment
            {
                Html = html.ToString(),
                Slots = slots.ToImmutable(),
                Blocks = blocks.ToImmutable(),
                References = citations.ToImmutable(),
                FootnoteLabels = footnotes.ToImmutable(),
                HasProse = hasProse,
            };
        html.Clear();
        slots.Clear();
        blocks.Clear();
        citations.Clear();
        footnotes.Clear();
        hasProse = false;
        NoLink = false;
        return finished;
    }

    public void Dispose()
    {
        html.Dispose();
        text.Dispose();
    }

    private void BeginRun(int line)
    {
        if (runStart >= 0)
            return;
        runStart = text.Length;
        runLine = line;
    }

    private void EndRun(RunKind kind)
    {
        if (runStart >= 0 && text.Length > runStart)
            slots.Add(new TextSlot(html.Length, blocks.Count, runStart, text.Length - runStart, runLine, kind));
        runStart = -1;
    }
}
