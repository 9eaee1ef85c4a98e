using KubeGuide.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KubeGuide.Web.Serving;

/// <summary>The connections behind interactive pages: bounded, and for this site's own pages only.</summary>
internal static class Circuits
{
    public const string Path = "/_blazor";

    /// <summary>Kept after a lost connection, each for two minutes.</summary>
    private const int MostRetained = 50;

    private const int LargestMessage = 32 * 1024;

    public static void AddCircuits(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DetailedErrors = false;
            circuits.DisconnectedCircuitMaxRetained = MostRetained;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            circuits.PersistedCircuitInMemoryMaxRetained = 0;
            circuits.MaxBufferedUnacknowledgedRenderBatches = 4;
        }).AddHubOptions(hub =>
        {
            hub.MaximumReceiveMessageSize = LargestMessage;
            hub.EnableDetailedErrors = false;
        });
        // Nobody signs in: where these are, the host has every request ask whether it may.
        services.RemoveAll<IAuthorizationHandlerProvider>().RemoveAll<IAuthorizationService>().RemoveAll<IPolicyEvaluator>();
    }

    /// <summary>
    /// 403 to another site's pages, 503 past the bound, and no transport but WebSockets, which can be counted. What serves them
    /// is made for the first: it takes a tenth of a second, and most readers open none.
    /// </summary>
    public static void UseCircuits(this WebApplication app, SiteOptions options)
    {
        var open = app.Services.GetRequiredService<OpenCircuits>();
        var hub = new Lazy<RequestDelegate>(() => Hub(app));
        app.UseWebSockets();
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments(Path, out var rest))
                return next(context);
            var opens = !rest.HasValue || rest == "/";
            if (Refusal(context.Request, opens, open.Count, options) is not { } status)
                return opens ? open.ServeAsync(context, hub.Value) : hub.Value(context);
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }

    /// <summary>No page of ours is found by the router, so nothing but the connections is mapped. Uncompressed: pages may hold what somebody typed.</summary>
    private static RequestDelegate Hub(IApplicationBuilder app)
    {
        var branch = app.New();
        branch.UseRouting();
        branch.UseEndpoints(endpoints => endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode(server =>
        {
            server.DisableWebSocketCompression = true;
            server.ContentSecurityFrameAncestorsPolicy = null;
        }).DisableAntiforgery());
        return branch.Build();
    }

    /// <param name="opens">Whether it is to become a connection; else it only asks for one.</param>
    private static int? Refusal(HttpRequest request, bool opens, int open, SiteOptions options)
    {
        if (IsForeign(request, options.PublicUrl))
            return StatusCodes.Status403Forbidden;
        if (opens && request.Headers.Upgrade != "websocket")
            return StatusCodes.Status400BadRequest;
        return opens && open >= options.Limits.Circuits ? StatusCodes.Status503ServiceUnavailable : null;
    }

    /// <summary>The scheme is the proxy's affair; the host is what the browser was sent to.</summary>
    private static bool IsForeign(HttpRequest request, string? publicUrl)
    {
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin)
            return request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from))
            return true;
        return !from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            && !(publicUrl is not null && from.Authority.Equals(new Uri(publicUrl).Authority, StringComparison.OrdinalIgnoreCase));
    }
}
