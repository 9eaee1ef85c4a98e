using System.Globalization;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KubeGuide.Benchmarks;

/// <summary>A folder of notes of about 2.5 KB each, and the site that serves it, on a free port of this process.</summary>
internal sealed class ServedNotes : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kubeguide-bench-");
    private readonly WebApplication app;

    private ServedNotes(int count)
    {
        for (var i = 0; i < count; i++)
            Save(i, 0);
        app = Server.Build(new Dictionary<string, string?> { ["KubeGuide:Notes"] = folder.FullName, ["urls"] = "http://127.0.0.1:0", ["Logging:LogLevel:Default"] = nameof(LogLevel.Warning) });
    }

    public HttpClient Client { get; private set; } = new();

    public string Version => app.Services.GetRequiredService<GlossaryStore>().Current.Glossary.Version;

    public static async Task<ServedNotes> StartAsync(int count)
    {
        var served = new ServedNotes(count);
        await served.app.StartAsync();
        served.Client = new HttpClient { BaseAddress = new Uri(served.app.Urls.First()) };
        return served;
    }

    /// <summary>Writes a note anew, by rename.</summary>
    public void Save(int number, int version)
    {
        var path = Path.Combine(folder.FullName, $"{number % 20:00}", $"note-{number:00000}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + "~", Text(number, version));
        File.Move(path + "~", path, overwrite: true);
    }

    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"/notes/{number % 20:00}/note-{number:00000}.md");

    /// <summary>What the served note has in it when that version is served.</summary>
    public static string Mark(int version) => string.Create(CultureInfo.InvariantCulture, $"版{version:000000}です");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string Text(int number, int version) => string.Create(CultureInfo.InvariantCulture, $"# 運用メモ{number}\n\n{Mark(version)}。\n\n") + string.Concat(Enumerable.Range(0, 8).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"## 手順{i}\n\nDeploymentの数を{(number + i) % 9 + 1}にして、PodとServiceの様子を見ます。ノード{number % 50}で動くことを確かめます。\n\n- ConfigMapを書き換える\n- `kubectl get po`で確かめる\n\n")));
}
