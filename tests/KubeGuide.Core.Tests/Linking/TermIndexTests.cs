using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Tests.Linking;

public sealed class TermIndexTests
{
    [Fact]
    public void A_spelling_as_given_comes_before_one_that_is_derived() =>
        Assert.Equal("jobs-team", ConceptOf("Jobs", Term("Job", "job"), Term("Jobs", "jobs-team")));

    [Fact]
    public void Of_two_terms_with_one_spelling_the_first_counts() =>
        Assert.Equal("first", ConceptOf("Job", Term("Job", "first"), Term("Ｊｏｂ", "second")));

    [Fact]
    public void The_freer_policy_of_one_concept_counts()
    {
        var index = TermIndex.Build([Term("運用台帳", "ledger", TermPolicy.SearchOnly), Term("運用台帳", "ledger")], []);
        Assert.Equal(TermPolicy.Link, index.Find("運用台帳")?.Term?.Policy);
    }

    [Fact]
    public void A_concept_of_that_name_is_stronger_than_a_shield_word() =>
        Assert.Equal("node-js", TermIndex.Build([Term("Node.js", "node-js")], ["Node.js"]).Find("Node.js")?.Term?.Concept.Value);

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000")]
    public void An_empty_term_is_never_found(string text) => Assert.Null(TermIndex.Build([Term(text, "empty")], []).Find("空"));

    [Fact]
    public void A_term_beyond_64_characters_is_not_looked_for()
    {
        var (longest, longer) = (new string('ア', 64), new string('ア', 65));
        var index = TermIndex.Build([Term(longest, "longest"), Term(longer, "longer")], []);
        Assert.NotNull(index.Find(longest));
        Assert.Null(index.Find(longer));
    }

    [Fact]
    public void The_longest_name_may_have_spaces_between_all_its_words()
    {
        var name = string.Join(' ', Enumerable.Repeat("Ab", 32));
        Assert.NotNull(TermIndex.Build([Term(name, "words")], []).Find(name));
    }

    [Fact]
    public void An_index_without_terms_finds_nothing() => Assert.Null(TermIndex.Build([], []).Find("Pod"));

    private static string? ConceptOf(string text, params Term[] terms) => TermIndex.Build(terms, []).Find(text)?.Term?.Concept.Value;

    private static Term Term(string text, string slug, TermPolicy policy = TermPolicy.Link) =>
        new(text, Slug.Parse(slug), TermKind.Name, policy);
}
