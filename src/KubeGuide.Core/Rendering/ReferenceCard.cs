using System.Text;
using KubeGuide.Core.References;

namespace KubeGuide.Core.Rendering;

/// <summary>A reference as a card: one real link, complete without any network.</summary>
public static class ReferenceCard
{
    /// <param name="heading">The note's heading above the citation, which names the card where nobody gave a title.</param>
    public static void Write(StringBuilder html, ReferenceTitles titles, Citation citation, string? heading)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(citation);
        var reference = citation.Url;
        html.Append("<a class=\"reference-card\" href=\"").Append(HtmlText.Escape(reference.Href)).Append("\" rel=\"noopener noreferrer nofollow\">")
            .Append("<span class=\"site-mark\" aria-hidden=\"true\">").Append(HtmlText.Escape(Mark(reference.Site))).Append("</span>")
            .Append("<span class=\"headline\">").Append(HtmlText.Escape(Headline.Of(citation, titles, heading))).Append("</span>")
            .Append("<span class=\"byline\">").Append(HtmlText.Escape(Byline(reference, titles))).Append("</span>");
        if (reference.Fragment is { Length: > 0 } fragment)
            html.Append("<span class=\"fragment\">§ ").Append(HtmlText.Escape(fragment)).Append("</span>");
        html.Append("</a>\n");
    }

    private static string Byline(Reference reference, ReferenceTitles titles)
    {
        var author = titles.Find(reference)?.Author ?? reference.Author;
        return string.Join(" · ", new[] { author, reference.Host, reference.KindLabel, reference.IsPrivate ? "限定公開" : null }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Mark(string site) => site.EnumerateRunes().First().ToString().ToUpperInvariant();
}
