using System.Text.Encodings.Web;
using System.Text.Unicode;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;
using KubeGuide.Web.Commands;
using KubeGuide.Web.Components;
using KubeGuide.Web.Endpoints;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace KubeGuide.Web.Serving;

/// <summary>The website: what it is made of, and in which order a request passes through it.</summary>
internal static class Server
{
    private const long LargestBody = 64 * 1024;

    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string?> commandLine, CancellationToken cancel)
    {
        try
        {
            await using var app = Build(commandLine);
            await app.StartAsync(cancel);
            var glossary = app.Services.GetRequiredService<GlossaryStore>().Current.Glossary;
            Console.WriteLine($"KubeGuide {ProductVersion.Text} serves {glossary.Listed.Length} concepts from {glossary.Notes.Length} notes at {string.Join(" ", app.Urls)}");
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
        catch (OptionException e)
        {
            return CommandLine.Fail(e.Message);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return CommandLine.Fail($"cannot listen: {e.Message.TrimEnd('.')}; choose another address with --urls http://localhost:PORT");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException && e.Message.Contains("address", StringComparison.OrdinalIgnoreCase))
        {
            return CommandLine.Fail($"--urls '{commandLine.GetValueOrDefault("urls")}': {e.Message.TrimEnd('.')}");
        }
    }

    /// <exception cref="OptionException">An option is wrong.</exception>
    public static WebApplication Build(IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Server).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(commandLine.Where(pair => pair.Value is not null));
        builder.WebHost.UseStaticWebAssets();
        AddServices(builder, SiteOptions.From(builder.Configuration));
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, SiteOptions options)
    {
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default));
        services.AddSingleton<GlossaryStore>();
        services.AddSingleton<LiveEvents>();
        services.AddSingleton(_ => new ManifestReadings(Environment.ProcessorCount, waiting: 16));
        services.AddHostedService<NotesWatcher>();
        services.AddScoped(provider => provider.GetRequiredService<GlossaryStore>().Current);
        services.AddScoped(provider => new Frame(provider.GetRequiredService<Snapshot>().Glossary, options, new SiteLinks(options.PathBase), provider.GetRequiredService<AssetUrls>()));
        services.AddSingleton(provider => AssetUrls.From(options.PathBase, [provider.GetRequiredService<EndpointDataSource>()]));
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddCircuits();
        services.AddProblemDetails();
        services.AddApiDescription();
        services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.None);
    }

    private static void Use(WebApplication app)
    {
        var options = app.Services.GetRequiredService<SiteOptions>();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(Errors.Handle);
        if (options.PathBase.Length > 0)
            app.UsePathBase(options.PathBase);
        app.UseCircuitGuard(options);
        app.UseRouting();
        app.UseMiddleware<StoredResponses>();
        app.MapStaticAssets();
        app.MapProbes();
        app.MapGet("/events", (HttpContext context, double? age, LiveEvents events) => events.ServeAsync(context, age));
        app.MapDocuments();
        app.MapData();
        app.MapManifests();
        app.MapCircuits();
        app.MapApiDescription();
        app.MapDiscovery();
    }
}
