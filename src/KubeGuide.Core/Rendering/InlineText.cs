using System.Text;
using KubeGuide.Core.Rendering.Markdown;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering;

/// <summary>The visible text of inline content.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline? container)
    {
        if (container is null)
            return "";
        if (container.FirstChild is LiteralInline only && only.NextSibling is null)
            return only.Content.ToString();
        var text = new StringBuilder();
        Append(text, container);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AutolinkInline auto:
                    text.Append(auto.Url);
                    break;
                case WikiLinkInline wiki:
                    text.Append(wiki.Text);
                    break;
                case HtmlInline tag when !RawHtml.IsComment(tag.Tag) && RawHtml.Classify(tag.Tag, out _) == RawTag.None && !EmptyAnchor.Has(tag):
                    text.Append(tag.Tag);
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    Append(text, delimiter);
                    break;
                case ContainerInline inner:
                    Append(text, inner);
                    break;
            }
        }
    }
}
