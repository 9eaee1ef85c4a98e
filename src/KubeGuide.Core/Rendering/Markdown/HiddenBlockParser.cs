using Markdig.Parsers;
using Markdig.Syntax;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>Obsidian's comment of several paragraphs, between two lines that are only <c>%%</c>.</summary>
/// <param name="lastLine">Index of the line that closes it.</param>
internal sealed class HiddenBlock(BlockParser parser, int lastLine) : LeafBlock(parser)
{
    public int LastLine => lastLine;
}

internal sealed class HiddenBlockParser : BlockParser
{
    private const string Fence = "%%";

    public HiddenBlockParser() => OpeningCharacters = ['%'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (ClosingLine.Of(processor, Fence) is not { } last)
            return BlockState.None;
        processor.NewBlocks.Push(new HiddenBlock(this, last) { Line = processor.LineIndex, Column = processor.Column, Span = new(processor.Start, processor.Line.End) });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        block.UpdateSpanEnd(processor.Line.End);
        return processor.LineIndex < ((HiddenBlock)block).LastLine ? BlockState.ContinueDiscard : BlockState.BreakDiscard;
    }
}
