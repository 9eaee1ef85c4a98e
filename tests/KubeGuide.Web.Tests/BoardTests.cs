using System.Net;

namespace KubeGuide.Web.Tests;

public class BoardTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly RunningSite site = fixture.Site;

    [Fact]
    public async Task It_is_complete_without_a_circuit()
    {
        var page = await site.PageAsync("/board");
        Assert.Equal("ボード", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(24, page.QuerySelectorAll(".findings li").Length);
        Assert.Equal("24", page.QuerySelectorAll(".tally dd")[^1].TextContent);
        Assert.Contains(page.QuerySelectorAll(".sheet-table a.concept-link"), link => link.TextContent == "ConfigMap");
    }

    [Fact]
    public async Task What_waits_to_be_written_comes_by_its_mentions()
    {
        var page = await site.PageAsync("/board");
        var mentions = page.QuerySelectorAll(".sheet-table tbody td:nth-child(3)").Select(cell => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(mentions.OrderDescending(), mentions);
        Assert.True(mentions[0] > mentions[^1]);
    }

    [Fact]
    public async Task What_waits_to_be_written_leads_to_its_place()
    {
        var links = (await site.PageAsync("/board")).QuerySelectorAll(".sheet-table a[href^='/notes/']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.True(links.Count > 10);
        var note = await site.PageAsync("/notes/messy-export.md");
        Assert.All(links, link => Assert.NotNull(note.GetElementById(Uri.UnescapeDataString(link.Split('#').ElementAtOrDefault(1) ?? "none"))));
    }

    [Theory]
    [InlineData("misspelt-japanese")]
    [InlineData("misspelt-term")]
    [InlineData("misspelt-kind")]
    [InlineData("full-width")]
    public async Task A_finding_leads_to_the_words_that_it_is_about(string rule)
    {
        var note = await site.PageAsync("/notes/messy-export.md");
        var findings = (await site.PageAsync("/board?rule=" + rule)).QuerySelectorAll(".findings li");
        Assert.NotEmpty(findings);
        foreach (var finding in findings)
        {
            var words = finding.QuerySelector("span")!.TextContent.Split('「', '」')[1];
            var place = note.GetElementById(Uri.UnescapeDataString(finding.QuerySelector("a.source")!.GetAttribute("href")!.Split('#')[1]))!;
            Assert.Contains(words, place.TextContent, StringComparison.Ordinal);
            Assert.InRange(place.TextContent.Length, 1, 200);
        }
    }

    [Theory]
    [InlineData("?rule=full-width", 3)]
    [InlineData("?rule=full-width&severity=info", 3)]
    [InlineData("?rule=full-width&severity=error", 0)]
    [InlineData("?severity=warning", 8)]
    [InlineData("?path=messy-export.md", 24)]
    [InlineData("?path=gone.md", 0)]
    [InlineData("?group=network&rule=misspelt-term", 1)]
    [InlineData("?rule=&path=&severity=&group=&by=path", 24)]
    [InlineData("?by=group&severity=info", 16)]
    [InlineData("?rule=%3Cscript%3E", 0)]
    [InlineData("?rule=no-such-rule&by=nothing", 0)]
    [InlineData("?rule=full-width&rule=misspelt-term", 3)]
    [InlineData("?rule=&rule=full-width&by=path&by=group", 3)]
    [InlineData("?severity=x", 0)]
    public async Task Its_address_filters_it(string query, int findings)
    {
        var page = await site.PageAsync("/board" + query);
        Assert.Equal(findings, page.QuerySelectorAll(".findings li").Length);
        Assert.Single(page.QuerySelectorAll("form.filters[action='/board']"));
    }

    [Fact]
    public async Task The_form_shows_what_was_chosen()
    {
        var page = await site.PageAsync("/board?rule=gone&severity=warning&by=path");
        Assert.Equal(["gone", "warning", "", "", "path"], Chosen(page));
        page = await site.PageAsync("/board?rule=full-width&rule=empty-section&severity=x&group=none&path=gone.md");
        Assert.Equal(["full-width", "x", "none", "gone.md", ""], Chosen(page));

        static IEnumerable<string> Chosen(AngleSharp.Dom.IDocument page) =>
            page.QuerySelectorAll("select").Select(select => select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_finding_leads_to_its_heading_in_the_note_and_to_the_editor()
    {
        await using var edited = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"), ("KubeGuide:EditUrl", "https://git.example/{path}#L{line}"));
        var page = await edited.PageAsync("/board?rule=misspelt-kind");
        var links = page.QuerySelectorAll(".findings a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains("/notes/messy-export.md#configmap", links);
        Assert.Contains(links, link => link.StartsWith("https://git.example/messy-export.md#L1", StringComparison.Ordinal));
        var note = await edited.PageAsync("/notes/messy-export.md");
        Assert.NotNull(note.GetElementById("configmap"));
    }

    [Fact]
    public async Task It_holds_no_inline_script_sets_no_cookie_and_has_no_second_policy()
    {
        var response = await site.Client.GetAsync("/board");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Null(response.Headers.ETag);
        Assert.DoesNotContain("unsafe", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var page = await Reading.ParseAsync(await response.Content.ReadAsStringAsync());
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], base"));
        Assert.Equal(HttpStatusCode.OK, (await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/board"))).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/concepts/pod")]
    [InlineData("/notes/messy-export.md")]
    public async Task A_page_that_is_read_knows_nothing_of_circuits(string path)
    {
        var response = await site.Client.GetAsync(path);
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        var html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("blazor", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("href=\"/board\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("own", HttpStatusCode.OK)]
    public async Task A_circuit_is_for_this_sites_own_pages(string origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin == "own" ? site.Address.GetLeftPart(UriPartial.Authority) : origin);
        Assert.Equal(expected, (await site.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Another_sites_page_opens_no_socket()
    {
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{site.Address.Authority}/_blazor"), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOfSocketAsync("https://evil.example"));
    }

    private async Task<HttpStatusCode> StatusOfSocketAsync(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor");
        request.Headers.Add("Origin", origin);
        return (await site.Client.SendAsync(request)).StatusCode;
    }

}
