using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace KubeGuide.Web.Serving;

/// <summary>A finished 200: its bytes in each encoding that somebody asked for, each with a strong ETag.</summary>
internal sealed class StoredResponse
{
    private const int SmallestCompressed = 512;

    private static readonly StringValues NoCache = "no-cache";
    private static readonly StringValues Vary = "Accept, Accept-Encoding";

    private readonly Body identity;
    private readonly Lazy<Body?> brotli;
    private readonly Lazy<Body?> gzip;
    private readonly StringValues contentType;

    public StoredResponse(byte[] body, string contentType, bool mayCompress)
    {
        this.contentType = contentType;
        var hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
        var compresses = mayCompress && body.Length >= SmallestCompressed;
        identity = new Body(body, $"\"{hash}\"", default);
        brotli = new Lazy<Body?>(() => compresses ? Compressed(s => new BrotliStream(s, CompressionLevel.Optimal, leaveOpen: true), hash, "br") : null);
        gzip = new Lazy<Body?>(() => compresses ? Compressed(s => new GZipStream(s, CompressionLevel.Optimal, leaveOpen: true), hash, "gzip") : null);
    }

    public int Length => identity.Bytes.Length;

    /// <summary>Answers in the best encoding the client takes; 304 where the client has it, no body to HEAD.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var body = Best(request.Headers.AcceptEncoding.ToString());
        var headers = response.Headers;
        headers.ETag = body.ETag;
        headers.CacheControl = NoCache;
        headers.Vary = Vary;
        if (RequestPreferences.HasAlready(request.Headers.IfNoneMatch.ToString(), body.ETag.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.StatusCode = StatusCodes.Status200OK;
        headers.ContentType = contentType;
        headers.ContentLength = body.Bytes.Length;
        if (body.Encoding.Count > 0)
            headers.ContentEncoding = body.Encoding;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body.Bytes, 0, body.Bytes.Length);
    }

    private Body Best(string accepted)
    {
        if (RequestPreferences.AcceptsEncoding(accepted, "br") && brotli.Value is { } br)
            return br;
        return RequestPreferences.AcceptsEncoding(accepted, "gzip") && gzip.Value is { } gz ? gz : identity;
    }

    private Body Compressed(Func<Stream, Stream> wrap, string hash, string encoding)
    {
        using var target = new MemoryStream();
        using (var stream = wrap(target))
            stream.Write(identity.Bytes);
        return new Body(target.ToArray(), $"\"{hash}-{encoding}\"", encoding);
    }

    private sealed record Body(byte[] Bytes, StringValues ETag, StringValues Encoding);
}
