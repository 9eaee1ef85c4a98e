using System.Diagnostics;
using KubeGuide.Web.Endpoints;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KubeGuide.Web.Serving;

/// <summary>Sends metrics and traces over OTLP to where the usual <c>OTEL_*</c> variables say. Not there at all where they say nothing.</summary>
internal sealed class Telemetry(IConfiguration configuration, TelemetrySignals signals) : IHostedService, IDisposable
{
    /// <summary>Milliseconds. The last figures go out even when the rest took its time, but a collector that is away does not hold up the end.</summary>
    private const int LongestFlush = 1_500;

    private OpenTelemetrySdk? sdk;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        sdk = OpenTelemetrySdk.Create(builder =>
        {
            builder.Services.AddSingleton(configuration);
            builder.ConfigureResource(site => site.AddService("kubeguide", serviceVersion: ProductVersion.Text).AddEnvironmentVariableDetector());
            if (signals.Metrics)
                builder.WithMetrics(metrics => metrics.AddMeter(SiteMeter.Name, "Microsoft.AspNetCore.Hosting"));
            if (signals.Traces)
                builder.WithTracing(traces => traces.AddSource(SiteMeter.Name, "Microsoft.AspNetCore"));
            builder.UseOtlpExporter();
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => signals.Metrics && sdk!.MeterProvider.Shutdown(LongestFlush), CancellationToken.None),
        Task.Run(() => signals.Traces && sdk!.TracerProvider.Shutdown(LongestFlush), CancellationToken.None));

    public void Dispose() => sdk?.Dispose();
}

internal static class TelemetryExtensions
{
    /// <exception cref="OptionException">A variable cannot be used.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var signals = TelemetrySignals.From(builder.Configuration);
        if (!signals.Metrics && !signals.Traces)
            return;
        builder.Services.AddSingleton(signals);
        builder.Services.AddHostedService<Telemetry>();
    }

    /// <summary>Names the trace of a request by its route: neither what was searched for nor who asked is in it. Probes leave none.</summary>
    public static void UseTraceNames(this WebApplication app)
    {
        if (app.Services.GetService<TelemetrySignals>() is not { Traces: true })
            return;
        app.Use(async (context, next) =>
        {
            await next(context);
            if (Activity.Current is not { } trace)
                return;
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            if (route == Probes.ReadyPath || route == Probes.LivePath)
                trace.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            trace.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
            trace.SetTag("http.request.method", context.Request.Method);
            trace.SetTag("http.route", route);
            trace.SetTag("http.response.status_code", context.Response.StatusCode);
        });
    }
}
