namespace KubeGuide.Web.Serving;

/// <summary>Marks an endpoint whose 200 depends on nothing but the glossary and its URL.</summary>
/// <param name="IsKept">Whether the response is kept; an answer to what somebody typed is not.</param>
/// <param name="MayCompress">Whether it may be compressed; not where it reflects input.</param>
internal sealed record FromGlossary(bool IsKept = true, bool MayCompress = true);

/// <summary>Answers from what was made before, and gives every 200 from the glossary an ETag.</summary>
internal sealed class StoredResponses(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<FromGlossary>() is not { } marked)
        {
            await next(context);
            return;
        }

        var responses = context.RequestServices.GetRequiredService<Snapshot>().Responses;
        var key = context.Request.Path.Value + context.Request.QueryString.Value + (WantsMarkdown(context) ? "\nmd" : "");
        if (marked.IsKept && responses.Find(key) is { } known)
        {
            await known.WriteAsync(context);
            return;
        }

        await MakeAsync(context, made =>
        {
            if (marked.IsKept)
                responses.Keep(key, made);
        }, marked.MayCompress);
    }

    /// <summary>Whether the request asks for Markdown and for nothing else.</summary>
    public static bool WantsMarkdown(HttpContext context) => context.Request.Headers.Accept == "text/markdown";

    private async Task MakeAsync(HttpContext context, Action<StoredResponse> keep, bool mayCompress)
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

        var made = new StoredResponse(buffer.ToArray(), context.Response.ContentType ?? "application/octet-stream", mayCompress);
        keep(made);
        await made.WriteAsync(context);
    }
}
