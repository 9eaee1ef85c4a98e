using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

public class SiblingsTests
{
    private static readonly Glossary Glossary = TestNotes.Glossary(("notes.md", "# Service\n\n宛先。\n\n## ClusterIP\n\n中で通じる宛先。\n\n## NodePort\n\n外へ開く。\n"));

    [Theory]
    [InlineData("nodeport", "/compare/clusterip,nodeport,loadbalancer,externalname")]
    [InlineData("rollout", "/compare/deployment,replicaset,rollout")]
    [InlineData("secret", "/compare/configmap,secret")]
    [InlineData("service", "/compare/clusterip,nodeport,loadbalancer,externalname")]
    public void Siblings_and_the_concept_above_them_offer_the_comparison(string slug, string url) =>
        Assert.Contains(url, Siblings.Of(Glossary.Find(slug)!, Glossary).Select(set => Siblings.Url(set.Select(concept => concept.Slug))));

    [Fact]
    public void Every_set_is_of_things_that_the_catalog_knows() => Assert.All(Siblings.Sets, set =>
    {
        Assert.All(set, key => Assert.Contains(key, Glossary.Catalog.ByKey));
        Assert.InRange(set.Length, Siblings.Fewest, Siblings.Most);
    });

    [Fact]
    public void Every_set_can_be_compared() => Assert.All(Glossary.Concepts.Values.SelectMany(concept => Siblings.Of(concept, Glossary)), set =>
    {
        Assert.InRange(set.Length, Siblings.Fewest, Siblings.Most);
        Assert.Equal(set.Distinct(), set);
    });

    [Fact]
    public void A_comparison_shows_only_what_differs()
    {
        var rows = Comparison.Of([Glossary.Find("clusterip")!, Glossary.Find("nodeport")!], Glossary).Relations;

        Assert.DoesNotContain(rows, row => row.Verb == "種類の一つ");
        var built = Assert.Single(rows, row => row.Verb == "土台にする");
        Assert.Empty(built.Cells[0]);
        Assert.Equal("ClusterIP", Assert.Single(built.Cells[1]).Name);
    }

    [Fact]
    public void A_comparison_has_its_rows_once_each_in_the_catalogs_order_and_its_cells_by_name() => Assert.All(
        Glossary.Concepts.Values.SelectMany(concept => Siblings.Of(concept, Glossary)).DistinctBy(set => Siblings.Url(set.Select(concept => concept.Slug))),
        set =>
        {
            var groupOf = set.SelectMany(concept => ConceptRelation.Of(concept, Glossary)).ToLookup(relation => relation.Verb, relation => ConceptRelation.GroupOrder.IndexOf(relation.Group));
            var rows = Comparison.Of(set, Glossary).Relations;
            Assert.Equal(rows.Select(row => row.Verb).Distinct(), rows.Select(row => row.Verb));
            var groups = rows.Select(row => groupOf[row.Verb].Distinct().ToList()).Where(several => several.Count == 1).Select(one => one[0]);
            Assert.Equal(groups.Order(), groups);
            Assert.All(rows.SelectMany(row => row.Cells), cell => Assert.Equal(cell.OrderBy(end => end.Name, StringComparer.Ordinal).Distinct(), cell));
        });
}
