using KubeGuide.Core.Concepts;
using KubeGuide.Core.Search;

namespace KubeGuide.Core.Tests.Search;

public class SearchExcerptTests
{
    private static readonly string Filler = string.Concat(Enumerable.Repeat("関係のない文がここに続く。", 20));

    [Fact]
    public void An_excerpt_is_whole_sentences_around_the_match_with_the_match_marked()
    {
        var excerpt = Cut(Filler + "目印はここにある。" + Filler, "目印");
        Assert.StartsWith("目印はここにある。関係", excerpt.Text, StringComparison.Ordinal);
        Assert.EndsWith("続く。", excerpt.Text, StringComparison.Ordinal);
        Assert.InRange(excerpt.Text.Length, 80, 160);
        Assert.Equal(["目印"], Marked(excerpt));
    }

    [Fact]
    public void A_sentence_without_end_is_cut_with_an_ellipsis_and_still_shows_the_match()
    {
        var excerpt = Cut(new string('あ', 400) + "目印" + new string('い', 400), "目印");
        Assert.StartsWith("…", excerpt.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", excerpt.Text, StringComparison.Ordinal);
        Assert.InRange(excerpt.Text.Length, 80, 170);
        Assert.Equal(["目印"], Marked(excerpt));
    }

    [Fact]
    public void An_excerpt_shows_most_of_the_words() =>
        Assert.Equal(["Pod", "自動復旧"], Marked(Cut("Podの話。" + Filler + "Podは自動復旧する。", "Pod 自動復旧")));

    [Fact]
    public void Marks_stand_on_what_was_written_whatever_was_typed() =>
        Assert.Equal(["ｸﾗｽﾀｰ", "クラスター", "クラスタ"], Marked(Cut("ｸﾗｽﾀｰとクラスターとクラスタ。", "クラスタ")));

    [Fact]
    public void Blocks_are_joined_by_a_space_but_after_a_sentence() => Assert.Equal("目印 次の段落。その次。", Cut("目印\n次の段落。\nその次。", "目印").Text);

    [Fact]
    public void A_character_of_two_halves_is_never_cut()
    {
        var excerpt = Cut(string.Concat(Enumerable.Repeat("𠮟", 200)) + "目印" + string.Concat(Enumerable.Repeat("𠮟", 200)), "目印");
        Assert.DoesNotContain('\uFFFD', excerpt.Text.EnumerateRunes().Select(rune => (char)rune.Value));
    }

    private static SearchExcerpt Cut(string text, string query)
    {
        var document = new SearchDocument(
            Slug.Parse("x"), "x", "/concepts/x", ConceptState.Written, [], null, [new SearchSection(null, null, [text])], "");
        return SearchIndex.Build([document]).Search(query).Hits[0].Excerpt;
    }

    private static IEnumerable<string> Marked(SearchExcerpt excerpt) => excerpt.Marks.Select(mark => excerpt.Text.Substring(mark.Start, mark.Length));
}
