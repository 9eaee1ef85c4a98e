using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace KubeGuide.Web.Serving;

/// <summary>A finished 200: its bytes in each encoding that somebody asked for, each with a strong ETag.</summary>
internal sealed class StoredResponse
{
    private const int SmallestCompressed = 512;

    /// <summary>From this quality on Brotli looks at context, which Japanese gains a tenth by; the next ones cost more than they save.</summary>
    private static readonly BrotliCompressionOptions Brotli = new() { Quality = 5 };

    private readonly byte[] identity;
    private readonly string hash;
    private readonly Lazy<byte[]?> brotli;
    private readonly Lazy<byte[]?> gzip;

    public StoredResponse(byte[] body, string contentType, bool mayCompress)
    {
        identity = body;
        ContentType = contentType;
        hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
        var compresses = mayCompress && body.Length >= SmallestCompressed;
        brotli = new Lazy<byte[]?>(() => compresses ? Compressed(s => new BrotliStream(s, Brotli, leaveOpen: true)) : null);
        gzip = new Lazy<byte[]?>(() => compresses ? Compressed(s => new GZipStream(s, CompressionLevel.Optimal, leaveOpen: true)) : null);
    }

    public string ContentType { get; }

    public bool IsPage => ContentType.StartsWith("text/html", StringComparison.Ordinal);

    public int Length => identity.Length;

    /// <summary>Answers in the best encoding the client takes; 304 where the client has it, no body to HEAD.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var (body, encoding) = Best(context.Request.Headers.AcceptEncoding.ToString());
        var etag = encoding is null ? $"\"{hash}\"" : $"\"{hash}-{encoding}\"";
        var response = context.Response;
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept, Accept-Encoding";
        if (Matches(context.Request.Headers.IfNoneMatch.ToString(), etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private (byte[] Body, string? Encoding) Best(string accepted)
    {
        if (Accepts(accepted, "br") && brotli.Value is { } br)
            return (br, "br");
        return Accepts(accepted, "gzip") && gzip.Value is { } gz ? (gz, "gzip") : (identity, null);
    }

    private static bool Accepts(string header, string encoding)
    {
        if (!header.Contains(encoding, StringComparison.OrdinalIgnoreCase))
            return false;
        return StringWithQualityHeaderValue.TryParseList([header], out var values)
            && values.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0);
    }

    /// <summary>Weak comparison, as RFC 9110 asks for If-None-Match.</summary>
    private static bool Matches(string header, string etag)
    {
        if (header.Length == 0)
            return false;
        if (header == etag || header == "*")
            return true;
        return header.Split(',').Any(part => part.Trim() is var tag && (tag == etag || (tag.StartsWith("W/", StringComparison.Ordinal) && tag[2..] == etag)));
    }

    private byte[] Compressed(Func<Stream, Stream> wrap)
    {
        using var target = new MemoryStream();
        using (var stream = wrap(target))
            stream.Write(identity);
        return target.ToArray();
    }
}
