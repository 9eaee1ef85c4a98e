using System.Text;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.References;
using KubeGuide.Core.Rendering.Markdown;
using KubeGuide.Core.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering;

/// <summary>Writes the inline content of one block after the other.</summary>
/// <param name="lineOffset">What to add to Markdig's line (from 0) to get the line on disk (from 1).</param>
internal sealed class InlineWriter(FragmentBuilder fragment, string path, int lineOffset, List<Diagnostic> diagnostics)
{
    private const int LongestWhole = 20;

    private Stack<string>? openTags;
    private int linkDepth;
    private int line;

    public void Write(ContainerInline? root, int blockLine)
    {
        line = blockLine;
        if (root is not null)
            WriteChildren(root);
        while (openTags?.TryPop(out var tag) == true)
            fragment.Markup($"</{tag}>");
    }

    private void WriteChildren(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
            WriteInline(inline);
    }

    private void WriteInline(Inline inline)
    {
        if (inline.Line + lineOffset > line)
            line = inline.Line + lineOffset;
        switch (inline)
        {
            case LiteralInline literal:
                Text(EmbedPrefixRemoved(literal));
                break;
            case HtmlEntityInline entity:
                Text(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline { IsHard: true }:
                fragment.Markup("<br />\n");
                fragment.Unseen("\n");
                break;
            case LineBreakInline:
                Text("\n");
                break;
            case CodeInline code:
                fragment.Markup(IsKeptWhole(code.ContentSpan) ? "<code class=\"whole\">" : "<code>");
                if (linkDepth > 0)
                    fragment.Fixed(code.ContentSpan);
                else
                    fragment.Run(code.ContentSpan, line, RunKind.CodeSpan);
                fragment.Markup("</code>");
                break;
            case EmphasisInline emphasis:
                WriteEmphasis(emphasis);
                break;
            case AutolinkInline { IsEmail: true } mail:
                WriteMail(mail.Url);
                break;
            case AutolinkInline auto:
                WriteOutside(auto.Url, auto, LinkTarget.Decode(auto.Url));
                break;
            case WikiLinkInline wiki when linkDepth == 0:
                OpenLink(wiki.Target, isWiki: true, wiki.Text, wiki);
                fragment.Run(wiki.Text, line, RunKind.WikiLink);
                CloseLink();
                break;
            case WikiLinkInline wiki:
                fragment.Fixed(wiki.Text);
                break;
            case SizedImageInline image:
                WriteImage(image.Url, image.Alt, null, image.Width, image);
                break;
            case LinkInline { IsImage: true } image:
                WriteImage(image.Url ?? "", InlineText.Of(image), image.Title, null, image);
                break;
            case LinkInline link:
                WriteLink(link);
                break;
            case FootnoteLink { IsBackLink: false } footnote:
                fragment.Footnote(footnote.Footnote.Label ?? "");
                break;
            case FootnoteLink:
                break;
            case TaskList task:
                fragment.Markup(task.Checked
                    ? """<input type="checkbox" disabled="disabled" checked="checked" aria-label="完了" /> """
                    : """<input type="checkbox" disabled="disabled" aria-label="未完了" /> """);
                break;
            case HtmlInline tag when !EmptyAnchor.Has(tag):
                WriteTag(tag.Tag);
                break;
            case DelimiterInline delimiter:
                Text(delimiter.ToLiteral());
                WriteChildren(delimiter);
                break;
            case ContainerInline container:
                WriteChildren(container);
                break;
        }
    }

    private void Text(ReadOnlySpan<char> content)
    {
        if (linkDepth > 0)
            fragment.Fixed(content);
        else
            fragment.Linkable(content, line);
    }

    private void WriteEmphasis(EmphasisInline emphasis)
    {
        var (open, close) = emphasis.DelimiterChar == '~' ? ("<del>", "</del>") : emphasis.DelimiterCount == 2 ? ("<strong>", "</strong>") : ("<em>", "</em>");
        fragment.Markup(open);
        WriteChildren(emphasis);
        fragment.Markup(close);
    }

    private void WriteLink(LinkInline link)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        if (linkDepth > 0)
        {
            WriteChildren(link);
        }
        else if (LinkTarget.IsOutside(url))
        {
            WriteOutside(url, link, null);
        }
        else if (LinkTarget.IsMail(url))
        {
            fragment.Markup($"<a href=\"{HtmlText.Escape(LinkTarget.Encode(url))}\">");
            Linked(link);
            fragment.Markup("</a>");
        }
        else if (Embed.IsEmbed(link))
        {
            Text($"{InlineText.Of(link)} {url}");
        }
        else if (LinkTarget.HasScheme(url))
        {
            Report("link-scheme", Severity.Warning, link, $"「{Shortened.To(60, url)}」の形式のリンクは表示できません。", "http、https、mailto、または相対パスで書きます");
            WriteChildren(link);
        }
        else
        {
            OpenLink(url, isWiki: false, InlineText.Of(link), link);
            Linked(link);
            CloseLink();
        }
    }

    private void Linked(LinkInline link)
    {
        linkDepth++;
        WriteChildren(link);
        linkDepth--;
    }

    private void OpenLink(string target, bool isWiki, string text, Inline place) =>
        fragment.Add(new LinkOpenSlot(fragment.EndRun(), target, isWiki, text, line, place.Column + 1));

    private void CloseLink() => fragment.Add(new LinkCloseSlot(fragment.EndRun()));

    /// <param name="text">What is shown; null for the link's own content.</param>
    private void WriteOutside(string url, Inline place, string? text)
    {
        var opens = linkDepth == 0 && TryOpenOutside(url, place);
        if (text is null)
            Linked((LinkInline)place);
        else
            fragment.Fixed(text);
        if (opens)
            fragment.Markup("</a>");
    }

    private bool TryOpenOutside(string url, Inline place)
    {
        if (!ReferenceSites.TryUnderstand(url, out var reference, out var problem))
            return false;
        if (problem.At(path, line, place.Column + 1) is { } finding)
            diagnostics.Add(finding);
        fragment.Cite(new Citation(reference, null, IsCard: false, line, place.Column + 1));
        fragment.Markup($"<a class=\"external\" href=\"{HtmlText.Escape(reference.Href)}\" rel=\"noopener noreferrer nofollow\">");
        return true;
    }

    private void WriteMail(string address)
    {
        fragment.Markup($"<a href=\"mailto:{HtmlText.Escape(LinkTarget.Encode(address))}\">");
        fragment.Fixed(address);
        fragment.Markup("</a>");
    }

    private void WriteImage(string url, string alt, string? title, int? width, Inline place)
    {
        fragment.CountsAsProse();
        if (LinkTarget.IsOutside(url))
        {
            WriteOutside(url, place, alt.Length > 0 ? $"画像: {alt}" : "画像");
            return;
        }

        if (LinkTarget.HasScheme(url))
        {
            Report("link-scheme", Severity.Warning, place, $"「{Shortened.To(60, url)}」の画像は表示できません。", "ノートのフォルダーに置いた画像を相対パスで書きます");
            Text(alt);
            return;
        }

        fragment.Add(new ImageSlot(fragment.EndRun(), LinkTarget.Decode(url), alt, title, width, line, place.Column + 1));
        fragment.Unseen(alt);
    }

    private void WriteTag(string tag)
    {
        if (RawHtml.IsComment(tag))
            return;
        switch (RawHtml.Classify(tag, out var name))
        {
            case RawTag.Void:
                fragment.Markup("<br />");
                fragment.Unseen("\n");
                break;
            case RawTag.Open when RawHtml.IsPhrase(name):
                (openTags ??= new Stack<string>()).Push(name);
                fragment.Markup($"<{name}>");
                break;
            case RawTag.Close when openTags?.Contains(name) == true:
                while (openTags.Pop() is var open)
                {
                    fragment.Markup($"</{open}>");
                    if (open == name)
                        break;
                }

                break;
            default:
                Text(tag);
                break;
        }
    }

    /// <summary>The <c>@</c> of Zenn's <c>@[card](url)</c> is notation, not text.</summary>
    /// <summary>A short name such as <c>--edit-url</c> is found by eye only where no line ends at its hyphen.</summary>
    private static bool IsKeptWhole(ReadOnlySpan<char> code) => code.Length <= LongestWhole && code.Contains('-') && Ascii.IsValid(code);

    private static ReadOnlySpan<char> EmbedPrefixRemoved(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        return text.EndsWith("@") && literal.NextSibling is LinkInline { IsImage: false } link && Embed.IsEmbed(link) ? text[..^1] : text;
    }

    private void Report(string rule, Severity severity, Inline place, string message, string? suggestion) =>
        diagnostics.Add(new Diagnostic(rule, severity, path, line, place.Column + 1, message, suggestion));
}
