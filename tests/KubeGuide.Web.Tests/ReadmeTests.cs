using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using KubeGuide.Web.Serving;
using KubeGuide.Web.Tests.Commands;
using Microsoft.Extensions.Configuration;

namespace KubeGuide.Web.Tests;

/// <summary>What the README says to type works. Its lines for containers are run by <c>eng/container-test.sh</c>.</summary>
[Collection("console")]
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(RunningSite.Docs, ".."));
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));

    private readonly string folder = Directory.CreateTempSubdirectory("readme").FullName;
    private readonly string note;

    public ReadmeTests()
    {
        note = Path.Combine(folder, "notes.md");
        File.WriteAllText(note, "# Pod\n\nREADMEのとおりに始めたメモ。\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_line_that_starts_the_site_starts_it_with_what_the_line_says()
    {
        var lines = Typed("dotnet run ").ToList();
        Assert.True(lines.Count >= 3);
        foreach (var line in lines)
        {
            var port = FreePort();
            await using var site = await SiteProcess.StartTypedAsync($"cd '{Root}' && exec {Here(line, port)}");
            var page = await site.Client.GetStringAsync("/concepts/pod", TestContext.Current.CancellationToken);
            Assert.Equal(line.Contains("--notes", StringComparison.Ordinal), page.Contains("READMEのとおりに始めたメモ。", StringComparison.Ordinal));
            if (line.Contains("--urls", StringComparison.Ordinal))
                Assert.Equal(port, site.Client.BaseAddress!.Port);
            if (Title().Match(line) is { Success: true } title)
                Assert.Contains(title.Groups[1].Value, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_line_to_type_is_run_by_a_test()
    {
        var others = Typed("").Where(line => !line.StartsWith("dotnet run ", StringComparison.Ordinal)).ToList();
        var containers = File.ReadAllText(Path.Combine(Root, "eng", "container-test.sh"));
        Assert.Equal(["./check.sh", "docker build", "docker run"], others.Select(line => string.Join(' ', line.Split(' ').Take(line[0] == '.' ? 1 : 2))));
        Assert.Contains("in_readme 'docker build'", containers, StringComparison.Ordinal);
        Assert.Contains("in_readme 'docker run'", containers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_in_the_text_does_its_work()
    {
        var commands = Code().Where(code => code.StartsWith("kubeguide ", StringComparison.Ordinal)).ToList();
        Assert.True(commands.Count >= 3);
        File.WriteAllText(Path.Combine(folder, "pod.yaml"), "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: web}]\n");
        foreach (var command in commands)
        {
            var typed = command.Replace("PATH", folder, StringComparison.Ordinal).Replace("FILE", Path.Combine(folder, "pod.yaml"), StringComparison.Ordinal);
            var (code, _, error) = await Terminal.RunAsync([.. typed.Split(' ')[1..], .. typed == command ? ["--notes", folder] : Array.Empty<string>()]);
            Assert.Equal((command, 0), (command, code));
            Assert.DoesNotContain("kubeguide: ", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_option_in_the_text_is_one()
    {
        Assert.All(await Task.WhenAll(Code().Where(code => code.StartsWith("--", StringComparison.Ordinal)).Select(option => Terminal.RunAsync(option))), told => Assert.Equal((0, ""), (told.Code, told.Error)));
        var variables = Code().Where(code => code.StartsWith("KubeGuide__", StringComparison.Ordinal)).ToList();
        Assert.True(variables.Count >= 2);
        Assert.All(variables, variable => Assert.Contains($"`{variable}`", Manual.Text("settings.md"), StringComparison.Ordinal));
        using var nothing = new ConfigurationManager();
        Assert.Contains($"`{Listening.At(nothing).Single().GetLeftPart(UriPartial.Authority)}`", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_address_in_the_text_answers()
    {
        await using var site = await RunningSite.StartAsync(folder);
        var addresses = Code().Where(code => code[0] == '/').Select(code => code.Replace("{slug}", "pod", StringComparison.Ordinal).Replace("q=", "q=Pod", StringComparison.Ordinal)).ToList();
        Assert.True(addresses.Count >= 10);
        foreach (var address in addresses)
        {
            using var answer = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal((address, address.StartsWith("/k/", StringComparison.Ordinal) ? HttpStatusCode.PermanentRedirect : HttpStatusCode.OK), (address, answer.StatusCode));
        }
    }

    [Fact]
    public void Every_file_that_it_names_is_there()
    {
        var named = Link().Matches(Readme).Select(match => match.Groups[1].Value).Concat(Code().Where(code => code[^1] == '/')).ToList();
        Assert.True(named.Count >= 8);
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(Root, path)), path));
    }

    /// <summary>The lines of the blocks for a shell, without their comments.</summary>
    private static IEnumerable<string> Typed(string beginning) => Shell().Matches(Readme)
        .SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(line => line.Split(" #")[0].TrimEnd())
        .Where(line => line.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>What stands in backticks in a line of text.</summary>
    private static IEnumerable<string> Code() => Manual.Code(Shell().Replace(Readme, ""));

    /// <summary>The line with notes that are there and a port that is free, and with what the tests were built of.</summary>
    private string Here(string line, int port) => line
        .Replace("dotnet run", $"dotnet run --no-build -c {new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name}", StringComparison.Ordinal)
        .Replace("/path/to/notes", folder, StringComparison.Ordinal)
        .Replace(" notes.md", " " + note, StringComparison.Ordinal)
        .Replace("http://localhost:8000", $"http://127.0.0.1:{port}", StringComparison.Ordinal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("^```bash\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Shell();

    [GeneratedRegex("--title \"([^\"]+)\"")]
    private static partial Regex Title();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
