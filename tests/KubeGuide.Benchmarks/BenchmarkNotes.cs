using KubeGuide.Core.Notes;

namespace KubeGuide.Benchmarks;

/// <summary>The notes that a benchmark builds from.</summary>
internal static class BenchmarkNotes
{
    public static NotesSnapshot Read() =>
        NotesFolder.Scan(Environment.GetEnvironmentVariable("KUBEGUIDE_BENCH_NOTES") is { Length: > 0 } given ? given : Docs(), NoteLimits.Default);

    private static string Docs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KubeGuide.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "docs");
    }
}
