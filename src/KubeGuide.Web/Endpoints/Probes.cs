using System.Text.Json.Serialization;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Endpoints;

/// <summary><c>/healthz/live</c> and <c>/healthz/ready</c>.</summary>
internal static class Probes
{
    public const string LivePath = "/healthz/live";
    public const string ReadyPath = "/healthz/ready";

    public static bool IsProbe(PathString path) => path == LivePath || path == ReadyPath;

    public static void MapProbes(this IEndpointRouteBuilder app)
    {
        app.MapMethods(LivePath, Documents.Reading, () => Results.Text("live\n"))
            .WithSummary("プロセスが動いているか").Produces<string>(StatusCodes.Status200OK, "text/plain");
        app.MapMethods(ReadyPath, Documents.Reading, (GlossaryStore store, Leaving leaving) => Answer(Readiness.Of(store, leaving)))
            .WithSummary("用語集を出せるか").Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Answer(Readiness readiness) => Results.Json(
        readiness, DataJson.Readable.Readiness, statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}

/// <param name="Status"><c>ready</c>, <c>starting</c> or <c>stopping</c>.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Glossary">Version of what is served; null before the first.</param>
internal sealed record Readiness(string Status, string Version, string? Glossary, int Concepts, int Notes)
{
    private const string Ready = "ready";

    [JsonIgnore]
    public bool IsReady => Status == Ready;

    public static Readiness Of(GlossaryStore store, Leaving leaving)
    {
        if (!store.IsReady)
            return new Readiness("starting", ProductVersion.Text, null, 0, 0);
        var glossary = store.Current.Glossary;
        return new Readiness(leaving.HasBegun ? "stopping" : Ready, ProductVersion.Text, glossary.Version, glossary.Listed.Length, glossary.Notes.Length);
    }
}
