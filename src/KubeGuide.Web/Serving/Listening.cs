using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace KubeGuide.Web.Serving;

/// <summary>Where the site listens, and why it cannot.</summary>
internal static class Listening
{
    /// <summary>Every address of <c>urls</c>, else of <c>http_ports</c> and <c>https_ports</c>, seen from this machine.</summary>
    /// <exception cref="OptionException">One of them is none.</exception>
    public static IReadOnlyList<Uri> At(IConfiguration configuration)
    {
        var urls = Parts(configuration["urls"]);
        if (urls.Length > 0)
            return [.. urls.Select(Address)];
        Uri[] ports = [.. Ports(configuration, "http"), .. Ports(configuration, "https")];
        return ports.Length > 0 ? ports : [new Uri("http://localhost:5000")];
    }

    /// <summary>One line for the terminal where the fault is about an address, else null.</summary>
    public static string? WhyNot(Exception fault, IConfiguration configuration)
    {
        if (fault is IOException { InnerException: AddressInUseException } or SocketException)
            return $"cannot listen at {string.Join(' ', At(configuration))}: {fault.Message.TrimEnd('.')}; choose another address with --urls http://localhost:PORT";
        return fault is InvalidOperationException && fault.Message.Contains("HTTPS endpoint", StringComparison.Ordinal)
            ? $"--urls '{configuration["urls"]}': https needs a certificate (Kestrel__Certificates__Default__Path), or a proxy in front"
            : null;
    }

    private static Uri Address(string given)
    {
        var here = given;
        foreach (var any in (string[])["://*", "://+", "://0.0.0.0", "://[::]"])
            here = here.Replace(any, "://localhost", StringComparison.Ordinal);
        if (!Uri.TryCreate(here, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || (url.AbsolutePath != "/" && url.Host != "unix"))
            throw new OptionException($"--urls '{given}': not an address such as http://localhost:8080");
        return url.Host == "unix" || IsOwn(url)
            ? url
            : throw new OptionException($"--urls '{given}': '{url.Host}' is neither localhost nor an IP address; to listen on every interface, write http://*:{url.Port}");
    }

    /// <summary>Kestrel takes any other name, a mistyped one too, for every interface of the machine.</summary>
    private static bool IsOwn(Uri url) =>
        url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || url.Host == "localhost" || url.Host.EndsWith(".localhost", StringComparison.Ordinal);

    private static IEnumerable<Uri> Ports(IConfiguration configuration, string scheme) => Parts(configuration[$"{scheme}_ports"]).Select(given =>
        int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? new Uri($"{scheme}://localhost:{port}")
            : throw new OptionException($"ASPNETCORE_{scheme.ToUpperInvariant()}_PORTS '{given}': not a port"));

    private static string[] Parts(string? text) => text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
