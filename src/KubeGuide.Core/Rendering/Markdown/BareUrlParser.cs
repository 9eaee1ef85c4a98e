using KubeGuide.Core.References;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>A URL that stands in the text as it is, found before emphasis can tear it apart.</summary>
internal sealed class BareUrlParser : InlineParser
{
    public BareUrlParser() => OpeningCharacters = ['h', 'H'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (!rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) || rest.Length < 9)
            return false;
        var text = slice.Text.AsSpan(0, slice.End + 1);
        var lineStart = text[..slice.Start].LastIndexOf('\n') + 1;
        var lineLength = text[slice.Start..].IndexOf('\n');
        var line = lineLength < 0 ? text[lineStart..] : text[lineStart..(slice.Start + lineLength)];
        var at = slice.Start - lineStart;
        var length = UrlScanner.Find(line.ToString()).FirstOrDefault(url => url.Start == at).Length;
        if (length == 0)
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var sourceLine, out var column);
        processor.Inline = new AutolinkInline(rest[..length].ToString())
        {
            Line = sourceLine,
            Column = column,
            Span = new(start, start + length - 1),
        };
        slice.Start += length;
        return true;
    }
}
