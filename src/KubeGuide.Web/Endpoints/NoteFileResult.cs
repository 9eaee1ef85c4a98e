using KubeGuide.Core.Notes;
using Microsoft.AspNetCore.StaticFiles;

namespace KubeGuide.Web.Endpoints;

/// <summary>An image of the notes folder, which can do nothing but be shown.</summary>
internal sealed class NoteFileResult(NoteAsset asset) : IResult
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        if (!asset.TryOpen(out var content))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = Types.TryGetContentType(asset.Path, out var type) ? type : "application/octet-stream";
        await using (content)
            await content.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
