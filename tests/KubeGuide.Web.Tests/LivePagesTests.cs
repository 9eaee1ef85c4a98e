using System.Text.Json;

namespace KubeGuide.Web.Tests;

public sealed class LivePagesTests : IDisposable
{
    private readonly DirectoryInfo notes = Directory.CreateTempSubdirectory("kubeguide-live-");

    [Fact]
    public async Task A_saved_note_is_told_and_served()
    {
        await WriteAsync("pod.md", "# Pod\n\n最初の説明です。\n");
        await using var site = await RunningSite.StartAsync(notes.FullName);
        Assert.Contains("最初の説明です。", await site.Client.GetStringAsync("/concepts/pod"), StringComparison.Ordinal);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await site.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, guard.Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync(guard.Token));
        Assert.StartsWith("retry:", await stream.ReadLineAsync(guard.Token), StringComparison.Ordinal);

        await WriteAsync("pod.md", "# Pod\n\n書き直した説明です。\n");
        string? line;
        do
            line = await stream.ReadLineAsync(guard.Token);
        while (line is not null && !line.StartsWith("data: ", StringComparison.Ordinal));
        using var change = JsonDocument.Parse(line!["data: ".Length..]);
        Assert.Equal(["pod.md"], change.RootElement.GetProperty("notes").EnumerateArray().Select(path => path.GetString()));
        Assert.Contains("pod", change.RootElement.GetProperty("concepts").EnumerateArray().Select(slug => slug.GetString()));
        Assert.Contains("書き直した説明です。", await site.Client.GetStringAsync("/concepts/pod"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_away_is_told_that_it_is_stale()
    {
        await WriteAsync("pod.md", "# Pod\n\n説明です。\n");
        await using var site = await RunningSite.StartAsync(notes.FullName);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await site.Client.GetAsync("/events?age=600000", HttpCompletionOption.ResponseHeadersRead, guard.Token);
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync(guard.Token));
        await stream.ReadLineAsync(guard.Token);
        await stream.ReadLineAsync(guard.Token);
        Assert.StartsWith("data: ", await stream.ReadLineAsync(guard.Token), StringComparison.Ordinal);
    }

    public void Dispose() => notes.Delete(recursive: true);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(notes.FullName, name), text);
}
