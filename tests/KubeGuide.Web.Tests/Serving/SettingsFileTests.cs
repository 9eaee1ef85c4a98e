using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Tests.Serving;

public sealed class SettingsFileTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Fact]
    public async Task A_file_gives_what_neither_environment_nor_command_line_does()
    {
        await File.WriteAllTextAsync(file, """{ "KubeGuide": { "Title": "ファイルの題", "PathBase": "/from-file" } }""");
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"), ("KubeGuide:Config", file), ("KubeGuide:PathBase", "/guide"));
        Assert.Contains("<title>ファイルの題</title>", await site.Client.GetStringAsync("/guide/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"KubeGuide\": ", "not a JSON object")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{ \"KubeGuide\": { \"Titel\": \"題\" } }", "KubeGuide__Titel '題'")]
    [InlineData("{ \"KubeGuide\": { \"PathBase\": \"guide\" } }", "--path-base 'guide'")]
    public async Task A_wrong_file_is_one_line_that_names_what_is_wrong(string json, string named)
    {
        await File.WriteAllTextAsync(file, json);
        var fault = await Assert.ThrowsAsync<OptionException>(() => RunningSite.StartAsync(RunningSite.Notes("messy-export.md"), ("KubeGuide:Config", file)));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.Single(fault.Message.Split('\n'));
    }

    public void Dispose() => File.Delete(file);
}
