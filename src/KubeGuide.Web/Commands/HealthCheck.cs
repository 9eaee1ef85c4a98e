using KubeGuide.Web.Endpoints;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Commands;

/// <summary><c>healthcheck</c>: asks the site that runs beside it whether it is ready, for a container without a shell.</summary>
internal static class HealthCheck
{
    /// <summary>A little less than the image's HEALTHCHECK waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>0 when the site is ready, 1 when it is not or does not answer.</summary>
    /// <param name="commandLine">With the environment and a settings file, it says where the site listens.</param>
    /// <param name="patience">How long an answer may take.</param>
    /// <exception cref="OptionException">There is no such place, or none that can be asked.</exception>
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string?> commandLine, TimeSpan patience, TextWriter output, CancellationToken cancel)
    {
        var probe = new Uri(Site(commandLine), Probes.ReadyPath);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = patience };
        try
        {
            using var response = await client.GetAsync(probe, cancel);
            var readiness = await response.Content.ReadFromJsonAsync(DataJson.Readable.Readiness, cancel);
            await output.WriteLineAsync($"{readiness!.Status}: {readiness.Concepts} concepts from {readiness.Notes} notes");
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException)
        {
            await output.WriteLineAsync($"{probe} does not answer as KubeGuide does: {(e is OperationCanceledException ? "no answer in time" : e.Message)}");
            return 1;
        }
    }

    private static Uri Site(IReadOnlyDictionary<string, string?> commandLine)
    {
        using var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables();
        configuration.AddInMemoryCollection(commandLine.Where(pair => pair.Value is not null));
        SettingsFile.AddTo(configuration);
        return Listening.At(configuration).FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttp)
            ?? throw new OptionException($"--urls '{configuration["urls"]}': no http address to ask");
    }
}
