using System.Runtime.CompilerServices;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Builder;

namespace KubeGuide.Web.Tests;

/// <summary>The site as a host runs it, on a free port, serving notes that a test names.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningSite(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    /// <summary>The notes that the repository ships.</summary>
    public static string Docs => Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "docs");

    public Uri Address { get; }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>A fixture below <c>tests/Notes</c>.</summary>
    public static string Notes(string name) => Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "Notes", name);

    public static async Task<RunningSite> StartAsync(string notes, params (string Key, string Value)[] options)
    {
        var settings = options.ToDictionary(option => option.Key, option => (string?)option.Value);
        settings["KubeGuide:Notes"] = notes;
        settings["urls"] = "http://127.0.0.1:0";
        var app = Server.Build(settings);
        await app.StartAsync();
        return new RunningSite(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
