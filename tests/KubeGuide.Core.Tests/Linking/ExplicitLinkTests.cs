using AngleSharp.Html.Parser;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Tests.Linking;

/// <summary>Links that an author writes, and what the preview says of any link.</summary>
public sealed class ExplicitLinkTests
{
    [Theory]
    [InlineData("[[Pod]]", "Pod → /concepts/pod")]
    [InlineData("- [[Pod]]と[[svc|サービス]]", "Pod → /concepts/pod, サービス → /concepts/service")]
    [InlineData("| a |\n| --- |\n| [[po|ポッド]] |", "ポッド → /concepts/pod")]
    [InlineData("| a |\n| --- |\n| [[po\\|ポッド]] |", "ポッド → /concepts/pod")]
    [InlineData("# [[Pod]]の話", "Pod → /concepts/pod")]
    [InlineData("> [[rolling-update]]", "rolling-update → /concepts/rolling-update")]
    [InlineData("[[名前空間]]と[[ｈｐａ]]", "名前空間 → /concepts/namespace, ｈｐａ → /concepts/horizontalpodautoscaler")]
    [InlineData("[[Gateway]]", "Gateway → /concepts/gateway")]
    [InlineData("<!-- nolink -->\n[[Pod]]とPod", "Pod → /concepts/pod")]
    [InlineData("[[存在しない]]と[[#無い]]と[[]]と[x](none.md)", "")]
    [InlineData("`[[Pod]]`", "")]
    public void A_written_link_leads_where_it_says_anywhere(string markdown, string links) => Assert.Equal(links, string.Join(", ", LinksIn(Note(markdown))));

    [Theory]
    [InlineData("[[会議メモ]]", "会議メモ → /notes/m/%E4%BC%9A%E8%AD%B0%E3%83%A1%E3%83%A2.md")]
    [InlineData("[[m/会議メモ|記録]]", "記録 → /notes/m/%E4%BC%9A%E8%AD%B0%E3%83%A1%E3%83%A2.md")]
    [InlineData("[[会議メモ.md]]", "会議メモ.md → /notes/m/%E4%BC%9A%E8%AD%B0%E3%83%A1%E3%83%A2.md")]
    [InlineData("[[会議メモ#^37066d]]", "会議メモ › ^37066d → /notes/m/%E4%BC%9A%E8%AD%B0%E3%83%A1%E3%83%A2.md")]
    [InlineData("[[net]]", "net → /concepts/service")]
    [InlineData("[[deep/Service]]", "deep/Service → /concepts/service")]
    [InlineData("[[Service.md]]", "Service.md → /concepts/service")]
    [InlineData("[[Service#ClusterIP]]", "Service › ClusterIP → /concepts/clusterip")]
    [InlineData("[[Service#^1]]と[[Service#ClusterIP#手順]]", "Service › ^1 → /concepts/service, Service › ClusterIP › 手順 → /concepts/clusterip#h-")]
    [InlineData("[[net#ClusterIP]]", "net › ClusterIP → /concepts/clusterip")]
    [InlineData("## Node\n\n[[#Node]]", "Node → /concepts/node")]
    [InlineData("[[Service#Pod]]と[[会議メモ#無い]]と[[議メモ]]", "")]
    [InlineData("`if`は[[ -z $X ]]と[[ \"$a\" == b ]]", "")]
    [InlineData("[下](sub/)と[ここ](./)と[無い](none/)", "下 → /notes/sub/README.md, ここ → /notes#%2F")]
    [InlineData("[古い](m/old)と[記録](m/)と[違う](m/#x)と[外](../)", "古い → /notes#m%2Fold%2F, 記録 → /notes#m%2F")]
    public void A_wiki_link_leads_to_notes_by_their_file_names_and_to_headings(string markdown, string links)
    {
        var glossary = TestNotes.Glossary(
            ("a.md", markdown), ("net.md", "# Service\n\n宛先。\n\n## ClusterIP\n\n中。\n\n### 手順\n\n押す。\n"),
            ("m/会議メモ.md", "- 決めたこと\n"), ("m/old/会議メモ.md", "- 前のこと\n"), ("pods.md", "# Pod\n\n小さい。\n"), ("sub/README.md", "- 下の一覧\n"));
        Assert.Equal(links, string.Join(", ", LinksIn(Write(glossary)).Select(link => link.Contains("#h-", StringComparison.Ordinal) ? link[..^8] : link)));
    }

    [Theory]
    [InlineData("[a](C%23.md)", "C#.md")]
    [InlineData("[a](<C#.md>)", "C#.md")]
    [InlineData("[a](why%3F.md)", "why?.md")]
    [InlineData("[a](why?.md)", "why?.md")]
    [InlineData("[a](why%3F.md?raw=1)", "why?.md")]
    [InlineData("[a](<dir%20with %23/x y.md>)", "dir with #/x y.md")]
    [InlineData("[a](100%25.md)", "100%.md")]
    [InlineData("[a](plan%2523.md)", "plan%23.md")]
    public void A_mark_that_is_encoded_or_part_of_a_file_s_name_belongs_to_the_path(string markdown, string path)
    {
        var glossary = TestNotes.Glossary(("a.md", markdown), (path, "- 決めたこと\n"));
        Assert.Equal([$"a → {SiteLinks.NotePath(path)}"], LinksIn(Write(glossary)));
        Assert.Empty(glossary.Diagnostics);
    }

    [Theory]
    [InlineData("2023/a.md", "[年](2023/)", "年 → /notes#2023%2F")]
    [InlineData("2023/01/a.md", "[年](2023)", "年 → /notes#2023%2F01%2F")]
    [InlineData("my notes/a.md", "[年](my%20notes/)", "年 → /notes#my_notes%2F")]
    [InlineData("pod/a.md", "[語](pod)", "語 → /concepts/pod")]
    public void A_folder_without_a_read_me_is_listed_among_the_notes(string path, string markdown, string link)
    {
        var glossary = TestNotes.Glossary(("index.md", markdown), (path, "- 決めたこと\n"));
        Assert.Equal([link], LinksIn(new ArticleWriter(glossary, SiteLinks.AtRoot).OfNote(glossary.NotesByPath["index.md"]).Body.Value));
        Assert.Empty(glossary.Diagnostics);
    }

    [Theory]
    [InlineData("[[存在しない]]", "存在しない")]
    [InlineData("- [[無い|見える]]", "見える")]
    public void A_target_that_nothing_has_is_text_and_a_finding(string markdown, string text)
    {
        var glossary = TestNotes.Glossary(("a.md", markdown));
        Assert.Contains(text, Write(glossary), StringComparison.Ordinal);
        Assert.Contains(glossary.Diagnostics, finding => finding is { Rule: "dead-link", Path: "a.md", Line: 1 });
    }

    [Theory]
    [InlineData("[値](values.yaml)", "リンク先「values.yaml」は、ノートでも画像でもないため表示できません。")]
    [InlineData("[次](next.md)", "リンク先「next.md」が見つかりません。")]
    public void A_link_that_leads_nowhere_says_why(string markdown, string message) =>
        Assert.Equal(message, Assert.Single(TestNotes.Glossary(("a.md", markdown)).Diagnostics).Message);

    [Fact]
    public void What_a_shell_tests_stays_as_it_is_written()
    {
        var glossary = TestNotes.Glossary(("a.md", "if [[ -z $X ]]; then と書く。"));
        Assert.Contains("[[ -z $X ]]; then", Write(glossary), StringComparison.Ordinal);
        Assert.Empty(glossary.Diagnostics);
    }

    [Fact]
    public void A_written_link_is_a_mention_with_its_reason_and_shown_where_it_leads()
    {
        var glossary = TestNotes.Glossary(("a.md", "# 注文API\n\nまず[[svc|入口]]を見る。次にServiceを見る。\n"));
        Assert.Equal([("入口", MentionReason.Alias), ("Service", MentionReason.Repeated)], glossary.Notes[0].Mentions.Where(m => m.To.Value == "service").Select(m => (m.Text, m.Reason)));
        Assert.Equal(2, glossary.Backlinks(Slug.Parse("service")).Count());
    }

    [Fact]
    public void On_its_own_page_a_written_link_is_text()
    {
        var glossary = TestNotes.Glossary(("pod.md", "# Pod\n\n小さい。\n\n[[Pod]]と[Pod](pod.md)と[下](#注意点)と[[Node]]。\n\n## 注意点\n\n終わり。\n"));
        var html = string.Concat(new ArticleWriter(glossary, SiteLinks.AtRoot).OfConcept(glossary.Find("pod")!).Parts.Select(part => part.Body.Value));
        var anchor = glossary.Notes[0].Concepts.Anchors[^1];
        Assert.Equal([$"下 → /concepts/pod#{anchor}", "Node → /concepts/node"], LinksIn(html));
    }

    [Theory]
    [InlineData("Podを作る", "「Pod」の名前に一致（a.md:1）")]
    [InlineData("\nPodsを作る", "「Pods」の名前の複数形に一致（a.md:2）")]
    [InlineData("ポッドを作る", "「ポッド」の別名に一致（a.md:1）")]
    [InlineData("ﾎﾟｯﾄﾞを作る", "「ﾎﾟｯﾄﾞ」は「ポッド」の別名に一致（a.md:1）")]
    [InlineData("Deploymnetを作る", "「Deploymnet」のよくある綴り誤りに一致（a.md:1）")]
    [InlineData("`po`を作る", "コード全体が用語「po」に一致（a.md:1）")]
    [InlineData("`kubectl get po`", "kubectlの引数が「po」に一致（a.md:1）")]
    [InlineData("```bash\nkubectl get po\n```", "kubectlの引数が「po」に一致（a.md:2）")]
    [InlineData("[[po|ここ]]", "「ここ」から「po」への、ノートに書かれたリンク（a.md:1）")]
    [InlineData("```yaml\nkind: Pod\n```", "「Pod」はマニフェストの種類（a.md:2）")]
    [InlineData("```yaml\nenv: []\n---\napiVersion: v1\nkind: Pod\n```", "「v1」はマニフェストで「Pod」を指す値（a.md:4）")]
    public void Every_link_says_why_it_is_one(string markdown, string why) =>
        Assert.Equal(why, new HtmlParser().ParseDocument(Note(markdown)).QuerySelector("a.concept-link")?.GetAttribute("data-why"));

    [Fact]
    public void No_link_in_the_notes_to_a_concept_is_without_its_reason()
    {
        const string markdown = "# 見出し\n\nPodと[[Node]]と[手順](b.md)と[下](#下)。\n\n```yaml\napiVersion: v1\nkind: Pod\nspec:\n  nodeName: n1\n```\n\n## 下\n\n- `svc`\n";
        var glossary = TestNotes.Glossary(("a.md", markdown), ("b.md", "# 手順書\n"));
        var links = new HtmlParser().ParseDocument(Write(glossary)).QuerySelectorAll("a[href*='/concepts/']:not(.concept-of a)").ToList();
        Assert.Equal(8, links.Count);
        Assert.All(links, link => Assert.Matches("（a\\.md:\\d+）$", link.GetAttribute("data-why")));
    }

    private static string Note(string markdown) => Write(TestNotes.Glossary(("a.md", markdown)));

    private static string Write(Glossary glossary) => new ArticleWriter(glossary, SiteLinks.AtRoot).OfNote(glossary.NotesByPath["a.md"]).Body.Value;

    private static IEnumerable<string> LinksIn(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href^='/']:not(.concept-of a)").Select(link => $"{link.TextContent} → {link.GetAttribute("href")}");
}
