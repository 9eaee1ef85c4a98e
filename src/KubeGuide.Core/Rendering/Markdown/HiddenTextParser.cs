using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>
/// Obsidian's comment inside a paragraph, <c>%%…%%</c>: what is never shown is an HTML comment to all that follows. Behind a number it is a
/// percentage.
/// </summary>
internal sealed class HiddenTextParser : InlineParser
{
    private const string Fence = "%%";

    private static readonly SearchValues<char> Identifier = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    public HiddenTextParser() => OpeningCharacters = ['%'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (!rest.StartsWith(Fence) || char.IsDigit(slice.PeekCharExtra(-1)) || rest[Fence.Length..].IndexOf(Fence) is not (>= 0 and var length)
            || !IsComment(rest.Slice(Fence.Length, length)))
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        length += 2 * Fence.Length;
        processor.Inline = new HtmlInline("<!---->") { Line = line, Column = column, Span = new(start, start + length - 1) };
        slice.Start += length;
        return true;
    }

    /// <summary>A comment says something: a placeholder (<c>%%IMAGE_TAG%%</c>), a variable (<c>%%i</c>) or a format (<c>%%d</c>) is text.</summary>
    private static bool IsComment(ReadOnlySpan<char> content) =>
        content.Count('`') % 2 == 0
        && content.IndexOfAnyExcept(Identifier) >= 0
        && !(content.Length > 1 && char.IsAsciiLetter(content[0]) && !char.IsAsciiLetter(content[1]));
}
