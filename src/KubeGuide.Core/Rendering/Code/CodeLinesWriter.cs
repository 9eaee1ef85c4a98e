
namespace KubeGuide.Core.Rendering.Code;

/// <summary>Writes the lines of a code block. A line with nothing to mark is text without any markup.</summary>
/// <param name="firstLine">Line of the first one in the file on disk.</param>
internal sealed class CodeLinesWriter(FragmentBuilder fragment, CodeInfo info, int firstLine)
{
    /// <summary>Characters of markup that a token costs at most, and how much more than its text a block may become by them.</summary>
    private const int TokenMarkup = 40;
    private const int LargestGrowth = 8;
    private const int SmallBlock = 4_096;

    private static readonly string[] OpenTags = [.. Enum.GetValues<TokenKind>().Select(kind => $"<span class=\"{TokenClass.Of(kind)}\">")];

    public void Write(string code)
    {
        if (!info.IsDiff && info.MarkedLines.IsEmpty && !CodeAnnotator.Knows(info.Language))
        {
            fragment.Fixed(code);
            fragment.Fixed("\n");
            return;
        }

        var lines = CodeAnnotator.Annotate(code, info.Language, info.IsDiff);
        if (lines.Sum(line => (long)line.Tokens.Length) * TokenMarkup > SmallBlock + ((long)code.Length * LargestGrowth))
            lines = CodeAnnotator.Annotate(code, null, info.IsDiff);
        var links = info.Language == "yaml" && !fragment.NoLink ? ManifestLinks.In(lines) : null;
        for (var i = 0; i < lines.Length; i++)
        {
            WriteLine(lines[i], firstLine + i, ClassOf(lines[i], i + 1), links);
            fragment.Fixed("\n");
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

    private void WriteLine(AnnotatedLine line, int number, string? lineClass, ManifestLinks? links)
    {
        if (lineClass is not null)
        {
            fragment.Html("<span class=\"");
            fragment.Html(lineClass);
            fragment.Html("\">");
        }

        var at = 0;
        foreach (var token in line.Tokens)
        {
            WriteText(line.Text.AsSpan(at, token.Start - at));
            WriteToken(line, token, number, links?.Of(line, token));
            at = token.Start + token.Length;
        }

        WriteText(line.Text.AsSpan(at));
        if (lineClass is not null)
            fragment.Html("</span>");
    }

    private void WriteToken(AnnotatedLine line, CodeToken token, int number, ManifestLink? link)
    {
        var text = line.TextOf(token);
        if (token.Kind == TokenKind.Resource)
        {
            fragment.Run(text, number, RunKind.Kubectl);
            return;
        }

        if (link is not null)
            fragment.Add(new KindOpenSlot(fragment.EndRun(), link.ApiVersion, link.Kind, text.ToString(), number));
        fragment.Html(OpenTags[(int)token.Kind]);
        WriteText(text);
        fragment.Html("</span>");
        if (link is not null)
            fragment.Add(new LinkCloseSlot(fragment.EndRun()));
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
            fragment.Fixed(text);
    }
}
