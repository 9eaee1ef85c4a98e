using System.Text;
using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Rendering.Code;

/// <summary>Writes the lines of a code block into a page. A line with nothing to mark is text without any markup.</summary>
/// <param name="firstLine">Line of the first one in the file on disk.</param>
internal sealed class CodeLinesWriter(StringBuilder html, LinkWriter linked, string path, CodeInfo info, int firstLine)
{
    private static readonly string[] OpenTags = [.. Enum.GetValues<TokenKind>().Select(kind => $"<span class=\"{TokenClass.Of(kind)}\">")];

    /// <param name="mentions">Those of the block that are linked.</param>
    public void Write(TextBlock block, IEnumerable<Mention> mentions)
    {
        if (!info.IsDiff && info.MarkedLines.IsEmpty && !CodeAnnotator.Knows(info.Language))
        {
            HtmlText.Append(html, block.Text);
            return;
        }

        var lines = CodeLines.Of(block, info);
        var kinds = info.Language == "yaml" && !block.NoLink ? ManifestLinks.In(lines) : null;
        var byStart = mentions.ToDictionary(mention => mention.Start);
        var start = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            WriteLine(lines[i], i, start, kinds, byStart);
            html.Append('\n');
            start += lines[i].Text.Length + 1;
        }
    }

    private string? ClassOf(AnnotatedLine line, int number)
    {
        var isMarked = info.MarkedLines.AsSpan().BinarySearch(number) >= 0;
        if (line.Change == LineChange.None && !isMarked)
            return HasColour(line) ? "line" : null;
        var change = line.Change switch
        {
            LineChange.Added => " added",
            LineChange.Removed => " removed",
            _ => "",
        };
        return $"line{(isMarked ? " marked" : "")}{change}";
    }

    private static bool HasColour(AnnotatedLine line)
    {
        foreach (var token in line.Tokens)
        {
            if (TokenClass.Of(token.Kind) is not null)
                return true;
        }

        return false;
    }

    /// <param name="start">Where the line begins in the code.</param>
    private void WriteLine(AnnotatedLine line, int index, int start, ManifestLinks? kinds, Dictionary<int, Mention> mentions)
    {
        var lineClass = ClassOf(line, index + 1);
        if (lineClass is not null)
            html.Append("<span class=\"").Append(lineClass).Append("\">");
        var at = 0;
        foreach (var token in line.Tokens)
        {
            if (!LinkWriter.HasRoom(html))
                break;
            HtmlText.Append(html, line.Text.AsSpan(at, token.Start - at));
            if (token.Kind == TokenKind.Resource)
                WriteResource(line.TextOf(token), mentions.GetValueOrDefault(start + token.Start));
            else
                WriteToken(line.TextOf(token), token.Kind, kinds?.Of(line, token), firstLine + index);
            at = token.Start + token.Length;
        }

        HtmlText.Append(html, line.Text.AsSpan(at));
        if (lineClass is not null)
            html.Append("</span>");
    }

    private void WriteResource(ReadOnlySpan<char> text, Mention? mention)
    {
        if (mention is not null)
            linked.Open(html, mention, path);
        HtmlText.Append(html, text);
        if (mention is not null)
            html.Append("</a>");
    }

    private void WriteToken(ReadOnlySpan<char> text, TokenKind kind, ManifestLink? link, int line)
    {
        var isLinked = link is not null && linked.TryOpen(html, link, text.ToString(), path, line);
        html.Append(OpenTags[(int)kind]);
        HtmlText.Append(html, text);
        html.Append("</span>");
        if (isLinked)
            html.Append("</a>");
    }
}
