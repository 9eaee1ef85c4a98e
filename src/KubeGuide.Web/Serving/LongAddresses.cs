using KubeGuide.Web.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace KubeGuide.Web.Serving;

/// <summary>An address past the limit is refused in words. What does not even fit into the server's line, or is no request, gets its bare 414 or 400.</summary>
internal static class LongAddresses
{
    /// <summary>Bytes of a request's first line that the server takes in: as many again as are answered, so that nearly all who ask for more hear why not.</summary>
    public static int LongestLine(SiteLimits limits) => 2 * limits.UrlBytes;

    public static void UseLongAddresses(this WebApplication app, SiteLimits limits) => app.Use((context, next) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > limits.UrlBytes ? Refused(context, limits).ExecuteAsync(context) : next(context));

    private static IResult Refused(HttpContext context, SiteLimits limits) => Errors.WantsJson(context.Request.Path)
        ? Results.Problem(title: "Address too long", detail: $"An address may have {limits.UrlBytes} bytes.", statusCode: StatusCodes.Status414UriTooLong)
        : Results.Text($"アドレスが長すぎます（上限は{limits.UrlBytes:N0}バイト）。短くしてもう一度お試しください。\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status414UriTooLong);
}
