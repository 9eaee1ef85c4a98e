using System.Diagnostics;
using System.Text.Json;

namespace KubeGuide.Web.Tests;

/// <summary>The site as a process of its own, set up by its environment as in a container.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process process;

    private SiteProcess(Process process, JsonElement started)
    {
        this.process = process;
        Started = started;
        Client = new HttpClient { BaseAddress = new Uri(started.GetProperty("State").GetProperty("Urls").GetString()!) };
    }

    /// <summary>The first line of its log.</summary>
    public JsonElement Started { get; }

    public HttpClient Client { get; }

    public static async Task<SiteProcess> StartAsync(string notes, params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "kubeguide")) { RedirectStandardOutput = true };
        start.Environment["DOTNET_RUNNING_IN_CONTAINER"] = "true";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["KubeGuide__Notes"] = notes;
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        return new SiteProcess(process, JsonDocument.Parse(line ?? "null").RootElement);
    }

    /// <summary>Sends SIGTERM and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancel)
    {
        using var kill = Process.Start("kill", $"-TERM {process.Id}");
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
