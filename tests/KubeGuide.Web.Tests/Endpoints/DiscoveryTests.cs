using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace KubeGuide.Web.Tests.Endpoints;

public class DiscoveryTests(DatedNotes notes) : IClassFixture<DatedNotes>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task The_sitemap_lists_every_page_once_at_its_public_address()
    {
        var map = await XmlAsync("/team/sitemap.xml", "application/xml");
        Assert.Equal(Map + "urlset", map.Name);
        var addresses = map.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value).ToList();
        Assert.Equal(addresses.Distinct(), addresses);
        Assert.Superset(
            new HashSet<string> { DatedNotes.Public + "/", DatedNotes.Public + "/terms", DatedNotes.Public + "/concepts/pod", DatedNotes.Public + "/notes/%E9%81%8B%E7%94%A8/%E6%89%8B%E9%A0%86%20%E3%81%9D%E3%81%AE1.md" },
            addresses.ToHashSet());
        Assert.Equal("2026-10-02", map.Elements(Map + "url").Single(url => url.Element(Map + "loc")!.Value == DatedNotes.Public + "/concepts/pod").Element(Map + "lastmod")!.Value);
        foreach (var address in addresses)
            await AnswersAsync(address);
    }

    [Fact]
    public async Task What_only_the_catalog_knows_and_choice_pages_are_not_in_the_sitemap()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"), ("KubeGuide:PublicUrl", "https://guide.example"));
        var map = await site.Client.GetStringAsync("/sitemap.xml");
        Assert.Contains("/concepts/loadbalancer<", map, StringComparison.Ordinal);
        Assert.DoesNotContain("/concepts/statefulset<", map, StringComparison.Ordinal);
        Assert.DoesNotContain("/concepts/gateway<", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_has_the_dated_concepts_newest_first()
    {
        var feed = await XmlAsync("/team/feed.atom", "application/atom+xml");
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("用語 & メモ", feed.Element(Atom + "title")!.Value);
        Assert.Equal("2026-11-01T00:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(["Service", "Pod"], entries.Select(entry => entry.Element(Atom + "title")!.Value));
        Assert.Equal("</script><script>alert(1)</script> & [宛先]", entries[0].Element(Atom + "summary")!.Value);
        foreach (var entry in entries)
        {
            Assert.True(DateTimeOffset.TryParse(entry.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture, out _));
            await AnswersAsync(entry.Element(Atom + "link")!.Attribute("href")!.Value);
        }
    }

    [Fact]
    public async Task An_entry_of_the_feed_has_the_same_id_wherever_it_is_served()
    {
        var here = await XmlAsync("/team/feed.atom", "application/atom+xml");
        var there = XElement.Parse(await notes.Internal.Client.GetStringAsync("/feed.atom"));
        Assert.Equal(here.Descendants(Atom + "id").Select(id => id.Value), there.Descendants(Atom + "id").Select(id => id.Value));
        Assert.All(there.Descendants(Atom + "link"), link => Assert.StartsWith("/", link.Attribute("href")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_without_dated_concepts_is_still_one()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));
        var feed = XElement.Parse(await site.Client.GetStringAsync("/feed.atom"));
        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.NotNull(feed.Element(Atom + "updated"));
    }

    [Fact]
    public async Task An_internal_site_asks_not_to_be_crawled_and_a_public_one_names_its_sitemap()
    {
        Assert.Contains("Disallow: /\n", await notes.Internal.Client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
        var open = await notes.Site.Client.GetStringAsync("/team/robots.txt");
        Assert.DoesNotContain("Disallow", open, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {DatedNotes.Public}/sitemap.xml\n", open, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sitemap.xml")]
    [InlineData("/opensearch.xml")]
    public async Task What_needs_a_public_address_says_so_without_one(string path)
    {
        var response = await notes.Internal.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("--public-url", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_can_add_the_search_where_there_is_a_public_address()
    {
        var page = await notes.Site.PageAsync("/team/");
        Assert.Equal("/team/opensearch.xml", page.QuerySelector("link[rel=search]")!.GetAttribute("href"));
        var description = await XmlAsync("/team/opensearch.xml", "application/opensearchdescription+xml");
        Assert.Equal("用語 & メモ", description.Element(OpenSearch + "ShortName")!.Value);
        var template = description.Element(OpenSearch + "Url")!.Attribute("template")!.Value;
        await AnswersAsync(template.Replace("{searchTerms}", "%E3%83%9D%E3%83%83%E3%83%89", StringComparison.Ordinal));
        Assert.Null((await notes.Internal.PageAsync("/")).QuerySelector("link[rel=search]"));
    }

    [Fact]
    public async Task Language_models_find_every_concept_with_its_markdown()
    {
        var text = await notes.Site.Client.GetStringAsync("/team/llms.txt");
        Assert.StartsWith("# 用語 & メモ\n\n> ", text, StringComparison.Ordinal);
        Assert.Contains($"\n- [Pod]({DatedNotes.Public}/concepts/pod.md): コンテナを動かす最小の単位です。\n", text, StringComparison.Ordinal);
        Assert.Contains("& \\[宛先\\]\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.StartsWith("- [", StringComparison.Ordinal)))
        {
            var start = line.IndexOf("](", StringComparison.Ordinal) + 2;
            await AnswersAsync(line[start..line.IndexOf(')', start)]);
        }
    }

    [Fact]
    public async Task A_concept_is_a_defined_term_in_a_set()
    {
        using var term = await TermAsync(notes.Site, "/team/concepts/service");
        Assert.Equal("DefinedTerm", term.RootElement.GetProperty("@type").GetString());
        Assert.Equal("Service", term.RootElement.GetProperty("name").GetString());
        Assert.Equal("</script><script>alert(1)</script> & [宛先]", term.RootElement.GetProperty("description").GetString());
        Assert.Contains("svc", term.RootElement.GetProperty("alternateName").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(DatedNotes.Public + "/concepts/service", term.RootElement.GetProperty("url").GetString());
        var set = term.RootElement.GetProperty("inDefinedTermSet");
        Assert.Equal("DefinedTermSet", set.GetProperty("@type").GetString());
        Assert.Equal(DatedNotes.Public + "/terms", set.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Without_a_public_address_a_defined_term_has_none()
    {
        using var term = await TermAsync(notes.Internal, "/concepts/pod");
        Assert.False(term.RootElement.TryGetProperty("url", out _));
        Assert.False(term.RootElement.GetProperty("inDefinedTermSet").TryGetProperty("url", out _));
    }

    private static async Task<JsonDocument> TermAsync(RunningSite site, string path) =>
        JsonDocument.Parse((await site.PageAsync(path)).QuerySelectorAll("script[type='application/ld+json']").Single().TextContent);

    private async Task<XElement> XmlAsync(string path, string mediaType)
    {
        var response = await notes.Site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
        return XElement.Parse(await response.Content.ReadAsStringAsync());
    }

    private async Task AnswersAsync(string address)
    {
        var path = new Uri(address).PathAndQuery;
        Assert.StartsWith(DatedNotes.Public, address, StringComparison.Ordinal);
        var status = (await notes.Site.Client.GetAsync(path)).StatusCode;
        Assert.True(status == HttpStatusCode.OK, $"{address} answered {(int)status}");
    }
}
