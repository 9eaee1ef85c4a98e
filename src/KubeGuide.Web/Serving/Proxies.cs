using Microsoft.AspNetCore.HttpOverrides;

namespace KubeGuide.Web.Serving;

/// <summary>What the site believes of a request that came through others, and which hosts it answers for.</summary>
internal static class Proxies
{
    /// <summary>Scheme and host as a configured proxy says, however many of them stand in a row; nobody else is believed.</summary>
    public static void AddProxies(this IServiceCollection services, SiteOptions options) =>
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = options.Proxies.IsEmpty
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in options.Proxies)
                forwarded.KnownIPNetworks.Add(network);
        });

    /// <summary>400 to every host but the configured ones; a probe asks by address and is answered whatever it asks for.</summary>
    public static void UseHosts(this WebApplication app, SiteOptions options) => app.Use((context, next) =>
    {
        if (options.Hosts.IsEmpty || context.Request.Path.StartsWithSegments("/healthz") || options.Hosts.Any(host => Fits(host, context.Request.Host.Host)))
            return next(context);
        return Results.Problem(title: "Unknown host", detail: "This site does not answer for the host that was asked for.", statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
    });

    /// <param name="known">A host, or <c>*.</c> and a domain for every host below it.</param>
    private static bool Fits(string known, string asked) => known.StartsWith("*.", StringComparison.Ordinal)
        ? asked.Length > known.Length - 1 && asked.EndsWith(known[1..], StringComparison.OrdinalIgnoreCase)
        : asked.Equals(known, StringComparison.OrdinalIgnoreCase);
}
