using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using KubeGuide.Core.References;
using KubeGuide.Web.Commands;

namespace KubeGuide.Web.Tests.Commands;

public sealed class ReferencesFetchTests
{
    private const string Article = "https://zenn.dev/esaka/articles/2d117655af1f03cf2444";

    private const string Html = "200 OK\r\nContent-Type: text/html; charset=utf-8";

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task A_title_becomes_an_entry_that_references_yml_takes_as_it_is()
    {
        await using var site = Serve("""<title>ちがう題名</title><meta property="og:title" content="Podは&quot;波&quot;: \ と #"><meta property="article:published_time" content="2020-05-06T07:08:09+09:00">""");

        var run = await RunAsync(site, Article);

        Assert.Equal(0, run.ExitCode);
        var titles = ReferenceTitles.Read("references.yml", run.Output);
        Assert.Empty(titles.Diagnostics);
        Assert.Equal((Article, "Podは\"波\": \\ と #", new DateOnly(2020, 5, 6)), titles.Entries.Select(e => (e.Url, e.Title, e.Date)).Single());
        Assert.Contains("[1/1] " + Article, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sites_own_name_is_cut_from_the_title()
    {
        await using var site = Serve("<html><head><title>Pod | Kubernetes</title>");

        Assert.Contains("title: \"Pod\"", (await RunAsync(site, "https://kubernetes.io/ja/docs/concepts/workloads/pods/")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qiita_is_asked_at_its_api()
    {
        await using var site = new TlsSite(TlsSite.Always(
            "200 OK\r\nContent-Type: application/json; charset=utf-8", Encoding.UTF8.GetBytes("""{"title":"kustomizeの話","created_at":"2019-01-02T03:04:05+09:00"}""")));

        var run = await RunAsync(site, "https://qiita.com/Morix1500/items/d08a09b6c6e43efa191d");

        Assert.Equal(["qiita.com/api/v2/items/d08a09b6c6e43efa191d"], site.Requests);
        Assert.Equal("https://qiita.com/Morix1500/items/d08a09b6c6e43efa191d:\n  title: \"kustomizeの話\"\n  date: 2019-01-02\n", run.Output);
    }

    [Theory]
    [InlineData("text/html; charset=Shift_JIS", "<title>コンテナの話</title>")]
    [InlineData("text/html", "<meta charset=\"shift_jis\"><title>コンテナの話</title>")]
    [InlineData("text/html; charset=no-such", "<meta http-equiv=content-type content='text/html; charset=Shift_JIS'><title>コンテナの話</title>")]
    public async Task A_page_in_Shift_JIS_reads_as_Japanese(string type, string html)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var site = new TlsSite(TlsSite.Always("200 OK\r\nContent-Type: " + type, Encoding.GetEncoding(932).GetBytes(html)));

        Assert.Contains("title: \"コンテナの話\"", (await RunAsync(site, Article)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<title>a\u0007\u001b[31m\u202eb\n\n c</title>", "\"a[31mb c\"")]
    [InlineData("<title>閉じない題名", "\"閉じない題名\"")]
    [InlineData("<meta property=og:title content=''><title>こちら側</title>", "\"こちら側\"")]
    [InlineData("<title></title>", null)]
    [InlineData("<title> \u200b </title>", null)]
    [InlineData("本文だけ", null)]
    [InlineData("", null)]
    public async Task A_broken_title_is_mended_or_reported(string html, string? expected)
    {
        await using var site = Serve(html);

        var run = await RunAsync(site, Article);

        Assert.Equal(expected is null ? 1 : 0, run.ExitCode);
        Assert.Equal(expected is null ? "" : $"{Article}:\n  title: {expected}\n", run.Output);
        if (expected is null)
            Assert.Contains($"{Article}: no title found", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_title_is_cut()
    {
        await using var site = Serve($"<title>{new string('あ', 100_000)}</title>");

        Assert.InRange((await RunAsync(site, Article)).Output.Length, 300, 400);
    }

    [Fact]
    public async Task A_deeply_nested_page_is_read_by_its_head()
    {
        await using var site = Serve("<title>深い</title><body>" + string.Concat(Enumerable.Repeat("<b><div>", 60_000)));

        Assert.Contains("深い", (await RunAsync(site, Article)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    public async Task Three_redirects_are_followed_and_no_more(int redirects, int exitCode)
    {
        var left = redirects;
        await using var site = new TlsSite((_, stream, cancel) => left-- > 0
            ? TlsSite.WriteAsync(stream, $"302 Found\r\nLocation: /{left}", [], cancel)
            : TlsSite.WriteAsync(stream, Html, "<title>着いた</title>"u8.ToArray(), cancel));

        Assert.Equal(exitCode, (await RunAsync(site, Article)).ExitCode);
        Assert.Equal(4, site.Requests.Count);
    }

    [Theory]
    [InlineData("http://zenn.dev/", "only https on port 443")]
    [InlineData("https://zenn.dev:8443/", "only https on port 443")]
    [InlineData("https://me:secret@zenn.dev/", "only https on port 443")]
    [InlineData("https://169.254.169.254/latest/meta-data/", "not among the allowed hosts")]
    [InlineData("https://[::1]/", "not among the allowed hosts")]
    [InlineData("https://localhost/", "not among the allowed hosts")]
    [InlineData("https://evil.example/", "not among the allowed hosts")]
    [InlineData("file:///etc/passwd", "only https on port 443")]
    [InlineData("https://qiita.com/", "not a public one")]
    public async Task A_redirect_is_vetted_like_the_first_address(string location, string reason)
    {
        await using var site = new TlsSite((_, stream, cancel) => TlsSite.WriteAsync(stream, "301 Moved\r\nLocation: " + location, [], cancel));

        var run = await RunAsync(site, new() { ["qiita.com"] = "10.0.0.5" }, [Article], PageFetcher.DefaultTime);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:10.0.0.1")]
    public async Task An_allowed_host_with_a_private_address_is_never_connected_to(string address)
    {
        await using var site = Serve("<title>内側</title>");

        var run = await RunAsync(site, new() { ["zenn.dev"] = address }, [Article], PageFetcher.DefaultTime);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("not a public one", run.Error, StringComparison.Ordinal);
        Assert.Empty(site.Connected);
    }

    [Theory]
    [InlineData("https://evil.example/a", "not among the allowed hosts")]
    [InlineData("http://zenn.dev/a/articles/b", "only https on port 443")]
    [InlineData("https://qiita.com/someone/private/0123456789abcdef0123", "within a team only")]
    public async Task What_must_not_be_asked_is_not_asked(string url, string reason)
    {
        await using var site = Serve("<title>題名</title>");

        var run = await RunAsync(site, url);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Empty(site.Connected);
    }

    public static TheoryData<string, string> Rude { get; } = new()
    {
        { "silent", "no complete answer within" },
        { "dripping header", "no complete answer within" },
        { "dripping body", "no complete answer within" },
        { "endless body", "512 KiB" },
        { "bomb", "512 KiB" },
        { "broken gzip", "" },
        { "half", "broke off" },
        { "no http", "broke off" },
        { "404", "404" },
        { "pdf", "neither HTML nor JSON" },
        { "bad json", "no title found" },
    };

    [Theory]
    [MemberData(nameof(Rude))]
    public async Task A_rude_server_ends_within_the_limits_with_a_clear_line(string manner, string reason)
    {
        await using var site = new TlsSite((_, stream, cancel) => BeRudeAsync(manner, stream, cancel));
        var watch = Stopwatch.StartNew();

        var run = await RunAsync(site, [], [Article], reason.StartsWith("no complete", StringComparison.Ordinal) ? Short : PageFetcher.DefaultTime);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains($"  {Article}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_after_the_time_it_named()
    {
        var busy = true;
        await using var site = new TlsSite((_, stream, cancel) =>
        {
            var wasBusy = busy;
            busy = false;
            return wasBusy
                ? TlsSite.WriteAsync(stream, "429 Too Many Requests\r\nRetry-After: 30", [], cancel)
                : TlsSite.WriteAsync(stream, Html, "<title>空いた</title>"u8.ToArray(), cancel);
        });

        var run = await RunAsync(site, Article);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([TimeSpan.FromSeconds(30)], run.Pauses);
        Assert.Contains("waiting 30 s", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_left_alone_for_the_rest_of_the_run()
    {
        await using var site = new TlsSite(TlsSite.Always("429 Too Many Requests\r\nRetry-After: 3600", []));

        var run = await RunAsync(site, Article, "https://zenn.dev/someone/articles/0123456789abcd");

        Assert.Equal(1, run.ExitCode);
        Assert.Single(site.Requests);
        Assert.Contains("skipped", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_request_is_made_a_second_and_failures_do_not_stop_the_rest()
    {
        await using var site = new TlsSite((path, stream, cancel) => path.EndsWith("/b", StringComparison.Ordinal)
            ? TlsSite.WriteAsync(stream, "404 Not Found", [], cancel)
            : TlsSite.WriteAsync(stream, Html, "<title>題名</title>"u8.ToArray(), cancel));

        var run = await RunAsync(site, "https://zenn.dev/x/articles/a", "https://zenn.dev/x/articles/b", "https://zenn.dev/x/articles/c");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)], run.Pauses);
        Assert.Equal(2, ReferenceTitles.Read("references.yml", run.Output).Entries.Count());
        Assert.Contains("Found 2 of 3", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_to_look_up_nothing_is_asked()
    {
        await using var site = Serve("");

        Assert.Equal((0, ""), await RunAsync(site) is var run ? (run.ExitCode, run.Output) : default);
        Assert.Empty(site.Connected);
    }

    [Fact]
    public void Only_articles_without_an_entry_are_looked_up()
    {
        var places = new[] { Article, Article + "#a", "https://kubernetes.io/" }.Select(url => new CitationPlace(new Citation(Understand(url), null, true, 1, 1), null, "a.md", null));
        var titles = ReferenceTitles.Read("references.yml", "https://kubernetes.io/: Kubernetes");

        Assert.Equal([Article], ReferencesFetch.Missing(Bibliography.Of(places, titles), titles).Select(r => r.Url));
    }

    private static async Task BeRudeAsync(string manner, Stream stream, CancellationToken cancel)
    {
        switch (manner)
        {
            case "silent":
                await Task.Delay(Timeout.Infinite, cancel);
                break;
            case "dripping header":
                await DripAsync(stream, "HTTP/1.1 200 OK\r\n", "X-A: b\r\n", cancel);
                break;
            case "dripping body":
                await DripAsync(stream, $"HTTP/1.1 {Html}\r\n\r\n<title>", "a", cancel);
                break;
            case "endless body":
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {Html}\r\n\r\n<title>x</title>"), cancel);
                while (true)
                    await stream.WriteAsync(new byte[8192], cancel);
            case "bomb":
                await TlsSite.WriteAsync(stream, Html + "\r\nContent-Encoding: gzip", Gzip(new byte[100_000_000]), cancel);
                break;
            case "broken gzip":
                await TlsSite.WriteAsync(stream, Html + "\r\nContent-Encoding: gzip", "<title>x</title>"u8.ToArray(), cancel);
                break;
            case "half":
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {Html}\r\nContent-Length: 1000\r\n\r\n<title>x"), cancel);
                break;
            case "no http":
                await stream.WriteAsync("SSH-2.0-OpenSSH_9.0\r\n\r\n"u8.ToArray(), cancel);
                break;
            case "404":
                await TlsSite.WriteAsync(stream, "404 Not Found\r\nContent-Type: text/html", "<title>ない</title>"u8.ToArray(), cancel);
                break;
            case "pdf":
                await TlsSite.WriteAsync(stream, "200 OK\r\nContent-Type: application/pdf", "%PDF"u8.ToArray(), cancel);
                break;
            default:
                await TlsSite.WriteAsync(stream, "200 OK\r\nContent-Type: application/json", "[{\"title\":"u8.ToArray(), cancel);
                break;
        }
    }

    private static async Task DripAsync(Stream stream, string start, string drop, CancellationToken cancel)
    {
        for (var text = start; ; text = drop)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancel);
            await Task.Delay(20, cancel);
        }
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return memory.ToArray();
    }

    private static TlsSite Serve(string html) => new(TlsSite.Always(Html, Encoding.UTF8.GetBytes(html)));

    private static Task<Run> RunAsync(TlsSite site, params string[] urls) => RunAsync(site, [], urls, PageFetcher.DefaultTime);

    private static async Task<Run> RunAsync(TlsSite site, Dictionary<string, string> addresses, string[] urls, TimeSpan time)
    {
        var (output, error, pauses) = (new StringWriter(), new StringWriter(), new List<TimeSpan>());
        using var fetcher = new PageFetcher(new FetchHosts([]), site.Network(addresses), time, TimeProvider.System);
        var fetch = new ReferencesFetch(fetcher, output, error, (pause, _) =>
        {
            pauses.Add(pause);
            return Task.CompletedTask;
        });
        var exitCode = await fetch.RunAsync([.. urls.Select(Understand)], TestContext.Current.CancellationToken);
        return new Run(exitCode, output.ToString(), error.ToString(), pauses);
    }

    private static Reference Understand(string url)
    {
        Assert.True(ReferenceSites.TryUnderstand(url, out var reference, out _), url);
        return reference;
    }

    private sealed record Run(int ExitCode, string Output, string Error, List<TimeSpan> Pauses);
}
