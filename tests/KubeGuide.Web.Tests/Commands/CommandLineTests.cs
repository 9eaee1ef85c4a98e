using KubeGuide.Web.Serving;
using Microsoft.Extensions.Configuration;

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
    [InlineData("--urls http://locahost.invalid:5329", "'locahost.invalid'")]
    [InlineData("--urls http://127.0.0.1:0;http://example.com:80", "http://*:80")]
    [InlineData("--version foo", "'foo'")]
    [InlineData("--help foo", "'foo'")]
    [InlineData("check --help a b", "'b'")]
    [InlineData("--notes ", "--notes ''")]
    [InlineData("check ", "check ''")]
    [InlineData("check --notes ", "--notes ''")]
    [InlineData("--edit-url ftp://x/{path}", "--edit-url 'ftp://x/{path}'")]
    [InlineData("--path-base /a/../b", "--path-base '/a/../b'")]
    [InlineData("--path-base /./b", "--path-base '/./b'")]
    [InlineData("--public-url http://u:p@x/", "--public-url")]
    [InlineData("--path-base /guide --public-url https://x.example/other", "--path-base '/guide'")]
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
        var manual = Manual.Text("settings.md");
        Assert.All(options, option => Assert.Contains($"| `{option}` |", manual, StringComparison.Ordinal));
        Assert.All(options.Where(option => option != "--urls"), option => Assert.Contains(
            $"`KubeGuide__{string.Concat(option[2..].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}`", manual, StringComparison.Ordinal));
    }

    [Fact]
    public void The_manual_has_the_defaults_of_the_options()
    {
        using var nothing = new ConfigurationManager();
        var options = SiteOptions.From(nothing);
        var told = Manual.Rows("settings.md").Where(row => row[0].StartsWith("`--", StringComparison.Ordinal)).ToDictionary(row => row[0].Trim('`'), row => row[2].Trim('`'));
        Assert.Equal("付属の`docs/", told["--notes"]);
        Assert.Equal(Path.GetFullPath(RunningSite.Docs), options.Notes);
        Assert.Equal(Listening.At(nothing).Single().GetLeftPart(UriPartial.Authority), told["--urls"]);
        Assert.Equal(options.Title, told["--title"]);
        Assert.Equal("どれにも答える", told["--hosts"]);
        Assert.True(options is { Hosts.IsEmpty: true, PublicUrl: null, PathBase: "", EditUrl: null, Proxies.IsEmpty: true });
        Assert.All((string[])["--public-url", "--path-base", "--edit-url", "--proxies", "--config"], option => Assert.Equal("なし", told[option]));
    }

    [Fact]
    public async Task The_manual_lists_exactly_the_commands_there_are()
    {
        var there = new List<string>();
        foreach (var command in await CommandsAsync())
        {
            var below = await CommandsAsync(command);
            there.AddRange(below.Length == 0 ? [command] : below.Select(name => $"{command} {name}"));
        }

        Assert.Contains("references fetch", there);
        Assert.Equal(there.Order(), Manual.Rows("settings.md", below: "## コマンド").Select(row => row[0].Trim('`')).Order());
    }

    private static async Task<string[]> CommandsAsync(params string[] command)
    {
        var (_, help, _) = await Terminal.RunAsync([.. command, "--help"]);
        var lines = help.Split('\n').SkipWhile(line => !line.StartsWith("Commands:", StringComparison.Ordinal)).Skip(1);
        return [.. lines.TakeWhile(line => line.Length > 2).Where(line => line[2] != ' ').Select(line => line.Trim().Split(' ')[0])];
    }
}
