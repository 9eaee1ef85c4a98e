using System.Globalization;
using KubeGuide.Core;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;
using KubeGuide.Core.References;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Search;
using KubeGuide.Core.Text;
using KubeGuide.Web.Components;
using KubeGuide.Web.Components.Board;
using KubeGuide.Web.Components.Pages;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KubeGuide.Web.Endpoints;

/// <summary>The pages that are read: each asks for one model and is rendered once per glossary.</summary>
internal static class Documents
{
    /// <summary>HEAD is answered wherever GET is.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private const int BacklinkPages = 10_000;

    private const int SearchPages = 1_000;

    /// <summary>Names in a comparison's address that are looked at; more make one that is not known.</summary>
    private const int MostNames = 20;

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").WithMetadata(new FromGlossary());
        pages.MapMethods("/", Reading, (Frame frame) => Page<HomePage>(frame));
        pages.MapMethods("/groups/{id}", Reading, Group);
        pages.MapMethods("/terms", Reading, (Frame frame) => Page<TermsPage>(frame, ("Sections", TermSection.Of(frame.Glossary))));
        pages.MapMethods("/notes", Reading, (Frame frame) => Page<NotesPage>(frame));
        pages.MapMethods("/notes/{**path}", Reading, NoteOrFile);
        pages.MapMethods("/resources", Reading, (Frame frame) => Page<ResourcesPage>(frame));
        pages.MapMethods("/map", Reading, Map);
        app.MapMethods("/compare/{names}", Reading, Compare).WithMetadata(new FromGlossary(IsKept: false));
        pages.MapMethods("/references", Reading, (Frame frame, string? sort) => Page<ReferencesPage>(frame, ("Order", sort switch
        {
            "date" => ArticleOrder.Date,
            "cited" => ArticleOrder.Citations,
            _ => ArticleOrder.Title,
        })));
        pages.MapMethods("/concepts/{slug}", Reading, ConceptOrRedirect);
        pages.MapMethods("/concepts/{slug}/mentions", Reading, Mentions);
        pages.MapMethods("/concepts/{slug}/preview", Reading, Preview);
        pages.MapMethods("/k/{name}", Reading, ShortAddress);
        app.MapMethods("/search", Reading, Search).WithMetadata(new FromGlossary(IsKept: false, MayCompress: false));
        app.MapMethods("/board", Reading, Board);
        app.Map("{**path}", Unknown).WithOrder(int.MaxValue);
    }

    /// <summary>The concept of a spelling in a path, where a slash (CI/CD) stays encoded.</summary>
    public static Slug? Named(Frame frame, string spelling) => frame.Glossary.Names.Find(spelling.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));

    private static IResult Group(Frame frame, string id) =>
        frame.Glossary.Groups.FirstOrDefault(group => group.Id == id) is { } group
            ? Page<GroupPage>(frame, ("Group", group))
            : NotFound(frame, id);

    private static IResult Map(Frame frame, HttpContext context, string? focus)
    {
        if (string.IsNullOrEmpty(focus))
            return Page<MapPage>(frame, ("Map", ConceptMap.Of(frame.Glossary, null)));
        if (frame.Glossary.Find(focus) is { } concept)
            return Page<MapPage>(frame, ("Map", ConceptMap.Of(frame.Glossary, concept)));
        return frame.Glossary.Names.Find(focus) is { } canonical ? Moved(frame, context, $"/map?focus={canonical}") : NotFound(frame, focus);
    }

    /// <summary>Names in any spelling lead to the address with their slugs, each once and in the order given.</summary>
    private static IResult Compare(Frame frame, HttpContext context, string names)
    {
        var slugs = new List<Slug>();
        foreach (var name in names.Split(',', MostNames + 1, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if ((frame.Glossary.Find(name)?.Slug ?? frame.Glossary.Names.Find(name)) is not { } slug)
                return NotFound(frame, name);
            if (!slugs.Contains(slug))
                slugs.Add(slug);
        }

        if (slugs.Count is < Siblings.Fewest or > Siblings.Most)
            return Page<ComparePage>(frame, StatusCodes.Status400BadRequest, ("Comparison", new Comparison([.. slugs.Select(slug => frame.Glossary.Concepts[slug])], [])));
        return string.Join(',', slugs) != names
            ? Moved(frame, context, Siblings.Url(slugs))
            : Page<ComparePage>(frame, ("Comparison", Comparison.Of([.. slugs.Select(slug => frame.Glossary.Concepts[slug])], frame.Glossary)));
    }

    private static IResult ConceptOrRedirect(Frame frame, HttpContext context, string slug)
    {
        if (frame.Glossary.Find(slug) is { } concept)
        {
            if (StoredResponses.WantsMarkdown(context))
                return Data.Markdown(concept);
            return concept.IsChoice
                ? Page<ChoicePage>(frame, ("Model", ConceptModel.Of(concept, frame)))
                : Page<ConceptPage>(frame, ("Model", ConceptModel.Of(concept, frame)));
        }

        return Named(frame, slug) is { } canonical ? Moved(frame, context, canonical.Url) : NotFound(frame, slug);
    }

    private static IResult Mentions(Frame frame, HttpContext context, string slug, string? page)
    {
        if (frame.Glossary.Find(slug) is not { } concept)
            return Named(frame, slug) is { } canonical ? Moved(frame, context, canonical.Url + "/mentions") : NotFound(frame, slug);
        var all = frame.Glossary.Backlinks(concept.Slug).ToList();
        var number = PageNumber(page, BacklinkPages);
        var shown = all.Skip((number - 1) * MentionsPage.Each).Take(MentionsPage.Each);
        return number > 1 && all.Count <= (number - 1) * MentionsPage.Each
            ? NotFound(frame, $"{concept.Name} {number}")
            : Page<MentionsPage>(frame, ("Concept", concept), ("Groups", BacklinkGroup.Of(shown, MentionsPage.Each)), ("Total", all.Count), ("Page", number));
    }

    private static IResult Preview(Frame frame, HttpContext context, string slug)
    {
        if (frame.Glossary.Find(slug) is not { } concept)
            return Named(frame, slug) is { } canonical ? Moved(frame, context, canonical.Url + "/preview") : NotFound(frame, slug);
        return new RazorComponentResult<PreviewFragment>(new Dictionary<string, object?>
        {
            ["Concept"] = concept,
            ["Relations"] = ConceptRelation.Of(concept, frame.Glossary).Take(2),
        });
    }

    /// <summary><c>/k/po</c> as it is typed for kubectl; <c>/k/po.md</c> and <c>/k/po.json</c> lead to the data.</summary>
    private static IResult ShortAddress(Frame frame, HttpContext context, string name)
    {
        if (Named(frame, name) is { } slug)
            return Moved(frame, context, slug.Url);
        return Data.Extensions.FirstOrDefault(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) is { } extension
            ? Data.Elsewhere(frame, context, name[..^extension.Length], extension)
            : NotFound(frame, name);
    }

    private static IResult NoteOrFile(Frame frame, string path)
    {
        path = path.TrimEnd('/');
        if (frame.Glossary.NotesByPath.TryGetValue(path, out var note))
            return Page<NotePage>(frame, ("Note", note), ("Article", new ArticleWriter(frame.Glossary, frame.Links).OfNote(note)));
        return frame.Glossary.Files.TryGetAsset(path, out var asset) ? new NoteFileResult(asset) : NotFound(frame, path);
    }

    private static async Task<IResult> Search(Frame frame, HttpContext context, Searching searching, string? q, string? page)
    {
        var number = PageNumber(page, SearchPages);
        return await searching.TryAsync(frame.Glossary, q, (number - 1) * SearchPage.Each, SearchPage.Each, context.RequestAborted) is { } answer
            ? Page<SearchPage>(frame, ("Answer", answer), ("Page", number))
            : Searching.Busy(context);
    }

    /// <summary>Holds the key to a circuit of its own, so it is made for each reader and never kept.</summary>
    private static IResult Board(Frame frame, HttpRequest request) => Page<BoardPage>(frame, ("Filter", BoardFilter.Of(request.Query)));

    private static IResult Unknown(Frame frame, HttpContext context, RouteMethods methods)
    {
        var allowed = string.Join(", ", methods.At(context.Request.Path));
        if (allowed.Length > 0)
        {
            context.Response.Headers.Allow = allowed;
            return Results.Problem(title: "Method not allowed", detail: $"This address answers to {allowed}.", statusCode: StatusCodes.Status405MethodNotAllowed);
        }

        return Errors.WantsJson(context.Request.Path)
            ? Results.Problem(title: "Not found", statusCode: StatusCodes.Status404NotFound)
            : NotFound(frame, context.Request.Path.Value?.Trim('/') ?? "");
    }

    private static IResult NotFound(Frame frame, string name)
    {
        const int found = 6;
        var last = name[(name.LastIndexOf('/') + 1)..];
        var hits = frame.Glossary.Search.Search(last, 0, found).Hits;
        var near = frame.Glossary.Search.NamesNear(last, Path.GetFileNameWithoutExtension(last)).Select(close => close.Slug)
            .Concat(hits.Where(hit => hit.Match <= SearchMatch.Near).Select(hit => hit.Slug)).OfType<Slug>().Distinct().ToList();
        var others = hits.Select(hit => hit.Slug).OfType<Slug>().Except(near);
        return Page<NotFoundPage>(
            frame, StatusCodes.Status404NotFound, ("Name", Shortened.To(80, name)), ("Sought", last),
            ("Near", near.ConvertAll(slug => frame.Glossary.Concepts[slug])), ("Others", others.Select(slug => frame.Glossary.Concepts[slug]).ToList()));
    }

    /// <summary>Counts from 1; what is no number is the first page.</summary>
    private static int PageNumber(string? page, int last) =>
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, last) : 1;

    /// <summary>A permanent address that may still move: 308, asked again each time. The path is ours, never the request's.</summary>
    public static IResult Moved(Frame frame, HttpContext context, string path)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Redirect(frame.Links.To(path), permanent: true, preserveMethod: true);
    }

    private static IResult Page<TPage>(Frame frame, params (string Name, object? Value)[] model)
        where TPage : IComponent => Page<TPage>(frame, StatusCodes.Status200OK, model);

    public static RazorComponentResult<TPage> Page<TPage>(Frame frame, int status, params (string Name, object? Value)[] model)
        where TPage : IComponent
    {
        var parameters = model.ToDictionary(pair => pair.Name, pair => pair.Value);
        parameters["Frame"] = frame;
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}
