using System.Diagnostics;
using System.Globalization;

namespace KubeGuide.Benchmarks;

/// <summary>Many requests and many rebuilds at once, and whether the memory in use is the same afterwards.</summary>
internal static class Soak
{
    private const int Notes = 300;
    private const int Readers = 8;
    private const double Allowed = 1.10;

    private static readonly string[] Pages = ["/", "/concepts/pod", "/concepts/service", "/concepts/deployment", "/search?q=Pod", "/search.json?q=pod", "/terms", "/index.json", "/references", "/concepts/nothing", "/board", "/k/po", "/map"];

    /// <summary>0 when memory is flat and every answer was one.</summary>
    public static async Task<int> RunAsync(int requests, int rebuilds)
    {
        await using var served = await ServedNotes.StartAsync(Notes);
        var faults = await WorkAsync(served, requests / 10, rebuilds / 10, 0);
        var before = Memory();
        var clock = Stopwatch.StartNew();
        faults += await WorkAsync(served, requests, rebuilds, rebuilds);
        var took = clock.Elapsed;
        var after = Memory();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{requests:N0} requests and {rebuilds:N0} rebuilds in {took.TotalSeconds:N0} s: heap {before / 1024.0 / 1024:N1} MiB before, {after / 1024.0 / 1024:N1} MiB after; {faults} answers of 500 and above"));
        return faults == 0 && after <= before * Allowed ? 0 : 1;
    }

    private static async Task<int> WorkAsync(ServedNotes served, int requests, int rebuilds, int firstVersion)
    {
        var (faults, left) = (0, requests);
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Run(async () =>
        {
            for (var i = reader; Interlocked.Decrement(ref left) >= 0; i++)
            {
                using var response = await served.Client.GetAsync(i % 4 == 0 ? ServedNotes.Address(i % Notes) : Pages[i % Pages.Length]);
                await response.Content.ReadAsByteArrayAsync();
                if ((int)response.StatusCode >= 500)
                    Interlocked.Increment(ref faults);
            }
        })).ToList();
        for (var i = 0; i < rebuilds; i++)
        {
            var version = served.Version;
            served.Save(i % Notes, firstVersion + i + 1);
            while (served.Version == version)
                await Task.Delay(5);
        }

        await Task.WhenAll(readers);
        return faults;
    }

    private static long Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
