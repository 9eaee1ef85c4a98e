using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Endpoints;

/// <summary><c>/healthz/live</c> and <c>/healthz/ready</c>.</summary>
internal static class Probes
{
    public static void MapProbes(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/healthz/live", Documents.Reading, () => Results.Text("live\n"))
            .WithSummary("プロセスが動いているか").Produces<string>(StatusCodes.Status200OK, "text/plain");
        app.MapMethods("/healthz/ready", Documents.Reading, (GlossaryStore store) => store.IsReady
            ? Results.Json(new Readiness("ready", ProductVersion.Text, store.Current.Glossary.Version, store.Current.Glossary.Listed.Length, store.Current.Glossary.Notes.Length), DataJson.Readable.Readiness)
            : Results.Json(new Readiness("starting", ProductVersion.Text, null, 0, 0), DataJson.Readable.Readiness, statusCode: StatusCodes.Status503ServiceUnavailable))
            .WithSummary("用語集を出せるか").Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }
}

/// <param name="Version">Of the program.</param>
/// <param name="Glossary">Version of what is served; null before the first.</param>
internal sealed record Readiness(string Status, string Version, string? Glossary, int Concepts, int Notes);
