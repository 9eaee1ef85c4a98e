using System.Text;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Diagnostics;

/// <summary>For each rule a note in which it fires, and one in which it just does not.</summary>
public class RuleTests
{
    /// <summary>Rule, a note with the slip, where it is reported (<c>line:column</c>), and the same note mended.</summary>
    public static TheoryData<string, string, string, string> Slips => new()
    {
        { "misspelt-kind", "# API\n\n## confingMap\n\n設定。\n", "3:4", "# API\n\n## configMap\n\n設定。\n" },
        { "misspelt-term", "Podを束ねるSeviceです。\n", "1:8", "Podを束ねるServiceです。\n" },
        { "misspelt-term", "AWSのElasic Container Service\n", "1:5", "`Elasic Container Service` と書かれた古い資料\n" },
        { "misspelt-japanese", "仮装IPを受け持つ。\n", "1:1", "仮想IPを受け持つ。`仮装IP`\n" },
        { "misspelt-japanese", "指揮者のようなも\n", "1:5", "指揮者のようなもの\n" },
        { "empty-heading", "# A\n\n## \n\n本文。\n", "3:1", "# A\n\n## B\n\n本文。\n" },
        { "empty-section", "# API\n\n## Pod\n\n## Service\n\n本文。\n", "3:4", "# API\n\n## Pod\n\n本文。\n\n## Service\n\n### ClusterIP\n\n本文。\n" },
        { "empty-section", "# Kustomization\n\nhttps://example.org/a\n", "1:3", "# Kustomization\n\n## 使い方\n\n本文。\n" },
        { "empty-section", "# API\n\n## Pod\n\n（後で書く）\n", "3:4", "# API\n\n## Pod\n\n後で書くことにした。\n" },
        { "escaped-emphasis", "## ***\\*ReplicaSet\\****\n\n本文。\n", "1:4", "## ***ReplicaSet***\n\n本文。\n" },
        { "unclosed-container", "# Pod\n\n:::message\n閉じ忘れ。\n\n# Service\n\n入口。\n", "3:1", "# Pod\n\n:::message\n閉じた。\n:::\n\n# Service\n\n入口。\n" },
        { "unclosed-container", "::::details 外\n:::message\n閉じた。\n:::\n", "1:1", "::::details 外\n:::message\n閉じた。\n:::\n::::\n" },
        { "list-wrapped", "- # Pod\n\n  本文。\n", "1:1", "# Pod\n\n- 本文。\n" },
        { "term-variants", "コンテナを動かす。コンテナを止める。\n\nコンテナーを消す。\n", "3:1", "コンテナを動かす。\n\nコンテナを消す。\n" },
        { "term-variants", "ConfigMapに書く。\n\nconfigMAPを読む。\n", "3:1", "ConfigMapに書く。\n\n`configMap`と、spec.configMapと、configmapを読む。\n" },
        { "term-variants", "ClusterIPが既定。\n\nClusterIpにする。\n", "3:1", "ClusterIPが既定。\n\nclusterIP: Noneと、nodePortと、configMapと、externalNameを書く。\n" },
        { "term-variants", "daemonSetを置く。\n", "1:1", "daemonSet: trueと書く。\n" },
        { "full-width", "L７の振り分け。\n", "1:1", "L7の振り分け（`L７`）：＋。\n" },
        { "full-width", "Dockerは１台だけ。\n", "1:8", "Dockerは1台だけ。\n" },
        { "repeated-id", "# A\n\n## B {#x}\n\n本文。\n\n## C {#x}\n\n本文。\n", "7:4", "# A\n\n## B {#x}\n\n本文。\n\n## C {#y}\n\n本文。\n" },
        { "repeated-id", "# A\n\n## 手順\n\n本文。\n\n## 手順\n\n本文。\n", "7:4", "# A\n\n## 手順\n\n本文。\n\n# B\n\n## 手順\n\n本文。\n" },
        { "no-slug", "# 構成の決まり\n\n本文。\n", "1:3", "# 構成の決まり {#layout}\n\n本文。\n" },
        { "no-slug", "---\nupdated: 2026-11-01\ntitle: 構成の決まり\n---\n\n本文。\n", "3:1", "---\ntitle: 構成の決まり\nslug: layout\n---\n\n本文。\n" },
        { "bad-slug", "# A {#Big_Slug}\n\n本文。\n", "1:3", "# A {#small-slug}\n\n本文。\n" },
        { "dead-link", "# A\n\n[先](nowhere.md)\n", "3:1", "# A\n\n[先](#a)\n" },
        { "missing-image", "![図](gone.png)\n", "1:1", "![図](https://example.org/gone.png)\n" },
        { "image-without-alt", "![](gone.png)\n", "1:1", "![図](gone.png)\n" },
        { "link-scheme", "[押す](javascript:x)\n", "1:1", "[押す](mailto:a@example.org)\n" },
        { "removed-api", "```yaml\napiVersion: extensions/v1beta1\nkind: Deployment\n```\n", "2:13", "```yaml\napiVersion: apps/v1\nkind: Deployment\n```\n" },
        { "removed-api", "```yaml\nkind: Deployment\nmetadata:\n  name: web\napiVersion: apps/v1beta1\n```\n", "5:13", "```diff\n-apiVersion: apps/v1beta1\n+apiVersion: apps/v1\n kind: Deployment\n```\n" },
        { "front-matter", "---\norder: many\n---\n\n本文。\n", "2:8", "---\norder: 3\n---\n\n本文。\n" },
        { "structure-limit", string.Concat(Enumerable.Repeat("> ", 40)) + "深い\n", "1:1", "> > > 浅い\n" },
        { "reference-credentials", "https://user:secret@example.org/\n", "1:1", "https://example.org/\n" },
        { "latin-spacing", "これは Podです。\n", "1:3", "これはPodです。Pod and Service。\n" },
        { "mixed-style", "これは箱です。中身はPodです。\n\nそれは単位である。\n", "3:1", "これは箱です。中身はPodです。\n\n- 単位である。\n" },
        { "half-width-kana", "ｺﾝﾃﾅを動かす。\n", "1:1", "コンテナを動かす。`ｺﾝﾃﾅ`\n" },
        { "mixed-punctuation", "箱、と呼ぶ。中に，入れる。\n", "1:9", "箱、と呼ぶ。`a，b`\n" },
        { "long-sentence", new string('長', 121) + "。\n", "1:1", new string('長', 119) + "。短い。\n" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_found_at_its_place_and_what_is_right_is_not(string rule, string slip, string place, string right)
    {
        var finding = Assert.Single(Of(slip), finding => finding.Rule == rule);
        Assert.Equal(place, $"{finding.Line}:{finding.Column}");
        Assert.DoesNotContain(Of(right), finding => finding.Rule == rule);
    }

    [Theory]
    [InlineData("misspelt-term", "Sevice", "Service")]
    [InlineData("misspelt-term", "Elasic Container Service", "Elastic Container Service")]
    [InlineData("full-width", "L７", "L7")]
    [InlineData("misspelt-japanese", "仮装IP", "仮想IP")]
    public void The_suggestion_is_what_was_meant(string rule, string slip, string meant) =>
        Assert.Equal(meant, Assert.Single(Of($"ここに{slip}とある。\n"), finding => finding.Rule == rule).Suggestion);

    [Fact]
    public void Each_of_two_slips_in_one_line_has_its_own_column() =>
        Assert.Equal([3, 6], Of("前のL７とL７。\n").Where(finding => finding.Rule == "full-width").Select(finding => finding.Column));

    [Fact]
    public void Of_two_spellings_the_rarer_is_reported_wherever_it_stands()
    {
        var glossary = TestNotes.Glossary(("a.md", "クラスタを作る。\n"), ("b.md", "クラスターを作る。\n\nクラスターを消す。\n"));
        var finding = Assert.Single(glossary.Diagnostics, finding => finding.Rule == "term-variants");
        Assert.Equal(("a.md", "クラスター"), (finding.Path, finding.Suggestion));
    }

    [Fact]
    public void A_concept_that_two_notes_explain_is_reported_at_the_second()
    {
        var glossary = TestNotes.Glossary(("a.md", "# Pod\n\n最小の単位。\n"), ("b.md", "# Pod\n\nコンテナの集まり。\n"), ("c.md", "# Pod\n"));
        var finding = Assert.Single(glossary.Diagnostics, finding => finding.Rule == "duplicate-concept");
        Assert.Equal(("b.md", 1), (finding.Path, finding.Line));
        Assert.Contains("a.md:1", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_that_leads_elsewhere_is_reported_where_it_is_written()
    {
        var glossary = TestNotes.Glossary(
            ("a.md", "---\naliases: [入れ物]\n---\n\n# 箱 {#box}\n\n本文。\n"), ("b.md", "---\ntitle: 袋\nslug: bag\naliases: [入れ物, 巾着]\n---\n\n本文。\n"));
        var finding = Assert.Single(glossary.Diagnostics, finding => finding.Rule == "alias-claimed-twice");
        Assert.Equal(("b.md", 4), (finding.Path, finding.Line));
    }

    [Fact]
    public void Every_finding_is_of_a_registered_rule_and_every_style_rule_waits_to_be_switched_on()
    {
        Assert.Equal(Rules.All.Length, Rules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(Slips, row => Assert.All(Of(row.Data.Item2), finding => Assert.NotNull(Rules.Find(finding.Rule))));
        Assert.All(Rules.All.Where(rule => !rule.IsOn), rule => Assert.DoesNotContain(TestNotes.Glossary([.. Slips.Select((row, i) => ($"{i}.md", row.Data.Item2))]).Diagnostics, finding => finding.Rule == rule.Id));
    }

    [Fact]
    public void The_messy_export_has_its_slips_and_no_other()
    {
        var expected = new Dictionary<string, int>
        {
            ["misspelt-kind"] = 2,
            ["misspelt-term"] = 2,
            ["misspelt-japanese"] = 3,
            ["escaped-emphasis"] = 1,
            ["list-wrapped"] = 1,
            ["empty-heading"] = 1,
            ["empty-section"] = 11,
            ["full-width"] = 3,
        };
        var glossary = TestNotes.Glossary(("messy-export.md", File.ReadAllText(TestNotes.Fixture("messy-export.md"))));
        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), glossary.Diagnostics.CountBy(finding => finding.Rule).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.All(glossary.Diagnostics.Where(finding => finding.Rule is not ("empty-heading" or "list-wrapped")), finding => Assert.True(finding.Column > 1, finding.ToString()));
    }

    [Fact]
    public void A_rebuild_that_changes_one_note_finds_what_a_first_build_finds()
    {
        (string, byte[])[] before = [("a.md", "Seviceを作る。\n"u8.ToArray()), ("b.md", "コンテナーを消す。\n"u8.ToArray())];
        (string, byte[])[] after = [before[0], ("b.md", "コンテナを消す。L７\n"u8.ToArray())];
        Assert.Equal(TestNotes.Build(after).Diagnostics, TestNotes.Build(after, TestNotes.Build(before)).Diagnostics);
    }

    /// <summary>Findings in one note, with every rule switched on.</summary>
    private static IEnumerable<Diagnostic> Of(string note)
    {
        var settings = "rules:\n" + string.Concat(Rules.All.Where(rule => !rule.IsOn).Select(rule => $"  {rule.Id}: on\n"));
        var snapshot = TestNotes.Snapshot([("note.md", Encoding.UTF8.GetBytes(note))]) with { Settings = new NoteFile("kubeguide.yml", settings, "settings", []) };
        return new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default).Build(snapshot).Diagnostics;
    }
}
