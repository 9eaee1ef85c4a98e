using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Commands;

/// <summary>What a server answered.</summary>
/// <param name="MediaType">Lower case, <c>text/html</c>, <c>application/xhtml+xml</c> or <c>application/json</c>; empty after a failure.</param>
/// <param name="Failure">Why there is no body, in one phrase for the terminal; null after success.</param>
/// <param name="RetryAfter">How long the server (429) asks to be left alone.</param>
/// <param name="Requests">How many requests it took, redirects included.</param>
internal sealed record FetchAnswer(byte[] Body, string MediaType, string? Charset, string? Failure, TimeSpan? RetryAfter, int Requests)
{
    internal static FetchAnswer Failed(string reason, int requests, TimeSpan? retryAfter = null) => new([], "", null, reason, retryAfter, requests);
}

/// <summary>Asks one allowed host for one page, within limits: 5 s in all, 3 redirects, 512 KiB after inflating, HTML or JSON.</summary>
internal sealed class PageFetcher : IDisposable
{
    internal static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(5);

    private const int MaxRedirects = 3;

    private const int MaxBytes = 512 * 1024;

    private static readonly TimeSpan DefaultRetry = TimeSpan.FromSeconds(60);

    private readonly FetchHosts hosts;
    private readonly TimeSpan time;
    private readonly TimeProvider clock;
    private readonly HttpMessageInvoker http;

    internal PageFetcher(FetchHosts hosts, FetchNetwork network, TimeSpan time, TimeProvider clock)
    {
        (this.hosts, this.time, this.clock) = (hosts, time, clock);
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = (context, cancel) => network.OpenAsync(context.DnsEndPoint.Host, cancel),
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = network.Trust },
            ActivityHeadersPropagator = null,
        });
    }

    /// <summary>Never throws for anything a server does; only <paramref name="cancel"/> gets out.</summary>
    internal async Task<FetchAnswer> FetchAsync(Uri url, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(time);
        var requests = 0;
        try
        {
            while (true)
            {
                if (hosts.Refusal(url) is { } refusal)
                    return FetchAnswer.Failed(requests == 0 ? refusal : $"redirected to an address that is refused: {refusal}", requests);
                requests++;
                using var response = await http.SendAsync(RequestFor(url), limit.Token);
                if (RedirectOf(url, response) is not { } next)
                    return await ReadAsync(response, requests, limit.Token);
                if (requests > MaxRedirects)
                    return FetchAnswer.Failed($"more than {MaxRedirects} redirects", requests);
                url = next;
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return FetchAnswer.Failed($"no complete answer within {time.TotalSeconds:0.#} s", requests);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or RefusedAddressException)
        {
            return FetchAnswer.Failed(ReasonOf(e), requests);
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage RequestFor(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("KubeGuide", ProductVersion.Text));
        request.Headers.Accept.ParseAdd("text/html, application/json");
        request.Headers.AcceptLanguage.ParseAdd("ja");
        return request;
    }

    private static Uri? RedirectOf(Uri url, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
        && Uri.TryCreate(url, location, out var next) ? next : null;

    private async Task<FetchAnswer> ReadAsync(HttpResponseMessage response, int requests, CancellationToken cancel)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return FetchAnswer.Failed("the host asks to be left alone (429)", requests, RetryAfterOf(response));
        if (!response.IsSuccessStatusCode)
            return FetchAnswer.Failed($"the host answered {(int)response.StatusCode}", requests);
        var type = response.Content.Headers.ContentType;
        var mediaType = type?.MediaType?.ToLowerInvariant() ?? "";
        if (mediaType is not ("text/html" or "application/xhtml+xml" or "application/json"))
            return FetchAnswer.Failed("neither HTML nor JSON", requests);
        return await ReadLimitedAsync(response.Content, cancel) is { } body
            ? new FetchAnswer(body, mediaType, type?.CharSet?.Trim('"'), null, null, requests)
            : FetchAnswer.Failed($"more than {MaxBytes / 1024} KiB; stopped reading", requests);
    }

    /// <summary>The inflated body; null where it is longer than allowed.</summary>
    private static async Task<byte[]?> ReadLimitedAsync(HttpContent content, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var buffer = new byte[MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return length > MaxBytes ? null : buffer[..length];
    }

    private TimeSpan RetryAfterOf(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date ? date - clock.GetUtcNow() : DefaultRetry);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static string ReasonOf(Exception e) => e switch
    {
        RefusedAddressException or { InnerException: RefusedAddressException } => "the address is not a public one",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the host name cannot be resolved",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "the certificate cannot be verified",
        InvalidDataException or { InnerException: InvalidDataException } => "the compressed body is broken",
        _ => "the connection broke off",
    };
}
