using KubeGuide.Web.Components;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Endpoints;

/// <summary>What crawlers, feed readers, browsers and language models look for at addresses of their own.</summary>
internal static class Discovery
{
    public static void MapDiscovery(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").WithMetadata(new FromGlossary());
        files.MapMethods("/robots.txt", Documents.Reading, (Frame frame) => Results.Text(Robots(frame)));
        files.MapMethods("/llms.txt", Documents.Reading, (Frame frame) => Results.Text(LlmsText.Of(frame)));
        files.MapMethods("/feed.atom", Documents.Reading, (Frame frame) => XmlAnswer.Of(AtomFeed.Of(frame), "application/atom+xml"));
        files.MapMethods("/sitemap.xml", Documents.Reading, (Frame frame) => WithPublicUrl(frame, () => XmlAnswer.Of(Sitemap.Of(frame), "application/xml")));
        files.MapMethods("/opensearch.xml", Documents.Reading, (Frame frame) =>
            WithPublicUrl(frame, () => XmlAnswer.Of(OpenSearchDescription.Of(frame), "application/opensearchdescription+xml")));
    }

    /// <summary>A site within a company asks not to be crawled; one with a public address asks to be.</summary>
    private static string Robots(Frame frame) => frame.Options.PublicUrl is null
        ? "User-agent: *\nDisallow: /\n"
        : $"User-agent: *\nAllow: /\n\nSitemap: {frame.Address("/sitemap.xml")}\n";

    /// <summary>These two formats take absolute addresses only, and the request's host is not ours to repeat.</summary>
    private static IResult WithPublicUrl(Frame frame, Func<IResult> answer) => frame.Options.PublicUrl is not null
        ? answer()
        : Results.Text("この文書には絶対URLが必要です。公開アドレスを --public-url https://… (環境変数では KubeGuide__PublicUrl) で設定してください。\n", statusCode: StatusCodes.Status404NotFound);
}
