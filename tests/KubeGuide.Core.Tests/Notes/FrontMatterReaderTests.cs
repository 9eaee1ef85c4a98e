using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Notes;

public sealed class FrontMatterReaderTests
{
    [Fact]
    public void Every_key_of_ours_is_read()
    {
        var (values, offset, line, diagnostics) = FrontMatterReader.Read("a.md", """
            ---
            title: "Pod: 最小単位"
            slug: pod
            aliases: [ポッド, 'pods', 42]
            summary: >
              一つ以上のコンテナを
              まとめたもの。
            group: workloads
            order: -3
            updated: 2026-11-01
            ---
            # 本文
            """);
        Assert.Empty(diagnostics);
        Assert.Equal("Pod: 最小単位", values.Title);
        Assert.Equal("pod", values.Slug);
        Assert.Equal(["ポッド", "pods", "42"], values.Aliases);
        Assert.Equal("一つ以上のコンテナを まとめたもの。", values.Summary);
        Assert.Equal("workloads", values.Group);
        Assert.Equal(-3, values.Order);
        Assert.Equal("2026-11-01", values.Updated);
        Assert.Equal(4, values.Lines["aliases"]);
        Assert.Equal(12, line);
        Assert.True(offset > 0);
    }

    [Theory]
    [InlineData("title: Pod\nsummary: Kubernetes上の最小単位。\ngroup: workloads\norder: 3\nupdated: 2026-11-01")]
    [InlineData("title: \"Pod: 最小 # 単位\"  \n\nslug: pod\naliases: ポッド\ndraft: true")]
    [InlineData("title: null\nsummary: \"\"\norder: ３\nslug: Pod\nupdated: 2026/11/01")]
    [InlineData("title: Pod\ntitle: \"Pods\"\nlayout: page\nlayout: page")]
    [InlineData("title:   Pod  と  Service\ngroup: 1\norder: x1\naliases: \" a  b \"")]
    [InlineData("title: Pod\n  の続き\nslug: pod")]
    [InlineData("title: Pod\u000cslug: pod")]
    public void A_line_of_a_key_and_a_value_means_what_it_means_in_yaml(string yaml)
    {
        var plain = FrontMatterReader.Read("a.md", $"---\n{yaml}\n---\n");
        var parsed = FrontMatterReader.Read("a.md", $"---\n{yaml}\n# この行はYAMLでしか読めない\n---\n");
        Assert.Equal(parsed.Values with { Aliases = [], Lines = plain.Values.Lines }, plain.Values with { Aliases = [] });
        Assert.Equal(parsed.Values.Aliases, plain.Values.Aliases);
        Assert.Equal(parsed.Values.Lines, plain.Values.Lines);
        Assert.Equal(parsed.Diagnostics, plain.Diagnostics);
    }

    [Theory]
    [InlineData("---\ntitle: Pod\n---\nbody", "body", 4)]
    [InlineData("---  \ntitle: Pod\n...\nbody", "body", 4)]
    [InlineData("---\ntitle: Pod\n---", "", 3)]
    public void The_body_begins_below_the_closing_line(string text, string body, int line)
    {
        var block = FrontMatterReader.Read("a.md", text);
        Assert.Equal("Pod", block.Values.Title);
        Assert.Equal(body, text[block.BodyOffset..]);
        Assert.Equal(line, block.BodyLine);
    }

    [Theory]
    [InlineData("# Pod\n---\ntitle: x\n---\n")]
    [InlineData("\n---\ntitle: x\n---\n")]
    [InlineData("---\n普通の文章。\ntitle: x\n")]
    [InlineData("---\n注意: 普通の文章。\n")]
    [InlineData("---\nhttps://example.com\n")]
    [InlineData("---\n\ntitle: x\n")]
    [InlineData("---")]
    [InlineData("---\n")]
    [InlineData("+++\n")]
    [InlineData("+++\n普通の文章。\na = b\n")]
    [InlineData("\n")]
    [InlineData("----\ntitle: x\n---\n")]
    [InlineData("---\n---\n")]
    [InlineData("---\n\n# 見出し\n\n文章: がある。\n\n---\n")]
    [InlineData("---\n- a\n- b\n---\n")]
    [InlineData("---\nただの文章です。\n---\n")]
    [InlineData("---\n**強調** [a: b\n---\n")]
    public void What_is_no_mapping_at_the_very_start_stays_Markdown(string text)
    {
        var block = FrontMatterReader.Read("a.md", text);
        Assert.Equal((0, 1), (block.BodyOffset, block.BodyLine));
        Assert.Empty(block.Diagnostics);
    }

    [Fact]
    public void Keys_of_other_tools_are_left_alone()
    {
        var block = FrontMatterReader.Read("a.md", "---\nemoji: 🐳\ntopics: [k8s, {a: b}]\npublished: true\ntitle: Pod\nnested:\n  title: no\n---\n");
        Assert.Equal("Pod", block.Values.Title);
        Assert.Empty(block.Diagnostics);
    }

    [Theory]
    [InlineData("order: ten", 2, 8)]
    [InlineData("order: 1.5", 2, 8)]
    [InlineData("updated: 2026年", 2, 10)]
    [InlineData("updated: 2026-02-30", 2, 10)]
    [InlineData("slug: Pod", 2, 7)]
    [InlineData("title: [a]", 2, 8)]
    [InlineData("title:\n  a: b", 3, 3)]
    [InlineData("aliases: {a: b}", 2, 10)]
    [InlineData("aliases: [a, [b]]", 2, 14)]
    [InlineData("group: a\ngroup: b", 3, 1)]
    public void A_value_of_the_wrong_kind_is_named_with_its_place(string yaml, int line, int column)
    {
        var block = FrontMatterReader.Read("a.md", $"---\n{yaml}\nsummary: 残り\n---\n");
        var diagnostic = Assert.Single(block.Diagnostics);
        Assert.Equal(("front-matter", line, column), (diagnostic.Rule, diagnostic.Line, diagnostic.Column));
        Assert.Equal("残り", block.Values.Summary);
    }

    [Theory]
    [InlineData("title:")]
    [InlineData("title: ~")]
    [InlineData("title: ''")]
    [InlineData("aliases:")]
    public void An_empty_value_says_nothing(string yaml)
    {
        var block = FrontMatterReader.Read("a.md", $"---\n{yaml}\n---\n");
        Assert.Null(block.Values.Title);
        Assert.Empty(block.Values.Aliases);
        Assert.Empty(block.Diagnostics);
    }

    [Theory]
    [InlineData("aliases: ポッド", "ポッド")]
    [InlineData("aliases: 8443", "8443")]
    [InlineData("aliases: 受注, Orders、受注", "受注 Orders")]
    [InlineData("aliases: [po, po]", "po")]
    public void Aliases_may_stand_without_a_list(string yaml, string alias) =>
        Assert.Equal(alias.Split(' '), FrontMatterReader.Read("a.md", $"---\n{yaml}\n---\n").Values.Aliases);

    [Theory]
    [InlineData("title: Pod\nslug: our-pod\naliases: [a, b")]
    [InlineData("title: Pod\nslug: our-pod\nsummary: \"小さい。")]
    [InlineData("title: Pod\nslug: our-pod\nsummary: 注意: 小さい。")]
    [InlineData("title: Pod\nslug: our-pod\ntags: {a")]
    public void Broken_YAML_below_a_key_is_named_not_shown_as_text_and_leaves_the_keys_above_it(string yaml)
    {
        var text = $"---\n{yaml}\n---\nbody";
        var block = FrontMatterReader.Read("a.md", text);
        var diagnostic = Assert.Single(block.Diagnostics);
        Assert.Equal("front-matter", diagnostic.Rule);
        Assert.InRange(diagnostic.Line, 3, 5);
        Assert.Equal(("Pod", "our-pod"), (block.Values.Title, block.Values.Slug));
        Assert.Equal("body", text[block.BodyOffset..]);
    }

    [Theory]
    [InlineData("---\ntitle: Pod\n\n小さい。\n", "閉じる")]
    [InlineData("---\ntitle: Pod\nslug: our-pod", "閉じる")]
    [InlineData("---  \nlayout:\n", "閉じる")]
    [InlineData("+++\ntitle = \"Pod\"\n+++\n\n小さい。\n", "TOML")]
    public void Front_matter_that_never_closes_or_is_TOML_is_named_and_is_text(string text, string said)
    {
        var block = FrontMatterReader.Read("a.md", text);
        var diagnostic = Assert.Single(block.Diagnostics);
        Assert.Equal(("front-matter", 1), (diagnostic.Rule, diagnostic.Line));
        Assert.Contains(said, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal((0, null), (block.BodyOffset, block.Values.Title));
    }

    [Fact]
    public void A_YAML_alias_is_refused()
    {
        var block = FrontMatterReader.Read("a.md", "---\nx: &x [a]\ntitle: *x\n---\n");
        Assert.Contains(block.Diagnostics, diagnostic => diagnostic.Message.Contains("エイリアス", StringComparison.Ordinal));
        Assert.Null(block.Values.Title);
    }

    [Theory]
    [InlineData("x: ", "[", 8_000)]
    [InlineData("x: ", "{a: ", 4_000)]
    [InlineData("", "? ", 8_000)]
    [InlineData("x:\n ", "- ", 8_000)]
    [InlineData("x: ", "&a ", 5_000)]
    [InlineData("x: ", "!!a ", 4_000)]
    [InlineData("x: ", "'", 16_000)]
    [InlineData("x: [", "a,", 8_000)]
    [InlineData("x: |", "\n\t", 8_000)]
    public void Hostile_YAML_says_nothing_and_is_one_finding_at_most(string start, string piece, int times)
    {
        var text = "---\n" + start + string.Concat(Enumerable.Repeat(piece, times)) + "\n---\nbody";
        var block = FrontMatterReader.Read("a.md", text);
        Assert.Null(block.Values.Title);
        Assert.InRange(block.Diagnostics.Length, 0, 1);
    }

    [Fact]
    public void Front_matter_past_its_limit_refuses_the_note_and_prose_between_two_rules_does_not()
    {
        var line = "key: " + new string('a', 94) + "\n";
        var yaml = string.Concat(Enumerable.Repeat(line, 170));
        Assert.Contains("フロントマター", StructureCheck.Check($"---\n{yaml}---\n")!.Message, StringComparison.Ordinal);
        Assert.Null(StructureCheck.Check($"---\n{yaml}\n普通の文章。\n\n---\n"));
        Assert.Null(StructureCheck.Check($"---\n{line}---\n{yaml}"));
    }
}
