using KubeGuide.Core.References;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>A URL that stands in the text as it is, found before emphasis can tear it apart.</summary>
internal sealed class BareUrlParser : InlineParser
{
    /// <summary>What stands behind a URL in a link's text is looked at so far, so that many in one paragraph cost linear time.</summary>
    private const int LongestLinkText = 500;

    public BareUrlParser() => OpeningCharacters = ['h', 'H'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (!rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) || rest.Length < 9)
            return false;
        if (UrlScanner.LengthAt(slice.Text.AsSpan(0, slice.End + 1), slice.Start) is not (> 0 and var length))
            return false;
        if (IsLinkText(processor, rest[length..]))
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

    /// <summary>Whether a URL is the text of the author's own link, as exports write every address: <c>[https://…](https://…)</c>.</summary>
    private static bool IsLinkText(InlineProcessor processor, ReadOnlySpan<char> behind)
    {
        if (processor.Inline is not LinkDelimiterInline && processor.Inline?.FindParentOfType<LinkDelimiterInline>().Any() != true)
            return false;
        behind = behind[..Math.Min(behind.Length, LongestLinkText)];
        var bracket = behind.IndexOfAny('[', ']');
        return bracket >= 0 && behind[bracket] == ']' && bracket + 1 < behind.Length && behind[bracket + 1] is '(' or '[';
    }
}
