namespace KubeGuide.Web.Serving;

/// <summary>Marks an endpoint whose 200 depends on nothing but the glossary and its URL.</summary>
/// <param name="IsKept">Whether the response is kept; an answer to what somebody typed is not.</param>
/// <param name="MayCompress">Whether it may be compressed; not where it reflects input.</param>
internal sealed record FromGlossary(bool IsKept = true, bool MayCompress = true);

/// <summary>Gives every 200 from the glossary an ETag, and keeps what others will ask for.</summary>
internal sealed class MadeResponses(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<FromGlossary>() is { } marked ? MakeAsync(context, marked) : next(context);

    private async Task MakeAsync(HttpContext context, FromGlossary marked)
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

        var made = new StoredResponse(buffer.ToArray(), context.Response.ContentType ?? "application/octet-stream", marked.MayCompress);
        if (marked.IsKept)
            responses.Keep(StoredResponses.KeyOf(context), made);
        await made.WriteAsync(context);
    }
}
