using System.Text;

namespace KubeGuide.Core.Tests.Notes;

/// <summary>
/// Notes made to cost much: towers, bombs, and what a parser, a linker, an index or a page might go over more than once.
/// Each is well below the limit in bytes or just above one of structure; either way it has to come to an end.
/// </summary>
public static class HostileNotes
{
    public static TheoryData<string, string> Markdown => new()
    {
        // Nesting.
        { "lists in lists", Repeat("- ", 2_000) + "pod" + Repeat("\n", 2_000) },
        { "quotes in quotes", Repeat("> ", 5_000) + "pod" },
        { "quotes and lists in turn", Repeat("> 1. ", 2_000) + "pod" },
        { "lists just within the limit", Repeat(Repeat("- ", 31) + "a\n", 5_000) },
        { "stairs of lists", Lines(1_000, i => new string(' ', 2 * i) + "- a") },
        { "containers in containers", Repeat(":::message\n", 5_000) },
        { "containers within the limit", Repeat(Repeat(":::message\n", 30) + "a\n" + Repeat(":::\n", 30), 1_000) },
        { "details in details", Repeat("<details>\n\n", 50_000) },
        { "summaries that never close", Repeat("<details><summary>a\n", 50_000) },
        { "headings in quotes in lists", Repeat("- > # Pod\n", 15_000) },
        { "footnotes in footnotes", Lines(5_000, i => $"[^{i}]: see [^{i + 1}]\n") + "\n[^0]" },

        // Inline markup.
        { "a tower of brackets", Repeat("[", 50_000) + "a" + Repeat("](b)", 50_000) },
        { "brackets within the limit", Repeat(Repeat("[a](", 1_900) + "\n\n", 8) },
        { "emphasis that never closes", Repeat("**a _b ", 50_000) },
        { "emphasis within the limit", Repeat(Repeat("*a_ ", 1_500) + "\n\n", 5) },
        { "one word of asterisks", "a" + Repeat("*", 500_000) + "b" },
        { "backticks of every length", string.Concat(Enumerable.Range(1, 1_500).Select(i => new string('`', i) + "a")) },
        { "angle brackets", Repeat("<a ", 200_000) },
        { "tags with endless attributes", "<a " + Repeat("b=\"c\" ", 100_000) },
        { "comments that never close", Repeat("a <!-- ", 100_000) },
        { "entities", Repeat("&nLt;&amp;&#65;", 100_000) },
        { "entities that are none", Repeat("&", 300_000) },
        { "backslashes", Repeat("\\[\\*\\`", 60_000) },
        { "open images", Repeat("![", 100_000) },
        { "wiki links that never close", Repeat("[[a|", 100_000) },
        { "sized images that never close", Repeat("![a](b =", 100_000) },
        { "hidden text that never ends", Repeat("%%% ", 100_000) + "%%" },
        { "hidden blocks and formulas that never end", Repeat(" %%\n~~~\n```\n~~~\n$$\n\n", 10_000) },
        { "a tower behind a hidden block", "%%\n```\n%%\n```\n%%\n" + Repeat("> ", 5_000) + "pod\n```\n" },
        { "properties and nothing else", "# Pod\n\n" + Repeat("- tags: `a`\n", 60_000) },
        { "remarks and nothing else", "# Pod\n\n" + Repeat("> [!note]\n> a\n\n", 40_000) },
        { "commands in prose", Repeat("kubectl get po,svc ", 50_000) },
        { "names of places", Repeat("<a name=\"a\"></a>", 30_000) + "\n# Pod" },
        { "remarks in remarks", Repeat(Repeat("> ", 30) + "[!note] a\n\n", 3_000) },
        { "hard line breaks", Repeat("a  \n", 60_000) },

        // What grows.
        { "one long definition used often", "[a]: /" + Repeat("x", 50_000) + "\n\n" + Repeat("[a]\n\n", 1_000) },
        { "a definition with a long title", "[a]: /u '" + Repeat("x", 100_000) + "'\n\n" + Repeat("![a]\n\n", 1_000) },
        { "many definitions", Lines(20_000, i => $"[a{i}]: /u") },
        { "one footnote called everywhere", "[^a]: a\n\n" + Repeat("[^a] [^a] [^a] [^a] [^a]\n\n", 20_000) },
        { "many footnotes", Lines(4_900, i => $"[^{i}]: a\n") + "\n\n" + Lines(4_900, i => $"[^{i}]\n") },
        { "a footnote of half a note, called often", "[^a]: " + Repeat("Podです。", 30_000) + "\n\n" + Repeat("[^a]\n\n", 5_000) },
        { "cards alone", Repeat("http://a.b\n\n", 30_000) },
        { "cards in one paragraph", Repeat("http://a.b\n", 50_000) },
        { "links to nowhere", Repeat("[a](b) ", 250_000) },
        { "links with a scheme that is not shown", Repeat("[a](x:b)\n\n", 20_000) },
        { "missing images", Repeat("![](a)\n\n", 30_000) },
        { "empty code blocks", Repeat("```\n```\n", 90_000) },
        { "kinds in code", "```yaml\n" + Repeat("kind: Pod\n", 50_000) + "```\n" },
        { "flow braces in code", "```yaml\n" + Repeat("{", 100_000) + Repeat("[", 100_000) + "\n```\n" },
        { "quotes in code", "```json\n" + Repeat("\"\\", 500_000) + "\n```\n" },
        { "commands in code", "```sh\n" + Repeat("kubectl get po,svc,ing ", 50_000) + "\n```\n" },
        { "unclosed substitutions in code", "```sh\n" + Repeat("$(", 60_000) + Repeat("${", 60_000) + "\n```\n" },
        { "marked lines in code", "```yaml:a.yaml {" + Repeat("1-99999,", 50_000) + "1}\na: b\n```\n" },
        { "quotes, each five times as long when shown", Repeat("\"", 1_000_000) },

        // Tables.
        { "a wide table with short rows", Repeat("|a", 3_000) + "|\n" + Repeat("|-", 3_000) + "|\n" + Repeat("|x\n", 3_000) },
        { "a long table", "|a|b|c|\n|-|-|-|\n" + Repeat("|x|y|z|\n", 30_000) },
        { "many tables of terms", Repeat("|a|b|\n|-|-|\n" + Repeat("|Pod|Pod|\n", 2_000) + "\n", 40) },
        { "bars that are no table", Repeat("a|", 500_000) },

        // Headings, terms, sentences.
        { "headings", Repeat("## Pod\n", 6_000) },
        { "headings within the limit", Repeat("## Pod\n\nPodです。\n\n", 4_900) },
        { "headings nearly like kinds", Lines(4_900, i => $"## Deploymnt{i}\n") },
        { "headings, each deeper than the last", Lines(4_900, i => new string('#', (i % 6) + 1) + $" a{i}\n") },
        { "a heading of a megabyte", "# " + Repeat("Pod ", 250_000) },
        { "anchors of a megabyte", "# a {#" + Repeat("b", 1_000_000) + "}" },
        { "old ids", "# Pod\n\n<!-- formerly: " + Repeat("a ", 500_000) + "-->\n" },
        { "a line of terms", Repeat("Pod", 150_000) },
        { "a line of terms with spaces", Repeat("Pod ", 100_000) },
        { "a list of terms", Repeat("- Pod\n", 30_000) },
        { "a line of Japanese terms", Repeat("ポッドとノード、", 20_000) },
        { "the beginning of a term, again and again", Repeat("HorizontalPodAutoscale", 20_000) },
        { "brackets that hold sentences", Repeat("「（『Pod", 30_000) },
        { "sentences without an end", Repeat("Podと", 60_000) },
        { "voiced marks", Repeat("か\u3099", 300_000) },
        { "marks without a letter", Repeat("\u3099\u309A", 300_000) },
        { "long vowels", "ポッド" + Repeat("ー", 600_000) },
        { "zero width", Repeat("P\u200Bo\u200Dd\uFEFF", 40_000) },
        { "turned writing direction", Repeat("\u202E\u2066Pod", 40_000) },
        { "half of a character", Repeat("\uD83D ", 300_000) },
        { "control characters", Repeat("\u0001Podです。。。。。。。", 100_000) },

        // Addresses.
        { "an address of a megabyte", "https://example.com/" + Repeat("a", 1_000_000) },
        { "brackets in an address", "https://example.com/" + Repeat("(", 500_000) },
        { "percent signs in an address", "https://example.com/#" + Repeat("%E3%81%82", 100_000) },
        { "addresses without spaces", Repeat("https://a.example/あ", 15_000) },
        { "beginnings of addresses", Repeat("http", 100_000) },
        { "names before an at sign", Repeat("a@", 500_000) },

        // Lines.
        { "five megabytes in one line", Repeat("あ", 1_700_000) },
        { "two megabytes in one line", Repeat("ポッドはコンテナをまとめたものです。", 20_000) },
        { "nothing but line ends", Repeat("\n", 1_000_000) },
        { "tabs", Repeat("\t", 1_000_000) + "a" },
        { "rules", Repeat("---\n\n", 80_000) },
        { "a comment around everything", "<!--" + Repeat("Pod\n\n", 60_000) },
    };

    public static TheoryData<string, string> FrontMatter => new()
    {
        { "flow sequences", "a: " + Repeat("[", 8_000) },
        { "flow mappings", "a: " + Repeat("{a: ", 4_000) },
        { "block sequences", Repeat("- ", 8_000) },
        { "block mappings", Repeat("? ", 8_000) },
        { "an alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\naliases: *d" },
        { "merge keys", "a: &a {x: 1}\n<<: [*a, *a, *a]\ntitle: Pod" },
        { "an alias of itself", "a: &a [*a]" },
        { "aliases without anchors", Repeat("*a : *b\n", 1_000) },
        { "tags", Repeat("!<tag:example.com,2026:x> ", 500) + "a: b" },
        { "a directive", "%YAML 9.9\n%TAG ! tag:example.com,2026:\na: b" },
        { "a title of sixteen kilobytes", "title: " + Repeat("a", 16_000) },
        { "five thousand aliases", "aliases: [" + string.Join(",", Enumerable.Range(0, 3_000).Select(i => $"a{i}")) + "]" },
        { "aliases that are one letter", "aliases: [a, b, c, の, は, '。', '']" },
        { "one key again and again", Repeat("title: Pod\n", 1_400) },
        { "an anchor of every letter", string.Concat(Enumerable.Range(0, 1_500).Select(i => $"a{i}: &a b\n")) },
        { "a quote that never closes", "title: \"" + Repeat("a\n  ", 3_000) },
        { "a block that never ends", "title: |\n" + Repeat("  a\n", 4_000) },
        { "tabs", "title:\n" + Repeat("\t", 8_000) + "a" },
        { "escapes", "title: \"" + Repeat("\\u0000\\uD800", 1_000) + "\"" },
        { "more than is allowed", Repeat("key: value\n", 3_000) },
    };

    public static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    public static string Lines(int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(0, count).Select(line));
}
