using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;

namespace KubeGuide.Web.Tests.Serving;

/// <summary>Readers while an author saves without a pause.</summary>
public sealed partial class RewriteTests : IDisposable
{
    private const int Rewrites = 500;
    private const int Readers = 20;
    private const int Paragraphs = 60;

    private readonly DirectoryInfo notes = Directory.CreateTempSubdirectory("kubeguide-rewrites-");
    private readonly ConcurrentQueue<string> troubles = new();
    private int answers;

    public void Dispose() => notes.Delete(recursive: true);

    [Fact]
    public async Task Five_hundred_rewrites_under_twenty_readers_tear_no_page_and_go_never_back()
    {
        Save(0);
        await using var site = await RunningSite.StartAsync(notes.FullName);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(i => Task.Run(() => ReadAsync(site, i, stop.Token), TestContext.Current.CancellationToken)).ToList();
        for (var i = 1; i <= Rewrites; i++)
        {
            Save(i);
            await Task.Yield();
        }

        var last = await LastAsync(site);
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Empty(troubles);
        Assert.Equal(Rewrites, last);
        Assert.True(answers > Readers, $"{answers} answers");
    }

    /// <summary>One note by rename, as most editors save; another in place, which may be seen half, so that only its end is looked at.</summary>
    private void Save(int version)
    {
        var path = Path.Combine(notes.FullName, "pod.md");
        File.WriteAllText(path + "~", Note("Pod", version));
        File.Move(path + "~", path, overwrite: true);
        File.WriteAllText(Path.Combine(notes.FullName, "node.md"), Note("Node", version));
    }

    private static string Note(string title, int version) =>
        $"# {title}\n\n" + string.Concat(Enumerable.Range(0, Paragraphs).Select(i => $"版{version:0000}の{i}番です。\n\n"));

    private async Task ReadAsync(RunningSite site, int reader, CancellationToken stop)
    {
        string[] paths = ["/concepts/pod", "/notes/pod.md", "/concepts/pod.md", "/concepts/node", "/index.json"];
        var seen = new int[paths.Length];
        for (var i = reader; !stop.IsCancellationRequested; i++)
        {
            var path = paths[i % paths.Length];
            using var response = await site.Client.GetAsync(path, CancellationToken.None);
            Interlocked.Increment(ref answers);
            var page = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if (response.StatusCode != HttpStatusCode.OK)
                troubles.Enqueue($"{path}: {(int)response.StatusCode}");
            else if (path.Contains("pod", StringComparison.Ordinal))
                Look(path, page, ref seen[i % paths.Length]);
        }
    }

    private void Look(string path, string page, ref int seen)
    {
        var versions = Versions(page);
        if (versions.Distinct().Count() != 1)
            troubles.Enqueue($"{path}: versions {string.Join(",", versions.Distinct())}");
        if (versions.Count < Paragraphs)
            troubles.Enqueue($"{path}: {versions.Count} paragraphs");
        if (versions.Count > 0 && versions[0] < seen)
            troubles.Enqueue($"{path}: back from {seen} to {versions[0]}");
        seen = versions.FirstOrDefault(seen);
    }

    private static async Task<int> LastAsync(RunningSite site)
    {
        var last = 0;
        for (var i = 0; i < 600 && last < Rewrites; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            var pages = await Task.WhenAll(site.Client.GetStringAsync("/concepts/pod", TestContext.Current.CancellationToken), site.Client.GetStringAsync("/concepts/node", TestContext.Current.CancellationToken));
            last = pages.Min(page => Versions(page).DefaultIfEmpty(0).Min());
        }

        return last;
    }

    private static List<int> Versions(string page) =>
        [.. VersionPattern().Matches(page).Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))];

    [GeneratedRegex("版([0-9]{4})の[0-9]+番")]
    private static partial Regex VersionPattern();
}
