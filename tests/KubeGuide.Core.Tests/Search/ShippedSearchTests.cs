using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Search;

/// <summary>What people type, over the glossary that ships in docs/.</summary>
public class ShippedSearchTests
{
    private static readonly Glossary Glossary =
        new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default).Build(NotesFolder.Scan(Path.Combine(TestNotes.Fixture(""), "..", "..", "docs"), NoteLimits.Default));

    [Fact]
    public void What_people_type_finds_first_what_they_want()
    {
        var quality = SearchQuality.Of(Glossary.Search, TypedQueries.OverDocs);
        Assert.True(quality.Count >= 150);
        Assert.Empty(quality.NotInFive);
        Assert.True(quality.First >= 0.98, string.Join('\n', quality.NotFirst));
    }

    [Fact]
    public void Every_topic_of_the_catalog_brings_a_concept_of_its_own_first()
    {
        var topics = Glossary.Catalog.Topics.Select(topic => (string.Join(' ', topic.Words), string.Join(' ', topic.Concepts)));
        var quality = SearchQuality.Of(Glossary.Search, topics);
        Assert.Empty(quality.NotFirst);
    }

    [Fact]
    public void An_English_question_about_a_concept_finds_what_its_name_finds() => Assert.All(
        Glossary.Concepts.Values, concept => Assert.Equal(First(concept.Name), First($"What is a {concept.Name}?")));

    [Fact]
    public void Only_its_own_names_bring_the_manual_before_the_concepts_of_Kubernetes() => Assert.DoesNotContain(
        TypedQueries.OverDocs.Where(row => !row.Slugs.Contains("kubeguide", StringComparison.Ordinal)),
        row => Glossary.Search.Search(row.Query, 0, 1).Hits[0].Slug!.Value.StartsWith("kubeguide", StringComparison.Ordinal));

    private static string First(string query) => Glossary.Search.Search(query, 0, 1).Hits[0].Url;
}
