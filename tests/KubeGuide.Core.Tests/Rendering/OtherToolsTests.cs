using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Tests.Rendering;

/// <summary>Notes written for other tools (Obsidian, HackMD, Docusaurus, Notion, Zenn, GitLab) read as their authors meant them.</summary>
public sealed class OtherToolsTests
{
    [Theory]
    [InlineData("> [!NOTE]\n> 本文", "note|補足|本文")]
    [InlineData("> [!WARNING]\n> 本文", "warning|注意|本文")]
    [InlineData("> [!tip]- 小さな工夫\n> 本文", "tip|小さな工夫|本文")]
    [InlineData("> [!faq]+\n> 本文", "note|質問|本文")]
    [InlineData("> [!danger] 消える\n>\n> 本文", "caution|消える|本文")]
    [InlineData("> [!custom] 題\n> 本文", "note|題|本文")]
    [InlineData("> [!custom]\n> 本文", "note|custom|本文")]
    [InlineData("> [!note|left] 題\n> 本文", "note|題|本文")]
    [InlineData("> [!missing]\n> 本文", "caution|警告|本文")]
    [InlineData(":::note[My title]\n本文\n:::", "note|My title|本文")]
    [InlineData("> [!note]", "note|補足|")]
    [InlineData(":::message\n本文\n:::", "note|補足|本文")]
    [InlineData(":::message alert\n本文\n:::", "caution|警告|本文")]
    [InlineData(":::note warn\n本文\n:::", "warning|注意|本文")]
    [InlineData(":::note info\n本文\n:::", "note|補足|本文")]
    [InlineData(":::warning\n本文\n:::", "warning|注意|本文")]
    [InlineData(":::tip 小さな工夫\n本文\n:::", "tip|小さな工夫|本文")]
    [InlineData("::: danger\n本文\n:::", "caution|警告|本文")]
    [InlineData(":::note[ひとこと]\n本文\n:::", "note|ひとこと|本文")]
    [InlineData("> [!note] [[Pod]]の**注意**\n> 本文", "note|Podの注意|本文")]
    [InlineData(":::tip `code`の題\n本文\n:::", "tip|codeの題|本文")]
    [InlineData(":::lecture 第一回\n本文\n:::", "note|lecture 第一回|本文")]
    public void A_remark_is_a_box_with_its_title(string markdown, string box)
    {
        var aside = Html(markdown).QuerySelector("aside.alert")!;
        var title = aside.QuerySelector(".alert-title")!;
        title.Remove();
        Assert.Equal(box, $"{aside.ClassList[1]["alert-".Length..]}|{title.TextContent}|{aside.TextContent.Trim()}");
    }

    [Theory]
    [InlineData("> 引用 [!NOTE]\n> 本文")]
    [InlineData("> 前\n>\n> [!NOTE]\n> 本文")]
    [InlineData("[!NOTE]\n本文")]
    [InlineData("> [!]\n> 本文")]
    [InlineData("> [!note](b.md)\n> 本文")]
    [InlineData("> [!note\n> ]\n> 本文")]
    [InlineData("> [!no te]\n> 本文")]
    public void What_only_looks_like_a_remark_stays_as_it_is(string markdown) => Assert.Null(Html(markdown).QuerySelector("aside"));

    [Fact]
    public void The_title_of_a_box_or_a_fold_is_found_and_neither_links_nor_defines()
    {
        var glossary = TestNotes.Glossary(("a.md", "# Service\n\n:::details Node の話\n:::\n\n:::tip 特別な工夫\n:::\n\n<details>\n<summary>Pod を畳む</summary>\n\n宛先。\n\n</details>\n"));
        Assert.Equal("宛先。", glossary.Find("service")!.Definition);
        Assert.All(["Node の話", "特別な工夫", "Pod を畳む"], title => Assert.Equal("service", glossary.Search.Search($"\"{title}\"").Hits[0].Slug?.Value));
        Assert.Empty(Html(glossary).QuerySelectorAll("summary a, .alert-title a"));
    }

    [Theory]
    [InlineData("yaml=5", "yaml", null)]
    [InlineData("yaml=", "yaml", null)]
    [InlineData("yaml!", "yaml", null)]
    [InlineData("yaml:deploy.yaml", "yaml", "deploy.yaml")]
    [InlineData("yaml:title=deploy.yaml", "yaml", "deploy.yaml")]
    [InlineData("yaml title=\"web の deploy.yaml\"", "yaml", "web の deploy.yaml")]
    [InlineData("yaml {1} filename=deploy.yaml", "yaml", "deploy.yaml")]
    [InlineData("yaml {title='deploy.yaml'}", "yaml", "deploy.yaml")]
    [InlineData("yaml title=", "yaml", null)]
    [InlineData("diff yaml:deploy.yaml", "yaml", "deploy.yaml")]
    [InlineData("diff_yaml:deploy.yaml", "yaml", "deploy.yaml")]
    [InlineData("c++", "c++", null)]
    public void A_fence_names_its_language_and_file(string info, string language, string? file)
    {
        var figure = Html($"```{info}\nkind: Pod\n```").QuerySelector("figure.code-block")!;
        Assert.Equal((language, file), (figure.QuerySelector("code")!.ClassName?["language-".Length..], figure.QuerySelector("figcaption")?.TextContent));
    }

    [Theory]
    [InlineData("[TOC]")]
    [InlineData("[toc]")]
    [InlineData("[[_TOC_]]")]
    [InlineData("[[toc]]")]
    [InlineData("${toc}")]
    [InlineData("<br>")]
    [InlineData("  %%\n内輪の話\n   %%")]
    [InlineData("<a name=\"x\"></a>")]
    [InlineData("%%内輪の話%%")]
    [InlineData("%%\n内輪の話\n\n```\nもう一つ\n```\n%%")]
    [InlineData("<a id='x'></a> <!-- 済み -->\n%%内輪の話%%")]
    public void What_its_author_never_meant_to_be_seen_is_not(string markdown)
    {
        var glossary = TestNotes.Glossary(("a.md", $"前。\n\n{markdown}\n\n後。"));
        Assert.Equal(["前。", "後。"], Html(glossary).QuerySelectorAll("p, pre").Select(paragraph => paragraph.TextContent));
        Assert.Empty(glossary.Diagnostics);
    }

    [Theory]
    [InlineData("前%%内輪%%後", "前後")]
    [InlineData("進捗は50%%です", "進捗は50%%です")]
    [InlineData("%%\n開いたまま", "%%\n開いたまま")]
    [InlineData("- %%\n- 項目", "%%\n項目")]
    [InlineData("100%%から50%%へ", "100%%から50%%へ")]
    [InlineData("%%IMAGE_TAG%% を置き換える", "%%IMAGE_TAG%% を置き換える")]
    [InlineData("%%i を使う文で、%%i を表示する", "%%i を使う文で、%%i を表示する")]
    [InlineData("\"%%d\"と\"%%s\"", "\"%%d\"と\"%%s\"")]
    [InlineData("%% と `%%`", "%% と %%")]
    [InlineData("%%\n\n```\n%%\n```", "%%\n%%\nコピー")]
    [InlineData("`%%a%%`", "%%a%%")]
    [InlineData("[TOC]を置く", "[TOC]を置く")]
    [InlineData("toc", "toc")]
    [InlineData("$$\n開いたまま", "$$\n開いたまま")]
    [InlineData("$HOMEと$PATHと$$", "$HOMEと$PATHと$$")]
    [InlineData("a == b == c", "a == b == c")]
    [InlineData("<a href=\"#x\"></a>", "<a href=\"#x\"></a>")]
    [InlineData("<a name=\"x\" onclick=\"y\"></a>", "<a name=\"x\" onclick=\"y\"></a>")]
    [InlineData("<a name=\"x\">文字</a>", "<a name=\"x\">文字</a>")]
    public void What_only_looks_like_a_directive_is_text(string markdown, string text) =>
        Assert.Equal(text, Html(markdown).Body!.TextContent.Trim().Replace("\n\n", "", StringComparison.Ordinal));

    [Fact]
    public void A_picture_that_links_is_shown_and_links()
    {
        var link = Html("[![流れの図](https://example.org/a.gif)](https://example.com/x)\n").QuerySelector("p > a[href='https://example.com/x']");
        Assert.NotNull(link);
        Assert.Contains("流れの図", link.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- [x] 済み", 1, "")]
    [InlineData("- [x](https://example.com/b)", 0, "https://example.com/b")]
    [InlineData("- [x]", 1, "")]
    [InlineData("- [ ]なし", 0, "")]
    public void A_box_to_tick_has_a_space_behind_it(string markdown, int boxes, string links)
    {
        var html = Html(markdown + "\n");
        Assert.Equal(boxes, html.QuerySelectorAll("input[type=checkbox]").Length);
        Assert.Equal(links, string.Join(' ', html.QuerySelectorAll("a[href^=http]").Select(link => link.GetAttribute("href"))));
    }

    [Fact]
    public void A_place_named_by_hand_is_invisible_and_leads_to_its_heading()
    {
        var glossary = TestNotes.Glossary(("a.md", "<a id=\"first\"></a>\n\n# Pod <a name=\"pod-no-hanashi\"></a>\n\n小さい。[上](#first)と[手順](#steps)と[別](b.md#x)\n\n<a name='steps'></a>\n## 手順\n\n押す。<a id=\"here\"></a>\n\n[ここ](#here)\n"), ("b.md", "# Node <a id=\"x\"></a>\n\n機械。\n"));
        Assert.Equal(["Pod", "Node"], glossary.Listed.Where(concept => concept.State == ConceptState.Written).Select(concept => concept.Name).OrderDescending());
        Assert.DoesNotContain(glossary.Diagnostics, finding => finding.Rule == "dead-link");
        Assert.Equal(["first", "pod-no-hanashi", "steps", "here"], Html(glossary).QuerySelectorAll("span[id]").Select(span => span.Id).Where(id => id is not "手順"));
    }

    [Theory]
    [InlineData("![[pod.png]]", "pod.png||400")]
    [InlineData("![[pod.png|200]]", "pod.png||200")]
    [InlineData("![[pod.png|200x50]]", "pod.png||200")]
    [InlineData("![[pod.png|Podの図]]", "pod.png|Podの図|400")]
    [InlineData("![Podの図](pod.png =200x)", "pod.png|Podの図|200")]
    public void A_picture_is_shown_in_its_width(string markdown, string shown)
    {
        var glossary = new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default)
            .Build(TestNotes.Snapshot([("a.md", System.Text.Encoding.UTF8.GetBytes(markdown))]) with { Assets = FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("pod.png", new NoteAsset("pod.png", 400, 100))]) });
        var image = Html(glossary).QuerySelector("img")!;
        Assert.Equal(shown, $"{image.GetAttribute("src")!["/notes/".Length..]}|{image.GetAttribute("alt")}|{image.GetAttribute("width")}");
    }

    [Theory]
    [InlineData("daily/a.md", "![[here.png]]", "daily/here.png")]
    [InlineData("daily/a.md", "![[files/pod.png]]", "files/pod.png")]
    [InlineData("daily/a.md", "![[deep.png]]", "files/2026/deep.png")]
    [InlineData("daily/a.md", "![図](../files/pod.png)", "files/pod.png")]
    [InlineData("daily/a.md", "![[none.png]]", null)]
    public void A_picture_of_a_vault_is_found_by_its_name(string note, string markdown, string? path)
    {
        var pictures = new[] { "daily/here.png", "files/pod.png", "files/2026/deep.png", "files/2026/11/deep.png" }.ToFrozenDictionary(file => file, file => new NoteAsset(file, null, null));
        var glossary = new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default)
            .Build(TestNotes.Snapshot([(note, System.Text.Encoding.UTF8.GetBytes(markdown))]) with { Assets = pictures });
        Assert.Equal(path, Html(glossary, note).QuerySelector("img")?.GetAttribute("src")?["/notes/".Length..]);
        Assert.Equal(path is null, glossary.Diagnostics.Any(finding => finding.Rule == "missing-image"));
    }

    [Fact]
    public void A_note_shown_in_place_of_a_link_is_a_link()
    {
        var link = Html("![[Pod]]を読む。").QuerySelector("a.concept-link")!;
        Assert.Equal(("Pod", "/concepts/pod"), (link.TextContent, link.GetAttribute("href")));
    }

    [Fact]
    public void A_formula_is_labelled_code()
    {
        var figure = Html("前。\n\n$$\nx_1 = {a}\n$$\n\n後。").QuerySelector("figure.code-block")!;
        Assert.Equal(("数式（ソース）", "x_1 = {a}\n"), (figure.QuerySelector("figcaption")!.TextContent, figure.QuerySelector("code")!.TextContent));
    }

    [Theory]
    [InlineData("@[card](https://zenn.dev/a/articles/0123456789abcd)", "https://zenn.dev/a/articles/0123456789abcd")]
    [InlineData("@[youtube](abc_123)", "https://www.youtube.com/watch?v=abc_123")]
    [InlineData("@[tweet](https://twitter.com/a/status/1)", "https://twitter.com/a/status/1")]
    [InlineData("@[gist](https://gist.github.com/a/1)", "https://gist.github.com/a/1")]
    [InlineData("@[docswell](https://www.docswell.com/s/a/1)", "https://www.docswell.com/s/a/1")]
    public void What_another_site_embeds_is_a_card(string markdown, string url) =>
        Assert.Equal(url, Html(markdown).QuerySelector(".reference-card a, a.reference-card")?.GetAttribute("href"));

    [Fact]
    public void An_embed_without_an_address_is_text()
    {
        var glossary = TestNotes.Glossary(("a.md", "@[slideshare](abc)"));
        Assert.Equal("slideshare abc", Html(glossary).Body!.TextContent.Trim());
        Assert.Empty(glossary.Diagnostics);
    }

    private static IHtmlDocument Html(string markdown) => Html(TestNotes.Glossary(("a.md", markdown)));

    private static IHtmlDocument Html(Glossary glossary, string path = "a.md") =>
        new HtmlParser().ParseDocument(new ArticleWriter(glossary, SiteLinks.AtRoot).OfNote(glossary.NotesByPath[path]).Body.Value);
}
