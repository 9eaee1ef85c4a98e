namespace KubeGuide.Web.Serving;

/// <summary>What is sent to a collector: what has an endpoint or names <c>otlp</c> as its exporter, and does not say <c>none</c>.</summary>
internal sealed record TelemetrySignals(bool Metrics, bool Traces)
{
    /// <exception cref="OptionException">A variable cannot be used; the message is one line that names it.</exception>
    public static TelemetrySignals From(IConfiguration environment) =>
        bool.TryParse(environment["OTEL_SDK_DISABLED"], out var isOff) && isOff
            ? new TelemetrySignals(false, false)
            : new TelemetrySignals(IsWanted(environment, "METRICS"), IsWanted(environment, "TRACES"));

    private static bool IsWanted(IConfiguration environment, string signal)
    {
        var name = $"OTEL_{signal}_EXPORTER";
        return environment[name] switch
        {
            "none" => false,
            "otlp" => true,
            null or "" => HasEndpoint(environment, "OTEL_EXPORTER_OTLP") | HasEndpoint(environment, $"OTEL_EXPORTER_OTLP_{signal}"),
            var other => throw new OptionException($"{name} '{other}': must be otlp or none"),
        } && ProtocolIsKnown(environment, "OTEL_EXPORTER_OTLP_PROTOCOL") && ProtocolIsKnown(environment, $"OTEL_EXPORTER_OTLP_{signal}_PROTOCOL");
    }

    private static bool HasEndpoint(IConfiguration environment, string prefix)
    {
        var name = $"{prefix}_ENDPOINT";
        if (environment[name] is not { Length: > 0 } given)
            return false;
        return Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? true
            : throw new OptionException($"{name} '{given}': not an absolute http or https address");
    }

    private static bool ProtocolIsKnown(IConfiguration environment, string name) => environment[name] is null or "" or "grpc" or "http/protobuf"
        ? true
        : throw new OptionException($"{name} '{environment[name]}': must be grpc or http/protobuf");
}
