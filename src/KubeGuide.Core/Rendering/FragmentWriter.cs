using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.References;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering;

/// <summary>Writes the blocks of a section as a fragment.</summary>
internal sealed class FragmentWriter : IDisposable
{
    /// <summary>The markup of a longer title stays as it is.</summary>
    private const int LongestTitle = 200;

    private readonly string path;
    private readonly int lineOffset;
    private readonly List<Diagnostic> diagnostics;
    private readonly FragmentBuilder fragment;
    private readonly FragmentBuilder headings;
    private readonly InlineWriter inlines;
    private readonly InlineWriter headingInlines;
    private readonly RawHtmlWriter rawHtml;
    private bool noLinkNext;

    /// <param name="lineOffset">What to add to Markdig's line (from 0) to get the line on disk (from 1).</param>
    public FragmentWriter(string path, int lineOffset, List<Diagnostic> diagnostics, Notes.OutputCount output)
    {
        (this.path, this.lineOffset, this.diagnostics) = (path, lineOffset, diagnostics);
        (fragment, headings) = (new FragmentBuilder(output), new FragmentBuilder(output));
        inlines = new InlineWriter(fragment, path, lineOffset, diagnostics);
        headingInlines = new InlineWriter(headings, path, lineOffset, diagnostics);
        rawHtml = new RawHtmlWriter(fragment, Title);
    }

    public void Dispose()
    {
        fragment.Dispose();
        headings.Dispose();
    }

    /// <summary>Writes one block behind the others; comments are directives and never written.</summary>
    public void Write(Block block) => WriteBlock(block, tight: false, BlockKind.Paragraph);

    /// <summary>The finished fragment; the writer starts anew.</summary>
    public Fragment Take()
    {
        rawHtml.CloseDetails(0);
        noLinkNext = false;
        return fragment.Take();
    }

    /// <summary>A heading's inline content, which never links.</summary>
    public Fragment Heading(HeadingBlock heading)
    {
        headings.BeginBlock(BlockKind.Heading, LineOf(heading));
        headingInlines.Write(heading.Inline, LineOf(heading));
        headings.EndBlock();
        return headings.Take();
    }

    private int LineOf(Block block) => block.Line + lineOffset;

    private void WriteBlock(Block block, bool tight, BlockKind kind)
    {
        if (block is HtmlBlock html && RawHtml.CommentText(html.Lines.ToString()) is { } comment)
        {
            noLinkNext |= comment == "nolink";
            return;
        }

        var optedOut = fragment.NoLink;
        fragment.NoLink |= noLinkNext;
        noLinkNext = false;
        WriteContent(block, tight, kind);
        fragment.NoLink = optedOut;
    }

    private void WriteContent(Block block, bool tight, BlockKind kind)
    {
        switch (block)
        {
            case HeadingBlock heading:
                WriteInnerHeading(heading);
                break;
            case ParagraphBlock paragraph:
                WriteParagraph(paragraph, tight, kind);
                break;
            case QuoteBlock quote when CalloutOf(quote) is { } callout:
                Boxed(Callout.OfAlert(callout.Kind, callout.Title), quote, kind);
                break;
            case QuoteBlock quote:
                Contained("<blockquote>\n", quote, "</blockquote>\n", BlockKind.Quote);
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case Table table:
                TableWriter.Write(fragment, table, cell => Children(cell, tight: true, BlockKind.TableCell));
                break;
            case CustomContainer container:
                WriteContainer(container, kind);
                break;
            case CodeBlock code:
                CodeBlockWriter.Write(fragment, code, LineOf(code));
                break;
            case HtmlBlock html:
                rawHtml.Write(html.Lines.ToString(), LineOf(html));
                break;
            case ThematicBreakBlock:
                fragment.Html("<hr />\n");
                break;
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or FootnoteGroup or Footnote:
                break;
            case ContainerBlock container:
                Children(container, tight: false, kind);
                break;
        }
    }

    /// <summary>A footnote's own content.</summary>
    public void WriteFootnote(Footnote footnote) => Children(footnote, tight: false, BlockKind.Paragraph);

    private void Children(ContainerBlock container, bool tight, BlockKind kind)
    {
        var details = rawHtml.OpenDetails;
        foreach (var child in container)
            WriteBlock(child, tight, kind);
        rawHtml.CloseDetails(details);
    }

    private void Contained(string open, ContainerBlock container, string close, BlockKind kind)
    {
        fragment.Html(open);
        Children(container, tight: false, kind);
        fragment.Html(close);
    }

    /// <summary>A heading inside a list or quote cuts no section: it is shown as a line of its own.</summary>
    private void WriteInnerHeading(HeadingBlock heading)
    {
        fragment.Html("<p class=\"inner-heading\"><strong>");
        Inlines(heading, BlockKind.Heading);
        fragment.Html("</strong></p>\n");
    }

    private void WriteParagraph(ParagraphBlock paragraph, bool tight, BlockKind kind)
    {
        if (ShowsNothing(paragraph) || TryWriteCards(paragraph, kind) || TryWriteCaptioned(paragraph, kind))
            return;
        fragment.Html(tight ? "" : "<p>");
        Inlines(paragraph, kind);
        fragment.Html(tight ? "" : "</p>\n");
    }

    /// <summary>Whether a paragraph is only what no reader sees: comments, names of places, the first line of a box, a directive for contents.</summary>
    private static bool ShowsNothing(ParagraphBlock paragraph) => paragraph.Inline?.FirstChild switch
    {
        HtmlInline or Markdown.CalloutInline => paragraph.Inline.All(inline => inline is Markdown.CalloutInline or LineBreakInline { IsHard: false }
            || (inline is HtmlInline tag && (RawHtml.IsComment(tag.Tag) || EmptyAnchor.Has(tag))) || (inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace())),
        Markdown.WikiLinkInline { Target: "_TOC_" or "TOC" or "toc", NextSibling: null } => true,
        LiteralInline => paragraph.Span.Length is 5 or 6 && InlineText.Of(paragraph.Inline) is "[TOC]" or "[toc]" or "${toc}",
        _ => false,
    };

    private void Inlines(LeafBlock block, BlockKind kind)
    {
        fragment.BeginBlock(kind, LineOf(block));
        inlines.Write(block.Inline, LineOf(block));
        fragment.EndBlock();
    }

    /// <summary>A paragraph whose lines are nothing but addresses is as many cards.</summary>
    private bool TryWriteCards(ParagraphBlock paragraph, BlockKind kind)
    {
        if (!Embed.MayBeCard(paragraph.Inline?.FirstChild))
            return false;
        var cards = new List<(Citation Citation, string Text)>();
        foreach (var line in Embed.Lines(paragraph))
        {
            if (Embed.CardIn(line) is not { } card || !ReferenceSites.TryUnderstand(card.Url, out var reference, out var problem))
                return false;
            if (problem.At(path, card.Place.Line + lineOffset, card.Place.Column + 1) is { } finding)
                diagnostics.Add(finding);
            cards.Add((new Citation(reference, card.Title, IsCard: true, card.Place.Line + lineOffset, card.Place.Column + 1), card.Title ?? reference.Href));
        }

        foreach (var (citation, text) in cards)
        {
            fragment.BeginBlock(kind, citation.Line);
            fragment.Add(new CardSlot(fragment.EndRun(), fragment.Cite(citation)));
            fragment.Unseen(text);
            fragment.EndBlock(isCard: true);
        }

        return true;
    }

    /// <summary>Zenn's caption: an image, and an emphasised line below it.</summary>
    private bool TryWriteCaptioned(ParagraphBlock paragraph, BlockKind kind)
    {
        if (paragraph.Inline?.FirstChild is not (LinkInline { IsImage: true } or Markdown.SizedImageInline)
            || paragraph.Inline.FirstChild.NextSibling is not LineBreakInline
            || paragraph.Inline.LastChild is not EmphasisInline { DelimiterCount: 1 } caption
            || caption.PreviousSibling is not LineBreakInline
            || caption.PreviousSibling.PreviousSibling != paragraph.Inline.FirstChild)
            return false;
        fragment.Html("<figure>");
        fragment.BeginBlock(kind, LineOf(paragraph));
        var image = paragraph.Inline.FirstChild;
        image.Remove();
        inlines.Write(new ContainerInline().AppendChild(image), LineOf(paragraph));
        fragment.EndBlock();
        fragment.Html("<figcaption>");
        fragment.BeginBlock(kind, caption.Line + lineOffset);
        inlines.Write(caption, caption.Line + lineOffset);
        fragment.EndBlock();
        fragment.Html("</figcaption></figure>\n");
        return true;
    }

    private void WriteList(ListBlock list)
    {
        var start = list.OrderedStart is { } first && first != "1" && int.TryParse(first, out var number) ? $" start=\"{number}\"" : "";
        fragment.Html(list.IsOrdered ? $"<ol{start}>\n" : "<ul>\n");
        foreach (var item in list.OfType<ListItemBlock>())
        {
            fragment.Html(item.Count == 0 || (!list.IsLoose && item[0] is ParagraphBlock) ? "<li>" : "<li>\n");
            WriteItem(item, !list.IsLoose);
            fragment.Html("</li>\n");
        }

        fragment.Html(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }

    private void WriteItem(ListItemBlock item, bool tight)
    {
        var details = rawHtml.OpenDetails;
        for (var i = 0; i < item.Count; i++)
        {
            if (tight && i > 0 && item[i - 1] is ParagraphBlock)
                fragment.Html("\n");
            WriteBlock(item[i], tight, BlockKind.ListItem);
        }

        rawHtml.CloseDetails(details);
    }

    private void WriteContainer(CustomContainer container, BlockKind kind)
    {
        if (container.ClosingFencedCharCount == 0)
            diagnostics.Add(new Diagnostic("unclosed-container", Severity.Warning, path, LineOf(container), container.Column + 1, "「:::」で始まる囲みが閉じられていません。", "囲みの終わりに ::: だけの行を書いてください"));
        if (container.Info is "details" or "spoiler")
        {
            fragment.Html("<details>\n<summary>");
            Title(string.IsNullOrWhiteSpace(container.Arguments) ? "詳細" : container.Arguments.Trim(), LineOf(container));
            Contained("</summary>\n", container, "</details>\n", kind);
            return;
        }

        Boxed(Callout.OfContainer(container.Info, container.Arguments), container, kind);
    }

    private static Markdown.CalloutInline? CalloutOf(QuoteBlock quote) => quote is [ParagraphBlock first, ..] ? first.Inline?.FirstChild as Markdown.CalloutInline : null;

    private void Boxed(Callout callout, ContainerBlock content, BlockKind kind)
    {
        fragment.Html($"<aside class=\"alert alert-{callout.Class}\">\n<p class=\"alert-title\">");
        Title(callout.Title, LineOf(content));
        Contained("</p>\n", content, "</aside>\n", kind);
    }

    /// <summary>Words above a box or a fold, which are its heading: they are found, and never link.</summary>
    private void Title(string text, int line)
    {
        fragment.BeginBlock(BlockKind.Heading, line);
        fragment.Fixed(text.Length <= LongestTitle && text.AsSpan().ContainsAny("*_`[~") ? WithoutMarkup(text) : text);
        fragment.EndBlock();
    }

    private static string WithoutMarkup(string text) =>
        Markdown.MarkdownDialect.Parse(text) is [ParagraphBlock { Inline: { } inlines }] ? InlineText.Of(inlines) : text;
}
