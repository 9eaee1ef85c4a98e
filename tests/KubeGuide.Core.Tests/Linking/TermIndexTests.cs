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

    [Fact]
    public void What_the_team_calls_its_own_is_stronger_than_a_word_that_only_search_takes()
    {
        var index = TermIndex.Build([Term("メッシュ", "service-mesh", TermPolicy.SearchOnly), Term("メッシュ", "team-mesh"), Term("メッシュ", "other")], []);
        Assert.Equal("team-mesh", index.Find("メッシュ")?.Term?.Concept.Value);
    }

    [Fact]
    public void A_spelling_for_search_alone_forbids_to_write_the_term_apart()
    {
        var index = TermIndex.Build([Term("LoadBalancer", "loadbalancer"), Term("Load Balancer", "loadbalancer", TermPolicy.SearchOnly)], []);
        Assert.NotNull(index.Find("LoadBalancer"));
        Assert.Null(index.Find("Load Balancer"));
    }

    [Fact]
    public void Behind_kubectl_a_resource_comes_before_any_other_word()
    {
        var index = TermIndex.Build([Term("limits", "requests-and-limits", TermPolicy.SearchOnly), new Term("limits", Slug.Parse("limitrange"), TermKind.ShortName, TermPolicy.CodeOnly)], []);
        Assert.Equal("requests-and-limits", index.Find("limits")?.Term?.Concept.Value);
        Assert.Equal("limitrange", index.FindResource("limits")?.Term?.Concept.Value);
    }

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

    [Theory]
    [InlineData("Pod", "Pods")]
    [InlineData("Gateway", "Gateways")]
    [InlineData("Policy", "Policies")]
    [InlineData("Class", "Classes")]
    [InlineData("DNS", "DNSes")]
    [InlineData("Box", "Boxes")]
    [InlineData("Quiz", "Quizes")]
    [InlineData("Mesh", "Meshes")]
    [InlineData("Batch", "Batches")]
    [InlineData("Graph", "Graphs")]
    [InlineData("Level1", null)]
    [InlineData("Podの型", null)]
    public void A_name_with_capitals_is_found_in_the_plural_that_English_gives_it(string name, string? plural)
    {
        var index = TermIndex.Build([Term(name, "thing")], []);
        if (plural is not null)
            Assert.Equal(MentionReason.Plural, index.Find(plural)?.Reason);
        Assert.Null(index.Find(name + (plural == name + "s" ? "es" : "s")));
    }

    [Theory]
    [InlineData("rolling update", "Rolling update", "Rolling Update")]
    [InlineData("fleet", "Fleet", "Fleet")]
    public void A_lower_case_name_is_found_capitalised(string name, params string[] forms)
    {
        var index = TermIndex.Build([Term(name, "thing")], []);
        Assert.All(forms, form => Assert.Equal(MentionReason.Alias, index.Find(form)?.Reason));
        Assert.Null(index.Find(name.ToUpperInvariant()));
        Assert.Null(index.Find(name + "s"));
    }

    [Fact]
    public void A_short_name_has_no_other_form()
    {
        var index = TermIndex.Build([new Term("sets", Slug.Parse("set"), TermKind.ShortName, TermPolicy.Link), new Term("hpa", Slug.Parse("hpa"), TermKind.Alias, TermPolicy.CodeOnly)], []);
        Assert.All((string[])["Sets", "setses", "Hpa", "hpas"], form => Assert.Null(index.Find(form)));
    }

    private static string? ConceptOf(string text, params Term[] terms) => TermIndex.Build(terms, []).Find(text)?.Term?.Concept.Value;

    private static Term Term(string text, string slug, TermPolicy policy = TermPolicy.Link) =>
        new(text, Slug.Parse(slug), TermKind.Name, policy);
}
