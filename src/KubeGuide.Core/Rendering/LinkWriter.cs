using System.Text;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Rendering.Code;

namespace KubeGuide.Core.Rendering;

/// <summary>Writes the beginning of a link from a note's text, each with its reason; the end is <c>&lt;/a&gt;</c>.</summary>
/// <param name="page">The concept whose page is written, which is never linked to; null for a whole note.</param>
internal sealed class LinkWriter(Glossary glossary, SiteLinks links, Slug? page)
{
    /// <summary>UTF-16 units of <see cref="HasRoom"/>.</summary>
    private const int LargestMarked = 8 * 1024 * 1024;

    /// <summary>
    /// Whether a page may still grow by links to concepts and by colours. What the text itself becomes is bounded when it is read,
    /// what those add to it here.
    /// </summary>
    public static bool HasRoom(StringBuilder html) => html.Length < LargestMarked;

    /// <summary>Opens the link of a mention that is linked.</summary>
    public void Open(StringBuilder html, Mention mention, string path) => Open(html, links.Concept(mention.To), LinkReason.Of(mention, path));

    /// <summary>Opens what the author wrote as a link; false where it leads nowhere else.</summary>
    public bool TryOpen(StringBuilder html, LinkOpenSlot link, LinkedNote note)
    {
        if (glossary.Links.Resolve(note.Concepts, link) is not { } target || (target.Concept is { } own && own == page && target.Fragment is null))
            return false;
        if (target.Concept is null)
            html.Append("<a href=\"").Append(HtmlText.Escape(target.Href(links))).Append("\">");
        else
            Open(html, target.Href(links), LinkReason.Of(link, note.Path));
        return true;
    }

    /// <summary>Opens a link from a value of a manifest to the concept of its kind; false where the glossary has none.</summary>
    /// <param name="text">The value.</param>
    /// <param name="line">Its line in the file on disk.</param>
    public bool TryOpen(StringBuilder html, ManifestLink link, string text, string path, int line)
    {
        if (KindConcepts.Find(glossary, link.ApiVersion, link.Kind) is not { } concept || concept.Slug == page)
            return false;
        Open(html, links.Concept(concept.Slug), LinkReason.Of(link, text, path, line));
        return true;
    }

    private static void Open(StringBuilder html, string href, string why)
    {
        html.Append("<a class=\"concept-link\" href=\"").Append(HtmlText.Escape(href)).Append("\" data-why=\"");
        HtmlText.Append(html, why);
        html.Append("\">");
    }
}
