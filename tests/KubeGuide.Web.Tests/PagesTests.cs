using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;
using KubeGuide.Web.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace KubeGuide.Web.Tests;

public class PagesTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly RunningSite site = fixture.Site;

    public static TheoryData<string> ReadingPages =>
    [
        "/", "/groups/workloads", "/terms", "/notes", "/notes/messy-export.md", "/resources", "/references", "/references?sort=date", "/concepts/pod",
        "/concepts/peerauthentication", "/concepts/loadbalancer", "/concepts/gateway", "/concepts/statefulset", "/concepts/pod/mentions", "/search?q=pod", "/map", "/map?focus=pod", "/compare/clusterip,nodeport",
    ];

    [Theory]
    [MemberData(nameof(ReadingPages))]
    public async Task A_page_has_one_title_its_own_head_and_ids_that_are_unique(string path)
    {
        var page = await site.PageAsync(path);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.All(ids, id => Assert.NotEqual("", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(ReadingPages))]
    public async Task A_page_is_sound(string path)
    {
        var response = await site.Client.GetAsync(path);
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var page = await Reading.ParseAsync(await response.Content.ReadAsStringAsync());
        Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), style, [style], base"));
        Assert.All(page.QuerySelectorAll("script:not([src])"), data => Assert.DoesNotContain('<', data.TextContent));
    }

    [Theory]
    [MemberData(nameof(ReadingPages))]
    [InlineData("/concepts/pod.json")]
    [InlineData("/concepts/pod.md")]
    [InlineData("/index.json")]
    [InlineData("/diagnostics.json")]
    [InlineData("/references.json")]
    [InlineData("/search.json?q=po")]
    [InlineData("/concepts/pod/preview")]
    public async Task A_response_from_the_glossary_can_be_asked_for_again(string path)
    {
        var first = await site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(again)).StatusCode);
        var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_concept_is_sent_compressed_with_an_etag_of_its_own(string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/concepts/pod");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        var response = await site.Client.SendAsync(request);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.NotEqual((await site.Client.GetAsync("/concepts/pod")).Headers.ETag, response.Headers.ETag);
    }

    [Theory]
    [InlineData("/concepts/POD", "/concepts/pod")]
    [InlineData("/concepts/pods", "/concepts/pod")]
    [InlineData("/concepts/po", "/concepts/pod")]
    [InlineData("/concepts/%E3%83%9D%E3%83%83%E3%83%89", "/concepts/pod")]
    [InlineData("/concepts/horizontal-pod-autoscaler", "/concepts/horizontalpodautoscaler")]
    [InlineData("/concepts/confingMap", "/concepts/configmap")]
    [InlineData("/k/po", "/concepts/pod")]
    [InlineData("/k/hpa", "/concepts/horizontalpodautoscaler")]
    [InlineData("/k/po.md", "/concepts/pod.md")]
    [InlineData("/k/po.json", "/concepts/pod.json")]
    [InlineData("/concepts/svc.json", "/concepts/service.json")]
    public async Task Another_spelling_moves_in_one_hop(string path, string canonical)
    {
        await site.LeadsToAsync(path, canonical);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(canonical)).StatusCode);
    }

    [Theory]
    [InlineData("/concepts/podd")]
    [InlineData("/nothing/here")]
    [InlineData("/notes/../../etc/passwd")]
    [InlineData("/notes/%2e%2e%2fetc%2fpasswd")]
    [InlineData("/notes//etc/passwd")]
    [InlineData("/groups/nope")]
    [InlineData("/concepts/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task What_is_not_there_is_a_page_that_helps(string path)
    {
        var response = await site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        var page = await Reading.ParseAsync(html);
        Assert.Contains("ありません", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/k/nope.json")]
    [InlineData("/k/nope.md")]
    [InlineData("/concepts/nope.json")]
    public async Task A_program_that_asks_for_what_is_not_there_is_answered_as_a_program(string path)
    {
        var response = await site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Pages_without_notes_say_so_and_offer_nothing_to_do_with_them()
    {
        var empty = Directory.CreateTempSubdirectory("empty");
        await using var bare = await RunningSite.StartAsync(empty.FullName);
        foreach (var path in (string[])["/", "/map", "/terms", "/references", "/notes"])
        {
            var main = (await bare.PageAsync(path)).QuerySelector("main")!;
            Assert.Contains("ここに並びます", main.TextContent, StringComparison.Ordinal);
            Assert.Empty(main.QuerySelectorAll("nav, figure, .legend, h2"));
        }

        empty.Delete();
    }

    [Fact]
    public async Task The_list_of_notes_says_what_each_is_called_and_names_folders_only()
    {
        await using var docs = await RunningSite.StartAsync(RunningSite.Docs);
        var page = await docs.PageAsync("/notes");
        Assert.DoesNotContain(page.QuerySelectorAll("main h2"), heading => heading.TextContent == "/");
        Assert.Equal("kubernetes.md Kubernetes 概念 1", string.Join(' ', page.QuerySelectorAll(".note-list li").Single(note => note.QuerySelector("a[href='/notes/kubernetes.md']") is not null).Children.Select(part => part.TextContent)));
        Assert.Matches("^network/service\\.md:[0-9]+–[0-9]+$", (await docs.PageAsync("/concepts/service")).QuerySelector(".team-words .source a")!.TextContent);
        Assert.Equal("コンテナ・コンテナイメージ", page.QuerySelector("a[href='/notes/container.md'] + .note-title")!.TextContent);
        Assert.Equal("サイトの設定", page.QuerySelector("a[href='/notes/kubeguide/settings.md'] + .note-title")!.TextContent);
    }

    [Fact]
    public async Task A_heading_is_called_by_its_text_alone()
    {
        var page = await site.PageAsync("/concepts/service");
        var headings = page.QuerySelectorAll("main :is(h2, h3, h4, h5, h6):has(.anchor)");
        Assert.NotEmpty(headings);
        Assert.All(headings, heading => Assert.Equal(heading.TextContent, heading.GetAttribute("aria-label") + "#"));
    }

    [Fact]
    public async Task A_near_name_is_offered()
    {
        var page = await Reading.ParseAsync(await (await site.Client.GetAsync("/concepts/deploymemt")).Content.ReadAsStringAsync());
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/concepts/deployment");
    }

    [Fact]
    public async Task A_stub_says_so_and_still_tells_what_it_is()
    {
        var page = await site.PageAsync("/concepts/peerauthentication");
        Assert.Contains("まだ書かれていません", page.QuerySelector(".nothing-yet")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("security.istio.io/v1", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Istio", page.QuerySelector(".facts-head")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("。", page.QuerySelector(".facts > p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/groups/mesh", page.QuerySelector(".breadcrumb a")!.GetAttribute("href"));
        Assert.Superset(new HashSet<string?> { "/concepts/pod", "/concepts/namespace" }, page.QuerySelectorAll(".relations a").Select(link => link.GetAttribute("href")).ToHashSet());
        Assert.StartsWith("https://istio.io/", page.QuerySelector(".facts-table a.external")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cluster", "mentioned", "クラスタ")]
    [InlineData("configmap", "mentioned", "Q. ConfigMapを更新したら反映される？")]
    [InlineData("event", "catalog", "イベント")]
    public async Task A_page_without_text_of_the_notes_leads_to_the_headings_that_name_it(string slug, string state, string heading)
    {
        var notes = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(
            Path.Combine(notes.FullName, "用語.md"), "# 基本の用語\n\n## クラスタ\n\nサーバーの集まり。\n\n## イベント\n\n一時間で消える。\n\n## Q. ConfigMapを更新したら反映される？\n\nされる。\n");
        await using (var own = await RunningSite.StartAsync(notes.FullName))
        {
            var page = await own.PageAsync("/concepts/" + slug);
            var said = page.QuerySelector(".nothing-yet")!;
            Assert.Equal(state, page.QuerySelector("article")!.GetAttribute("data-state"));
            Assert.DoesNotContain("触れていません", said.TextContent, StringComparison.Ordinal);
            var link = Assert.Single(said.QuerySelectorAll("a"));
            Assert.Equal(heading, link.TextContent);
            var note = await own.PageAsync("/notes/" + Uri.EscapeDataString("用語.md"));
            Assert.Contains(heading, note.GetElementById(link.GetAttribute("href")!.Split('#')[1])!.TextContent, StringComparison.Ordinal);
            Assert.Equal(200, (int)(await own.Client.GetAsync("/board")).StatusCode);
        }

        notes.Delete(recursive: true);
    }

    [Fact]
    public async Task A_note_is_called_by_its_title_where_that_is_no_concept()
    {
        var notes = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(notes.FullName, "a.md"), "# 監視\n\nPodのメトリクスを見る。\n");
        await using (var own = await RunningSite.StartAsync(notes.FullName))
        {
            Assert.Equal("監視", (await own.PageAsync("/notes/a.md")).QuerySelector("h1")!.TextContent);
            Assert.Equal("監視", (await own.PageAsync("/concepts/pod")).QuerySelector(".backlink-groups h3 a[href='/notes/a.md']")!.TextContent);
        }

        notes.Delete(recursive: true);
    }

    [Fact]
    public async Task A_note_says_its_title_once_and_every_id_of_it_still_leads_there()
    {
        var notes = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(notes.FullName, "a.md"), "# `監視`\n\n<!-- formerly: miru -->\n\n本文。\n\n## しきい値\n\n80%。\n");
        await File.WriteAllTextAsync(Path.Combine(notes.FullName, "b.md"), "はじめに。\n\n# 監視\n\n本文。\n");
        await File.WriteAllTextAsync(Path.Combine(notes.FullName, "c.md"), "---\ntitle: Pod\n---\n\n# Pod\n\n最小の単位。\n");
        await using (var own = await RunningSite.StartAsync(notes.FullName))
        {
            var page = await own.PageAsync("/notes/a.md");
            var anchors = own.Services.GetRequiredService<GlossaryStore>().Current.Glossary.NotesByPath["a.md"].Concepts.Anchors;
            Assert.Equal(["監視", "しきい値#"], page.QuerySelectorAll("main :is(h1, h2, h3)").Select(heading => heading.TextContent));
            Assert.Equal("監視", page.QuerySelector("h1 code")!.TextContent);
            Assert.Equal(anchors[1..], page.QuerySelectorAll("main :is(h1, h2)").Select(heading => heading.Id));
            Assert.All(["miru", "監視"], id => Assert.NotNull(page.GetElementById(id)));
            Assert.Equal(["しきい値"], page.QuerySelectorAll(".outline a").Select(entry => entry.TextContent));
            Assert.Equal(["監視", "監視#"], (await own.PageAsync("/notes/b.md")).QuerySelectorAll("main :is(h1, h2)").Select(heading => heading.TextContent));
            Assert.Equal("監視", (await own.PageAsync("/search?q=" + Uri.EscapeDataString("本文"))).QuerySelector(".hits a[href^='/notes/a.md']")!.TextContent);
            var concept = await own.PageAsync("/notes/c.md");
            Assert.Equal("/concepts/pod", concept.QuerySelector(".prose .concept-of a")!.GetAttribute("href"));
            Assert.Equal("pod", Assert.Single(concept.QuerySelectorAll("main :is(h1, h2)")).Id);
        }

        notes.Delete(recursive: true);
    }

    [Fact]
    public async Task What_only_the_catalog_knows_is_not_indexed_and_not_listed()
    {
        var page = await site.PageAsync("/concepts/statefulset");
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.DoesNotContain("statefulset", await site.Client.GetStringAsync("/index.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_homonym_without_a_heading_asks_which_is_meant()
    {
        var page = await site.PageAsync("/concepts/gateway");
        Assert.Equal(["/concepts/gateway-istio", "/concepts/gateway-api"], page.QuerySelectorAll(".concept-list a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_homonym_with_a_heading_is_one_concept_with_its_senses()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/concepts/kustomization.json"));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("facts").ValueKind);
        Assert.Equal(2, json.RootElement.GetProperty("senses").GetArrayLength());
    }

    [Fact]
    public async Task The_resources_are_a_table_as_kubectl_prints_it()
    {
        var page = await site.PageAsync("/resources");
        Assert.Equal(["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"], page.QuerySelectorAll("thead th").Take(5).Select(cell => cell.TextContent));
        var pods = page.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("th")!.TextContent == "pods");
        Assert.Equal(["po", "v1", "true", "Pod", "記述あり"], pods.QuerySelectorAll("td").Take(5).Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Facts_are_written_as_Japanese_is()
    {
        var facts = (await site.PageAsync("/concepts/peerauthentication")).QuerySelector(".facts-table")!;
        Assert.Contains("security.istio.io/v1（ほかにv1beta1）", facts.TextContent, StringComparison.Ordinal);
        var excerpts = (await site.PageAsync("/search?q=pod")).QuerySelectorAll(".hits p").Select(excerpt => excerpt.TextContent).ToList();
        Assert.Contains(excerpts, excerpt => excerpt.Contains("マウントされます。ConfigMapの", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_is_found_the_next_step_is_a_link()
    {
        var page = await site.PageAsync("/search?q=ありえない");
        Assert.Equal("/terms", page.QuerySelector("main .hint a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Problems_of_the_data_are_problem_details()
    {
        var response = await site.Client.GetAsync("/concepts/nothing-at-all.json");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_concept_as_json_keeps_its_contract()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/concepts/service.json"));
        var names = json.RootElement.EnumerateObject().Select(property => property.Name).ToList();
        Assert.Superset(
            new HashSet<string> { "slug", "name", "state", "group", "definition", "aliases", "updated", "sources", "parent", "children", "facts", "senses", "relations", "links", "suppressed", "backlinks", "backlinksTotal", "references", "markdown" },
            names.ToHashSet());
        Assert.Equal(["clusterip", "nodeport"], json.RootElement.GetProperty("children").EnumerateArray().Select(child => child.GetString()));
        Assert.Contains(json.RootElement.GetProperty("suppressed").EnumerateArray(), mention => mention.GetProperty("reason").GetString() == "ownPage");
        Assert.Equal("svc", json.RootElement.GetProperty("facts").GetProperty("shortNames")[0].GetString());
    }

    [Fact]
    public async Task Asking_for_markdown_gives_the_notes_own_text()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/concepts/pod");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/markdown"));
        var response = await site.Client.SendAsync(request);
        Assert.Equal("text/markdown", response.Content.Headers.ContentType!.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("# Pod\n", text, StringComparison.Ordinal);
        Assert.Contains("- Volume Mount", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ReplicaSet", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_of_a_request_leaves_no_trace()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/concepts/ingress");
        request.Headers.Host = "evil.example";
        await site.Client.SendAsync(request);
        Assert.DoesNotContain("evil.example", await site.Client.GetStringAsync("/concepts/ingress"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probes_answer()
    {
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/healthz/live")).StatusCode);
        using var ready = JsonDocument.Parse(await site.Client.GetStringAsync("/healthz/ready"));
        Assert.Equal(1, ready.RootElement.GetProperty("notes").GetInt32());
    }
}
