using System.Diagnostics;
using System.Globalization;

namespace KubeGuide.Benchmarks;

/// <summary>From a saved note to the new page being served, over HTTP: wall clock, where file events arrive.</summary>
internal static class SaveToServed
{
    private const int WarmUp = 5;
    private const int Rounds = 25;

    public static async Task PrintAsync(int count)
    {
        await using var served = await ServedNotes.StartAsync(count);
        var times = new List<double>();
        for (var round = 1; round <= WarmUp + Rounds; round++)
        {
            var number = round * 37 % count;
            await Task.Delay(500);
            var clock = Stopwatch.StartNew();
            served.Save(number, round);
            while (!(await served.Client.GetStringAsync(ServedNotes.Address(number))).Contains(ServedNotes.Mark(round), StringComparison.Ordinal))
                await Task.Delay(1);
            if (round > WarmUp)
                times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} notes, {Rounds} saves: median {times[Rounds / 2]:N0} ms, fastest {times[0]:N0} ms, slowest {times[^1]:N0} ms"));
    }
}
