using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KubeGuide.Web.Tests;

/// <summary>The site as a process of its own, as in a container: for what the tests' own process would blur, and for how it ends.</summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(string[] command, string? notes, IEnumerable<(string Key, string Value)> environment)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        start.Environment["DOTNET_RUNNING_IN_CONTAINER"] = "true";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        if (notes is not null)
            start.Environment["KubeGuide__Notes"] = notes;
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "kubeguide");

    public HttpClient Client { get; } = new();

    /// <summary>Everything written so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>The first line of its log.</summary>
    public JsonElement FirstLine => JsonDocument.Parse(Output.Split('\n')[0]).RootElement;

    /// <summary>Bytes of memory that the process has for itself.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it on a free port and waits until it says where it listens.</summary>
    public static Task<SiteProcess> StartAsync(string notes, params (string Key, string Value)[] environment) =>
        new SiteProcess([Program], notes, environment).ListenAsync();

    /// <param name="within">A command that starts the one behind it, such as <c>unshare</c>: the site may do less than the tests then.</param>
    public static Task<SiteProcess> StartWithinAsync(string[] within, string notes) => new SiteProcess([.. within, Program], notes, []).ListenAsync();

    /// <summary>As somebody types it into a shell, who names notes in the line or not at all.</summary>
    public static Task<SiteProcess> StartTypedAsync(string line) => new SiteProcess(["bash", "-c", line], null, []).ListenAsync();

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

    /// <summary>Sends SIGTERM and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancel)
    {
        using var kill = Process.Start("kill", $"-TERM {process.Id}");
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await KillAsync();
        process.Dispose();
    }

    private async Task<SiteProcess> ListenAsync()
    {
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(address.Task, process.WaitForExitAsync()).WaitAsync(TimeSpan.FromMinutes(2)) != address.Task)
            throw new InvalidOperationException("The site did not start: " + Output);
        Client.BaseAddress = await address.Task;
        return this;
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Append(line).Append('\n');
        if (AddressPattern().Match(line) is { Success: true } found)
            address.TrySetResult(new Uri(found.Value));
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[1-9][0-9]*")]
    private static partial Regex AddressPattern();
}
