using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary><c>[[Pod]]</c> or <c>[[svc|サービス]]</c>.</summary>
internal sealed class WikiLinkInline : LeafInline
{
    public required string Target { get; init; }

    public required string Text { get; init; }
}

/// <summary>In a table the bar is written <c>\|</c>, which the table leaves as it is.</summary>
internal sealed class WikiLinkParser : InlineParser
{
    private const int MaxLength = 200;

    public WikiLinkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[')
            return false;
        var rest = slice.AsSpan()[2..];
        if (rest.Length > MaxLength)
            rest = rest[..MaxLength];
        var end = rest.IndexOfAny("[]\n\r");
        if (end <= 0 || !rest[end..].StartsWith("]]") || rest[(end + 2)..].StartsWith("("))
            return false;
        var content = rest[..end].ToString();
        var bar = content.IndexOf('|', StringComparison.Ordinal);
        var target = (bar < 0 ? content : content[..bar]).TrimEnd('\\').Trim();
        var text = (bar < 0 ? content : content[(bar + 1)..]).Trim();
        if (target.Length == 0)
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new WikiLinkInline
        {
            Target = target,
            Text = text.Length == 0 ? target : bar < 0 ? WithoutHash(text) : text,
            Line = line,
            Column = column,
            Span = new(start, start + end + 3),
        };
        slice.Start += end + 4;
        return true;
    }

    /// <summary>A heading that is linked to is shown without its hash: 見出し for <c>[[#見出し]]</c>, <c>Pod › 見出し</c> for <c>[[Pod#見出し]]</c>.</summary>
    private static string WithoutHash(string target) => target.TrimStart('#').Replace("#", " › ", StringComparison.Ordinal);
}
