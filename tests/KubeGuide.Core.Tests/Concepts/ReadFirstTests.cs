using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

public class ReadFirstTests
{
    private const string Notes = """
        # Deployment

        ReplicaSetを世代ごとに作る。

        # ReplicaSet

        Podの数を保つ。

        # Pod

        まとまりの単位。

        # HPA

        数を増減する。

        """;

    [Theory]
    [InlineData("deployment", "pod", "replicaset")]
    [InlineData("replicaset", "pod")]
    [InlineData("horizontalpodautoscaler", "pod", "replicaset", "deployment")]
    [InlineData("pod")]
    public void What_a_concept_is_made_of_comes_before_it(string slug, params string[] expected) => Assert.Equal(expected, Of(Notes, slug));

    [Fact]
    public void The_strongest_relations_come_first_and_no_more_than_a_few()
    {
        const string notes = "# Rollout\n\n# Deployment\n\n# ReplicaSet\n\n# Pod\n\n# Service\n\n# VirtualService\n\n# DestinationRule\n\n# Node\n\n# ConfigMap\n\n# ServiceAccount\n";
        var glossary = TestNotes.Glossary(("notes.md", notes));
        Assert.All(glossary.Listed.Where(concept => concept.State == ConceptState.Stub), concept =>
        {
            var first = ReadFirst.Of(concept, glossary);
            var direct = ConceptRelation.Of(concept, glossary).Where(relation => relation.IsOutgoing && ReadFirst.Types.Contains(relation.RowType) && relation.To is { } to && to != concept.Slug && glossary.Concepts[to].State == ConceptState.Stub).ToList();
            Assert.InRange(first.Length, Math.Min(direct.Select(relation => relation.To).Distinct().Count(), 1), ReadFirst.Most);
            if (direct.Count > 0)
                Assert.Contains(direct.MinBy(relation => ReadFirst.Types.IndexOf(relation.RowType))!.To, first.Select(other => other.Slug));
        });
    }

    [Fact]
    public void What_the_notes_do_not_have_is_not_recommended() => Assert.Empty(Of("# Deployment\n\nPodを置き換える。\n", "deployment"));

    [Fact]
    public void The_parent_in_the_notes_is_read_before_its_child() =>
        Assert.Equal(["service"], Of("# Service\n\n宛先を一つにする。\n\n## ClusterIP\n\n中だけで通じる。\n", "clusterip"));

    [Fact]
    public void Where_the_notes_nest_against_the_facts_the_facts_decide()
    {
        const string upsideDown = "# ReplicaSet\n\n数を保つ。\n\n## Pod\n\nまとまり。\n\n### Deployment\n\n世代を持つ。\n";

        Assert.Empty(Of(upsideDown, "pod"));
        Assert.Equal(["pod", "replicaset"], Of(upsideDown, "deployment"));
    }

    [Fact]
    public void A_circle_ends_where_it_began()
    {
        const string circle = "# Kubernetes\n\n基盤。\n\n# Swarm\n\n別の基盤。\n\n## Node\n\n機械。\n\n### Kubernetes\n\n続き。\n\n## Cluster\n\n機械の集まり。\n";

        Assert.All(new[] { "kubernetes", "swarm", "node", "cluster" }, slug =>
        {
            var first = Of(circle, slug);
            Assert.InRange(first.Count, 0, ReadFirst.Most);
            Assert.DoesNotContain(slug, first);
            Assert.Equal(first.Distinct(), first);
        });
        Assert.NotEmpty(Of(circle, "cluster"));
    }

    [Fact]
    public void Every_relation_that_decides_is_one_of_the_catalogs() =>
        Assert.Subset(TestNotes.Glossary().Catalog.Relations.Select(relation => relation.Type).ToHashSet(), ReadFirst.Types.ToHashSet());

    private static List<string> Of(string notes, string slug)
    {
        var glossary = TestNotes.Glossary(("notes.md", notes));
        return [.. ReadFirst.Of(glossary.Find(slug)!, glossary).Select(concept => concept.Slug.Value)];
    }
}
