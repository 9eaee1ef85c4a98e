using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace KubeGuide.Web.Tests;

/// <summary>One site for all tests of a class: the messy export.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    public RunningSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>Reads answers as a browser would.</summary>
internal static class Reading
{
    public static async Task<IDocument> PageAsync(this RunningSite site, string path)
    {
        var response = await site.Client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await ParseAsync(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Holds that an address leads on to its own for good, at once, and is asked again each time.</summary>
    public static async Task LeadsToAsync(this RunningSite site, string path, string own)
    {
        using var response = await site.Client.GetAsync(path);
        Assert.Equal((HttpStatusCode.PermanentRedirect, own), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    public static Task<IDocument> ParseAsync(string html) => BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
}
