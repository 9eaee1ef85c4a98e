using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using Markdig;

namespace KubeGuide.Benchmarks;

/// <summary>Time, CPU time and bytes allocated of a build and of its search index beside Markdig alone, in turn in one process: a quick look without statistics.</summary>
internal static class BuildCost
{
    private const int WarmUp = 30;
    private const int Rounds = 21;

    public static void Print()
    {
        var notes = BenchmarkNotes.Read();
        var builder = new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default);
        var picked = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseTaskLists().UseEmphasisExtras().UseAlertBlocks().Build();
        var first = notes.Notes[0];
        Glossary? previous = null;
        var rendered = 0L;
        var rounds = new List<(Cost Markdig, Cost Build, Cost Index, Cost Saved, Cost SavedIndex)>();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var markdig = Measure(() => rendered = notes.Notes.Sum(note => (long)Markdown.ToHtml(note.Text, picked).Length));
            var build = Measure(() => previous = builder.Build(notes));
            var index = Measure(() => previous!.Search.Search("Pod"));
            var changed = notes with { Notes = notes.Notes.SetItem(0, first with { Text = first.Text + $"\n\nもう一文{round}。\n", Hash = $"changed{round}" }) };
            Glossary? now = null;
            var saved = Measure(() => now = builder.Build(changed, previous));
            var savedIndex = Measure(() => now!.Search.Search("Pod"));
            if (round >= 0)
                rounds.Add((markdig, build, index, saved, savedIndex));
        }

        var chars = notes.Notes.Sum(note => (long)note.Text.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{notes.Notes.Length} notes, {chars:N0} characters, {rendered:N0} of HTML; medians of {Rounds} rounds after {WarmUp} to warm up"));
        Write("Markdig alone", [.. rounds.Select(round => round.Markdig)]);
        Write("build", [.. rounds.Select(round => round.Build)]);
        Write("its search index", [.. rounds.Select(round => round.Index)]);
        Write("one note saved", [.. rounds.Select(round => round.Saved)]);
        Write("its search index", [.. rounds.Select(round => round.SavedIndex)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a build takes {Median(rounds.Select(round => round.Build.Time / round.Markdig.Time)):N2} times as long as Markdig alone, and {Median(rounds.Select(round => round.Build.Cpu / round.Markdig.Cpu)):N2} times its CPU"));
    }

    private static void Write(string name, ImmutableArray<Cost> costs) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-16} {Median(costs.Select(cost => cost.Time)),8:N1} ms, {Median(costs.Select(cost => cost.Cpu)),8:N1} ms of CPU, {costs[^1].Bytes / 1024.0 / 1024,6:N1} MiB"));

    private static Cost Measure(Action work)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes();
        var cpu = Environment.CpuUsage.TotalTime;
        var time = Stopwatch.GetTimestamp();
        work();
        return new Cost(Stopwatch.GetElapsedTime(time).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, GC.GetTotalAllocatedBytes() - bytes);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    /// <param name="Time">Milliseconds.</param>
    /// <param name="Cpu">Milliseconds, of the whole process.</param>
    private readonly record struct Cost(double Time, double Cpu, long Bytes);
}
