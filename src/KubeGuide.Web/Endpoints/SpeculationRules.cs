using KubeGuide.Core.Rendering;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Endpoints;

/// <summary>
/// Tells browsers which links they may follow ahead of a click: pages that are read, never those that work or answer programs.
/// They come to know of it by a header, so that no script is needed in the page.
/// </summary>
internal static class SpeculationRules
{
    public const string Header = "Speculation-Rules";

    private const string Path = "/speculation-rules.json";

    /// <summary>The header's value: a quoted URL, as structured fields want it.</summary>
    public static string HeaderOf(SiteOptions options) => $"\"{options.PathBase}{Path}\"";

    public static void MapSpeculationRules(this IEndpointRouteBuilder app) =>
        app.MapMethods(Path, Documents.Reading, (SiteOptions options) => Results.Text(Of(new SiteLinks(options.PathBase)), "application/speculationrules+json"))
            .WithMetadata(new FromGlossary());

    private static string Of(SiteLinks links) => $$$"""
        {"prefetch":[{"eagerness":"moderate","where":{"and":[
        {"href_matches":"{{{links.To("/*")}}}"},
        {"not":{"href_matches":["{{{links.To("/search*")}}}","{{{links.To("/board*")}}}","{{{links.To("/manifest*")}}}","{{{links.To("/*.json")}}}","{{{links.To("/concepts/*.md")}}}"]}}
        ]}}]}
        """;
}
