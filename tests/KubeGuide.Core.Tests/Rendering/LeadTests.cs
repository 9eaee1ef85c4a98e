using KubeGuide.Core.Concepts;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Tests.Rendering;

/// <summary>A concept's page shows its definition once; the note itself keeps all its words.</summary>
public class LeadTests
{
    [Theory]
    [InlineData("動かす単位です。\n\n二つ目の段落。", "動かす単位です。", "<p>二つ目の段落。</p>\n")]
    [InlineData("動かす単位です。続きがあります。", "動かす単位です。", "<p>続きがあります。</p>\n")]
    [InlineData("動かす\n単位です。\n続きがあります。", "動かす単位です。", "<p>続きがあります。</p>\n")]
    [InlineData("**Pod**は`動く`単位です。続き。", "<strong>Pod</strong>は<code>動く</code>単位です。", "<p>続き。</p>\n")]
    [InlineData("動かす単位です。  \n続き。", "動かす単位です。", "<p>続き。</p>\n")]
    [InlineData("単位です。", "単位です。", "")]
    public void The_first_sentence_goes_to_the_top_and_the_text_goes_on_behind_it(string text, string definition, string body)
    {
        var article = Article($"# Pod\n\n{text}\n");

        Assert.Equal(definition, article.Definition?.Value);
        Assert.Equal(body, article.Parts[0].Body.Value);
    }

    [Theory]
    [InlineData("**単位です。続き**も太字。")]
    [InlineData("[単位です。続き](https://example.com/)のリンク。")]
    [InlineData("- 一つ目の項目。\n- 二つ目。")]
    [InlineData("> 引用です。")]
    [InlineData("https://example.com/article\n\n後の段落。")]
    [InlineData("| 表 | です |\n| --- | --- |\n| 一 | 二 |")]
    public void A_sentence_that_cannot_be_lifted_whole_stays_where_it_is(string text)
    {
        var article = Article($"# Pod\n\n{text}\n");

        Assert.Null(article.Definition);
        Assert.Equal(NoteBody(text), article.Parts[0].Body.Value);
    }

    [Fact]
    public void A_summary_of_the_front_matter_leaves_the_text_alone()
    {
        var article = Article("---\ntitle: Pod\nsummary: まとめです。\n---\n\n本文です。\n");

        Assert.Null(article.Definition);
        Assert.Contains("本文です。", article.Parts[0].Body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_and_footnotes_go_with_the_sentence()
    {
        var glossary = TestNotes.Glossary(("notes.md", "# Pod\n\nNodeで動く単位です。[^1]Nodeへ続きます。\n\n[^1]: 注。\n\n# Node\n\nマシン。\n"));
        var article = Of(glossary);

        Assert.StartsWith("<a class=\"concept-link\" href=\"/concepts/node\"", article.Definition!.Value.Value, StringComparison.Ordinal);
        Assert.EndsWith("</sup>", article.Definition.Value.Value, StringComparison.Ordinal);
        Assert.StartsWith("<p>Nodeへ続きます。</p>", article.Parts[0].Body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_note_keeps_all_its_words()
    {
        var glossary = TestNotes.Glossary(("notes.md", "# Pod\n\n動かす単位です。続き。\n"));

        Assert.Contains(">動かす単位です。続き。</p>", new ArticleWriter(glossary, SiteLinks.AtRoot).OfNote(glossary.NotesByPath["notes.md"]).Body.Value, StringComparison.Ordinal);
    }

    private static ConceptArticle Article(string note) => Of(TestNotes.Glossary(("notes.md", note)));

    private static ConceptArticle Of(Glossary glossary) => new ArticleWriter(glossary, SiteLinks.AtRoot).OfConcept(glossary.Find("pod")!);

    /// <summary>What the same text is below a heading that has no definition of its own.</summary>
    private static string NoteBody(string text) => Of(TestNotes.Glossary(("notes.md", $"---\ntitle: Pod\nsummary: まとめ。\n---\n\n{text}\n"))).Parts[0].Body.Value;
}
