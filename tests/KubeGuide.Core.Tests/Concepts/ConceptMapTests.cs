using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

public class ConceptMapTests
{
    private static readonly Glossary Small = TestNotes.Glossary(
        ("notes.md", "# Deployment\n\nReplicaSetを作る。ConfigMapは見ない。\n\n# ReplicaSet\n\n数を保つ。\n\n# ConfigMap\n\n設定。\n\n# Secret\n\nDeploymentから使う。\n\n# Ingress\n\n入口。\n"));

    [Fact]
    public void The_lines_are_facts_first_and_then_what_the_notes_say_in_either_direction()
    {
        var map = ConceptMap.Of(Small, Small.Find("deployment"));

        Assert.Equal(
            [("replicaset", true, true), ("secret", false, false), ("configmap", false, true)],
            map.Links.Select(link => (link.Other.Slug.Value, link.IsFact, link.IsOutgoing)));
        Assert.Equal(map.Links.Length, map.Wide.Chart.Routes.Length);
    }

    [Fact]
    public void A_line_joins_the_boxes_of_its_two_concepts_though_a_column_before_them_is_cut()
    {
        var notes = Enumerable.Range(0, ConceptMap.Each + 5).Select(i => ($"thing-{i:00}.md", $"---\ngroup: basics\n---\n# Thing {i}\n\n文。\n"));
        var glossary = TestNotes.Glossary([.. notes, ("a.md", "# Service\n\nPodへ届ける。\n\n# Pod\n\nSecretを使う。\n\n# Secret\n\n鍵。\n")]);
        var map = ConceptMap.Of(glossary, glossary.Find("pod"));
        var boxes = map.Groups.SelectMany(group => group.Shown.Select(concept => concept.Slug.Value).Prepend("").Concat(group.More > 0 ? [""] : [])).ToList();

        Assert.Contains(map.Links, link => link.IsOutgoing);
        Assert.Contains(map.Links, link => !link.IsOutgoing);
        Assert.All(map.Links.Index(), pair =>
        {
            var (self, other) = (map.Wide.Chart.Nodes[boxes.IndexOf("pod")], map.Wide.Chart.Nodes[boxes.IndexOf(pair.Item.Other.Slug.Value)]);
            var line = map.Wide.Chart.Routes[pair.Index].Points;
            Assert.InRange(line[0].Y, (pair.Item.IsOutgoing ? self : other).Y, (pair.Item.IsOutgoing ? self : other).Bottom);
            Assert.InRange(line[^1].Y, (pair.Item.IsOutgoing ? other : self).Y, (pair.Item.IsOutgoing ? other : self).Bottom);
        });
    }

    [Fact]
    public void Without_a_focus_or_with_one_outside_the_notes_there_are_no_lines()
    {
        Assert.Empty(ConceptMap.Of(Small, null).Links);
        Assert.Empty(ConceptMap.Of(Small, Small.Find("statefulset")).Links);
    }

    [Fact]
    public void A_long_column_leaves_the_rest_to_the_list_but_for_the_concept_in_focus()
    {
        var notes = Enumerable.Range(0, 300).Select(i => ($"thing-{i:000}.md", $"# Thing {i}\n\nPodと動く。\n"));
        var glossary = TestNotes.Glossary([.. notes, ("pod.md", "# Pod\n\n単位。\n")]);
        var map = ConceptMap.Of(glossary, glossary.Find("pod"));

        Assert.Equal(301, map.Groups.Sum(group => group.Shown.Length + group.More));
        Assert.Contains(map.Groups, group => group.Shown.Length == ConceptMap.Each && group.More == 300 - ConceptMap.Each);
        Assert.Equal(ConceptMap.Each, map.Links.Length);
        Assert.All([map, ConceptMap.Of(Small, null)], drawn => Assert.Equal(drawn.Groups.Sum(group => 1 + group.Shown.Length + (group.More > 0 ? 1 : 0)), drawn.Wide.Chart.Nodes.Length));
        var last = glossary.Listed.Last(concept => concept.Slug.Value.StartsWith("thing", StringComparison.Ordinal));
        var focused = ConceptMap.Of(glossary, last);
        Assert.Equal("pod", Assert.Single(focused.Links).Other.Slug.Value);
        Assert.Equal(ConceptMap.Each, Assert.Single(focused.Groups, group => group.Shown.Contains(last)).Shown.Length);
    }

    [Fact]
    public void Equal_notes_give_an_equal_map() => Assert.Equal(
        ConceptMap.Of(Small, Small.Find("deployment")).Narrow.Chart.Routes.Select(route => route.Path),
        ConceptMap.Of(Small, Small.Find("deployment")).Narrow.Chart.Routes.Select(route => route.Path));
}
