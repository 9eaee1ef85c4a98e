using System.Xml.Linq;
using KubeGuide.Core.Concepts;
using KubeGuide.Web.Components;

namespace KubeGuide.Web.Endpoints;

/// <summary>The concepts whose notes say when they were updated, newest first (RFC 4287).</summary>
internal static class AtomFeed
{
    private const int Newest = 100;

    /// <summary>Atom demands a date, the notes have none, and the clock would make every answer another.</summary>
    private const string NoDate = "1970-01-01";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static XElement Of(Frame frame)
    {
        var dated = frame.Glossary.Listed.Where(concept => concept.Updated is not null)
            .OrderByDescending(concept => concept.Updated, StringComparer.Ordinal).ThenBy(concept => concept.Slug)
            .Take(Newest).ToList();
        return new XElement(Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "ja"),
            new XElement(Atom + "id", "urn:kubeguide:feed"),
            new XElement(Atom + "title", XmlAnswer.Text(frame.Options.Title)),
            new XElement(Atom + "subtitle", Words.Tagline),
            Date(dated.FirstOrDefault()?.Updated ?? NoDate),
            new XElement(Atom + "author", new XElement(Atom + "name", XmlAnswer.Text(frame.Options.Title))),
            Link("self", "application/atom+xml", frame.Address("/feed.atom")),
            Link("alternate", "text/html", frame.Address("/")),
            dated.Select(concept => Entry(concept, frame)));
    }

    private static XElement Entry(Concept concept, Frame frame) => new(Atom + "entry",
        new XElement(Atom + "id", $"urn:kubeguide:concept:{concept.Slug}"),
        new XElement(Atom + "title", XmlAnswer.Text(concept.Name)),
        Date(concept.Updated!),
        Link("alternate", "text/html", frame.Address(concept.Url)),
        concept.Summary is { } summary ? new XElement(Atom + "summary", XmlAnswer.Text(summary)) : null);

    private static XElement Date(string day) => new(Atom + "updated", day + "T00:00:00Z");

    private static XElement Link(string relation, string type, string address) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));
}
