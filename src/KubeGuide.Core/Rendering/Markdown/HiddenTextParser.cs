using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>
/// Obsidian's comment inside a paragraph, <c>%%…%%</c>: what is never shown is an HTML comment to all that follows. Behind a number it is a
/// percentage, and code between the two is no comment.
/// </summary>
internal sealed class HiddenTextParser : InlineParser
{
    private const string Fence = "%%";

    public HiddenTextParser() => OpeningCharacters = ['%'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (!rest.StartsWith(Fence) || char.IsDigit(slice.PeekCharExtra(-1)) || rest[Fence.Length..].IndexOf(Fence) is not (>= 0 and var length)
            || rest.Slice(Fence.Length, length).Count('`') % 2 != 0)
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        length += 2 * Fence.Length;
        processor.Inline = new HtmlInline("<!---->") { Line = line, Column = column, Span = new(start, start + length - 1) };
        slice.Start += length;
        return true;
    }
}
