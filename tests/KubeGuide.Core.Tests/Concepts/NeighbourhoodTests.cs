using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

public class NeighbourhoodTests
{
    private static readonly Glossary Glossary = TestNotes.Glossary(("a.md", "# Pod\n\nServiceの宛先。\n\n# ReplicaSet\n\n数。\n"), ("b.md", "# Orders\n\n注文。\n"));

    [Fact]
    public void What_the_notes_have_is_drawn_before_what_only_the_catalog_knows()
    {
        var around = Of("pod")!;
        Assert.Equal(Neighbourhood.Most, around.Neighbours.Length);
        Assert.Contains(around.Neighbours, neighbour => neighbour.Concept.Slug.Value == "replicaset");
        Assert.Contains(around.Neighbours, neighbour => neighbour.Concept.Slug.Value == "service");
        Assert.DoesNotContain(around.Neighbours, neighbour => neighbour.Concept.Slug.Value == "pod");
        Assert.Equal(around.Neighbours.DistinctBy(neighbour => neighbour.Concept.Slug), around.Neighbours);
    }

    [Fact]
    public void The_neighbours_stand_in_the_order_of_their_relations()
    {
        var relations = NotedRelation.Of(Glossary.Find("pod")!, Glossary).Select(relation => relation.Relation).ToList();
        var places = Of("pod")!.Neighbours.Select(neighbour => relations.IndexOf(neighbour.Relation));
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void The_drawing_has_the_concept_then_its_neighbours_and_a_line_to_each()
    {
        var around = Of("replicaset")!;
        Assert.Equal(around.Neighbours.Length + 1, around.Wide.Nodes.Length);
        Assert.Equal(around.Neighbours.Length + 1, around.Narrow.Nodes.Length);
        Assert.Equal(around.Neighbours.Length, around.Wide.Routes.Length);
    }

    [Fact]
    public void A_line_starts_at_what_acts_on_the_other()
    {
        var around = Of("replicaset")!;
        Assert.Contains(around.Neighbours, neighbour => neighbour.Relation.IsOutgoing);
        Assert.Contains(around.Neighbours, neighbour => !neighbour.Relation.IsOutgoing);
        Assert.All(around.Neighbours.Index(), pair =>
        {
            var (self, other, line) = (around.Wide.Nodes[0], around.Wide.Nodes[pair.Index + 1], around.Wide.Routes[pair.Index].Points);
            var (from, to) = pair.Item.Relation.IsOutgoing ? (self, other) : (other, self);
            Assert.Equal((from.Right, to.X), (line[0].X, line[^1].X));
        });
    }

    [Fact]
    public void A_concept_of_the_teams_own_has_no_neighbourhood() => Assert.Null(Of("orders"));

    private static Neighbourhood? Of(string slug) => Neighbourhood.Of(Glossary.Find(slug)!, NotedRelation.Of(Glossary.Find(slug)!, Glossary));
}
