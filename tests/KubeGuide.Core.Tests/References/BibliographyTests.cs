using KubeGuide.Core.References;

namespace KubeGuide.Core.Tests.References;

public sealed class BibliographyTests
{
    private const string Esaka = "https://zenn.dev/esaka/articles/2d117655af1f03cf2444";

    private static readonly CitationPlace[] Sample =
    [
        Place(Esaka, "kubernetes", 15, "Kubernetesが必要な理由"),
        Place(Esaka + "#コンテナオーケストレーション戦国時代", "orchestration", 31, "Kubernetes以外のコンテナオーケストレーション"),
        Place("https://qiita.com/Morix1500/items/d08a09b6c6e43efa191d", "kustomization", 149, "Kustomization"),
    ];

    [Fact]
    public void One_article_with_two_fragments_is_one_entry_with_two_places()
    {
        var articles = Bibliography.Of(Sample, ReferenceTitles.Empty).Articles;

        Assert.Equal(["https://qiita.com/Morix1500/items/d08a09b6c6e43efa191d", Esaka], articles.Select(a => a.Reference.Url));
        Assert.Equal("Kubernetesが必要な理由 — Zennの記事", articles[1].Headline);
        Assert.Equal(
            [new CitedBy(Slug.Parse("kubernetes"), null, "notes.md", 15), new CitedBy(Slug.Parse("orchestration"), "コンテナオーケストレーション戦国時代", "notes.md", 31)],
            articles[1].CitedBy);
        Assert.Equal(2, articles[1].ConceptCount);
        Assert.Null(articles[1].Title);
    }

    /// <summary>As exports write every address.</summary>
    [Theory]
    [InlineData("[https://zenn.dev/a/articles/0123456789abcd](https://zenn.dev/a/articles/0123456789abcd)", true)]
    [InlineData("**https://zenn.dev/a/articles/0123456789abcd**", false)]
    [InlineData("詳しくは[https://zenn.dev/a/articles/0123456789abcd](https://zenn.dev/a/articles/0123456789abcd)を読む。", false)]
    [InlineData("- 参考: [https://zenn.dev/a/articles/0123456789abcd][1]\n\n[1]: https://zenn.dev/a/articles/0123456789abcd", false)]
    public void An_address_that_is_its_own_link_or_emphasised_is_one_reference(string markdown, bool isCard)
    {
        var body = TestNotes.Glossary(("a.md", "# Ingress\n\n" + markdown + "\n")).Notes[0].Concepts.Document.Sections[^1].Body;
        var citation = Assert.Single(body.References);
        Assert.Equal(("https://zenn.dev/a/articles/0123456789abcd", isCard, null), (citation.Url.Url, citation.IsCard, citation.Title));
        Assert.DoesNotContain(body.Blocks, block => block.Text.Contains("](", StringComparison.Ordinal));
    }

    [Fact]
    public void The_entry_in_the_list_names_title_author_site_date_and_note()
    {
        var titles = ReferenceTitles.Read("references.yml", Esaka + ": {title: 必要な理由, author: えさか, site: Zenn技術, date: 2020-05-06, note: 入門}");

        var article = Bibliography.Of(Sample, titles).Articles[1];

        Assert.Equal(("必要な理由", "必要な理由", "えさか", "Zenn技術", new DateOnly(2020, 5, 6), "入門"),
            (article.Title, article.Headline, article.Author, article.Site, article.Date, article.Note));
    }

    [Fact]
    public void The_words_of_one_note_name_the_article_everywhere()
    {
        var titles = ReferenceTitles.Read("references.yml", $"{Esaka}: 一覧の題名");
        var places = Sample.Append(Place(Esaka, "pod", 200, null, "ノートの題名"));

        Assert.Equal("ノートの題名", Bibliography.Of(places, titles).Articles[1].Title);
    }

    [Fact]
    public void The_order_of_the_notes_does_not_matter() =>
        Assert.Equal(
            Bibliography.Of(Sample, ReferenceTitles.Empty).Articles.Select(a => (a.Headline, string.Join(',', a.CitedBy))),
            Bibliography.Of(Sample.Reverse(), ReferenceTitles.Empty).Articles.Select(a => (a.Headline, string.Join(',', a.CitedBy))));

    [Theory]
    [InlineData(ArticleOrder.Title, "A B C")]
    [InlineData(ArticleOrder.Date, "C A B")]
    [InlineData(ArticleOrder.Citations, "B A C")]
    public void The_articles_of_a_site_are_ordered_as_asked(ArticleOrder order, string expected)
    {
        var titles = ReferenceTitles.Read("references.yml", """
            https://example.com/1: {title: B}
            https://example.com/2: {title: A, date: 2019-01-01}
            https://example.com/3: {title: C, date: 2020-01-01}
            """);
        var bibliography = Bibliography.Of(
            [
                Place("https://example.com/3", null, 1), Place("https://example.com/2", "pod", 2), Place("https://example.com/2", "pod", 3),
                Place("https://example.com/1", "pod", 4), Place("https://example.com/1", "service", 5),
            ],
            titles);

        var site = Assert.Single(bibliography.BySite(order));

        Assert.Equal("example.com", site.Site);
        Assert.Equal(expected, string.Join(' ', site.Articles.Select(a => a.Headline)));
    }

    [Fact]
    public void Sites_stand_by_name() =>
        Assert.Equal(["Qiita", "Zenn"], Bibliography.Of(Sample, ReferenceTitles.Empty).BySite(ArticleOrder.Title).Select(s => s.Site));

    private static CitationPlace Place(string url, string? concept, int line, string? heading = null, string? title = null)
    {
        Assert.True(ReferenceSites.TryUnderstand(url, out var reference, out _), url);
        return new CitationPlace(new Citation(reference, title, true, line, 3), concept is null ? null : Slug.Parse(concept), "notes.md", heading);
    }
}
