using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using KubeGuide.Core.References;

namespace KubeGuide.Core.Tests.References;

public sealed class ReferenceTitlesTests
{
    [Fact]
    public void An_entry_is_a_title_or_a_set_of_keys()
    {
        var titles = Read("""
            # 引用した記事
            https://example.com/a: 短い書き方
            https://example.com/b:
              title: "長い書き方: 全部"
              author: someone
              site: 社内ブログ
              date: 2026-11-01
              note: 図がわかりやすい
            """);

        Assert.Empty(titles.Diagnostics);
        Assert.Equal("短い書き方", titles.Find(Understand("https://example.com/a"))!.Title);
        Assert.Equal(
            new ReferenceEntry("https://example.com/b", "長い書き方: 全部", "someone", "社内ブログ", new DateOnly(2026, 11, 1), "図がわかりやすい", 3, 1),
            titles.Find(Understand("https://example.com/b")));
    }

    [Theory]
    [InlineData("https://example.com/a#概要")]
    [InlineData("HTTPS://EXAMPLE.COM/a")]
    [InlineData("https://example.com/a?utm_source=x")]
    [InlineData("https://example.com/a/")]
    public void An_entry_is_found_by_any_spelling_of_its_article(string cited) =>
        Assert.Equal("題名", Read("https://example.com/a: 題名").Find(Understand(cited))?.Title);

    [Theory]
    [InlineData("", null, 0, 0)]
    [InlineData("# まだない", null, 0, 0)]
    [InlineData("---\n", null, 0, 0)]
    [InlineData("https://example.com/a:\n", null, 0, 0)]
    [InlineData("https://example.com/a:\n  title: 題名\n  titel: 題名\n", "references-unknown-key", 3, 3)]
    [InlineData("https://example.com/a: 題名\n\nhttps://EXAMPLE.com/a#b: 題名\n", "references-duplicate", 3, 1)]
    [InlineData("https://example.com/a:\n  title: 題名\n  title: 別名\n", "references-duplicate", 3, 3)]
    [InlineData("題名: https://example.com/a\n", "references-bad-url", 1, 1)]
    [InlineData("ftp://example.com/a: 題名\n", "references-bad-url", 1, 1)]
    [InlineData("https://me:secret@example.com/a: 題名\n", "reference-credentials", 1, 1)]
    [InlineData("https://example.com/a:\n  date: 2026-13-01\n", "references-bad-date", 2, 9)]
    [InlineData("https://example.com/a:\n  date: 2026/11/01\n", "references-bad-date", 2, 9)]
    [InlineData("https://example.com/a:\n  date: 昨日\n", "references-bad-date", 2, 9)]
    [InlineData("https://example.com/a: \"閉じない\n", "references-parse", 1, 24)]
    [InlineData("https://example.com/a: {title: x,\nauthor: y}\n", "references-parse", 1, 33)]
    [InlineData("- https://example.com/a\n", "references-parse", 1, 1)]
    [InlineData("題名だけ\n", "references-parse", 1, 1)]
    [InlineData("https://example.com/a: [1, 2]\n", "references-parse", 1, 24)]
    [InlineData("https://example.com/a:\n  title: [1, 2]\n", "references-parse", 2, 10)]
    [InlineData("? [a, b]\n: c\n", "references-parse", 1, 3)]
    [InlineData("https://example.com/a: &x 題名\nhttps://example.com/b: *x\n", "references-parse", 2, 24)]
    [InlineData("https://example.com/a: 題名\n---\nhttps://example.com/b: 題名\n", "references-parse", 2, 1)]
    public void What_is_wrong_is_said_with_its_place(string yaml, string? rule, int line, int column)
    {
        var diagnostics = Read(yaml).Diagnostics;

        if (rule is null)
            Assert.Empty(diagnostics);
        else
            Assert.Equal((rule, "references.yml", line, column), diagnostics.Select(d => (d.Rule, d.Path, d.Line, d.Column)).Single());
    }

    [Fact]
    public void What_stands_before_and_beside_a_mistake_is_kept()
    {
        var titles = Read("https://example.com/a:\n  titel: x\n  author: someone\nhttps://example.com/b: [1]\nhttps://example.com/c: 題名\n\"\n");

        Assert.Equal("someone", titles.Find(Understand("https://example.com/a"))!.Author);
        Assert.Equal("題名", titles.Find(Understand("https://example.com/c"))!.Title);
        Assert.Equal(["references-unknown-key", "references-parse", "references-parse"], titles.Diagnostics.Select(d => d.Rule));
    }

    [Fact]
    public void An_entry_that_nobody_cites_is_reported()
    {
        var titles = Read("https://example.com/b: いる\nhttps://example.com/a: いらない\n");

        var diagnostic = Assert.Single(titles.NotCited([Understand("https://example.com/b#x")]));

        Assert.Equal(("references-not-cited", 2, "「いらない」を引用しているノートはありません。"), (diagnostic.Rule, diagnostic.Line, diagnostic.Message));
    }

    [Fact]
    public void Bundled_titles_fill_what_the_team_left_open()
    {
        var own = Read("https://example.com/a:\n  note: 読みやすい\nhttps://example.com/b: 自分の題名\n");

        var all = own.Over(Read("https://example.com/a: 付属の題名\nhttps://example.com/b: 付属\nhttps://example.com/c: 付属の題名\n"));

        Assert.Equal(("付属の題名", "読みやすい"), (all.Find(Understand("https://example.com/a"))!.Title, all.Find(Understand("https://example.com/a"))!.Note));
        Assert.Equal(["付属の題名", "自分の題名", "付属の題名"], all.Entries.Select(e => e.Title));
    }

    [Theory]
    [InlineData("[", 20_000)]
    [InlineData("{a: ", 10_000)]
    [InlineData("https://example.com/a: [[[[[[[[[[\n", 10_000)]
    [InlineData("? ", 10_000)]
    [InlineData("- ", 10_000)]
    [InlineData("a: &a [b]\n", 10_000)]
    [InlineData("x: y\n", 10_000)]
    public void A_hostile_file_ends_soon(string part, int count)
    {
        var watch = Stopwatch.StartNew();

        Read("https://example.com/first: 題名\n" + string.Concat(Enumerable.Repeat(part, count)));
        Read("https://example.com/first: " + string.Concat(Enumerable.Repeat(part, count)));
        Read(string.Concat(Enumerable.Repeat(part, count)));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Fact]
    public void No_text_is_an_exception() =>
        Prop.ForAll<string>(text => Read(text ?? "").Diagnostics.All(d => d.Line > 0 && d.Column > 0)
            && Read("https://example.com/a: " + text).Diagnostics.All(d => d.Message.Length > 0)
            && Read("https://example.com/a:\n  title: {" + text + "}\n").Diagnostics.All(d => d.Message.Length > 0))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static ReferenceTitles Read(string yaml) => ReferenceTitles.Read("references.yml", yaml);

    private static Reference Understand(string url)
    {
        Assert.True(ReferenceSites.TryUnderstand(url, out var reference, out _), url);
        return reference;
    }
}
