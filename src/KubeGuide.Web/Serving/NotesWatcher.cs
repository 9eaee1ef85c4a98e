using KubeGuide.Core.Notes;

namespace KubeGuide.Web.Serving;

/// <summary>Reads the notes before the first request, and follows them from then on.</summary>
internal sealed class NotesWatcher(SiteOptions options, GlossaryStore store, TimeProvider clock, ILogger<NotesWatcher> logger) : BackgroundService
{
    private readonly NotesFollower follower = new(options.Notes, NoteLimits.Default, clock, logger, notes =>
    {
        store.Rebuild(notes);
        return Task.CompletedTask;
    });

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await follower.ScanAsync();
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        follower.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => follower.FollowAsync(stoppingToken);
}
