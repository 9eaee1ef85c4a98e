using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Notes;

namespace KubeGuide.Web.Serving;

/// <summary>
/// Scans the notes when something hints at a change, and every two seconds in any case, and hands on each snapshot that shows
/// something new. One scan at a time, and none is handed on while another is still worked with; the last change always arrives.
/// </summary>
/// <param name="changed">Called with every snapshot that differs from the one before, the first included. What it throws is logged.</param>
internal sealed class NotesFollower(string root, NoteLimits limits, TimeProvider clock, ILogger logger, Func<NotesSnapshot, Task> changed) : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Unsettled = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromMilliseconds(400);

    /// <summary>How long the last notes stay when most of them vanish at once.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly FolderHints hints = new();
    private NotesSnapshot? scanned;
    private NotesSnapshot? shown;
    private long? vanishedAt;
    private bool withoutEvents;

    /// <summary>Scans once and hands the result on, whatever it is.</summary>
    public Task ScanAsync() => TakeAsync(NotesFolder.Scan(root, limits, scanned));

    /// <summary>Follows the notes until cancelled.</summary>
    public async Task FollowAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            Watch();
            if (await hints.WithinAsync(scanned is { Settled: false } ? Unsettled : Poll, clock, cancel))
                await CalmAsync(cancel);
            try
            {
                await ScanAsync();
            }
            catch (Exception fault)
            {
                Logs.NotRebuilt(logger, fault);
            }
        }
    }

    public void Dispose() => hints.Dispose();

    /// <summary>Waits for the end of a burst, but not for ever.</summary>
    private async Task CalmAsync(CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < LongestBurst && await hints.WithinAsync(Quiet, clock, cancel))
        {
        }
    }

    private async Task TakeAsync(NotesSnapshot next)
    {
        if (shown is not null && next.LosesMostOf(scanned!))
        {
            vanishedAt ??= clock.GetTimestamp();
            if (clock.GetElapsedTime(vanishedAt.Value) < Grace)
            {
                await ShowAsync(scanned! with { Diagnostics = [.. scanned.Diagnostics, Vanished(next)] });
                return;
            }
        }

        vanishedAt = null;
        scanned = next;
        await ShowAsync(next);
    }

    private async Task ShowAsync(NotesSnapshot next)
    {
        if (shown is not null && next.ShowsSameAs(shown))
            return;
        shown = next;
        await changed(next);
    }

    private static Diagnostic Vanished(NotesSnapshot next) => new(
        "notes-vanished", Severity.Error, ".", 1, 1,
        next.RootFound ? "ノートの半分より多くが一度になくなりました。1分間は前の内容を表示します。" : "ノートのフォルダーが見つかりません。1分間は前の内容を表示します。",
        "消したのでなければ、フォルダーを元に戻してください。");

    private void Watch()
    {
        var fault = hints.Follow(NotesFolder.PlaceOf(root));
        if (fault is not null && !withoutEvents)
            Logs.WithoutEvents(logger, fault);
        withoutEvents = fault is not null;
    }
}
