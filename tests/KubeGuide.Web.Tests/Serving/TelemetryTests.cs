using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KubeGuide.Web.Tests.Serving;

public class TelemetryTests
{
    private static readonly string[] Metrics =
    [
        "http.server.request.duration", "kubeguide.rebuild.duration", "kubeguide.notes", "kubeguide.concepts", "kubeguide.diagnostics",
        "kubeguide.search.duration", "kubeguide.search.misses", "kubeguide.event_streams", "kubeguide.circuits",
    ];

    [Fact]
    public async Task Metrics_and_traces_arrive_at_the_collector_without_what_was_searched_for()
    {
        await using var collector = await Collector.StartAsync();
        await using (var site = await SiteProcess.StartAsync(
            RunningSite.Notes("messy-export.md"), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_SERVICE_NAME", "team-guide"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"), ("OTEL_BSP_SCHEDULE_DELAY", "200")))
        {
            await site.Client.GetStringAsync("/concepts/pod");
            await site.Client.GetStringAsync("/search.json?q=himitsunokotoba");
            await site.Client.GetStringAsync("/healthz/live");
            using var stream = await site.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead);
            using var circuit = new ClientWebSocket();
            await circuit.ConnectAsync(new Uri($"ws://{site.Client.BaseAddress!.Authority}/_blazor"), TestContext.Current.CancellationToken);
            await collector.UntilAsync("/v1/metrics", [.. Metrics, "misspelt-kind", "team-guide"]);
            await collector.UntilAsync("/v1/traces", ["rebuild", "GET /concepts/{slug}", "GET /search.json"]);
        }

        var traces = collector.Received("/v1/traces");
        Assert.DoesNotContain("/healthz/live", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("himitsunokotoba", traces + collector.Received("/v1/metrics"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("OTEL_SERVICE_NAME", "team-guide")]
    [InlineData("OTEL_SDK_DISABLED", "true")]
    public async Task Nothing_is_built_or_sent_unless_the_host_says_where(string key, string value)
    {
        await using var site = key is ""
            ? await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"))
            : await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"), (key, value), ("OTEL_EXPORTER_OTLP_ENDPOINT", key == "OTEL_SDK_DISABLED" ? "http://127.0.0.1:1" : ""));
        Assert.DoesNotContain(site.Services.GetServices<IHostedService>(), service => service is Telemetry);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "nowhere")]
    [InlineData("OTEL_TRACES_EXPORTER", "zipkin")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "carrier-pigeon")]
    public async Task A_wrong_variable_is_one_line_that_names_it(string name, string value)
    {
        var fault = await Assert.ThrowsAsync<OptionException>(() => RunningSite.StartAsync(
            RunningSite.Notes("messy-export.md"), ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:1"), (name, value)));
        Assert.Contains($"{name} '{value}'", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Takes what is sent over OTLP/HTTP. Protobuf keeps strings as they are, so names can be looked for in it.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> received = new();
        private readonly WebApplication app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                Assert.Equal("application/x-protobuf", context.Request.ContentType);
                received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            });
        }

        public string Address => app.Urls.First();

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector.app.StartAsync();
            return collector;
        }

        public string Received(string path) => string.Concat(received.Where(request => request.Path == path).Select(request => request.Body));

        /// <summary>Waits until all of them have arrived; says which one did not.</summary>
        public async Task UntilAsync(string path, string[] names)
        {
            for (var tries = 0; tries < 300 && !names.All(name => Received(path).Contains(name, StringComparison.Ordinal)); tries++)
                await Task.Delay(200, TestContext.Current.CancellationToken);
            Assert.All(names, name => Assert.Contains(name, Received(path), StringComparison.Ordinal));
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
