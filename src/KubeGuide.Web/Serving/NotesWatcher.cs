using KubeGuide.Core.Notes;

namespace KubeGuide.Web.Serving;

/// <summary>Reads the notes while the site begins to listen, and follows them from then on.</summary>
internal sealed class NotesWatcher : BackgroundService
{
    private readonly GlossaryStore store;
    private readonly SiteMeter meter;
    private readonly ILogger<NotesWatcher> logger;
    private readonly NotesFollower follower;

    public NotesWatcher(SiteOptions options, GlossaryStore store, SiteMeter meter, TimeProvider clock, ILogger<NotesWatcher> logger)
    {
        (this.store, this.meter, this.logger) = (store, meter, logger);
        follower = new NotesFollower(options.Notes, options.Limits.Notes, clock, logger, RebuildAsync);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.Run(follower.ScanAsync, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        follower.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await follower.FollowAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Logs.NotFollowed(logger, fault);
            throw;
        }
    }

    private Task RebuildAsync(NotesSnapshot notes)
    {
        var isFirst = !store.IsReady;
        var took = meter.Rebuilding(() => store.Rebuild(notes));
        var glossary = store.Current.Glossary;
        if (!isFirst)
            Logs.Rebuilt(logger, glossary.Listed.Length, glossary.Notes.Length, (long)took.TotalMilliseconds);
        return Task.CompletedTask;
    }
}
