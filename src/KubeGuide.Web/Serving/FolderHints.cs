using System.Threading.Channels;
using KubeGuide.Core.Notes;

namespace KubeGuide.Web.Serving;

/// <summary>
/// Says that something below a folder may have changed. Events are only a hint: some mounts send none, some changes cause none,
/// and when the system has no more to give out, there are none at all.
/// </summary>
internal sealed class FolderHints : IDisposable
{
    private readonly Channel<bool> hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FileSystemWatcher? watcher;
    private WatchedPlace? watched;

    /// <summary>Follows that place from now on; does nothing where it already does.</summary>
    /// <returns>Why there are no events; null when there are.</returns>
    public string? Follow(WatchedPlace? place)
    {
        if (watched == place)
            return null;
        Stop();
        try
        {
            if (place is not null)
                watcher = Watch(place);
            watched = place;
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            return fault.Message;
        }
    }

    /// <summary>True as soon as there is a hint, false when the time is over without one.</summary>
    public async Task<bool> WithinAsync(TimeSpan time, TimeProvider clock, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var hint = hints.Reader.WaitToReadAsync(either.Token).AsTask();
        await Task.WhenAny(hint, Task.Delay(time, clock, either.Token));
        await either.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        return hint.IsCompletedSuccessfully && hints.Reader.TryRead(out _);
    }

    public void Dispose() => Stop();

    private FileSystemWatcher Watch(WatchedPlace place)
    {
        var created = new FileSystemWatcher(place.Path)
        {
            IncludeSubdirectories = place.WithSubfolders,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        try
        {
            created.Changed += (_, change) => Hint(change.Name);
            created.Created += (_, change) => Hint(change.Name);
            created.Deleted += (_, change) => Hint(change.Name);
            created.Renamed += (_, change) => Hint(change.Name);
            created.Error += (_, _) => Lose();
            created.EnableRaisingEvents = true;
            return created;
        }
        catch
        {
            created.Dispose();
            throw;
        }
    }

    private void Hint(string? name)
    {
        if (name is null || !name.StartsWith(".git" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            hints.Writer.TryWrite(true);
    }

    /// <summary>Events were lost, or the folder is gone: look now, and watch anew at the next occasion.</summary>
    private void Lose()
    {
        watched = null;
        hints.Writer.TryWrite(true);
    }

    private void Stop()
    {
        watcher?.Dispose();
        watcher = null;
        watched = null;
    }
}
