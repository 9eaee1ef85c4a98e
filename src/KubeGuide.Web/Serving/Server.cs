using System.Text.Encodings.Web;
using System.Text.Unicode;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Rendering;
using KubeGuide.Web.Commands;
using KubeGuide.Web.Components;
using KubeGuide.Web.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KubeGuide.Web.Serving;

/// <summary>The website: what it is made of, and in which order a request passes through it.</summary>
internal static class Server
{
    /// <summary>One that takes longer to say what it wants holds a connection for nothing.</summary>
    internal static readonly TimeSpan LongestHeaders = TimeSpan.FromSeconds(10);

    /// <summary>The host would watch its settings with file events, and not start where the system has none left to give.</summary>
    private static readonly string[] WithoutWatching = ["--hostBuilder:reloadConfigOnChange=false"];

    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string?> commandLine, CancellationToken cancel)
    {
        try
        {
            await using var app = Build(commandLine);
            try
            {
                await app.StartAsync(cancel);
            }
            catch (Exception e) when (Listening.WhyNot(e, app.Configuration) is { } reason)
            {
                throw new OptionException(reason);
            }

            var glossary = app.Services.GetRequiredService<GlossaryStore>().Current.Glossary;
            var urls = string.Join(' ', app.Urls);
            Logs.Serving(app.Logger, ProductVersion.Text, glossary.Listed.Length, glossary.Notes.Length, urls);
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
        catch (OptionException e)
        {
            return CommandLine.Fail(e.Message);
        }
    }

    /// <exception cref="OptionException">An option is wrong.</exception>
    public static WebApplication Build(IReadOnlyDictionary<string, string?> commandLine)
    {
        // Read while the host is made; whoever asks for it first waits for the rest.
        _ = Task.Run(static () => KubernetesCatalog.Default);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = WithoutWatching, ApplicationName = typeof(Server).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(commandLine.Where(pair => pair.Value is not null));
        SettingsFile.AddTo(builder.Configuration);
        _ = Listening.At(builder.Configuration);
        builder.WebHost.UseKestrelHttpsConfiguration().UseStaticWebAssets();
        AddServices(builder, SiteOptions.From(builder.Configuration));
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, SiteOptions options)
    {
        builder.AddLogs();
        builder.WebHost.ConfigureKestrel(kestrel => Bound(kestrel, options.Limits));
        builder.AddTelemetry();
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Leaving>();
        services.AddSingleton<IHostLifetime>(provider => provider.GetRequiredService<Leaving>());
        services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStartConcurrently) = (Leaving.LongestStop, true));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(_ => new GlossaryBuilder(KubernetesCatalog.Default, options.Limits.Notes));
        services.AddSingleton<GlossaryStore>();
        services.AddSingleton<SiteMeter>();
        services.AddSingleton<OpenCircuits>();
        services.AddSingleton<LiveEvents>();
        services.AddSingleton<RouteMethods>();
        services.AddSingleton(Workload.Of(options.Limits));
        services.AddSingleton<Searching>();
        services.AddHostedService<NotesWatcher>();
        services.AddScoped(provider => provider.GetRequiredService<GlossaryStore>().Current);
        services.AddScoped(provider => new Frame(provider.GetRequiredService<Snapshot>().Glossary, options, new SiteLinks(options.PathBase), provider.GetRequiredService<AssetUrls>()));
        services.AddSingleton(provider => AssetUrls.From(options.PathBase, [provider.GetRequiredService<EndpointDataSource>()]));
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddCircuits();
        services.AddProblemDetails();
        services.AddApiDescription();
        services.AddProxies(options);
    }

    private static void Bound(KestrelServerOptions kestrel, SiteLimits limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.BodyBytes;
        kestrel.Limits.MaxRequestLineSize = LongAddresses.LongestLine(limits);
        kestrel.Limits.MaxConcurrentUpgradedConnections = limits.Circuits;
        kestrel.Limits.RequestHeadersTimeout = LongestHeaders;
    }

    private static void Use(WebApplication app)
    {
        var options = app.Services.GetRequiredService<SiteOptions>();
        app.UseForwardedHeaders();
        app.UseLeaving();
        app.UseSecurityHeaders();
        if (options.PathBase.Length > 0)
            app.UsePathBase(options.PathBase);
        app.UseHosts(options);
        app.UseLongAddresses(options.Limits);
        app.UseStoredResponses(options);
        app.UseExceptionHandler(Errors.Handle);
        app.UseStatusCodePages(Errors.SayAsync);
        app.UseTraceNames();
        app.UseCircuits(options);
        app.UseRouting();
        app.UseFirstGlossary();
        app.UseMiddleware<MadeResponses>();
        app.MapStaticAssets();
        app.MapProbes();
        app.MapMethods(LiveEvents.Path, Documents.Reading, (HttpContext context, double? age, LiveEvents events) => events.ServeAsync(context, age));
        app.MapDocuments();
        app.MapData();
        app.MapManifests();
        app.MapApiDescription();
        app.MapDiscovery();
        app.MapSpeculationRules();
    }
}
