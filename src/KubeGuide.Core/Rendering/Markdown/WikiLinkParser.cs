using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary><c>[[Pod]]</c> or <c>[[svc|サービス]]</c>; <c>![[Pod]]</c>, which Obsidian shows in place, is the same.</summary>
internal sealed class WikiLinkInline : LeafInline
{
    public required string Target { get; init; }

    public required string Text { get; init; }
}

/// <summary>A picture, <c>![[pod.png|300]]</c>, is an image of that width. A test of a shell (<c>[[ -z $X ]]</c>) is text. In a table the bar is written <c>\|</c>, which the table leaves as it is.</summary>
internal sealed class WikiLinkParser : InlineParser
{
    private const int MaxLength = 200;

    private static readonly HashSet<string> Pictures = new([".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"], StringComparer.OrdinalIgnoreCase);

    public WikiLinkParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var embeds = slice.CurrentChar == '!' ? 1 : 0;
        if (slice.PeekChar() != '[' || (embeds == 1 && slice.PeekChar(2) != '['))
            return false;
        var rest = slice.AsSpan()[(2 + embeds)..];
        if (rest.Length > MaxLength)
            rest = rest[..MaxLength];
        var end = rest.IndexOfAny("[]\n\r");
        if (end <= 0 || !rest[end..].StartsWith("]]") || rest[(end + 2)..].StartsWith("("))
            return false;
        var content = rest[..end].ToString();
        var bar = content.IndexOf('|', StringComparison.Ordinal);
        var target = (bar < 0 ? content : content[..bar]).TrimEnd('\\').Trim();
        var text = (bar < 0 ? content : content[(bar + 1)..]).Trim();
        if (target.Length == 0 || target[0] == '-' || target.AsSpan().ContainsAny("$\"="))
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var span = new SourceSpan(start, start + end + 3 + embeds);
        processor.Inline = embeds == 1 && Pictures.Contains(Path.GetExtension(target))
            ? Picture(target, bar < 0 ? "" : text, line, column, span)
            : new WikiLinkInline { Target = target, Text = text.Length == 0 ? target : bar < 0 ? WithoutHash(text) : text, Line = line, Column = column, Span = span };
        slice.Start += end + 4 + embeds;
        return true;
    }

    /// <param name="text">A width in pixels, or what the picture shows.</param>
    private static SizedImageInline Picture(string target, string text, int line, int column, SourceSpan span)
    {
        var isWidth = SizedImageParser.TryReadWidth(text.Contains('x', StringComparison.Ordinal) ? text : text + "x", out var width);
        return new SizedImageInline { Url = target, Alt = isWidth ? "" : text, Width = isWidth ? width : null, Line = line, Column = column, Span = span };
    }

    /// <summary>A heading that is linked to is shown without its hash: 見出し for <c>[[#見出し]]</c>, <c>Pod › 見出し</c> for <c>[[Pod#見出し]]</c>.</summary>
    private static string WithoutHash(string target) => target.TrimStart('#').Replace("#", " › ", StringComparison.Ordinal);
}
