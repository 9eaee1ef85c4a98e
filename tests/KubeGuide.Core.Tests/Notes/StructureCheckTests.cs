using System.Text;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Notes;

public sealed class StructureCheckTests
{
    /// <summary>Notes that cost a Markdown parser from seconds to hours, or gigabytes.</summary>
    public static TheoryData<string, string> Attacks => new()
    {
        { "lists in lists", Repeat("- ", 2_000) + "pod" + Repeat("\n", 2_000) },
        { "numbers in numbers", Repeat("1. ", 2_000) + "pod" },
        { "quotes in quotes", Repeat("> ", 2_000) + "pod" },
        { "quotes without spaces", Repeat(">", 2_000) + "pod" },
        { "quotes and lists", Repeat("> - ", 1_000) + "pod" },
        { "lists in a list item", "- a\n  " + Repeat("+ ", 500) + "pod" },
        { "lists in a footnote", "[^a]: " + Repeat("- ", 1_000) + "pod" },
        { "stairs of lists", Lines(1_000, i => new string(' ', 2 * i) + "- a") },
        { "stairs of lists with tabs", Lines(500, i => new string('\t', i) + "- a") },
        { "a wide table with short rows", Repeat("|a", 3_000) + "|\n" + Repeat("|-", 3_000) + "|\n" + Repeat("|x\n", 3_000) },
        { "a long table", "|a|b|c|\n|-|-|-|\n" + Repeat("|x|y|z|\n", 20_000) },
        { "a table in a quote", "> " + Repeat("|a", 100) + "|\n> " + Repeat("|-", 100) + "|\n" },
        { "containers that never close", Repeat(":::message\n", 2_000) },
        { "containers in a list", "- a\n" + Repeat("  :::message\n", 2_000) },
        { "containers behind a code fence that a list closes", "- ```\n" + Repeat(":::message\n", 2_000) },
        { "quotes behind a hidden block with half a fence in it", "%%\n```\n~~~\n%%\n" + Repeat("> ", 5_000) + "pod\n" },
        { "quotes behind a formula with half a fence in it", "$$\n```\n~~~\n$$\n" + Repeat("> ", 5_000) + "pod\n" },
        { "headings", Repeat("## Pod\n", 5_001) },
        { "a heading of a megabyte", "# " + Repeat("Pod ", 250_000) },
        { "a paragraph of a megabyte that is a heading", Repeat("とは\n", 300_000) + "---\n" },
        { "underlined headings", Repeat("Pod\n---\n", 5_001) },
        { "open brackets on one line", Repeat("[", 2_001) },
        { "open brackets on many lines", Repeat("[a\n", 2_001) },
        { "a tower of brackets", Repeat("[", 50_000) + Repeat("]", 50_000) },
        { "emphasis", Repeat("*a_ ", 2_001) },
        { "asterisks alone", "a" + Repeat("*", 4_001) },
        { "strikes on many lines", Repeat("~~a\n", 2_001) },
        { "emphasis in many paragraphs", Repeat(Repeat("*a ", 3_900) + "\n\n", 4) },
        { "brackets in many paragraphs", Repeat(Repeat("[a]\n", 3_000) + "\n", 6) },
        { "one long definition used often", "[a]: /" + Repeat("x", 50_000) + "\n\n" + Repeat("[a]\n\n", 1_000) },
        { "a definition used by other spellings", "[a  B]: /" + Repeat("x", 50_000) + "\n\n" + Repeat("[A\nb]\n\n", 1_000) },
        { "a definition with a long title in a quote", "> [a]: /u '" + Repeat("x\n> ", 30_000) + "'\n\n" + Repeat("![a] ", 100) },
        { "definitions in one paragraph", Lines(20_000, i => $"[a{i}]: /u") },
        { "definitions whose labels are broken", Lines(20_000, i => $"[a\n{i}]: /u") },
        { "definitions without a target", Repeat("[a]:\n", 20_000) },
        { "footnotes", Lines(20_000, i => $"[^{i}]: a") },
        { "one footnote again and again", Repeat("[^a]: a\n\n", 20_000) },
        { "comments that never close", Repeat("a <!-- ", 50_000) },
        { "instructions that never close", Repeat("a <? ", 50_000) },
        { "declarations that never close", Repeat("a <!A ", 50_000) },
        { "backtick runs of every length", string.Concat(Enumerable.Range(1, 1_000).Select(i => new string('`', i) + " ")) },
        { "empty lines in deep lists", Repeat("- ", 32) + "a" + Repeat("\n", 1_000_000) },
        { "empty lines in open containers", Repeat(":::a\n", 32) + Repeat("x\n\n", 300_000) },
        { "deep lists on every line", Repeat(Repeat("- ", 32) + "a\n", 10_000) },
        { "alerts", Repeat("> [!NOTE]\n> a\n\n", 60_000) },
        { "list items", Repeat("- a\n", 200_000) },
        { "too many bars", Repeat("|", 60_000) },
        { "too many bytes", Repeat("あ", 700_000) },
        { "too much front matter", "---\n" + Repeat("key: value\n", 1_600) + "---\n" },
    };

    /// <summary>Notes that look alike and are ordinary.</summary>
    public static TheoryData<string, string> Ordinary => new()
    {
        { "a line of dashes", Repeat("- ", 60) + "\ntext" },
        { "a line of stars", Repeat("* ", 60) + "\ntext" },
        { "a quote of a quote", Repeat("> > > 引用\n", 500) },
        { "a long table of contents", Lines(3_000, i => $"- [項目{i}](#item-{i})") },
        { "a table of contents longer than a paragraph may be", Lines(9_000, i => $"  - [項目{i}](#item-{i}) **new**") },
        { "a long table", "|a|b|c|\n|-|-|-|\n" + Repeat("| `x` | **y** | z |\n", 900) },
        { "a log in a fence", "```\n" + Repeat("[2026-11-01] *** node_1 [INFO] |a|b|c| ~~~ x_y_z\n", 5_000) + "```\n" },
        { "a program in a fence", "```\n" + Repeat("# comment\n[a]: b\n:::message\n> > >\n", 400) + "```\n" },
        { "many messages", Repeat(":::message\n注意してください。\n:::\n\n", 400) },
        { "many code blocks", Repeat("```yaml\nkind: Pod\n```\n\n", 2_000) },
        { "many headings", Repeat("## 見出し\n\n本文です。\n\n", 2_000) },
        { "many definitions", Lines(1_000, i => $"[a{i}]: https://example.com/{i}") + "\n\n" + Lines(1_000, i => $"[a{i}]\n") },
        { "many comments", Repeat("文章です。<!-- nolink -->\n", 300) },
        { "deeply indented text", Repeat(" ", 200) + "text\n" },
        { "one long Japanese line", Repeat("ポッドはコンテナをまとめたものです。", 20_000) },
        { "brackets that close", Repeat("[a](b) [c][d]\n", 800) },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_costly_note_is_refused_with_limit_and_place(string name, string text)
    {
        var fault = StructureCheck.Check(text);
        Assert.True(fault is { Line: > 0 } && fault.Message.Contains("上限", StringComparison.Ordinal), name);
    }

    [Theory]
    [MemberData(nameof(Ordinary))]
    public void An_ordinary_note_passes(string name, string text)
    {
        var fault = StructureCheck.Check(text);
        Assert.True(fault is null, $"{name}: {fault}");
    }

    /// <summary>Each limit with what is just allowed, repeated once more it is not.</summary>
    public static TheoryData<string, string, string, string, int> Edges => new()
    {
        { "quote markers", "", "> ", "a", 32 },
        { "list markers", "", "- ", "a", 32 },
        { "list indent", Lines(64, i => new string(' ', 2 * i) + "- a") + "\n", " ", "- a", 128 },
        { "table columns", "|-|\n", "|a", "\n", 63 },
        { "table rows", "|a|b|c\n|-|-|-\n", "|x|y|z\n", "", 12_498 },
        { "open containers", "", ":::message\n", "a", 32 },
        { "headings", "", "# a\n", "", 5_000 },
        { "brackets of a line", "", "[]", "", 2_000 },
        { "open brackets", "", "[\n", "", 2_000 },
        { "delimiters", "a", "*", "", 4_000 },
        { "definitions", "", "[a]: b\n", "", 5_000 },
        { "heading length", "# ", "a", "", 4_000 },
        { "bytes", "", "a", "", 2 * 1024 * 1024 },
        { "definition text", "[a]: " + Repeat("b", 1024) + "\n", "\n[a]", "", 1024 },
        { "bars", "a\n", "|", "\n", 50_000 },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void A_limit_allows_its_value_and_not_one_more(string name, string start, string piece, string end, int limit)
    {
        var allowed = StructureCheck.Check(start + Repeat(piece, limit) + end);
        Assert.True(allowed is null, $"{name}: {allowed}");
        Assert.True(StructureCheck.Check(start + Repeat(piece, limit + 1) + end) is not null, name);
    }

    [Fact]
    public void The_place_is_the_line_of_the_file() =>
        Assert.Equal(4, StructureCheck.Check("a\n\n\n" + Repeat("> ", 40) + "b")!.Line);

    [Theory]
    [InlineData(0, 64 * 1024)]
    [InlineData(1_000, (64 * 1024) + 20_000)]
    [InlineData(2 * 1024 * 1024, 8 * 1024 * 1024)]
    [InlineData(int.MaxValue, 8 * 1024 * 1024)]
    public void Output_grows_with_the_note_up_to_eight_million(int input, int output) =>
        Assert.Equal(output, NoteLimits.Default.OutputLength(input));

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    private static string Lines(int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(0, count).Select(line));
}
