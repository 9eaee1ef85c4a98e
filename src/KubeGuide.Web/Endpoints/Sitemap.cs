using System.Xml.Linq;
using KubeGuide.Core.Rendering;
using KubeGuide.Web.Components;

namespace KubeGuide.Web.Endpoints;

/// <summary>Every page worth finding, as sitemaps.org describes it.</summary>
internal static class Sitemap
{
    /// <summary>More than this in one file is refused by those who read it.</summary>
    private const int MaxUrls = 50_000;

    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] MainPages = ["/", "/terms", "/notes", "/resources", "/references", "/map"];

    public static XElement Of(Frame frame) => new(Schema + "urlset", Pages(frame).Take(MaxUrls).Select(page => new XElement(Schema + "url",
        new XElement(Schema + "loc", frame.Address(page.Path)),
        page.Updated is null ? null : new XElement(Schema + "lastmod", page.Updated))));

    private static IEnumerable<(string Path, string? Updated)> Pages(Frame frame)
    {
        var glossary = frame.Glossary;
        foreach (var path in MainPages)
            yield return (path, null);
        foreach (var group in glossary.Groups)
            yield return (SiteLinks.AtRoot.Group(group.Id), null);
        foreach (var concept in glossary.Listed.Where(concept => !concept.IsChoice))
            yield return (concept.Url, concept.Updated);
        foreach (var note in glossary.Notes)
            yield return (SiteLinks.NotePath(note.Path), note.Document.FrontMatter.Updated);
    }
}
