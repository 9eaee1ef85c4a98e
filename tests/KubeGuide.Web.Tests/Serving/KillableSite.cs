using System.Diagnostics;
using System.Text.RegularExpressions;

namespace KubeGuide.Web.Tests.Serving;

/// <summary>The program as a process of its own, which can be killed, and run with less than the tests may do.</summary>
internal sealed partial class KillableSite : IAsyncDisposable
{
    private readonly Process process;

    private KillableSite(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>Starts it on a free port and waits until it says where it listens.</summary>
    /// <param name="within">A command that starts the one behind it, such as <c>unshare</c>.</param>
    public static async Task<KillableSite> StartAsync(string notes, params string[] within)
    {
        string[] command = [.. within, Path.Combine(AppContext.BaseDirectory, "kubeguide"), "--notes", notes, "--urls", "http://127.0.0.1:0"];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var process = Process.Start(start)!;
        var told = new List<string>();
        process.ErrorDataReceived += (_, line) => told.Add(line.Data ?? "");
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            told.Add(line);
            if (AddressPattern().Match(line) is { Success: true } address)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new KillableSite(process, new Uri(address.Value));
            }
        }

        throw new InvalidOperationException("The site did not start: " + string.Join(" | ", told));
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Asks again until the answer is as wanted, or a minute is over.</summary>
    public async Task<string> UntilAsync(string path, Func<string, bool> wanted)
    {
        var answer = "";
        for (var i = 0; i < 600 && !wanted(answer); i++)
        {
            answer = await Client.GetStringAsync(path, TestContext.Current.CancellationToken);
            if (!wanted(answer))
                await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await KillAsync();
        process.Dispose();
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+")]
    private static partial Regex AddressPattern();
}
