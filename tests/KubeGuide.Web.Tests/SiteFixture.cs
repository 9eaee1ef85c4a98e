using System.Runtime.CompilerServices;
using AngleSharp;
using AngleSharp.Dom;
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

    public Uri Address { get; }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<RunningSite> StartAsync(string notes, params (string Key, string Value)[] options)
    {
        var settings = options.ToDictionary(option => option.Key, option => (string?)option.Value);
        settings["KubeGuide:Notes"] = notes;
        settings["urls"] = "http://127.0.0.1:0";
        var app = Server.Build(settings);
        await app.StartAsync();
        return new RunningSite(app);
    }

    public async Task<IDocument> PageAsync(string path)
    {
        var response = await Client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await ParseAsync(await response.Content.ReadAsStringAsync());
    }

    public static Task<IDocument> ParseAsync(string html) => BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}

/// <summary>One site for all tests of a class: the messy export.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    public RunningSite Site { get; private set; } = null!;

    public static string Notes(string name) => Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "Notes", name);

    public static string Docs => Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "docs");

    public async ValueTask InitializeAsync() => Site = await RunningSite.StartAsync(Notes("messy-export.md"));

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
