using KubeGuide.Core.Charts;
using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Charts;

public class ChartTests
{
    private static readonly Glossary Glossary = DrawnNotes.Of("catalog");

    [Theory]
    [InlineData("catalog")]
    [InlineData("docs")]
    [InlineData("messy")]
    public void No_neighbourhood_has_an_overlap_or_a_line_through_a_box(string notes)
    {
        var glossary = DrawnNotes.Of(notes);
        var drawn = glossary.Concepts.Values.OrderBy(concept => concept.Slug).Select(concept => Neighbourhood.Of(concept, NotedRelation.Of(concept, glossary))).OfType<Neighbourhood>().ToList();

        Assert.True(drawn.Count > 100);
        Assert.All(drawn, around =>
        {
            Assert.InRange(around.Neighbours.Length, 1, Neighbourhood.Most);
            ChartGeometry.AssertClear(around.Wide, [.. around.Neighbours.Select((neighbour, i) => neighbour.Relation.IsOutgoing ? new ChartEdge(0, i + 1) : new ChartEdge(i + 1, 0))]);
            ChartGeometry.AssertClear(around.Narrow, [.. around.Neighbours.Select((_, i) => new ChartEdge(0, i + 1))]);
            Assert.All(around.Wide.Routes.Concat(around.Narrow.Routes), route => Assert.NotNull(route.Label));
        });
    }

    /// <summary>With no focus, and with that of every concept of small notes, every eleventh of many.</summary>
    [Theory]
    [InlineData("docs", 60, 1)]
    [InlineData("messy", 20, 1)]
    [InlineData("30", 30, 1)]
    [InlineData("300", 300, 11)]
    public void No_map_has_an_overlap_or_a_line_through_a_box(string notes, int least, int every)
    {
        var glossary = DrawnNotes.Of(notes);
        var focuses = glossary.Listed.Where((_, i) => i % every == 0).Cast<Concept?>().Prepend(null).ToList();

        Assert.True(glossary.Listed.Length >= least);
        Assert.All(focuses, focus =>
        {
            var map = ConceptMap.Of(glossary, focus);
            var edges = DrawnNotes.EdgesOf(map);
            ChartGeometry.AssertClear(map.Wide.Chart, edges);
            ChartGeometry.AssertClear(map.Narrow.Chart, edges);
        });
        Assert.Contains(focuses, focus => ConceptMap.Of(glossary, focus).Links.Length > 5);
    }

    /// <summary>A phone has 354 pixels: names shrink by a tenth at most.</summary>
    [Theory]
    [InlineData("docs")]
    [InlineData("30")]
    [InlineData("300")]
    public void A_map_fits_its_column_and_its_phone(string notes)
    {
        var map = ConceptMap.Of(DrawnNotes.Of(notes), null);

        Assert.InRange(map.Narrow.Chart.Width, 200, 394);
        Assert.InRange(map.Wide.Chart.Width, 400, 760);
    }

    /// <summary>A phone has 354 pixels: the few widest shrink by a tenth.</summary>
    [Fact]
    public void A_neighbourhood_fits_its_column_and_its_phone() => Assert.All(Glossary.Concepts.Values.Select(Draw).OfType<Neighbourhood>(), around =>
    {
        Assert.True(around.Narrow.Width <= 400, $"{around.Concept.Name} is {around.Narrow.Width} wide on a phone");
        Assert.True(around.Wide.Width <= 760, $"{around.Concept.Name} is {around.Wide.Width} wide");
    });

    [Fact]
    public void Equal_input_gives_an_equal_drawing()
    {
        var concept = Glossary.Find("pod")!;

        Assert.Equal(Draw(concept)!.Wide.Routes.Select(route => route.Path), Draw(concept)!.Wide.Routes.Select(route => route.Path));
    }

    [Fact]
    public void What_acts_on_the_concept_stands_at_its_left_and_what_it_acts_on_at_its_right()
    {
        var around = Draw(Glossary.Find("replicaset")!)!;
        var boxOf = around.Neighbours.Select((neighbour, i) => (neighbour.Concept.Slug.Value, Box: around.Wide.Nodes[i + 1])).ToDictionary(pair => pair.Value, pair => pair.Box);

        Assert.True(boxOf["deployment"].Right < around.Wide.Nodes[0].X);
        Assert.True(boxOf["pod"].X > around.Wide.Nodes[0].Right);
        Assert.Equal("管理される", around.Neighbours.Single(neighbour => neighbour.Concept.Slug.Value == "deployment").Relation.Verb);
    }

    [Fact]
    public void The_concepts_that_the_notes_have_are_not_left_out()
    {
        var glossary = TestNotes.Glossary(("notes.md", "# Pod\n\nEnvoyFilterとWasmPluginとProxyConfigの対象になる。\n"));
        var neighbours = Neighbourhood.Of(glossary.Find("pod")!, NotedRelation.Of(glossary.Find("pod")!, glossary))!.Neighbours;

        Assert.Equal(Neighbourhood.Most, neighbours.Length);
        Assert.Superset(new HashSet<string> { "envoyfilter", "wasmplugin", "proxyconfig" }, neighbours.Select(neighbour => neighbour.Concept.Slug.Value).ToHashSet());
    }

    [Fact]
    public void A_circle_a_long_line_and_a_loop_are_drawn_clear()
    {
        ChartNode[] nodes = [new("Ingress"), new("Service"), new("Pod"), new("ConfigMap"), new("とても長い名前のチームの概念がここにあります"), new("Alone")];
        ChartEdge[] edges = [new(0, 1, "転送する"), new(1, 2, "選ぶ"), new(2, 3, "マウント"), new(0, 3, "証明書"), new(3, 0, "戻る"), new(4, 2, "含む"), new(0, 2, ""), new(2, 2, "自分")];

        var chart = LayeredChart.Of(nodes, edges);

        ChartGeometry.AssertClear(chart, edges);
        Assert.Empty(chart.Routes[^1].Points);
        Assert.True(chart.Nodes[0].Right < chart.Nodes[1].X && chart.Nodes[1].Right < chart.Nodes[2].X);
        Assert.Equal(chart.Nodes[3].CentreY, chart.Routes[4].Points[0].Y, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Any_graph_up_to_the_limits_is_drawn_clear(int seed)
    {
        var state = (uint)seed;
        int Next(int below) => (int)((state = (state * 1664525) + 1013904223) >> 8) % below;
        var nodes = Enumerable.Range(0, 60).Select(i => new ChartNode(new string('n', 1 + (i % 9)))).ToArray();
        var edges = Enumerable.Range(0, 110).Select(_ => new ChartEdge(Next(60), Next(60), Next(3) == 0 ? "" : "動かす")).ToArray();

        ChartGeometry.AssertClear(LayeredChart.Of(nodes, edges), edges);
    }

    [Theory]
    [InlineData(20, 60)]
    [InlineData(60, 40)]
    [InlineData(60, 110)]
    public void A_line_through_a_box_a_label_on_a_box_and_a_box_beyond_the_edge_are_found_out(double label, double third)
    {
        ChartBox[] nodes = [new(0, 0, 20, 20), new(100, 0, 20, 20), new(third, 0, 20, 20)];
        var chart = new Chart(120, 20, [.. nodes], [new ChartRoute([new(20, 10), new(100, 10)], new ChartBox(label, 5, 20, 10))]);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ChartGeometry.AssertClear(chart, [new ChartEdge(0, 1)]));
        ChartGeometry.AssertClear(chart with { Nodes = [.. nodes[..2]], Routes = [chart.Routes[0] with { Label = new ChartBox(60, 5, 20, 10) }] }, [new ChartEdge(0, 1)]);
    }

    [Fact]
    public void Nothing_gives_an_empty_drawing_and_too_much_is_refused()
    {
        Assert.Empty(LayeredChart.Of([], []).Nodes);
        Assert.Throws<ArgumentException>(() => LayeredChart.Of([.. Enumerable.Repeat(new ChartNode("n"), LayeredChart.MaxNodes + 1)], []));
    }

    [Theory]
    [InlineData(2, 30)]
    [InlineData(3, 30)]
    [InlineData(3, 300)]
    public void The_map_is_clear_for_every_pair_of_its_concepts(int across, int concepts)
    {
        var groups = Enumerable.Range(0, 7).Select(g => new ChartGroup(new ChartNode("分類" + g), [.. Enumerable.Range(0, (concepts / 7) + (g % 3)).Select(i => new ChartNode("Concept" + i))])).ToArray();
        var count = groups.Sum(group => group.Nodes.Length + 1);
        var edges = Enumerable.Range(0, 60).Select(i => new ChartEdge(i * 37 % count, i * 101 % count)).ToArray();

        ChartGeometry.AssertClear(GridChart.Of(groups, across, edges), edges);
    }

    [Theory]
    [InlineData("Pod", 1.0, 2.2)]
    [InlineData("ｆｕｌｌ", 4.0, 4.0)]
    [InlineData("概念", 2.0, 2.0)]
    [InlineData("HorizontalPodAutoscaler", 11.0, 14.5)]
    public void Text_is_measured_by_its_characters(string text, double least, double most) => Assert.InRange(TextWidth.Of(text), least, most);

    [Fact]
    public void Text_that_is_cut_fits_and_says_so()
    {
        var cut = TextWidth.Fit("水平方向のPodの自動スケールについての長い題名", 10);

        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.True(TextWidth.Of(cut) <= 10);
        Assert.Equal("Pod", TextWidth.Fit("Pod", 10));
    }

    private static Neighbourhood? Draw(Concept concept) => Neighbourhood.Of(concept, NotedRelation.Of(concept, Glossary));
}
