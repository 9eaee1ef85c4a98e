using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Tests.Rendering;

public class BlockAnchorsTests
{
    private const string Note = """
        # 監視

        はじめの段落。

        ## 対象

        - 一つめ
        - **二つめ**

        > 引用した文。

        | 名前 | 値 |
        | --- | --- |
        | 周期 | 30秒 |

        ```yaml
        kind: Pod
        name: web
        ```

        同じ文。

        同じ文。
        """;

    [Theory]
    [InlineData(3, "はじめの段落。")]
    [InlineData(5, "対象#")]
    [InlineData(7, "一つめ")]
    [InlineData(8, "二つめ")]
    [InlineData(10, "引用した文。")]
    [InlineData(14, "周期")]
    [InlineData(17, "kind: Pod\nname: web\nコピー")]
    [InlineData(18, "kind: Pod\nname: web\nコピー")]
    [InlineData(21, "同じ文。")]
    public void A_line_leads_to_the_block_that_it_is_in(int line, string text)
    {
        var (page, note) = Read(Note);
        Assert.Equal(text, page.GetElementById(At(note, line))?.TextContent.Trim());
    }

    [Fact]
    public void The_same_words_twice_are_two_places()
    {
        var (page, note) = Read(Note);
        Assert.NotEqual(At(note, 21), At(note, 23));
        Assert.NotNull(page.GetElementById(At(note, 23)));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public void A_block_keeps_its_id_when_something_is_written_above_it()
    {
        var later = Read(Note.Replace("はじめの段落。", "はじめの段落。\n\nあとから書いた段落。", StringComparison.Ordinal)).Note;
        Assert.Equal(At(Read(Note).Note, 14), At(later, 16));
    }

    [Fact]
    public void A_heading_keeps_an_id_that_a_block_would_have_had()
    {
        var id = At(Read(Note).Note, 3);
        var (page, note) = Read(Note.Replace("## 対象", $"## 対象 {{#{id}}}", StringComparison.Ordinal));
        Assert.Equal("H2", page.GetElementById(id)!.TagName);
        Assert.Equal("はじめの段落。", page.GetElementById(At(note, 3))!.TextContent);
    }

    private static string At(LinkedNote note, int line) =>
        new BlockAnchors(note.Concepts).At(note.Document.Sections.Last(section => section.Line <= line), line);

    private static (IHtmlDocument Page, LinkedNote Note) Read(string text)
    {
        var glossary = TestNotes.Glossary(("a.md", text));
        var note = glossary.NotesByPath["a.md"];
        return (new HtmlParser().ParseDocument(new ArticleWriter(glossary, SiteLinks.AtRoot).OfNote(note).Body.Value), note);
    }
}
