using System.Globalization;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Search;

namespace KubeGuide.Benchmarks;

/// <summary>
/// Prints what a mean hides: the slowest queries, the cost of a build, and the memory beside the text's. All times are
/// CPU time, so that a busy machine does not change them.
/// </summary>
internal static class SearchLatency
{
    private const int Warmup = 20;
    private const int Rounds = 100;

    public static void Print()
    {
        foreach (var notes in new[] { 100, 1_000, 10_000 })
            Print(notes);
    }

    private static void Print(int notes)
    {
        var documents = SearchCorpus.Generate(notes);
        var topics = KubernetesCatalog.Default.Topics;
        SearchIndex.Build(documents, null, topics);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Environment.CpuUsage.TotalTime;
        var index = SearchIndex.Build(documents, null, topics);
        var build = Environment.CpuUsage.TotalTime - start;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var text = SearchCorpus.BytesOf(documents);
        start = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(SearchIndex.Build(documents, index, topics));
        var rebuild = Environment.CpuUsage.TotalTime - start;
        Write($"{notes} notes, {text / 1024} KB of text: index {bytes / 1024} KB ({(double)bytes / text:0.00} x), build {build.TotalMilliseconds:0} ms, unchanged {rebuild.TotalMilliseconds:0} ms");
        var all = new List<double>();
        foreach (var query in SearchBenchmarks.Queries)
        {
            for (var i = 0; i < Warmup; i++)
                index.Search(query);
            var times = Enumerable.Range(0, Rounds).Select(_ => Time(index, query)).Order().ToList();
            all.AddRange(times);
            Write($"  {times[Rounds / 2],7:0.00} p50 {times[(Rounds * 99 / 100) - 1],7:0.00} p99 ms  {index.Search(query).Total,6} hits  {query}");
        }

        all.Sort();
        Write($"  {all[all.Count / 2],7:0.00} p50 {all[(all.Count * 99 / 100) - 1],7:0.00} p99 ms  all queries");
    }

    private static double Time(SearchIndex index, string query)
    {
        var start = Environment.CpuUsage.TotalTime;
        index.Search(query);
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
