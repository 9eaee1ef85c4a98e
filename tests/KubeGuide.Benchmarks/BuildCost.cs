using System.Diagnostics;
using System.Globalization;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using Markdig;

namespace KubeGuide.Benchmarks;

/// <summary>CPU time and bytes allocated of a build and of its search index beside Markdig alone, in turn in one process: a quick look without statistics.</summary>
internal static class BuildCost
{
    private const int WarmUp = 30;
    private const int Rounds = 11;

    public static void Print()
    {
        var notes = BenchmarkNotes.Read();
        var builder = new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default);
        var picked = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseTaskLists().UseEmphasisExtras().UseAlertBlocks().Build();
        var first = notes.Notes[0];
        Glossary? previous = null;
        var rendered = 0L;
        var costs = new List<(double Markdig, double Build, double Index, double Rebuild, long MarkdigBytes, long BuildBytes, long IndexBytes)>();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var (markdig, markdigBytes) = Cost(() => rendered = notes.Notes.Sum(note => (long)Markdown.ToHtml(note.Text, picked).Length));
            var (build, buildBytes) = Cost(() => previous = builder.Build(notes));
            var (index, indexBytes) = Cost(() => previous!.Search.Search("Pod"));
            var changed = notes with { Notes = notes.Notes.SetItem(0, first with { Text = first.Text + $"\n\nもう一文{round}。\n", Hash = $"changed{round}" }) };
            var (rebuild, _) = Cost(() => builder.Build(changed, previous).Search.Search("Pod"));
            if (round >= 0)
                costs.Add((markdig, build, index, rebuild, markdigBytes, buildBytes, indexBytes));
        }

        var chars = notes.Notes.Sum(note => (long)note.Text.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{notes.Notes.Length} notes, {chars:N0} characters, {rendered:N0} of HTML; medians of {Rounds} rounds after {WarmUp} to warm up, CPU of the whole process"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Markdig alone   {Median(costs.Select(c => c.Markdig)):N1} ms, {costs[^1].MarkdigBytes / 1024.0 / 1024:N1} MiB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"build           {Median(costs.Select(c => c.Build)):N1} ms, {costs[^1].BuildBytes / 1024.0 / 1024:N1} MiB ({Median(costs.Select(c => c.Build / c.Markdig)):N2} times Markdig)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search index    {Median(costs.Select(c => c.Index)):N1} ms, {costs[^1].IndexBytes / 1024.0 / 1024:N1} MiB, which no page waits for"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one note saved  {Median(costs.Select(c => c.Rebuild)):N1} ms with the search index"));
    }

    private static (double Milliseconds, long Bytes) Cost(Action work)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return ((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds, GC.GetTotalAllocatedBytes() - bytes);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
