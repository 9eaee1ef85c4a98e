namespace KubeGuide.Core.Rendering;

/// <summary>Writes blocks of raw HTML: <c>details</c> and <c>summary</c> keep their meaning over the Markdown between them, all else is the text it is.</summary>
/// <param name="title">Writes the words of a summary, and the line they stand on.</param>
internal sealed class RawHtmlWriter(FragmentBuilder fragment, Action<string, int> title)
{
    /// <summary>How many <c>details</c> are open.</summary>
    public int OpenDetails { get; private set; }

    public void Write(string source, int line)
    {
        foreach (var piece in RawHtmlPieces.Of(source))
        {
            switch (piece.Tag)
            {
                case RawTag.Open when piece.Name == "details":
                    OpenDetails++;
                    fragment.Html("<details>\n");
                    break;
                case RawTag.Close when piece.Name == "details" && OpenDetails > 0:
                    CloseDetails(OpenDetails - 1);
                    break;
                case RawTag.Open when piece.Name == "summary" && OpenDetails > 0:
                    fragment.Html("<summary>");
                    title(piece.Text.Trim(), line);
                    fragment.Html("</summary>\n");
                    break;
                default:
                    WriteText(piece.Text.Trim(), line);
                    break;
            }
        }
    }

    /// <summary>Closes all but the first of the open ones.</summary>
    public void CloseDetails(int remaining)
    {
        for (; OpenDetails > remaining; OpenDetails--)
            fragment.Html("</details>\n");
    }

    /// <summary>A line that is nothing but a break says no more than the paragraphs round it.</summary>
    private void WriteText(string text, int line)
    {
        if (text.Length == 0 || RawHtml.Classify(text, out _) == RawTag.Void)
            return;
        fragment.Html("<p class=\"raw\">");
        fragment.BeginBlock(BlockKind.Paragraph, line);
        fragment.Linkable(text, line);
        fragment.EndBlock();
        fragment.Html("</p>\n");
    }
}
