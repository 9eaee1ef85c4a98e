using System.Xml.Linq;
using KubeGuide.Web.Components;

namespace KubeGuide.Web.Endpoints;

/// <summary>What a browser needs to search the site from its address bar (OpenSearch 1.1).</summary>
internal static class OpenSearchDescription
{
    /// <summary>The format's own bounds.</summary>
    private const int LongestName = 16, LongestDescription = 1024;

    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    public static XElement Of(Frame frame) => new(OpenSearch + "OpenSearchDescription",
        new XElement(OpenSearch + "ShortName", Cut(frame.Options.Title, LongestName)),
        new XElement(OpenSearch + "Description", Cut(frame.Options.Title + "：" + Words.Search, LongestDescription)),
        new XElement(OpenSearch + "InputEncoding", "UTF-8"),
        new XElement(OpenSearch + "Image", new XAttribute("type", "image/svg+xml"), frame.Address("/favicon.svg")),
        new XElement(OpenSearch + "Url", new XAttribute("type", "text/html"), new XAttribute("method", "get"), new XAttribute("template", frame.Address("/search") + "?q={searchTerms}")));

    private static string Cut(string text, int longest) => string.Concat(XmlAnswer.Text(text).EnumerateRunes().Take(longest));
}
