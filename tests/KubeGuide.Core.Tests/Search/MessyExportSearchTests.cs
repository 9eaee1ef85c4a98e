using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Search;

/// <summary>What people type over notes of which half are empty headings; KUBEGUIDE_MESSY_EXPORT names another file of the same shape.</summary>
public class MessyExportSearchTests
{
    private static readonly Glossary Glossary = new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default).Build(NotesFolder.Scan(
        Environment.GetEnvironmentVariable("KUBEGUIDE_MESSY_EXPORT") is { Length: > 0 } given ? given : TestNotes.Fixture("messy-export.md"), NoteLimits.Default));

    [Fact]
    public void What_people_type_finds_first_what_they_want()
    {
        var quality = SearchQuality.Of(Glossary.Search, TypedQueries.OverMessyExport);
        Assert.True(quality.Count >= 150);
        Assert.Empty(quality.NotInFive);
        Assert.True(quality.First >= 0.98, string.Join('\n', quality.NotFirst));
    }

    [Theory]
    [InlineData("変数", "pod")]
    [InlineData("自動復旧", "replicaset")]
    [InlineData("Pod svc", "pod service")]
    public void Where_the_notes_say_it_their_concept_comes_before_what_only_the_catalog_knows(string query, string slugs) =>
        Assert.Equal(slugs, string.Join(' ', Glossary.Search.Search(query).Hits.Take(slugs.Split(' ').Length).Select(hit => hit.Slug)));
}
