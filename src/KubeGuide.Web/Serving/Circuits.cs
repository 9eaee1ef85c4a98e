using KubeGuide.Web.Components;

namespace KubeGuide.Web.Serving;

/// <summary>The connections behind interactive pages: bounded, and for this site's own pages only.</summary>
internal static class Circuits
{
    public const string Path = "/_blazor";

    /// <summary>Kept after a lost connection, each for two minutes.</summary>
    private const int MostRetained = 50;

    private const int LargestMessage = 32 * 1024;

    public static void AddCircuits(this IServiceCollection services) =>
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

    /// <summary>No page of ours is found by the router, so nothing but the connections is mapped. Uncompressed: pages may hold what somebody typed.</summary>
    public static void MapCircuits(this WebApplication app) =>
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server =>
        {
            server.DisableWebSocketCompression = true;
            server.ContentSecurityFrameAncestorsPolicy = null;
        }).DisableAntiforgery();

    /// <summary>403 to another site's pages, 503 past the bound, and no transport but WebSockets, which can be counted.</summary>
    public static void UseCircuitGuard(this WebApplication app, SiteOptions options)
    {
        var open = app.Services.GetRequiredService<OpenCircuits>();
        app.UseWebSockets();
        app.Use(async (context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments(Path, out var rest))
            {
                await next(context);
                return;
            }

            if (IsForeign(context.Request, options.PublicUrl))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            if (rest.HasValue && rest != "/")
            {
                await next(context);
                return;
            }

            if (context.Request.Headers.Upgrade != "websocket")
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            if (open.Count < options.Limits.Circuits)
                await open.ServeAsync(context, next);
            else
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        });
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
