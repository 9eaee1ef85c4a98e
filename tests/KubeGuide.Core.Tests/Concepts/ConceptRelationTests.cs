using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

public class ConceptRelationTests
{
    private static readonly Glossary Glossary = TestNotes.Glossary(
        ("notes.md", "# Pod\n\nまとまりの単位。\n\n# Service\n\nラベルの合うPodへ振り分ける。\n\n# Secret\n"));

    [Fact]
    public void Every_relation_shown_is_a_row_of_the_catalog_with_both_ends_and_a_source()
    {
        var rows = Glossary.Catalog.Relations.Select(row => (row.Sentence, row.InverseSentence)).ToArray();
        var sentences = rows.Select(row => row.Sentence).Concat(rows.Select(row => row.InverseSentence)).ToHashSet();

        Assert.All(Glossary.Concepts.Values, concept =>
        {
            var relations = ConceptRelation.Of(concept, Glossary);
            Assert.Equal(relations.Distinct(), relations);
            Assert.All(relations, relation =>
            {
                Assert.Contains(relation.Sentence, sentences);
                Assert.True(relation.To is { } to ? Glossary.Concepts.ContainsKey(to) : Glossary.Catalog.NameOf("*") == relation.ToName || Glossary.Catalog.NameOf("ExternalHost") == relation.ToName);
                Assert.NotEmpty(relation.Source);
                Assert.InRange(relation.Verb.Length, 1, 7);
            });
        });
    }

    [Fact]
    public void The_other_ends_name_is_found_behind_the_topic_and_never_within_a_word() =>
        Assert.All(Glossary.Concepts.Values.SelectMany(concept => ConceptRelation.Of(concept, Glossary).Where(relation => relation.To is not null && relation.To != concept.Slug)), relation =>
        {
            Assert.True(relation.NameStart > 0, relation.Sentence);
            Assert.False(char.IsAsciiLetter(relation.Sentence[relation.NameStart - 1]), relation.Sentence);
        });

    [Fact]
    public void Every_group_of_relations_has_its_place() => Assert.Equal(
        Glossary.Catalog.Relations.Select(relation => relation.Group).Distinct().Order(), ConceptRelation.GroupOrder.Order());

    [Fact]
    public void Every_type_has_a_short_verb_in_both_directions() => Assert.All(Glossary.Catalog.Relations.Select(row => row.Type).Distinct(), type =>
    {
        Assert.NotEmpty(RelationVerbs.Of(type));
        Assert.NotEmpty(RelationVerbs.Inverse(type));
    });

    [Theory]
    [InlineData("pod", "selectedBy")]
    [InlineData("service", "selects")]
    public void A_fact_stands_beside_what_the_notes_say_of_both_ends(string slug, string type)
    {
        var selected = Assert.Single(NotedRelation.Of(Glossary.Find(slug)!, Glossary), item => item.Relation.Type == type);

        Assert.Equal("ラベルの合うPodへ振り分ける", selected.Quote);
        Assert.Equal(7, selected.Noted!.Line);
        Assert.Equal("service", selected.Noted.From!.Value);
    }

    [Fact]
    public void A_fact_that_the_notes_are_silent_on_has_nothing_beside_it() =>
        Assert.All(NotedRelation.Of(Glossary.Find("secret")!, Glossary), item => Assert.Equal(("", null), (item.Quote, item.Noted)));

    [Fact]
    public void A_long_sentence_is_quoted_around_the_name()
    {
        var long80 = new string('あ', 80);
        var glossary = TestNotes.Glossary(("notes.md", $"# Service\n\n{long80}、Podへ、{long80}。\n"));
        var quote = NotedRelation.Of(glossary.Find("service")!, glossary).First(item => item.Noted is not null).Quote;

        Assert.StartsWith("…", quote, StringComparison.Ordinal);
        Assert.EndsWith("…", quote, StringComparison.Ordinal);
        Assert.Contains("Pod", quote, StringComparison.Ordinal);
        Assert.InRange(quote.Length, 20, 70);
    }

    [Fact]
    public void A_quotation_never_begins_or_ends_within_a_word()
    {
        var glossary = TestNotes.Glossary(("notes.md", $"# Service\n\n{new string('あ', 30)}NotAService{new string('い', 20)}、Podへ{new string('う', 22)}コンテナランタイム{new string('え', 30)}。\n"));
        var quote = NotedRelation.Of(glossary.Find("service")!, glossary).First(item => item.Noted is not null).Quote;

        Assert.StartsWith("…いい", quote, StringComparison.Ordinal);
        Assert.EndsWith("うう…", quote, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_is_nearly_done_is_quoted_to_its_end()
    {
        var glossary = TestNotes.Glossary(("notes.md", $"# DaemonSet\n\nDaemonSetは、すべてのノードに、同じように決まった形でPodを{new string('う', 36)}。\n"));

        Assert.Equal($"DaemonSetは、すべてのノードに、同じように決まった形でPodを{new string('う', 36)}", NotedRelation.Of(glossary.Find("daemonset")!, glossary).First(item => item.Quote.Length > 0).Quote);
    }

    [Theory]
    [InlineData(40, 40, 40, 40)]
    [InlineData(41, 41, 28, 28)]
    [InlineData(60, 41, 28, 28)]
    [InlineData(41, 10, 28, 10)]
    [InlineData(3, 70, 3, 28)]
    public void A_quotation_has_28_characters_on_a_side_and_all_that_is_hardly_more(int before, int behind, int shownBefore, int shownBehind)
    {
        var expected = (shownBefore < before ? "…" : "") + new string('あ', shownBefore) + "Pod" + new string('い', shownBehind == behind ? behind - 1 : shownBehind) + (shownBehind < behind ? "…" : "");
        Assert.Equal(expected, QuoteOf($"{new string('あ', before)}Pod{new string('い', behind - 1)}。"));
    }

    [Theory]
    [InlineData("😀", "")]
    [InlineData("ab", "")]
    [InlineData("アア", "")]
    [InlineData("アー", "")]
    [InlineData("アあ", "あ")]
    [InlineData("aあ", "あ")]
    [InlineData("あa", "a")]
    [InlineData("あア", "ア")]
    public void A_quotation_begins_behind_a_word_that_it_would_cut(string atTheCut, string kept) =>
        Assert.Equal($"…{kept}{new string('あ', 27)}Pod", QuoteOf($"{new string('あ', 12)}{atTheCut}{new string('あ', 27)}Pod。"));

    [Theory]
    [InlineData("😀", "")]
    [InlineData("ab", "")]
    [InlineData("アア", "")]
    [InlineData("アあ", "ア")]
    [InlineData("あa", "あ")]
    public void A_quotation_ends_before_a_word_that_it_would_cut(string atTheCut, string kept) =>
        Assert.Equal($"Pod{new string('あ', 27)}{kept}…", QuoteOf($"Pod{new string('あ', 27)}{atTheCut}{new string('あ', 20)}。"));

    [Fact]
    public void A_word_without_end_is_cut_at_the_name()
    {
        Assert.Equal("…Pod", QuoteOf($"{new string('ア', 60)}Pod。"));
        Assert.Equal("Pod…", QuoteOf($"Pod{new string('ア', 60)}。"));
    }

    private static string QuoteOf(string sentence)
    {
        var glossary = TestNotes.Glossary(("notes.md", $"# Service\n\n{sentence}\n"));
        return NotedRelation.Of(glossary.Find("service")!, glossary).First(item => item.Noted is not null).Quote;
    }

    [Fact]
    public void Two_relations_to_one_concept_quote_the_notes_once() => Assert.Single(
        NotedRelation.Of(Glossary.Find("service")!, Glossary), item => item.Relation.To?.Value == "pod" && item.Noted is not null);
}
