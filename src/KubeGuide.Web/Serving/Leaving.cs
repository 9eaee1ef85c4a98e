using System.Runtime.InteropServices;
using KubeGuide.Web.Endpoints;

namespace KubeGuide.Web.Serving;

/// <summary>
/// How the process ends. On SIGTERM the ready probe says 503 at once, the site goes on answering while those who send it readers
/// look elsewhere, and only then it stops. Ctrl+C stops at once.
/// </summary>
internal sealed class Leaving(IHostApplicationLifetime lifetime, OpenCircuits circuits, TimeProvider clock) : IHostLifetime, IDisposable
{
    /// <summary>How long the site still answers: longer than a balancer takes to hear of a probe or an endpoint.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromSeconds(3);

    /// <summary>How long what has begun may take to finish after that; with <see cref="Notice"/> well below ten seconds.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(4);

    private readonly List<PosixSignalRegistration> signals = [];
    private int begun;

    /// <summary>Whether the site is about to stop, or stopping.</summary>
    public bool HasBegun => begun == 1 || lifetime.ApplicationStopping.IsCancellationRequested;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        On(PosixSignal.SIGTERM, () => _ = LeaveAsync());
        On(PosixSignal.SIGINT, lifetime.StopApplication);
        On(PosixSignal.SIGQUIT, lifetime.StopApplication);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>From now on the ready probe says 503, and every answer ends its connection.</summary>
    /// <returns>False where that was said before.</returns>
    public bool GiveNotice() => Interlocked.Exchange(ref begun, 1) == 0;

    /// <summary>Gives notice, then stops. The second call does nothing.</summary>
    public async Task LeaveAsync()
    {
        if (!GiveNotice())
            return;
        await Task.Delay(Notice, clock);
        await circuits.CloseAsync();
        lifetime.StopApplication();
    }

    public void Dispose() => signals.ForEach(signal => signal.Dispose());

    private void On(PosixSignal signal, Action act) => signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        act();
    }));
}

internal static class LeavingExtensions
{
    /// <summary>Connections are told to end while the site leaves, so that a proxy keeps none that is about to break; what would stay open is sent elsewhere.</summary>
    public static void UseLeaving(this WebApplication app)
    {
        var leaving = app.Services.GetRequiredService<Leaving>();
        app.Use((context, next) =>
        {
            if (!leaving.HasBegun)
                return next(context);
            context.Response.Headers.Connection = "close";
            if (!StaysOpen(context.Request.Path))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        });
    }

    private static bool StaysOpen(PathString path) => path == LiveEvents.Path || path.StartsWithSegments(Circuits.Path);
}
