using System.Runtime.CompilerServices;

namespace KubeGuide.Core.Tests.Search;

/// <summary>
/// <c>typed-queries.txt</c>: what people type, with the answers that a reader wants first. <c>query → slug slug</c>, where
/// each slug is a good answer; behind <c>|</c> what it is in the messy export where that differs, <c>-</c> for nothing.
/// </summary>
internal static class TypedQueries
{
    public static IEnumerable<(string Query, string Slugs)> OverDocs => Rows().Select(row => (row.Query, row.Answers[0]));

    public static IEnumerable<(string Query, string Slugs)> OverMessyExport => Rows().Where(row => row.Answers[^1] != "-").Select(row => (row.Query, row.Answers[^1]));

    private static IEnumerable<(string Query, string[] Answers)> Rows() =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "typed-queries.txt"))
            .Select(line => line.Split(" → "))
            .Select(row => (row[0], row[1].Split(" | ")));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
