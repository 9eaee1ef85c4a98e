using System.Text.Json.Nodes;

namespace KubeGuide.Web.Tests.Commands;

/// <summary>Standard output is the process's own: these tests run one after another.</summary>
[Collection("console")]
public sealed class CheckTests : IDisposable
{
    private readonly string notes = Directory.CreateTempSubdirectory("check").FullName;

    public void Dispose() => Directory.Delete(notes, recursive: true);

    [Fact]
    public async Task A_finding_is_one_line_with_its_place_and_what_to_write()
    {
        Write("pods.md", "# Pod\n\nここはSeviceの話。\n");
        var (code, output, error) = await Terminal.RunAsync("check", notes);
        Assert.Equal(1, code);
        Assert.Equal("pods.md:3:4 warning misspelt-term 「Sevice」は「Service」の綴り誤りと思われます。 → Service\n", output);
        Assert.Empty(error);
    }

    [Fact]
    public async Task Clean_notes_say_nothing_and_exit_0()
    {
        Write("pods.md", "# Pod\n\nここはServiceの話。\n");
        Assert.Equal((0, "", ""), await Terminal.RunAsync("check", notes));
        Assert.Equal((0, "[]\n", ""), await Terminal.RunAsync("check", "--notes", notes, "--format", "json"));
    }

    [Fact]
    public async Task Json_is_what_the_site_says_and_nothing_else()
    {
        var path = RunningSite.Notes("messy-export.md");
        var (code, output, error) = await Terminal.RunAsync("check", path, "--format", "json");
        await using var site = await RunningSite.StartAsync(path);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await site.Client.GetStringAsync("/diagnostics.json")), JsonNode.Parse(output)));
        Assert.Equal((1, ""), (code, error));
    }

    [Fact]
    public async Task Github_gets_a_command_for_each_line_with_nothing_that_ends_it_early()
    {
        Write("a,b%.md", "# Pod\n\n[先](no:where.md)と[先](%E7%84%A1.md)、L７。\n");
        var (code, output, _) = await Terminal.RunAsync("check", notes, "--format", "github");
        Assert.Equal(1, code);
        Assert.All(output.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("::", line, StringComparison.Ordinal));
        Assert.Contains("::notice file=a%2Cb%25.md,line=3,col=", output, StringComparison.Ordinal);
        Assert.Contains(",title=full-width::", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_beside_the_notes_hold_for_the_check()
    {
        Write("pods.md", "# Pod\n\nL７。\n");
        Write("kubeguide.yml", "rules:\n  full-width: error\n");
        Assert.Contains("pods.md:3:1 error full-width", (await Terminal.RunAsync("check", notes)).Output, StringComparison.Ordinal);
        Write("kubeguide.yml", "rules:\n  full-width: off\n");
        Assert.Equal((0, "", ""), await Terminal.RunAsync("check", notes));
    }

    [Theory]
    [InlineData("check /no/such/folder", "/no/such/folder")]
    [InlineData("check --format xml", "xml")]
    [InlineData("check a b", "b")]
    [InlineData("check a --notes b", "--notes")]
    public async Task Wrong_use_is_one_line_and_exit_code_2(string arguments, string named)
    {
        var (code, output, error) = await Terminal.RunAsync(arguments.Split(' '));
        Assert.Equal((2, ""), (code, output));
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(notes, name), text);
}
