using KubeGuide.Web.Endpoints;

namespace KubeGuide.Web.Serving;

/// <summary>Marks an endpoint whose 200 depends on nothing but the glossary and its URL.</summary>
/// <param name="IsKept">Whether the response is kept; an answer to what somebody typed is not.</param>
/// <param name="MayCompress">Whether it may be compressed; not where it reflects input.</param>
internal sealed record FromGlossary(bool IsKept = true, bool MayCompress = true);

/// <summary>Gives every 200 from the glossary an ETag, keeps what others will ask for, and leads every other spelling of an address to its own.</summary>
internal sealed class MadeResponses(RequestDelegate next, SiteOptions options)
{
    private readonly string speculationRules = SpeculationRules.HeaderOf(options);

    public Task InvokeAsync(HttpContext context)
    {
        var corrected = StoredResponses.IsReading(context) ? RouteSpelling.Corrected(context, options.PathBase) : null;
        if (context.GetEndpoint()?.Metadata.GetMetadata<FromGlossary>() is { } marked)
            return MakeAsync(context, marked, corrected);
        return corrected is null ? next(context) : Lead(context, corrected);
    }

    private static Task Lead(HttpContext context, string address)
    {
        context.Response.ContentType = null;
        context.Response.ContentLength = null;
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = address;
        context.Response.Headers.CacheControl = "no-cache";
        return Task.CompletedTask;
    }

    /// <param name="corrected">Where the page stands if there is one: known only then, since an endpoint may lead on at once.</param>
    private async Task MakeAsync(HttpContext context, FromGlossary marked, string? corrected)
    {
        var responses = context.RequestServices.GetRequiredService<Snapshot>().Responses;
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
            await Lead(context, corrected);
            return;
        }

        var contentType = context.Response.ContentType ?? "application/octet-stream";
        var isPage = contentType.StartsWith("text/html", StringComparison.Ordinal);
        var made = new StoredResponse(buffer.ToArray(), contentType, marked.MayCompress, isPage ? speculationRules : null);
        if (marked.IsKept)
            responses.Keep(StoredResponses.KeyOf(context), made);
        await made.WriteAsync(context);
    }
}
