using KubeGuide.Core;
using KubeGuide.Core.Search;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Endpoints;

/// <summary>Answers searches, each in its turn.</summary>
internal sealed class Searching(SiteMeter meter, Workload work, SiteOptions options)
{
    /// <summary>Null where too many wait already.</summary>
    public Task<SearchAnswer?> TryAsync(Glossary glossary, string? query, int skip, int take, CancellationToken cancel) =>
        work.Searches.TryAsync(() => meter.Searching(() => glossary.Search.Search(query ?? "", skip, take, options.Limits.QueryLength)), cancel);

    /// <summary>What those hear who are turned away.</summary>
    public static IResult Busy(HttpContext context)
    {
        const string sentence = "いま検索が混み合っています。数秒後にもう一度お試しください。";
        context.Response.Headers.RetryAfter = Turns.RetryAfter;
        return Errors.WantsJson(context.Request.Path)
            ? Results.Problem(title: "Too many searches", detail: sentence, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text(sentence + "\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
