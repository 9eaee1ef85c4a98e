using System.Diagnostics;
using System.Net;

namespace KubeGuide.Web.Tests.Serving;

/// <summary>What only a process of its own can show.</summary>
public sealed class SiteProcessTests : IDisposable
{
    private readonly DirectoryInfo notes = Directory.CreateTempSubdirectory("kubeguide-process-");

    public void Dispose()
    {
        Chmod("u+rw", ".");
        notes.Delete(recursive: true);
    }

    [Fact]
    public async Task In_a_container_the_log_is_JSON_that_begins_with_what_is_served()
    {
        await using var site = await SiteProcess.StartAsync(RunningSite.Notes("messy-export.md"));
        Assert.Equal("Information", site.FirstLine.GetProperty("LogLevel").GetString());
        Assert.Equal(1, site.FirstLine.GetProperty("State").GetProperty("Notes").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/healthz/ready")).StatusCode);
    }

    [Fact]
    public async Task SIGTERM_ends_it_with_code_0_and_its_event_streams_with_when_to_come_back()
    {
        await using var site = await SiteProcess.StartAsync(RunningSite.Notes("messy-export.md"));
        using var response = await site.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());
        var ending = site.TerminateAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"^retry: 3000\n\n[\s\S]*retry: \d+\n\n$", await stream.ReadToEndAsync());
        Assert.Equal(0, await ending);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_rebuild_it_starts_again_with_the_last_notes_and_has_touched_none()
    {
        for (var round = 1; round <= 2; round++)
        {
            SaveAll(round * 10);
            var site = await SiteProcess.StartAsync(notes.FullName);
            SaveAll((round * 10) + 1);
            await site.UntilAsync("/healthz/ready", answer => answer.Length > 0);
            await site.KillAsync();
            await site.DisposeAsync();
        }

        await using var again = await SiteProcess.StartAsync(notes.FullName);
        Assert.Contains("版21です。", await again.Client.GetStringAsync("/concepts/pod", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(201, notes.GetFileSystemInfos().Length);
        Assert.All(notes.GetFiles(), file => Assert.EndsWith("版21です。\n", File.ReadAllText(file.FullName), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_any_inotify_instance_left_it_starts_and_sees_changes()
    {
        Save("pod", "前の説明です。");
        const string noEvents = "echo 0 > /proc/sys/user/max_inotify_instances; exec \"$0\" \"$@\"";
        string[] within = OperatingSystem.IsLinux() ? ["unshare", "--user", "--map-root-user", "sh", "-c", noEvents] : [];
        await using var site = await SiteProcess.StartWithinAsync(within, notes.FullName);
        Assert.Contains("前の説明です。", await site.Client.GetStringAsync("/concepts/pod", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Save("pod", "書き直した説明です。");
        Assert.Contains("書き直した説明です。", await site.UntilAsync("/concepts/pod", page => page.Contains("書き直した", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_an_ordinary_user_may_not_read_is_a_finding_and_keeps_its_last_text()
    {
        Save("pod", "読めていた説明です。");
        Save("node", "読めない説明です。");
        Chmod("000", "node.md");
        string[] within = Environment.IsPrivilegedProcess ? ["unshare", "--user"] : [];
        await using var site = await SiteProcess.StartWithinAsync(within, notes.FullName);
        Assert.Contains("\"unreadable\"", await site.Client.GetStringAsync("/diagnostics.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Chmod("000", "pod.md");
        var findings = await site.UntilAsync("/diagnostics.json", answer => answer.Contains("pod.md", StringComparison.Ordinal));
        Assert.Contains("pod.md", findings, StringComparison.Ordinal);
        Assert.Contains("読めていた説明です。", await site.Client.GetStringAsync("/concepts/pod", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private void SaveAll(int version)
    {
        Save("pod", $"版{version}です。");
        for (var i = 0; i < 200; i++)
            Save($"note-{i}", $"Podの{i}番目のメモ。版{version}です。");
    }

    private void Save(string name, string text) => File.WriteAllText(Path.Combine(notes.FullName, name + ".md"), $"# {name}\n\n{text}\n");

    private void Chmod(string mode, string path)
    {
        using var chmod = Process.Start("chmod", ["-R", mode, Path.Combine(notes.FullName, path)]);
        chmod.WaitForExit();
        Assert.Equal(0, chmod.ExitCode);
    }
}
