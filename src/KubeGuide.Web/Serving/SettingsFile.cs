using System.Text.Json;

namespace KubeGuide.Web.Serving;

/// <summary>A JSON file with the same options as the environment, which goes before it, as the command line does.</summary>
internal static class SettingsFile
{
    private const string Key = "KubeGuide:Config";

    /// <summary>Reads the file that <c>--config</c> or <c>KubeGuide__Config</c> names; without either does nothing.</summary>
    /// <exception cref="OptionException">It cannot be read.</exception>
    public static void AddTo(ConfigurationManager configuration)
    {
        if (configuration[Key] is not { Length: > 0 } given)
            return;
        if (!File.Exists(given))
            throw new OptionException($"--config '{given}': no such file");
        try
        {
            using var stream = File.OpenRead(given);
            var settings = new ConfigurationBuilder().AddJsonStream(stream).Build();
            configuration.Sources.Insert(0, new ChainedConfigurationSource { Configuration = settings, ShouldDisposeConfiguration = true });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OptionException($"--config '{given}': cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new OptionException($"--config '{given}': not a JSON object: {e.Message}");
        }
    }
}
