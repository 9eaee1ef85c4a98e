using KubeGuide.Core.Notes;

namespace KubeGuide.Web.Serving;

/// <summary>Reads the notes before the first request.</summary>
internal sealed class NotesWatcher(SiteOptions options, GlossaryStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Rebuild(NotesFolder.Scan(options.Notes, NoteLimits.Default));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
