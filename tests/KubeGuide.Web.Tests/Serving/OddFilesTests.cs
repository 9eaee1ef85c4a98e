using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace KubeGuide.Web.Tests.Serving;

/// <summary>A folder in which nearly nothing is as it should be.</summary>
public sealed class OddFilesTests : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("kubeguide-odd-");
    private RunningSite site = null!;

    private string Notes => Path.Combine(root.FullName, "notes");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(Notes, "folder.md"));
        Directory.CreateDirectory(Path.Combine(Notes, "..data"));
        const string text = "# ポッドの話\n\n最小の単位です。\n";
        Write("good.md", Encoding.UTF8.GetBytes("# Service\n\n入口の説明です。\n\n![図](img/a.svg)\n"));
        Write("folder.md/inside.md", Encoding.UTF8.GetBytes(text));
        Write("sjis.md", CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(text));
        Write("utf16.md", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        Write("invalid.md", [.. Encoding.UTF8.GetBytes(text + "壊れた"), 0xE3, 0x81, .. Encoding.UTF8.GetBytes("文字です。\n")]);
        Write("nul.md", Encoding.UTF8.GetBytes(text + "途中に\0あります。\n"));
        Write("cr.md", Encoding.UTF8.GetBytes(text.Replace('\n', '\r')));
        Write("line.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("一行の長い話。", 250_000))));
        Write("binary.md", [.. Enumerable.Range(0, 4_000).Select(i => (byte)(i * 7))]);
        Write("empty.md", []);
        Write(".env", "SECRET=1"u8.ToArray());
        Write(".hidden.md", "# SECRET"u8.ToArray());
        Write("..data/a.md", "# SECRET"u8.ToArray());
        Write("../outside.md", "# SECRET"u8.ToArray());
        Write("img/a.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><script>alert(1)</script></svg>"""u8.ToArray());
        File.CreateSymbolicLink(Path.Combine(Notes, "dangling.md"), "nowhere");
        File.CreateSymbolicLink(Path.Combine(Notes, "out.md"), "../outside.md");
        File.CreateSymbolicLink(Path.Combine(Notes, "passwd.svg"), "/etc/passwd");
        File.CreateSymbolicLink(Path.Combine(Notes, "loop.md"), "loop.md");
        using (var pipe = Process.Start("mkfifo", [Path.Combine(Notes, "pipe.md"), Path.Combine(Notes, "pipe.svg")]))
            await pipe.WaitForExitAsync();
        site = await RunningSite.StartAsync(Notes);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task Everything_that_can_be_read_is_read_and_the_rest_is_a_finding()
    {
        foreach (var note in (string[])["sjis", "utf16", "invalid", "nul", "cr", "folder.md/inside"])
            Assert.Contains("最小の単位です。", await site.Client.GetStringAsync($"/notes/{note}.md", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("class=\"refused\"", await site.Client.GetStringAsync("/notes/line.md", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("入口の説明です。", await site.Client.GetStringAsync("/concepts/service", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var findings = JsonDocument.Parse(await site.Client.GetStringAsync("/diagnostics.json", TestContext.Current.CancellationToken));
        var told = findings.RootElement.EnumerateArray().Select(finding => $"{finding.GetProperty("path").GetString()} {finding.GetProperty("rule").GetString()}").ToHashSet();
        string[] wanted =
        [
            "sjis.md encoding", "invalid.md encoding", "nul.md encoding", "line.md structure-limit", "binary.md unreadable", "folder.md unreadable",
            "dangling.md unreadable", "out.md unreadable", "loop.md unreadable", "pipe.md unreadable", "pipe.svg unreadable", "passwd.svg unreadable",
        ];
        Assert.Empty(wanted.Except(told));
        Assert.DoesNotContain("SECRET", await site.Client.GetStringAsync("/index.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SVG_can_do_nothing_but_be_shown()
    {
        using var response = await site.Client.GetAsync("/notes/img/a.svg", TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("sandbox; default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/notes/../outside.md")]
    [InlineData("/notes/..%2foutside.md")]
    [InlineData("/notes/..%2Foutside.md")]
    [InlineData("/notes/%2e%2e/outside.md")]
    [InlineData("/notes/%2e%2e%2foutside.md")]
    [InlineData("/notes/..%5coutside.md")]
    [InlineData("/notes/..\\outside.md")]
    [InlineData("/notes/%252e%252e%252foutside.md")]
    [InlineData("/notes/%c0%ae%c0%ae/outside.md")]
    [InlineData("/notes/%uff0e%uff0e/outside.md")]
    [InlineData("/notes/．．/outside.md")]
    [InlineData("/notes/img/../../outside.md")]
    [InlineData("/notes/folder.md/../../outside.md")]
    [InlineData("/notes//etc/passwd")]
    [InlineData("/notes/%2fetc%2fpasswd")]
    [InlineData("//etc/passwd")]
    [InlineData("/notes/file:///etc/passwd")]
    [InlineData("/notes/passwd.svg")]
    [InlineData("/notes/out.md")]
    [InlineData("/notes/.env")]
    [InlineData("/notes/%2eenv")]
    [InlineData("/notes/.hidden.md")]
    [InlineData("/notes/..data/a.md")]
    [InlineData("/notes/..data%2fa.md")]
    [InlineData("/notes/good.md/../.env")]
    [InlineData("/notes/good.md%00.svg")]
    [InlineData("/notes/good.md;.svg")]
    [InlineData("/notes/GOOD.md")]
    [InlineData("/notes/IMG/a.svg")]
    [InlineData("/notes/img/a.svg/")]
    [InlineData("/notes/pipe.md")]
    [InlineData("/notes/pipe.svg")]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/_framework/../../etc/passwd")]
    [InlineData("/css/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("http://evil.example/notes/../outside.md")]
    public async Task No_way_of_writing_an_address_leads_out_of_the_folder(string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var status = int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(status is 308 or (>= 400 and < 500), answer.Split('\n')[0]);
        Assert.DoesNotContain("SECRET", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    private void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(Notes, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }
}
