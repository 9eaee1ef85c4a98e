using System.Text.Json;
using System.Threading.Channels;
using KubeGuide.Core;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Endpoints;

/// <summary><c>/events</c>: tells open pages what changed. One stream a page, bounded in number.</summary>
internal sealed class LiveEvents(SiteOptions options, GlossaryStore store, SiteMeter meter, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    public const string Path = "/events";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    private int streams;

    /// <summary>The last word of a stream when the site stops: when to open another one, not all pages at the same time.</summary>
    private static string ComeBack => $"retry: {Random.Shared.Next(500, 3_000)}\n\n";

    /// <param name="age">Milliseconds since the page was last known to be fresh; a change since then is told at once.</param>
    public async Task ServeAsync(HttpContext context, double? age)
    {
        if (Interlocked.Increment(ref streams) > options.Limits.EventStreams)
        {
            Interlocked.Decrement(ref streams);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "30";
            return;
        }

        var changes = Channel.CreateBounded<GlossaryChange>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });
        void Tell(Glossary? before, Glossary now) =>
            changes.Writer.TryWrite(before is null ? new GlossaryChange(now.Version, null, null) : GlossaryChange.Between(before, now));
        store.Changed += Tell;
        meter.EventStreams(+1);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            if (age is { } milliseconds && clock.GetElapsedTime(store.ChangedAt).TotalMilliseconds < milliseconds)
                changes.Writer.TryWrite(new GlossaryChange(store.Current.Glossary.Version, null, null));
            await StreamAsync(context.Response, changes.Reader, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the site stops: both are the ordinary end of a stream.
            if (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(ComeBack, context.RequestAborted);
        }
        finally
        {
            store.Changed -= Tell;
            meter.EventStreams(-1);
            Interlocked.Decrement(ref streams);
        }
    }

    private async Task StreamAsync(HttpResponse response, ChannelReader<GlossaryChange> changes, CancellationToken cancel)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(response.HttpContext.Request.Method))
            return;
        await response.WriteAsync("retry: 3000\n\n", cancel);
        await response.Body.FlushAsync(cancel);
        while (true)
        {
            var next = changes.WaitToReadAsync(cancel).AsTask();
            var first = await Task.WhenAny(next, Task.Delay(Heartbeat, clock, cancel));
            cancel.ThrowIfCancellationRequested();
            if (first == next)
            {
                await next;
                while (changes.TryRead(out var change))
                    await response.WriteAsync($"data: {JsonSerializer.Serialize(change, DataJson.Readable.GlossaryChange)}\n\n", cancel);
            }
            else
            {
                await response.WriteAsync(": still here\n\n", cancel);
            }

            await response.Body.FlushAsync(cancel);
        }
    }
}
