using KubeGuide.Web.Endpoints;

namespace KubeGuide.Web.Serving;

/// <summary>Marks an endpoint whose 200 depends on nothing but the glossary and its URL.</summary>
/// <param name="IsKept">Whether the response is kept; an answer to what somebody typed is not.</param>
/// <param name="MayCompress">Whether it may be compressed; not where it reflects input.</param>
internal sealed record FromGlossary(bool IsKept = true, bool MayCompress = true);

/// <summary>
/// Answers from what was made before, gives every 200 from the glossary an ETag, and leads every other spelling of an
/// address to its own.
/// </summary>
internal sealed class StoredResponses(RequestDelegate next, SiteOptions options)
{
    private readonly string speculationRules = SpeculationRules.HeaderOf(options);

    public async Task InvokeAsync(HttpContext context)
    {
        var corrected = IsReading(context) ? RouteSpelling.Corrected(context, options.PathBase) : null;
        if (context.GetEndpoint()?.Metadata.GetMetadata<FromGlossary>() is not { } marked)
        {
            if (corrected is null)
                await next(context);
            else
                Lead(context, corrected);
            return;
        }

        var responses = context.RequestServices.GetRequiredService<Snapshot>().Responses;
        var key = context.Request.Path.Value + context.Request.QueryString.Value + (WantsMarkdown(context) ? "\nmd" : "");
        if (marked.IsKept && responses.Find(key) is { } known)
        {
            await AnswerAsync(context, known);
            return;
        }

        await MakeAsync(context, corrected, made =>
        {
            if (marked.IsKept)
                responses.Keep(key, made);
        }, marked.MayCompress);
    }

    /// <summary>Whether the request asks for Markdown and for nothing else.</summary>
    public static bool WantsMarkdown(HttpContext context) => context.Request.Headers.Accept == "text/markdown";

    private Task AnswerAsync(HttpContext context, StoredResponse response)
    {
        if (response.IsPage)
            context.Response.Headers[SpeculationRules.Header] = speculationRules;
        return response.WriteAsync(context);
    }

    private static bool IsReading(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static void Lead(HttpContext context, string address)
    {
        context.Response.ContentType = null;
        context.Response.ContentLength = null;
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = address;
        context.Response.Headers.CacheControl = "no-cache";
    }

    /// <param name="corrected">Where the page stands if there is one: known only then, since an endpoint may lead on at once.</param>
    private async Task MakeAsync(HttpContext context, string? corrected, Action<StoredResponse> keep, bool mayCompress)
    {
        var target = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = target;
        }

        if (context.Response.StatusCode != StatusCodes.Status200OK || context.Response.HasStarted)
        {
            if (!HttpMethods.IsHead(context.Request.Method) && buffer.Length > 0)
                await target.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
            return;
        }

        if (corrected is not null)
        {
            Lead(context, corrected);
            return;
        }

        var made = new StoredResponse(buffer.ToArray(), context.Response.ContentType ?? "application/octet-stream", mayCompress);
        keep(made);
        await AnswerAsync(context, made);
    }
}
