using System.Net;
using System.Net.WebSockets;
using KubeGuide.Web.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeGuide.Web.Tests.Serving;

public class LeavingTests
{
    [Fact]
    public async Task A_site_that_leaves_says_so_and_answers_on()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));
        site.Services.GetRequiredService<Leaving>().GiveNotice();
        using var ready = await site.Client.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"stopping\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var page = await site.Client.GetAsync("/concepts/pod");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.ConnectionClose);
    }

    [Fact]
    public async Task It_stops_when_the_notice_is_over_and_not_before()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));
        var stopping = site.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var leaving = site.Services.GetRequiredService<Leaving>().LeaveAsync();
        Assert.False(stopping.IsCancellationRequested);
        await leaving;
        Assert.True(stopping.IsCancellationRequested);
    }

    [Theory]
    [InlineData("/events")]
    [InlineData("/_blazor")]
    public async Task What_would_stay_open_is_sent_elsewhere(string path)
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));
        site.Services.GetRequiredService<Leaving>().GiveNotice();
        using var response = await site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task An_open_event_stream_ends_with_when_to_come_back()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var response = await site.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, guard.Token);
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync(guard.Token));
        Assert.Equal("retry: 3000", await stream.ReadLineAsync(guard.Token));

        site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var rest = (await stream.ReadToEndAsync(guard.Token)).Trim();
        Assert.Matches(@"^retry: \d+$", rest);
    }

    [Fact]
    public async Task An_open_circuit_is_told_that_the_site_restarts()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var circuit = new ClientWebSocket();
        await circuit.ConnectAsync(new Uri($"ws://{site.Address.Authority}/_blazor"), guard.Token);
        await circuit.SendAsync("""{"protocol":"blazorpack","version":1}"""u8.ToArray().Append((byte)0x1e).ToArray(), WebSocketMessageType.Binary, endOfMessage: true, guard.Token);
        var room = new byte[4096];
        await circuit.ReceiveAsync(room, guard.Token);

        _ = site.Services.GetRequiredService<Leaving>().LeaveAsync();
        WebSocketReceiveResult received;
        do
            received = await circuit.ReceiveAsync(room, guard.Token);
        while (received.MessageType != WebSocketMessageType.Close);
        Assert.Equal(1012, (int)received.CloseStatus!);
        await circuit.CloseAsync(WebSocketCloseStatus.NormalClosure, null, guard.Token);
    }

    [Fact]
    public void Notice_and_stop_leave_room_before_the_tenth_second() =>
        Assert.True(Leaving.Notice + Leaving.LongestStop < TimeSpan.FromSeconds(10));
}
