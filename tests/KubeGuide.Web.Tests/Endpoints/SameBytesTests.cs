using System.Net;
using KubeGuide.Web.Components;
using KubeGuide.Web.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace KubeGuide.Web.Tests.Endpoints;

/// <summary>What is answered depends on the notes alone: not on file times, on who asks, or on how.</summary>
public sealed class SameBytesTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("kubeguide-same-");

    public void Dispose() => root.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_copies_with_different_file_times_give_the_same_bytes(bool shipped)
    {
        await using var first = await RunningSite.StartAsync(Copy("a", new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), shipped));
        await using var second = await RunningSite.StartAsync(Copy("b", new DateTime(2026, 5, 5, 0, 0, 0, DateTimeKind.Utc), shipped));
        var addresses = Addresses(first);
        Assert.Equal(addresses, Addresses(second));
        foreach (var address in addresses)
        {
            var one = await first.Client.GetAsync(address);
            var two = await second.Client.GetAsync(address);
            Assert.True(one.StatusCode == two.StatusCode && one.Headers.ETag?.Tag == two.Headers.ETag?.Tag, $"{address}: {one.StatusCode}, {two.StatusCode}");
            Assert.Equal(await one.Content.ReadAsByteArrayAsync(), await two.Content.ReadAsByteArrayAsync());
            Assert.False(one.Headers.Contains("Set-Cookie"), address);
            Assert.False(one.Headers.Contains("Access-Control-Allow-Origin"), address);
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("https://guide.example", false)]
    [InlineData(null, true)]
    public async Task A_foreign_host_in_the_first_request_leaves_no_trace(string? publicUrl, bool shipped)
    {
        await using var site = await RunningSite.StartAsync(Copy("c", DateTime.UnixEpoch, shipped), ("KubeGuide:PublicUrl", publicUrl ?? ""));
        foreach (var address in Addresses(site).Append("/k/po").Append("/concepts/nothing"))
        {
            foreach (var host in (string?[])["evil.example", null])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Host = host;
                request.Headers.TryAddWithoutValidation("X-Forwarded-Host", host);
                request.Headers.TryAddWithoutValidation("Origin", host is null ? null : "https://" + host);
                var response = await site.Client.SendAsync(request);
                Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, address);
                Assert.DoesNotContain("evil", await response.Content.ReadAsStringAsync() + response.Headers, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_first_request_for_the_head_alone_takes_nothing_from_the_next()
    {
        await using var site = await RunningSite.StartAsync(Copy("d", DateTime.UnixEpoch), ("KubeGuide:PublicUrl", "https://guide.example"));
        foreach (var address in Addresses(site))
        {
            using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
            var whole = await site.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.True(whole.Content.Headers.ContentLength > 0, address);
            Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        }
    }

    private static List<string> Addresses(RunningSite site)
    {
        var glossary = site.Services.GetRequiredService<GlossaryStore>().Current.Glossary;
        using var scope = site.Services.CreateScope();
        var frame = scope.ServiceProvider.GetRequiredService<Frame>();
        string[] fixedOnes =
        [
            "/", "/terms", "/notes", "/resources", "/references", "/search?q=pod", "/index.json", "/diagnostics.json", "/references.json", "/search.json?q=pod",
            "/llms.txt", "/feed.atom", "/robots.txt", "/openapi.json",
        ];
        return
        [
            .. fixedOnes, .. frame.Options.PublicUrl is null ? Array.Empty<string>() : ["/sitemap.xml", "/opensearch.xml"],
            .. glossary.Groups.Select(group => frame.Links.Group(group.Id)), .. glossary.Notes.Select(note => frame.Links.Note(note.Path)),
            .. glossary.Listed.SelectMany(concept => new[] { "", ".json", ".md", "/mentions", "/preview" }, (concept, part) => concept.Url + part),
        ];
    }

    /// <param name="shipped">Whether the notes of docs/ are copied, else those of the fixtures.</param>
    private string Copy(string name, DateTime written, bool shipped = false)
    {
        var folder = root.CreateSubdirectory(name).FullName;
        if (shipped)
        {
            foreach (var file in Directory.EnumerateFiles(RunningSite.Docs, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(RunningSite.Docs, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
        else
        {
            DatedNotes.Write(folder);
            File.Copy(RunningSite.Notes("messy-export.md"), Path.Combine(folder, "messy-export.md"));
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, written = written.AddHours(1));
        return folder;
    }
}
