using System.Collections.Concurrent;
using KubeGuide.Core.Notes;
using KubeGuide.Web.Serving;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeGuide.Web.Tests.Serving;

/// <summary>On a real folder with real events; waiting is for a condition, with a limit far above what it takes.</summary>
public sealed class NotesFollowerTests : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ノート ").FullName;
    private readonly ShiftedClock clock = new();
    private readonly ConcurrentQueue<NotesSnapshot> shown = new();
    private readonly CancellationTokenSource stop = new();
    private NotesFollower? follower;
    private Task following = Task.CompletedTask;

    private string Root => Path.Combine(folder, "notes");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAny(following);
        follower?.Dispose();
        stop.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_note_saved_in_place_or_by_rename_or_moved_in_with_its_folder_is_shown()
    {
        Write("notes/a.md", "one");
        await FollowAsync();
        Write("notes/a.md", "two");
        await ShowsAsync("two");

        Write("notes/a.md~", "three");
        File.Move(Path.Combine(Root, "a.md~"), Path.Combine(Root, "a.md"), overwrite: true);
        await ShowsAsync("three");

        Write("elsewhere/b.md", "four");
        Directory.Move(Path.Combine(folder, "elsewhere"), Path.Combine(Root, "sub"));
        await ShowsAsync("three", "four");
        File.Delete(Path.Combine(Root, "sub", "b.md"));
        await ShowsAsync("three");
    }

    [Fact]
    public async Task A_burst_of_files_arrives_whole_and_in_few_steps()
    {
        Write("notes/0.md", "x");
        await FollowAsync();
        for (var i = 1; i < 300; i++)
            Write($"notes/{i}.md", $"{i}");
        await UntilAsync(notes => notes.Notes.Length == 300);
        Assert.True(shown.Count < 20, $"{shown.Count} snapshots");
    }

    [Fact]
    public async Task The_last_of_many_quick_changes_is_shown_and_none_goes_back()
    {
        Write("notes/a.md", "0000");
        await FollowAsync();
        for (var i = 1; i <= 500; i++)
        {
            Write("notes/a.tmp", $"{i:D4}");
            File.Move(Path.Combine(Root, "a.tmp"), Path.Combine(Root, "a.md"), overwrite: true);
        }

        await ShowsAsync("0500");
        var texts = shown.Select(notes => notes.Notes.Single().Text).ToList();
        Assert.Equal(texts.Order(StringComparer.Ordinal), texts);
    }

    [Fact]
    public async Task A_ConfigMap_swap_and_a_swapped_root_are_seen()
    {
        Write("v1/..1/a.md", "one");
        Directory.CreateSymbolicLink(Path.Combine(folder, "v1/..data"), "..1");
        File.CreateSymbolicLink(Path.Combine(folder, "v1/a.md"), "..data/a.md");
        Directory.CreateSymbolicLink(Root, "v1");
        await FollowAsync();
        Assert.Equal(["one"], Texts());

        Write("v1/..2/a.md", "two");
        Directory.Delete(Path.Combine(folder, "v1/..data"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "v1/..data"), "..2");
        await ShowsAsync("two");

        Write("v2/a.md", "three");
        Directory.Delete(Root);
        Directory.CreateSymbolicLink(Root, "v2");
        await ShowsAsync("three");
        Write("v2/a.md", "four");
        await ShowsAsync("four");
    }

    [Fact]
    public async Task An_edit_behind_a_linked_folder_which_sends_no_event_is_seen()
    {
        Write("notes/.store/a.md", "one");
        Directory.CreateSymbolicLink(Path.Combine(Root, "linked"), ".store");
        await FollowAsync();
        Write("notes/.store/a.md", "two");
        await ShowsAsync("two");
    }

    [Fact]
    public async Task A_folder_that_vanishes_stays_shown_for_a_minute_with_a_remark_and_may_come_back()
    {
        Write("notes/a.md", "one");
        await FollowAsync();
        Directory.Move(Root, Root + ".away");
        await UntilAsync(notes => notes.Diagnostics.Any(diagnostic => diagnostic.Rule == "notes-vanished"));
        Assert.Equal(["one"], Texts());

        Directory.Move(Root + ".away", Root);
        await UntilAsync(notes => notes.Diagnostics.IsEmpty);
        Write("notes/a.md", "two");
        await ShowsAsync("two");

        Directory.Delete(Root, recursive: true);
        await UntilAsync(notes => !notes.Diagnostics.IsEmpty);
        clock.Ahead = TimeSpan.FromSeconds(61);
        await UntilAsync(notes => notes.Notes.IsEmpty);
        Write("notes/a.md", "three");
        await ShowsAsync("three");
    }

    [Fact]
    public async Task Most_notes_vanishing_at_once_is_an_accident_and_moving_them_is_not()
    {
        for (var i = 0; i < 12; i++)
            Write($"notes/x/{i}.md", $"{i}");
        await FollowAsync();
        Directory.Move(Path.Combine(Root, "x"), Path.Combine(Root, "y"));
        await UntilAsync(notes => notes.Notes.Length == 12 && notes.Notes.All(note => note.Path.StartsWith("y/", StringComparison.Ordinal)));

        for (var i = 0; i < 7; i++)
            File.Delete(Path.Combine(Root, "y", $"{i}.md"));
        await UntilAsync(notes => notes.Diagnostics.Any(diagnostic => diagnostic.Rule == "notes-vanished") || notes.Notes.Length == 5);
        clock.Ahead = TimeSpan.FromSeconds(61);
        await UntilAsync(notes => notes.Notes.Length == 5 && notes.Diagnostics.IsEmpty);
    }

    [Fact]
    public async Task A_git_checkout_is_seen_whole_and_is_no_accident()
    {
        Directory.CreateDirectory(Root);
        Git("init", "-q", "-b", "main");
        for (var i = 0; i < 60; i++)
            Write($"notes/{i:00}.md", $"main {i}");
        Git("add", ".");
        Git("commit", "-q", "-m", "a");
        Git("checkout", "-q", "-b", "other");
        for (var i = 0; i < 50; i++)
            Write($"notes/{i:00}.md", $"other {i}");
        Write("notes/new/a.md", "new");
        File.Delete(Path.Combine(Root, "59.md"));
        Git("add", "-A");
        Git("commit", "-q", "-m", "b");
        Git("checkout", "-q", "main");
        await FollowAsync();
        Assert.Equal(60, shown.Last().Notes.Length);

        Git("checkout", "-q", "other");
        await UntilAsync(notes => notes.Notes.Count(note => note.Text.StartsWith("other", StringComparison.Ordinal)) == 50 && notes.Notes.Any(note => note.Path == "new/a.md") && notes.Notes.Length == 60);
        Assert.Empty(shown.Last().Diagnostics);
        Git("checkout", "-q", "main");
        await UntilAsync(notes => notes.Notes.All(note => note.Text.StartsWith("main", StringComparison.Ordinal)) && notes.Notes.Length == 60);
    }

    [Fact]
    public async Task Clocks_that_jump_hide_no_change()
    {
        Write("notes/a.md", "one");
        await FollowAsync();
        Write("notes/a.md", "two");
        File.SetLastWriteTimeUtc(Path.Combine(Root, "a.md"), new DateTime(1999, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await ShowsAsync("two");
        var time = File.GetLastWriteTimeUtc(Path.Combine(Root, "a.md"));
        Write("notes/a.md", "six");
        File.SetLastWriteTimeUtc(Path.Combine(Root, "a.md"), time);
        await ShowsAsync("six");
        clock.Ahead = TimeSpan.FromDays(400);
        Write("notes/a.md", "ten");
        File.SetLastWriteTimeUtc(Path.Combine(Root, "a.md"), new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await ShowsAsync("ten");
        clock.Ahead = TimeSpan.Zero;
        Write("notes/a.md", "one");
        await ShowsAsync("one");
    }

    [Fact]
    public async Task Writers_in_place_that_take_their_time_are_waited_for()
    {
        Write("notes/a.md", "始め。" + new string('一', 5_000) + "終わり。");
        await FollowAsync();
        for (var round = 0; round < 5; round++)
        {
            await using var writer = new FileStream(Path.Combine(Root, "a.md"), FileMode.Create);
            foreach (var piece in (string[])["始め。", new string("二三四五六"[round], 5_000), "終わり。"])
            {
                await writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(piece), TestContext.Current.CancellationToken);
                await writer.FlushAsync(TestContext.Current.CancellationToken);
            }
        }

        await UntilAsync(notes => notes.Notes.Single().Text.Contains('六', StringComparison.Ordinal) && notes.Notes.Single().Text.EndsWith("終わり。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_that_is_a_folder_for_a_while_keeps_its_text()
    {
        Write("notes/a.md", "one");
        await FollowAsync();
        File.Move(Path.Combine(Root, "a.md"), Path.Combine(Root, "kept"));
        Directory.CreateDirectory(Path.Combine(Root, "a.md"));
        await UntilAsync(notes => notes.Diagnostics.Any(diagnostic => diagnostic.Rule == "unreadable"));
        Assert.Equal(["one"], Texts());
        Directory.Delete(Path.Combine(Root, "a.md"));
        File.Move(Path.Combine(Root, "kept"), Path.Combine(Root, "a.md"));
        await UntilAsync(notes => notes.Diagnostics.IsEmpty && notes.Notes.Single().Text == "one");
    }

    [Fact]
    public async Task A_builder_that_fails_does_not_stop_the_watch()
    {
        Write("notes/a.md", "one");
        await FollowAsync();
        Write("notes/a.md", "fail");
        await ShowsAsync("fail");
        Write("notes/a.md", "two");
        await ShowsAsync("two");
    }

    [Fact]
    public async Task A_single_note_is_followed_through_rename()
    {
        Write("notes/a.md", "one");
        await FollowAsync(Path.Combine(Root, "a.md"));
        Write("notes/b", "two");
        File.Move(Path.Combine(Root, "b"), Path.Combine(Root, "a.md"), overwrite: true);
        await ShowsAsync("two");
    }

    private async Task FollowAsync(string? root = null)
    {
        follower = new NotesFollower(root ?? Root, NoteLimits.Default, clock, NullLogger.Instance, notes =>
        {
            shown.Enqueue(notes);
            return notes.Notes.Any(note => note.Text == "fail") ? Task.FromException(new InvalidOperationException("fail")) : Task.CompletedTask;
        });
        await follower.ScanAsync();
        following = Task.Run(() => follower.FollowAsync(stop.Token), TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
    }

    private IEnumerable<string> Texts() => shown.Last().Notes.Select(note => note.Text);

    private Task ShowsAsync(params string[] texts) => UntilAsync(notes => notes.Notes.Select(note => note.Text).SequenceEqual(texts));

    private async Task UntilAsync(Func<NotesSnapshot, bool> condition)
    {
        for (var i = 0; i < 1_000 && !condition(shown.Last()); i++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.True(condition(shown.Last()), $"last shown: {string.Join(" | ", Texts())}; {string.Join(" ", shown.Last().Diagnostics)}");
    }

    private void Git(params string[] arguments)
    {
        using var git = System.Diagnostics.Process.Start("git", ["-C", Root, "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", .. arguments]);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>The system's clock, with a minute that can pass at once.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        private long ahead;

        public TimeSpan Ahead
        {
            set => Interlocked.Exchange(ref ahead, (long)(value.TotalSeconds * TimestampFrequency));
        }

        public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref ahead);
    }
}
