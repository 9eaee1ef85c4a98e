using System.Net;
using AngleSharp.Dom;

namespace KubeGuide.Web.Tests.Endpoints;

/// <summary>Whatever is asked for, in whatever spelling: there is an answer that says something.</summary>
public class OddInputTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly RunningSite site = fixture.Site;

    [Theory]
    [InlineData("/concepts/pod/", "/concepts/pod")]
    [InlineData("/CONCEPTS/pod", "/concepts/pod")]
    [InlineData("/Concepts/PO/", "/concepts/pod")]
    [InlineData("/K/po", "/concepts/pod")]
    [InlineData("/k/po/", "/concepts/pod")]
    [InlineData("/concepts/pod.JSON", "/concepts/pod.json")]
    [InlineData("/concepts/po.md/", "/concepts/pod.md")]
    [InlineData("/concepts/pod/MENTIONS?page=1", "/concepts/pod/mentions?page=1")]
    [InlineData("/concepts/po/mentions/", "/concepts/pod/mentions")]
    [InlineData("/TERMS", "/terms")]
    [InlineData("/terms/?x=%E3%81%82", "/terms?x=%E3%81%82")]
    [InlineData("/notes/messy-export.md/", "/notes/messy-export.md")]
    [InlineData("/Notes/messy-export.md", "/notes/messy-export.md")]
    [InlineData("/compare/pod,service/", "/compare/pod,service")]
    [InlineData("/Search?q=po%20d", "/search?q=po%20d")]
    [InlineData("/openapi.json/", "/openapi.json")]
    [InlineData("/board/", "/board")]
    [InlineData("/HEALTHZ/live", "/healthz/live")]
    public async Task Every_other_spelling_of_an_address_leads_to_its_own_in_one_hop(string path, string own)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var response = await site.Client.SendAsync(new HttpRequestMessage(method, path));
            Assert.Equal((HttpStatusCode.PermanentRedirect, own), (response.StatusCode, response.Headers.Location?.OriginalString));
            Assert.True(response.Headers.CacheControl?.NoCache);
        }

        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(own)).StatusCode);
    }

    [Fact]
    public async Task With_a_prefix_every_other_spelling_leads_to_its_own_below_it()
    {
        await using var guide = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"), ("KubeGuide:PathBase", "/guide"));
        foreach (var path in (string[])["/guide/concepts/pod/", "/GUIDE/concepts/pod", "/guide/K/po", "/guide/Concepts/pods/"])
            Assert.Equal("/guide/concepts/pod", (await guide.Client.GetAsync(path)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await guide.Client.GetAsync("/guide/concepts/pod")).StatusCode);
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/wp-login.php")]
    [InlineData("/.env")]
    [InlineData("/favicon.ico")]
    [InlineData("/css/")]
    [InlineData("/concepts/pod.txt")]
    [InlineData("/notes//")]
    [InlineData("//concepts//pod")]
    [InlineData("/concepts/%ff")]
    [InlineData("/notes/..%2f..%2fetc/passwd")]
    [InlineData("/%F0%9F%9A%80/%0A")]
    public async Task What_is_not_there_is_told_by_the_page_that_says_so(string path)
    {
        var response = await site.Client.GetAsync(new Uri(site.Address.GetLeftPart(UriPartial.Authority) + path, UriKind.Absolute));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await Reading.ParseAsync(await response.Content.ReadAsStringAsync());
        Assert.Contains("ありません", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/anything.json")]
    [InlineData("/concepts/nope.json")]
    [InlineData("/concepts/pod/x.json")]
    [InlineData("/api/nothing")]
    public async Task Programs_are_told_by_problem_details(string path)
    {
        var response = await site.Client.GetAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("404", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/terms", "GET, HEAD")]
    [InlineData("PUT", "/concepts/pod", "GET, HEAD")]
    [InlineData("DELETE", "/index.json", "GET, HEAD")]
    [InlineData("OPTIONS", "/search.json", "GET, HEAD")]
    [InlineData("PATCH", "/notes/messy-export.md", "GET, HEAD")]
    [InlineData("GET", "/api/manifest", "POST")]
    [InlineData("PUT", "/manifest", "GET, HEAD, POST")]
    public async Task Another_method_is_told_which_ones_there_are(string method, string path, string allowed)
    {
        using var response = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, allowed), (response.StatusCode, string.Join(", ", response.Content.Headers.Allow)));
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1&page=2")]
    [InlineData("%00")]
    public async Task A_page_number_that_is_none_is_the_first_page(string page)
    {
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/concepts/pod/mentions?page=" + page)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/search?q=pod&page=" + page)).StatusCode);
    }

    [Fact]
    public async Task No_address_answers_with_nothing_or_an_error_of_ours()
    {
        string[] values = ["", "%00", "%ff%fe", "..", "../..", "%2e%2e%2f", "//", "a&q=b", "%F0%9F%9A%80", "'\"<script>", "%0d%0aX:1", "%E3%81%82", "%uD800", new string('a', 7_000)];
        var addresses = values.SelectMany(value => new[]
        {
            "/search?q=", "/search?q=pod&page=", "/search.json?q=", "/map?focus=", "/references?sort=", "/board?rule=", "/board?by=", "/manifest?example=",
            "/concepts/pod/mentions?page=", "/terms?", "/?", "/events?age=x", "/groups/?", "/k/?", "/compare/?", "/index.json?",
        }, (value, start) => start + value);
        var paths = values.Where(value => !value.Contains("%00", StringComparison.Ordinal)).SelectMany(
            value => new[] { "/", "/concepts/", "/k/", "/notes/", "/groups/", "/compare/", "/concepts/pod/" }, (value, start) => start + value);
        foreach (var address in addresses.Concat(paths))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address.GetLeftPart(UriPartial.Authority) + address, UriKind.Absolute));
            request.Headers.TryAddWithoutValidation("Accept", "x/y;;q=z");
            using var response = await site.Client.SendAsync(request);
            Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{(int)response.StatusCode} {address}");
            Assert.True(response.Headers.Location is not null || (await response.Content.ReadAsByteArrayAsync()).Length > 0, $"{(int)response.StatusCode} and nothing else at {address}");
        }
    }

    [Fact]
    public async Task A_whole_page_pasted_into_the_search_box_is_cut_and_told_so()
    {
        var page = await site.PageAsync("/search?q=" + string.Concat(Enumerable.Repeat("%E3%81%82", 5_000)));
        Assert.Contains(page.QuerySelectorAll(".notice"), notice => notice.TextContent.Contains("200文字", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/concepts/podd", "Pod")]
    [InlineData("/k/deploymnt", "Deployment")]
    [InlineData("/concepts/ingresss.html", "Ingress")]
    [InlineData("/concepts/ポット", "Pod")]
    public async Task The_nearest_name_comes_first_on_the_page_that_says_so(string path, string name)
    {
        var page = await Reading.ParseAsync(await (await site.Client.GetAsync(path)).Content.ReadAsStringAsync());
        Assert.Equal(name, page.QuerySelectorAll("main .concept-list a")[0].TextContent);
    }
}
