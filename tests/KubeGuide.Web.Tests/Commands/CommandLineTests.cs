namespace KubeGuide.Web.Tests.Commands;

/// <summary>Standard output and error are the process's own: these tests run one after another.</summary>
[Collection("console")]
public class CommandLineTests
{
    [Theory]
    [InlineData("--nope", "--nope")]
    [InlineData("--notes /no/such/folder", "/no/such/folder")]
    [InlineData("--public-url example", "--public-url")]
    [InlineData("--path-base guide", "--path-base")]
    [InlineData("--edit-url https://example.org/", "{path}")]
    [InlineData("unknown-command", "unknown-command")]
    [InlineData("--urls localhost", "--urls 'localhost'")]
    [InlineData("--urls http://localhost:99999", "--urls 'http://localhost:99999'")]
    [InlineData("--urls https://127.0.0.1:0", "--urls 'https://127.0.0.1:0'")]
    [InlineData("--config /no/such/file.json", "--config '/no/such/file.json'")]
    [InlineData("healthcheck --urls localhost", "--urls 'localhost'")]
    public async Task Wrong_use_is_one_line_and_exit_code_2(string arguments, string named)
    {
        var (code, _, error) = await Terminal.RunAsync(arguments.Split(' '));
        Assert.Equal(2, code);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_one_line_and_exit_code_2()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));
        var (code, _, error) = await Terminal.RunAsync("--notes", RunningSite.Notes("messy-export.md"), "--urls", site.Address.ToString());
        Assert.Equal(2, code);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Contains(site.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "--notes")]
    [InlineData("--version", "0.")]
    public async Task Help_and_version_are_told(string argument, string told)
    {
        var (code, output, _) = await Terminal.RunAsync(argument);
        Assert.Equal(0, code);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manual_names_every_option_with_its_variable()
    {
        var (_, help, _) = await Terminal.RunAsync("--help");
        var options = help.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("--", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).Where(option => option is not ("--version" or "--help")).ToList();
        Assert.True(options.Count >= 6);
        var manual = await File.ReadAllTextAsync(Path.Combine(RunningSite.Docs, "kubeguide", "settings.md"));
        Assert.All(options, option => Assert.Contains($"| `{option}` |", manual, StringComparison.Ordinal));
        Assert.All(options.Where(option => option != "--urls"), option => Assert.Contains(
            $"`KubeGuide__{string.Concat(option[2..].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}`", manual, StringComparison.Ordinal));
    }
}
