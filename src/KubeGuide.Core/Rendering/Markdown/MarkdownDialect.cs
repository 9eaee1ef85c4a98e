using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>The Markdown that notes are written in: CommonMark and a few extensions, each picked by hand.</summary>
internal static class MarkdownDialect
{
    private static readonly object HeadingIdKey = new();

    private static readonly MarkdownPipeline Pipeline = Create();

    /// <summary>Never throws for text that has passed the structure check.</summary>
    public static MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, Pipeline);

    /// <summary>The author's <c>{#id}</c> at the end of a heading, or null.</summary>
    public static string? ExplicitId(HeadingBlock heading) => heading.GetData(HeadingIdKey) as string;

    /// <summary>What structures a note beyond CommonMark; the structure check reads with it, too.</summary>
    public static void AddBlockParsers(MarkdownPipelineBuilder builder)
    {
        builder.UseFootnotes();
        foreach (var parser in (ReadOnlySpan<BlockParser>)[new CustomContainerParser(), new ClosedMathBlockParser(), new HiddenBlockParser()])
            builder.BlockParsers.InsertBefore<FencedCodeBlockParser>(parser);
    }

    private static MarkdownPipeline Create()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis()
            .UsePreciseSourceLocation();
        AddBlockParsers(builder);
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new CalloutParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new HiddenTextParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new WikiLinkParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new SizedImageParser());
        builder.InlineParsers.Insert(0, new BareUrlParser());
        builder.InlineParsers.Insert(0, new SpacedTaskListParser());
        builder.BlockParsers.Find<HeadingBlockParser>()!.TryParseAttributes = TakeHeadingId;
        return builder.Build();
    }

    /// <summary>Cuts <c>{#id}</c> off the end of a heading's line and keeps it beside the heading.</summary>
    private static bool TakeHeadingId(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        var text = line.AsSpan().TrimEnd(" \t#");
        var open = text.LastIndexOf("{#");
        if (open < 0 || text[^1] != '}')
            return false;
        var id = text[(open + 2)..^1];
        if (id.Length is 0 or > 200 || id.IndexOfAny(" \t{}\"'<>&") >= 0)
            return false;
        ((MarkdownObject)block).SetData(HeadingIdKey, id.ToString());
        line.End = line.Start + text[..open].TrimEnd(" \t").Length - 1;
        return true;
    }
}
