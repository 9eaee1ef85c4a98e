using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Manifests;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Search;
using KubeGuide.Web.Components;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Endpoints;

/// <summary>Serialisation of everything that programs read: camelCase, unknown strings null, lists never.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IndexJson))]
[JsonSerializable(typeof(ConceptJson))]
[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(DiagnosticJson[]))]
[JsonSerializable(typeof(ReferenceArticleJson[]))]
[JsonSerializable(typeof(ManifestJson))]
[JsonSerializable(typeof(Readiness))]
[JsonSerializable(typeof(GlossaryChange))]
internal sealed partial class DataJson : JsonSerializerContext
{
    /// <summary>Japanese as it is, not as escapes; the responses are never markup.</summary>
    public static DataJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed record IndexJson(string Version, IndexConceptJson[] Concepts, IndexNoteJson[] Notes)
{
    public static IndexJson Of(Frame frame) => new(
        frame.Glossary.Version,
        [.. frame.Glossary.Listed.Select(c => new IndexConceptJson(c.Slug.Value, c.Name, JsonName.Of(c.State), c.Group, c.Definition, [.. c.Aliases], frame.Links.Concept(c.Slug)))],
        [.. frame.Glossary.Notes.Select(note => new IndexNoteJson(note.Path, frame.Links.Note(note.Path)))]);
}

internal sealed record IndexConceptJson(string Slug, string Name, string State, string Group, string? Definition, string[] Aliases, string Url);

internal sealed record IndexNoteJson(string Path, string Url);

internal sealed record ConceptJson(
    string Slug, string Name, string State, string Group, string? Definition, string[] Aliases, string? Updated, SourceJson[] Sources, string? Parent, string[] Children,
    FactsJson? Facts, FactsJson[] Senses, RelationJson[] Relations, LinkJson[] Links, SuppressedJson[] Suppressed, BacklinkJson[] Backlinks, int BacklinksTotal,
    CitedJson[] References, string Markdown)
{
    public const int Backlinked = 200;

    public static ConceptJson Of(Concept concept, Frame frame)
    {
        var glossary = frame.Glossary;
        var own = glossary.OwnMentions(concept).ToList();
        var backlinks = glossary.Backlinks(concept.Slug).ToList();
        return new ConceptJson(
            concept.Slug.Value, concept.Name, JsonName.Of(concept.State), concept.Group, concept.Definition, [.. concept.Aliases], concept.Updated,
            [.. concept.Sources.Select(source => new SourceJson(source.Path, source.Line, source.EndLine))],
            concept.Parent?.Value, [.. concept.Children.Select(child => child.Value)],
            FactsJson.Of(concept.Entry), [.. concept.Senses.Select(FactsJson.Of).OfType<FactsJson>()],
            [.. ConceptRelation.Of(concept, glossary).Select(r => new RelationJson(r.Type, r.Sentence, r.To?.Value, r.Field, r.IsOutgoing ? "out" : "in"))],
            [.. own.Where(place => place.Mention.IsLinked).Select(place => LinkJson.Of(place))],
            [.. own.Where(place => !place.Mention.IsLinked).Select(place => SuppressedJson.Of(place))],
            [.. backlinks.Take(Backlinked).Select(place => BacklinkJson.Of(Backlink.Of(place)))], backlinks.Count,
            [.. Citations(concept, glossary)],
            ConceptMarkdownText.Of(concept));
    }

    private static IEnumerable<CitedJson> Citations(Concept concept, Glossary glossary) =>
        from article in glossary.Bibliography.CitedBy(concept.Slug)
        from place in article.CitedBy
        where place.Concept == concept.Slug
        orderby place.Path, place.Line
        select new CitedJson(article.Reference.Url, article.Site, article.Reference.Kind, article.Author, article.Title, place.Fragment);
}

internal sealed record SourceJson(string Path, int Line, int EndLine);

internal sealed record FactsJson(string Kind, string ApiVersion, string? Plural, string[] ShortNames, bool? Namespaced, string? DocsUrl)
{
    public static FactsJson? Of(CatalogEntry? entry) => entry?.Facts is { } facts
        ? new FactsJson(facts.Kind, facts.ApiVersion, facts.Plural, [.. facts.ShortNames], facts.Namespaced, facts.DocsUrlJa ?? facts.DocsUrl)
        : null;
}

/// <param name="Direction"><c>out</c> where the relation starts at this concept, else <c>in</c>.</param>
internal sealed record RelationJson(string Type, string Label, string? To, string? Field, string Direction);

internal sealed record LinkJson(string To, string Text, string Term, string Rule, string Path, int Line)
{
    public static LinkJson Of(MentionPlace place) =>
        new(place.Mention.To.Value, place.Mention.Text, place.Mention.Term.Text, JsonName.Of(place.Mention.Reason), place.Note.Path, place.Mention.Line);
}

internal sealed record SuppressedJson(string To, string Text, string Reason, string Path, int Line)
{
    public static SuppressedJson Of(MentionPlace place) =>
        new(place.Mention.To.Value, place.Mention.Text, JsonName.Of(place.Mention.Reason), place.Note.Path, place.Mention.Line);
}

internal sealed record BacklinkJson(string? From, string? Heading, string Sentence, string Path, int Line, bool Linked)
{
    public static BacklinkJson Of(Backlink link) =>
        new(link.From?.Value, link.Headings.Length == 0 ? null : string.Join(" › ", link.Headings), link.Sentence.Text, link.Path, link.Line, link.IsLinked);
}

internal sealed record CitedJson(string Url, string Site, string Kind, string? Author, string? Title, string? Fragment);

internal sealed record SearchJson(string Query, HitJson[] Hits)
{
    public static SearchJson Of(SearchAnswer answer, Frame frame) => new(
        answer.Query,
        [.. answer.Hits.Select(hit => new HitJson(hit.Slug?.Value, hit.Title, frame.Links.To(hit.Url), hit.Excerpt.Text, JsonName.Of(hit.Match), hit.Reason, JsonName.Of(hit.State)))]);
}

internal sealed record HitJson(string? Slug, string Title, string Url, string Excerpt, string Match, string Reason, string State);

internal sealed record DiagnosticJson(string Rule, string Severity, string Path, int Line, int Column, string Message, string? Suggestion)
{
    public static DiagnosticJson[] Of(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(d => new DiagnosticJson(d.Rule, JsonName.Of(d.Severity), d.Path, d.Line, d.Column, d.Message, d.Suggestion))];
}

internal sealed record ReferenceArticleJson(string Url, string Site, string Kind, string? Author, string? Title, CitedByJson[] CitedBy)
{
    public static ReferenceArticleJson[] Of(Glossary glossary) =>
        [.. glossary.Bibliography.Articles.Select(article => new ReferenceArticleJson(
            article.Reference.Url, article.Site, article.Reference.Kind, article.Author, article.Title,
            [.. article.CitedBy.Select(place => new CitedByJson(place.Concept?.Value, place.Fragment, place.Path, place.Line))]))];
}

internal sealed record CitedByJson(string? Slug, string? Fragment, string Path, int Line);
