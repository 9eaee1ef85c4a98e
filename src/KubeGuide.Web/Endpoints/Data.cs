using KubeGuide.Core.Concepts;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Text;
using KubeGuide.Web.Components;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Endpoints;

/// <summary>The glossary for programs: JSON and Markdown from the one snapshot.</summary>
internal static class Data
{
    public const int MostHits = 20;

    /// <summary>What the addresses of a concept's data end in.</summary>
    public static readonly string[] Extensions = [".md", ".json"];

    public static void MapData(this IEndpointRouteBuilder app)
    {
        var data = app.MapGroup("").WithMetadata(new FromGlossary());
        data.MapMethods("/index.json", Documents.Reading, (Frame frame) => Json(IndexJson.Of(frame), DataJson.Readable.IndexJson))
            .WithSummary("すべての概念とノートの一覧").Produces<IndexJson>();
        data.MapMethods("/diagnostics.json", Documents.Reading, (Frame frame) => Json(DiagnosticJson.Of(frame.Glossary.Diagnostics), DataJson.Readable.DiagnosticJsonArray))
            .WithSummary("ノートで気づいたこと").Produces<DiagnosticJson[]>();
        data.MapMethods("/references.json", Documents.Reading, (Frame frame) => Json(ReferenceArticleJson.Of(frame.Glossary), DataJson.Readable.ReferenceArticleJsonArray))
            .WithSummary("ノートが引いている記事").Produces<ReferenceArticleJson[]>();
        data.MapMethods("/concepts/{slug}.json", Documents.Reading, Concept)
            .WithSummary("一つの概念。別の綴りは308で正規のURLへ").Produces<ConceptJson>().Produces(StatusCodes.Status308PermanentRedirect).ProducesProblem(StatusCodes.Status404NotFound);
        data.MapMethods("/concepts/{slug}.md", Documents.Reading, ConceptMarkdown)
            .WithSummary("一つの概念のMarkdown。別の綴りは308で正規のURLへ").Produces<string>(StatusCodes.Status200OK, "text/markdown")
            .Produces(StatusCodes.Status308PermanentRedirect).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapMethods("/search.json", Documents.Reading, Search).WithMetadata(new FromGlossary(IsKept: false, MayCompress: false))
            .WithSummary("検索。概念ごとに一件、多くて20件").Produces<SearchJson>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>What the notes have on a concept, as Markdown.</summary>
    public static IResult Markdown(Concept concept) => Results.Text(ConceptMarkdownText.Of(concept), "text/markdown; charset=utf-8");

    private static async Task<IResult> Search(Frame frame, HttpContext context, Searching searching, string? q) =>
        await searching.TryAsync(frame.Glossary, q, 0, MostHits, context.RequestAborted) is { } answer
            ? Json(SearchJson.Of(answer, frame), DataJson.Readable.SearchJson)
            : Searching.Busy(context);

    private static IResult Concept(Frame frame, HttpContext context, string slug)
    {
        if (frame.Glossary.Find(slug) is { } concept)
            return Json(ConceptJson.Of(concept, frame), DataJson.Readable.ConceptJson);
        return Elsewhere(frame, context, slug, ".json");
    }

    private static IResult ConceptMarkdown(Frame frame, HttpContext context, string slug) =>
        frame.Glossary.Find(slug) is { } concept ? Markdown(concept) : Elsewhere(frame, context, slug, ".md");

    /// <summary>Another spelling of a concept leads to its data.</summary>
    public static IResult Elsewhere(Frame frame, HttpContext context, string name, string extension)
    {
        if (Documents.Named(frame, name) is not { } slug)
            return Results.Problem(title: "No such concept", detail: $"Nothing is named '{Shortened.To(80, name)}'.", statusCode: StatusCodes.Status404NotFound);
        return Documents.Moved(frame, context, slug.Url + extension);
    }

    public static IResult Json<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => Results.Json(value, type, "application/json; charset=utf-8");
}
