using System.Net;

namespace KubeGuide.Web.Tests.Serving;

public sealed class ProxyTests : IDisposable
{
    private readonly DirectoryInfo notes = Directory.CreateTempSubdirectory("kubeguide-proxy-");

    public ProxyTests() => File.WriteAllText(Path.Combine(notes.FullName, "pod.md"), "# Pod\n\nPodの説明です。\n");

    public void Dispose() => notes.Delete(recursive: true);

    [Theory]
    [InlineData("127.0.0.1", "https", true)]
    [InlineData("127.0.0.0/8, ::1", "https", true)]
    [InlineData("127.0.0.1", "http", false)]
    [InlineData("10.0.0.0/8", "https", false)]
    [InlineData("", "https", false)]
    public async Task Https_is_believed_from_a_configured_proxy_alone(string proxies, string scheme, bool isBelieved)
    {
        await using var site = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Proxies", proxies));
        var response = await AskAsync(site, HttpMethod.Get, "/concepts/pod", ("X-Forwarded-Proto", scheme), ("X-Forwarded-For", "203.0.113.9"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(isBelieved, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("wiki.example.com", "wiki.example.com", 200)]
    [InlineData("wiki.example.com", "WIKI.example.com:8443", 200)]
    [InlineData("wiki.example.com", "evil.example", 400)]
    [InlineData("wiki.example.com; *.example.org", "a.b.example.org", 200)]
    [InlineData("*.example.org", "example.org", 400)]
    [InlineData("*.example.org", "evilexample.org", 400)]
    [InlineData("", "evil.example", 200)]
    public async Task With_hosts_set_others_get_400_but_the_probes(string hosts, string asked, int status)
    {
        await using var site = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Hosts", hosts), ("KubeGuide:PathBase", "/guide"));
        Assert.Equal(status, (int)(await AskAsync(site, HttpMethod.Get, "/guide/concepts/pod", ("Host", asked))).StatusCode);
        Assert.Equal(200, (int)(await AskAsync(site, HttpMethod.Get, "/healthz/live", ("Host", asked))).StatusCode);
        Assert.Equal(200, (int)(await AskAsync(site, HttpMethod.Get, "/guide/healthz/ready", ("Host", asked))).StatusCode);
    }

    [Fact]
    public async Task A_forwarded_host_counts_where_its_proxy_is_configured()
    {
        await using var behind = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Hosts", "wiki.example.com"), ("KubeGuide:Proxies", "127.0.0.1"));
        (string, string)[] forwarded = [("Host", "10.0.0.5"), ("X-Forwarded-Host", "wiki.example.com"), ("X-Forwarded-For", "203.0.113.9")];
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(behind, HttpMethod.Get, "/", forwarded)).StatusCode);
        await using var open = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Hosts", "wiki.example.com"));
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(open, HttpMethod.Get, "/", forwarded)).StatusCode);
    }

    [Fact]
    public async Task What_a_client_puts_before_its_proxy_is_not_believed()
    {
        await using var site = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Hosts", "wiki.example.com"), ("KubeGuide:Proxies", "127.0.0.1"));
        var response = await AskAsync(
            site, HttpMethod.Get, "/", ("X-Forwarded-For", "127.0.0.1, 203.0.113.9"), ("X-Forwarded-Host", "wiki.example.com, evil.example"), ("X-Forwarded-Proto", "https, http"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task HEAD_is_answered_like_GET_without_a_body()
    {
        await using var site = await RunningSite.StartAsync(notes.FullName);
        string[] addresses =
        [
            "/", "/concepts/pod", "/concepts/po", "/concepts/nothing-of-the-kind", "/k/po", "/notes/pod.md", "/terms", "/notes", "/resources", "/references", "/map", "/compare/pod,service",
            "/search?q=pod", "/board", "/manifest", "/index.json", "/search.json?q=pod", "/concepts/pod.json", "/concepts/pod.md", "/diagnostics.json", "/openapi.json", "/llms.txt",
            "/robots.txt", "/feed.atom", "/healthz/live", "/healthz/ready", "/favicon.svg",
        ];
        foreach (var address in addresses)
        {
            var (get, head) = (await AskAsync(site, HttpMethod.Get, address), await AskAsync(site, HttpMethod.Head, address));
            Assert.True(get.StatusCode == head.StatusCode, $"{address}: GET {get.StatusCode}, HEAD {head.StatusCode}");
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        }

        Assert.Equal("text/event-stream", (await AskAsync(site, HttpMethod.Head, "/events")).Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("Proxies", "proxy.example.com")]
    [InlineData("Proxies", "10.0.0.0/99")]
    [InlineData("Hosts", "https://wiki.example.com")]
    [InlineData("Hosts", "wiki.*.com")]
    [InlineData("Hosts", "wiki.example.com:8080")]
    public async Task A_wrong_proxy_or_host_is_one_line(string option, string value)
    {
        var fault = await Assert.ThrowsAsync<Web.Serving.OptionException>(() => RunningSite.StartAsync(notes.FullName, ("KubeGuide:" + option, value)));
        Assert.Contains(value, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    private static async Task<HttpResponseMessage> AskAsync(RunningSite site, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
