using System.Diagnostics;
using KubeGuide.Web.Components.Pages;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KubeGuide.Web.Endpoints;

/// <summary>What a reader sees when we made a mistake: an id that the log has, too.</summary>
internal static class Errors
{
    public static void Handle(IApplicationBuilder app) => app.Run(async context =>
    {
        var id = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        Logs.RequestFailed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("KubeGuide"), id, context.Request.Method, error);
        context.Response.StatusCode = error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        IResult answer = WantsJson(context.Request.Path)
            ? Results.Problem(title: "Internal error", statusCode: context.Response.StatusCode, extensions: new Dictionary<string, object?> { ["id"] = id })
            : new RazorComponentResult<ErrorPage>(new { Id = id }) { StatusCode = context.Response.StatusCode };
        await answer.ExecuteAsync(context);
    });

    /// <summary>Says in a body what the status of an answer without one means.</summary>
    public static Task SayAsync(StatusCodeContext context) =>
        Results.Problem(statusCode: context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext);

    public static bool WantsJson(PathString path) =>
        path.Value?.EndsWith(".json", StringComparison.OrdinalIgnoreCase) == true || path.StartsWithSegments("/api");
}
