using System.Net;

namespace KubeGuide.Web.Tests;

public class PicturesTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly RunningSite site = fixture.Site;

    [Theory]
    [InlineData("/compare/clusterip,nodeport")]
    [InlineData("/compare/configmap,secret,pod,service,ingress,deployment")]
    [InlineData("/compare/kustomization,gateway")]
    [InlineData("/map")]
    [InlineData("/map?focus=pod")]
    [InlineData("/map?focus=statefulset")]
    public async Task A_page_of_connections_is_there(string path) => Assert.Equal("ja", (await site.PageAsync(path)).DocumentElement.GetAttribute("lang"));

    [Theory]
    [InlineData("/compare/po,svc", "/compare/pod,service")]
    [InlineData("/compare/Secret,ConfigMap", "/compare/secret,configmap")]
    [InlineData("/compare/pod,service,po", "/compare/pod,service")]
    [InlineData("/compare/pod,,service,", "/compare/pod,service")]
    [InlineData("/compare/%E3%83%9D%E3%83%83%E3%83%89,service", "/compare/pod,service")]
    [InlineData("/map?focus=po", "/map?focus=pod")]
    public Task Another_spelling_moves_to_the_address_with_the_slugs(string path, string canonical) => site.LeadsToAsync(path, canonical);

    [Theory]
    [InlineData("/compare/pod")]
    [InlineData("/compare/pod,po")]
    [InlineData("/compare/,")]
    [InlineData("/compare/pod,service,ingress,secret,configmap,deployment,replicaset")]
    public async Task One_or_seven_cannot_be_compared_and_the_page_says_so(string path)
    {
        var response = await site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await Reading.ParseAsync(await response.Content.ReadAsStringAsync());
        Assert.Equal("並べて比べられません", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("二つから六つ", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare/pod,nothing-at-all")]
    [InlineData("/map?focus=nothing-at-all")]
    public async Task An_unknown_name_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(path)).StatusCode);

    [Fact]
    public async Task Siblings_stand_side_by_side_with_reach_and_layer()
    {
        var page = await site.PageAsync("/compare/clusterip,nodeport,loadbalancer");
        var rows = page.QuerySelectorAll(".compare tbody tr").Where(row => row.QuerySelectorAll("td").Length > 0)
            .ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => (cell.QuerySelector(".value") ?? cell).TextContent.Trim()).ToArray());
        Assert.Equal(["内", "内・外", "内・外"], rows["届く範囲"]);
        Assert.Equal(["L4", "L4", "L4"], rows["層"]);
        Assert.Equal(["—", "ClusterIP", "NodePort"], rows["土台にする"]);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Reach_and_layer_name_the_field_and_the_version_and_lead_to_the_official_page()
    {
        var page = await site.PageAsync("/compare/clusterip,nodeport,ingress,authorizationpolicy");
        var cells = page.QuerySelectorAll(".compare tr").Where(row => row.QuerySelector("th")?.TextContent is "届く範囲" or "層").SelectMany(row => row.QuerySelectorAll("td"))
            .Where(cell => cell.TextContent != "—").ToList();
        Assert.Equal(7, cells.Count);
        Assert.All(cells, cell => Assert.StartsWith("https://", cell.QuerySelector(".said a.external")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(("Service spec.type", "Kubernetes 1.36"), (cells[0].QuerySelector(".said code")!.TextContent, cells[0].QuerySelector(".said a")!.TextContent));
        Assert.Equal("Istioの公式文書", cells[^1].QuerySelector(".said a")!.TextContent);
    }

    [Fact]
    public async Task The_page_of_a_sibling_offers_the_comparison()
    {
        var page = await site.PageAsync("/concepts/secret");
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/compare/configmap,secret" && link.TextContent == "ConfigMap・Secretを並べて比べる");
    }

    [Fact]
    public async Task A_drawing_can_be_read_without_seeing_it()
    {
        var page = await site.PageAsync("/concepts/replicaset");
        var drawings = page.QuerySelectorAll(".facts svg");
        Assert.Equal(2, drawings.Length);
        Assert.All(drawings, drawing =>
        {
            Assert.Equal("group", drawing.GetAttribute("role"));
            Assert.Contains("ReplicaSet", drawing.GetAttribute("aria-label"), StringComparison.Ordinal);
            var links = drawing.QuerySelectorAll("a").ToList();
            Assert.InRange(links.Count, 3, 12);
            Assert.All(links, link => Assert.Matches("（.+、.+）$", link.GetAttribute("aria-label")!));
            Assert.Contains(links, link => link.GetAttribute("href") == "/concepts/pod");
        });
    }

    [Fact]
    public async Task Many_relations_are_folded_behind_the_twelve_that_matter()
    {
        var page = await site.PageAsync("/concepts/pod");
        var all = page.QuerySelectorAll(".relations > dd").Length;
        var folded = page.QuerySelectorAll(".more-relations .relations > dd").Length;
        Assert.Equal(12, all - folded);
        Assert.Equal($"ほか {folded} 件の関係", page.QuerySelector(".more-relations > summary")!.TextContent);
        Assert.Contains(page.QuerySelectorAll(".relations > dd").Take(12), row => row.QuerySelector("a")!.TextContent == "ReplicaSet");
        Assert.Contains(page.QuerySelectorAll(".noted a"), link => link.GetAttribute("href")!.StartsWith("/notes/messy-export.md#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relation_from_another_project_names_its_source()
    {
        var page = await site.PageAsync("/concepts/deployment");
        Assert.Equal("Kubernetes 1.36", page.QuerySelector(".facts-head p")!.TextContent);
        Assert.Contains("Argo Rollouts 1.9.1", page.QuerySelectorAll(".fact-source").Select(source => source.TextContent));
    }

    [Fact]
    public async Task Deployment_is_read_after_what_it_is_made_of()
    {
        var page = await site.PageAsync("/concepts/deployment");
        var first = page.QuerySelectorAll(".read-first a").Select(link => link.TextContent).ToList();
        Assert.InRange(first.Count, 2, 3);
        Assert.True(first.IndexOf("Pod") < first.IndexOf("ReplicaSet") && first.Contains("Pod"), string.Join(" ", first));
        Assert.Contains(page.QuerySelectorAll("#outline a"), link => link.GetAttribute("href") == "#read-first");
    }

    [Fact]
    public async Task The_map_lists_every_concept_and_draws_the_lines_of_one()
    {
        var map = await site.PageAsync("/map");
        var listed = (await site.PageAsync("/terms")).QuerySelectorAll(".terms a").Select(link => link.GetAttribute("href")).ToHashSet();
        Assert.Superset(listed, map.QuerySelectorAll(".group-chart a").Select(link => link.GetAttribute("href")).ToHashSet());
        Assert.Empty(map.QuerySelectorAll(".chart-edge"));
        Assert.Contains(map.QuerySelectorAll("svg a"), link => link.GetAttribute("href") == "/map?focus=pod");
        Assert.Contains(map.QuerySelectorAll(".page-list a"), link => link.GetAttribute("href") == "/map");

        var focused = await site.PageAsync("/map?focus=deployment");
        Assert.NotEmpty(focused.QuerySelectorAll(".chart-edge"));
        Assert.All(focused.QuerySelectorAll(".chart-node.focus"), node => Assert.Equal("/concepts/deployment", node.GetAttribute("href")));
        Assert.Contains(focused.QuerySelectorAll(".group-chart p"), text => text.TextContent == "DeploymentはReplicaSetを管理します。");
    }

    [Fact]
    public async Task No_concept_of_the_notes_is_an_island()
    {
        using var index = System.Text.Json.JsonDocument.Parse(await site.Client.GetStringAsync("/index.json"));
        foreach (var concept in index.RootElement.GetProperty("concepts").EnumerateArray())
        {
            var page = await site.PageAsync(concept.GetProperty("url").GetString()!);
            Assert.True(page.QuerySelectorAll(".relations a, .backlinks a, .children a, .breadcrumb a[href^='/concepts/'], .team-words a.concept-link").Length > 0, $"{concept.GetProperty("slug")} is joined to nothing");
        }
    }
}
