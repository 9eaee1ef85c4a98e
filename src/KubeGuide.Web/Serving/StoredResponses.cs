namespace KubeGuide.Web.Serving;

/// <summary>Answers from what was made before. First in the pipeline: neither routing nor a service is asked for a known response.</summary>
internal static class StoredResponses
{
    public static void UseStoredResponses(this WebApplication app, SiteOptions options)
    {
        var store = app.Services.GetRequiredService<GlossaryStore>();
        app.Use((context, next) => store.IsReady && IsReading(context) && IsSpelled(context.Request.PathBase, options.PathBase)
            && store.Current.Responses.Find(KeyOf(context)) is { } known ? known.WriteAsync(context) : next(context));
    }

    /// <summary>What tells one response from another, its encoding aside.</summary>
    public static string KeyOf(HttpContext context) =>
        context.Request.Path.Value + context.Request.QueryString.Value + (WantsMarkdown(context) ? "\nmd" : "");

    /// <summary>Whether the request asks for Markdown and for nothing else.</summary>
    public static bool WantsMarkdown(HttpContext context) => context.Request.Headers.Accept == "text/markdown";

    public static bool IsReading(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static bool IsSpelled(PathString given, string prefix) => !given.HasValue || given.Value == prefix;
}
