using System.Diagnostics;
using System.Text;

namespace KubeGuide.Browser.Tests;

/// <summary>The site in a process of its own, for what the tests' own process would blur: its memory, and what it writes.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private const string Announcement = " at http://";

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> address = new();

    private SiteProcess(string notes, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(Web.Serving.SiteOptions).Assembly.Location, "--notes", notes, "--urls", "http://127.0.0.1:0" })
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
    }

    /// <summary>Everything written so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Bytes of memory that the process has for itself.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<(SiteProcess Site, Uri Address)> StartAsync(string notes, params (string Name, string Value)[] environment)
    {
        var site = new SiteProcess(notes, environment);
        site.process.Start();
        site.process.BeginOutputReadLine();
        site.process.BeginErrorReadLine();
        return (site, await site.address.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (line.LastIndexOf(Announcement, StringComparison.Ordinal) is var at and >= 0)
            address.TrySetResult(new Uri(line[(at + " at ".Length)..]));
    }
}
