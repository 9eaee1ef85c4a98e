using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Features;

namespace KubeGuide.Web.Serving;

/// <summary>The sockets behind interactive pages, which would otherwise be cut when the site stops.</summary>
internal sealed class OpenCircuits(SiteMeter meter)
{
    /// <summary>RFC 6455's registry: the service restarts, come back.</summary>
    private const WebSocketCloseStatus Restarts = (WebSocketCloseStatus)1012;

    private static readonly TimeSpan LongestClose = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<HttpContext, WebSocket?> sockets = [];

    public int Count => sockets.Count;

    /// <summary>Serves a connection, and knows its socket until it ends.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        sockets[context] = null;
        meter.Circuits(+1);
        try
        {
            if (context.Features.Get<IHttpWebSocketFeature>() is { } feature)
                context.Features.Set<IHttpWebSocketFeature>(new Remembering(feature, socket => sockets[context] = socket));
            await next(context);
        }
        finally
        {
            sockets.TryRemove(context, out _);
            meter.Circuits(-1);
        }
    }

    /// <summary>Tells every page that the site restarts, and waits a moment for them to hang up.</summary>
    public async Task CloseAsync()
    {
        using var time = new CancellationTokenSource(LongestClose);
        try
        {
            await Task.WhenAll(sockets.Values.OfType<WebSocket>().Select(socket => socket.CloseOutputAsync(Restarts, "restart", time.Token)));
            while (!sockets.IsEmpty)
                await Task.Delay(20, time.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Who is gone already, or does not answer, is cut with the rest.
        }
    }

    private sealed class Remembering(IHttpWebSocketFeature inner, Action<WebSocket> accepted) : IHttpWebSocketFeature
    {
        public bool IsWebSocketRequest => inner.IsWebSocketRequest;

        public async Task<WebSocket> AcceptAsync(WebSocketAcceptContext context)
        {
            var socket = await inner.AcceptAsync(context);
            accepted(socket);
            return socket;
        }
    }
}
