using KubeGuide.Core.Rendering.Markdown;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using FootnoteBlock = Markdig.Extensions.Footnotes.Footnote;

namespace KubeGuide.Core.Notes;

/// <summary>
/// Counts exactly what <see cref="StructureScan"/> only bounds: the note's blocks are parsed, watched by a parser that stops
/// before nesting gets expensive; inline markup, the other expensive part, is counted and not parsed.
/// </summary>
internal sealed class StructureCount(NoteLimits limits) : IMarkdownExtension
{
    private readonly InlineCount inlines = new(limits);
    private int headings;
    private int blocks;

    public static StructureFault? Of(string text, NoteLimits limits)
    {
        var count = new StructureCount(limits);
        var builder = new MarkdownPipelineBuilder();
        MarkdownDialect.AddBlockParsers(builder);
        var pipeline = builder.Use(count).Build();
        try
        {
            var document = Markdown.Parse(text, pipeline);
            count.inlines.CheckDefinitions(document);
            return null;
        }
        catch (StructureException past)
        {
            return past.Fault;
        }
    }

    void IMarkdownExtension.Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Clear();
        pipeline.BlockParsers.Insert(0, new NestingGuard(limits, CountBlock));
        pipeline.BlockParsers.Find<ParagraphBlockParser>()!.Closed += (_, block) => Leaf((LeafBlock)block);
        pipeline.BlockParsers.Find<HeadingBlockParser>()!.Closed += (_, block) => Leaf((LeafBlock)block);
    }

    void IMarkdownExtension.Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private void Leaf(LeafBlock block)
    {
        if (block is HeadingBlock && ++headings > limits.Headings)
            throw new StructureException(block.Line + 1, $"見出しが多すぎます（上限は{limits.Headings:N0}個）。");
        if (block is HeadingBlock && block.Lines.ToString().Length is var length && length > limits.HeadingLength)
            throw new StructureException(block.Line + 1, $"見出しが長すぎます（{length:N0}字、上限は{limits.HeadingLength:N0}字）。");
        CountBlock(block.Line + 1);
        inlines.Add(block);
    }

    private void CountBlock(int line)
    {
        if (++blocks > limits.Blocks)
            throw new StructureException(line, $"段落やリストの項目が多すぎます（上限は{limits.Blocks:N0}個）。");
    }

    /// <summary>Stops the parser at a marker that would nest too deep.</summary>
    private sealed class NestingGuard : BlockParser
    {
        private readonly NoteLimits limits;
        private readonly Action<int> countBlock;

        public NestingGuard(NoteLimits limits, Action<int> countBlock)
        {
            this.limits = limits;
            this.countBlock = countBlock;
            OpeningCharacters = ['>', '-', '+', '*', '[', ':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
        }

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.LineIndex + 1;
            var rest = processor.Line.AsSpan();
            if (processor.IsCodeIndent)
                return BlockState.None;
            if (rest.StartsWith(":::"))
            {
                if (Open(processor, block => block is CustomContainer) >= limits.OpenFences)
                    throw new StructureException(line, $"「:::」の入れ子が深すぎます（上限は{limits.OpenFences:N0}段）。");
            }
            else if (LineHead.MarkerLength(rest) > 0)
            {
                countBlock(line);
                if (Open(processor, block => block.Line == processor.LineIndex && block is ListItemBlock or QuoteBlock or FootnoteBlock) >= limits.ContainerMarkers)
                    throw new StructureException(line, $"1行の先頭に引用やリストの記号が多すぎます（上限は{limits.ContainerMarkers:N0}個）。");
                if (rest[0] is not ('>' or '[') && processor.Column > limits.ListIndent)
                    throw new StructureException(line, $"リストの字下げが深すぎます（{processor.Column:N0}桁、上限は{limits.ListIndent:N0}桁）。");
            }

            return BlockState.None;
        }

        private static int Open(BlockProcessor processor, Func<Block, bool> counts)
        {
            var open = 0;
            for (Block? block = processor.CurrentContainer; block is not null; block = block.Parent)
                open += counts(block) ? 1 : 0;
            return open;
        }
    }
}
