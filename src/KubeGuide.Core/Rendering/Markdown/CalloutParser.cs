using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>The first line of a quote that is a boxed remark: <c>[!NOTE]</c>, or Obsidian's <c>[!tip]- 題</c>.</summary>
internal sealed class CalloutInline : LeafInline
{
    public required string Kind { get; init; }

    /// <summary>The author's words for it; empty where there are none.</summary>
    public required string Title { get; init; }
}

internal sealed class CalloutParser : InlineParser
{
    private const int MaxKind = 40;

    public CalloutParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!' || processor.Block is not ParagraphBlock { Parent: QuoteBlock quote } paragraph || quote[0] != paragraph || paragraph.Inline?.FirstChild is not null)
            return false;
        var rest = slice.AsSpan()[2..];
        var close = rest[..Math.Min(rest.Length, MaxKind + 1)].IndexOf(']');
        var end = rest.IndexOf('\n');
        if (close <= 0 || (end >= 0 && end < close) || !IsWord(KindIn(rest[..close])))
            return false;
        var title = rest[(close + 1)..(end < 0 ? rest.Length : end)];
        title = title is ['+' or '-', ..] ? title[1..] : title;
        if (title.Length > 0 && !char.IsWhiteSpace(title[0]))
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new CalloutInline
        {
            Kind = KindIn(rest[..close]).ToString(),
            Title = title.Trim().ToString(),
            Line = line,
            Column = column,
            Span = new(start, start + close + 2),
        };
        slice.Start += 2 + (end < 0 ? rest.Length : end + 1);
        return true;
    }

    /// <summary>Behind a bar themes of Obsidian are told how to lay it out: <c>[!note|left]</c>.</summary>
    private static ReadOnlySpan<char> KindIn(ReadOnlySpan<char> text) => text.IndexOf('|') is >= 0 and var bar ? text[..bar] : text;

    private static bool IsWord(ReadOnlySpan<char> kind)
    {
        foreach (var c in kind)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        return !kind.IsEmpty;
    }
}
