using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>Zenn's image with a width, <c>![alt](picture.png =250x)</c>, or Obsidian's, <c>![[picture.png|250]]</c>.</summary>
internal sealed class SizedImageInline : LeafInline
{
    public required string Alt { get; init; }

    public required string Url { get; init; }

    public required int? Width { get; init; }
}

internal sealed class SizedImageParser : InlineParser
{
    private const int MaxLength = 2_000;
    private const int MaxWidth = 10_000;

    public SizedImageParser() => OpeningCharacters = ['!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[')
            return false;
        var rest = slice.AsSpan()[2..];
        if (rest.Length > MaxLength)
            rest = rest[..MaxLength];
        var altEnd = rest.IndexOfAny("[]\n\r");
        if (altEnd < 0 || !rest[altEnd..].StartsWith("]("))
            return false;
        var inner = rest[(altEnd + 2)..];
        var close = inner.IndexOfAny("()\n\r<>");
        if (close < 0 || inner[close] != ')')
            return false;
        inner = inner[..close];
        var size = inner.LastIndexOf(" =", StringComparison.Ordinal);
        if (size <= 0 || !TryReadWidth(inner[(size + 2)..], out var width))
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var length = 2 + altEnd + 2 + close + 1;
        processor.Inline = new SizedImageInline
        {
            Alt = rest[..altEnd].ToString(),
            Url = inner[..size].Trim().ToString(),
            Width = width,
            Line = line,
            Column = column,
            Span = new(start, start + length - 1),
        };
        slice.Start += length;
        return true;
    }

    /// <summary>Reads the pixels before the <c>x</c> of <c>250x</c> or <c>250x100</c>.</summary>
    internal static bool TryReadWidth(ReadOnlySpan<char> size, out int width)
    {
        var x = size.IndexOf('x');
        width = 0;
        return x > 0 && int.TryParse(size[..x], NumberStyles.None, CultureInfo.InvariantCulture, out width) && width is > 0 and <= MaxWidth;
    }
}
