namespace KubeGuide.Web.Tests;

/// <summary>The manual as it is shipped, for tests that hold it to the code.</summary>
internal static class Manual
{
    public static string Text(string page) => File.ReadAllText(Path.Combine(RunningSite.Docs, "kubeguide", page));

    /// <summary>The cells of every table's rows, without the lines that only divide.</summary>
    /// <param name="below">A heading: of its section only.</param>
    public static IReadOnlyList<string[]> Rows(string page, string? below = null)
    {
        var lines = Text(page).Split('\n').AsEnumerable();
        if (below is not null)
            lines = lines.SkipWhile(line => line != below).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        string[][] tables = [.. lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];
        return [.. tables.Where((row, index) => !IsDivider(row) && !(index + 1 < tables.Length && IsDivider(tables[index + 1])))];
    }

    /// <summary>What stands in backticks, in its order.</summary>
    public static IEnumerable<string> Code(string text) => text.Split('`').Where((_, index) => index % 2 == 1);

    private static bool IsDivider(string[] row) => row.All(cell => cell.Length > 0 && cell.All(c => c is '-' or ':'));
}
