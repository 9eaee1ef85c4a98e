using System.IO.Compression;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using KubeGuide.Web.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace KubeGuide.Web.Tests;

/// <summary>What a reader's browser fetches who comes to a concept's page for the first time.</summary>
public sealed class FirstVisitTests : IAsyncLifetime
{
    private const int MostBytes = 20_000;
    private const int MostBytesOfScripts = 8_000;

    private RunningSite docs = null!;

    public async ValueTask InitializeAsync() => docs = await RunningSite.StartAsync(RunningSite.Docs);

    public ValueTask DisposeAsync() => docs.DisposeAsync();

    [Fact]
    public async Task Every_shipped_concept_weighs_at_most_20_kilobytes()
    {
        var shared = 0L;
        foreach (var asset in await AssetsAsync("/concepts/pod"))
            shared += Compressed(await docs.Client.GetByteArrayAsync(asset));
        var heavy = new List<string>();
        foreach (var concept in docs.Services.GetRequiredService<GlossaryStore>().Current.Glossary.Listed)
        {
            if (shared + await SentAsync(concept.Url) is var weight && weight > MostBytes)
                heavy.Add($"{concept.Url} {weight}");
        }

        Assert.Empty(heavy);
    }

    [Fact]
    public async Task A_page_names_one_stylesheet_and_two_scripts_and_nothing_else_to_fetch()
    {
        Assert.Equal(3, (await AssetsAsync("/concepts/pod")).Count);
        var page = await docs.PageAsync("/concepts/pod");
        Assert.StartsWith("data:", page.QuerySelector("link[rel=icon]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("link[rel=preload], link[rel=modulepreload], iframe, object, embed"));
    }

    [Fact]
    public async Task Scripts_weigh_at_most_8_kilobytes_and_the_blocking_one_less_than_400_bytes()
    {
        var page = await docs.PageAsync("/concepts/pod");
        var blocking = Assert.Single(page.QuerySelectorAll("script[src]:not([type=module])"));
        Assert.InRange((await docs.Client.GetByteArrayAsync(blocking.GetAttribute("src"))).Length, 1, 399);
        var scripts = page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!).Append("/js/search.js");
        var weight = 0L;
        foreach (var script in scripts)
            weight += Compressed(await docs.Client.GetByteArrayAsync(script));
        Assert.InRange(weight, 1, MostBytesOfScripts);
    }

    [Fact]
    public async Task A_preview_weighs_at_most_4_kilobytes_and_can_be_asked_for_again()
    {
        foreach (var concept in docs.Services.GetRequiredService<GlossaryStore>().Current.Glossary.Listed)
        {
            using var response = await docs.Client.GetAsync(concept.Url + "/preview");
            Assert.NotNull(response.Headers.ETag);
            Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 4_096);
        }
    }

    [Fact]
    public async Task A_page_that_is_read_names_the_rules_by_which_links_are_followed_ahead()
    {
        using var page = await docs.Client.GetAsync("/concepts/pod");
        Assert.Equal("\"/speculation-rules.json\"", page.Headers.GetValues("Speculation-Rules").Single());
        using var rules = await docs.Client.GetAsync("/speculation-rules.json");
        Assert.Equal("application/speculationrules+json", rules.Content.Headers.ContentType?.MediaType);
        var prefetch = System.Text.Json.JsonDocument.Parse(await rules.Content.ReadAsStringAsync()).RootElement.GetProperty("prefetch")[0];
        Assert.Equal("moderate", prefetch.GetProperty("eagerness").GetString());
        using var json = await docs.Client.GetAsync("/index.json");
        Assert.False(json.Headers.Contains("Speculation-Rules"));
    }

    private async Task<List<string>> AssetsAsync(string path) =>
        [.. (await docs.PageAsync(path)).QuerySelectorAll("script[src], link[rel=stylesheet]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!)];

    private async Task<long> SentAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await docs.Client.SendAsync(request);
        return response.Content.Headers.ContentLength!.Value;
    }

    /// <summary>As a published asset is: Brotli at its best.</summary>
    private static long Compressed(byte[] body)
    {
        using var target = new MemoryStream();
        using (var stream = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
            stream.Write(body);
        return target.Length;
    }
}
