using System.Text;

namespace KubeGuide.Core.Rendering;

/// <summary>A tag that is kept, or text.</summary>
/// <param name="Text">The text; for a summary its content; empty for a tag.</param>
internal sealed record RawHtmlPiece(RawTag Tag, string Name, string Text);

/// <summary>Cuts a block of raw HTML into the tags that structure a page and the text between them.</summary>
internal static class RawHtmlPieces
{
    public static IEnumerable<RawHtmlPiece> Of(string source)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < source.Length)
        {
            if (source.AsSpan(at).StartsWith("<!--"))
            {
                var end = source.IndexOf("-->", at, StringComparison.Ordinal);
                at = end < 0 ? source.Length : end + 3;
                continue;
            }

            if (source[at] == '<' && TagAt(source, at) is { } tag)
            {
                if (text.Length > 0)
                    yield return new RawHtmlPiece(RawTag.None, "", text.ToString());
                text.Clear();
                at += tag.Length;
                var content = tag.Name == "summary" && tag.Kind == RawTag.Open ? SummaryAt(source, ref at) : "";
                if (tag.Name != "summary" || tag.Kind == RawTag.Open)
                    yield return new RawHtmlPiece(tag.Kind, tag.Name, content);
                continue;
            }

            text.Append(source[at++]);
        }

        if (text.Length > 0)
            yield return new RawHtmlPiece(RawTag.None, "", text.ToString());
    }

    private static (RawTag Kind, string Name, int Length)? TagAt(string source, int at)
    {
        const int longestTag = 16;
        var end = source.IndexOf('>', at, Math.Min(longestTag, source.Length - at));
        if (end < 0)
            return null;
        var kind = RawHtml.Classify(source.AsSpan(at, end + 1 - at), out var name);
        return kind != RawTag.None && name is "details" or "summary" ? (kind, name, end + 1 - at) : null;
    }

    private static string SummaryAt(string source, ref int at)
    {
        var close = source.IndexOf("</summary>", at, StringComparison.OrdinalIgnoreCase);
        var end = close < 0 ? source.Length : close;
        var content = source[at..end];
        at = close < 0 ? source.Length : close + "</summary>".Length;
        return content;
    }
}
