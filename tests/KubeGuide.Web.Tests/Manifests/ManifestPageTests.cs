using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace KubeGuide.Web.Tests.Manifests;

public class ManifestPageTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private const string Broken = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: wev\n---\nkind: [\n";

    private const string Secrets = """
        apiVersion: v1
        kind: Secret
        metadata:
          name: door
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"key":"hunter-2"}}'
        stringData:
          key: hunter-2 # it was hunter-1
        data:
          key: aHVudGVyLTI=
        ---
        apiVersion: v1
        kind: Secret
        stringData: { key: hunter-2, other: [
        """;

    private readonly RunningSite site = fixture.Site;

    public static TheoryData<string> OddTexts =>
    [
        "", " \n\t", "\u0000", "---\n---\n...", new string('[', 20_000), "a: &a [*a, *a]", "{{ if .Values.x }}\nkind: Pod\n{{ end }}", "<script>alert(1)</script>",
        "kind: \uD800", "apiVersion: v1\nkind: List\nitems: 3", string.Concat(Enumerable.Repeat("- ", 5_000)), "\n\n\n&a *b !!x %YAML", new string('\n', 200_000),
        string.Concat(Enumerable.Repeat("a: 1\n", 50_000)), "kind: Pod\rapiVersion: v1\r", "\uFEFFkind: Pod", "'", "? a\n: b\n", "kind: \u001b[31m",
    ];

    [Fact]
    public async Task The_form_needs_no_script_and_no_token()
    {
        var form = (await site.PageAsync("/manifest")).QuerySelector("form.manifest-form")!;
        Assert.Equal(("post", "/manifest"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal(["yaml", "file"], form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")));
        Assert.NotNull(form.QuerySelector("button:not([type])"));
    }

    [Theory]
    [InlineData("web", 7, "PodDisruptionBudget shop")]
    [InlineData("canary", 6, "PeerAuthentication catalog")]
    [InlineData("kustomize", 3, "Kustomization")]
    public async Task An_example_is_explained_and_drawn(string example, int objects, string named)
    {
        var page = await site.PageAsync("/manifest?example=" + example);
        Assert.Equal(objects, page.QuerySelectorAll("article.object").Length);
        Assert.Contains(page.QuerySelectorAll("article.object h3"), heading => heading.TextContent == named);
        Assert.Equal(objects, page.QuerySelectorAll("svg a.chart-node").Length);
        Assert.NotEmpty(page.QuerySelectorAll("svg .chart-edge"));
        Assert.All(page.QuerySelectorAll(".findings li"), finding => Assert.NotEqual("error", finding.GetAttribute("data-severity")));
    }

    [Theory]
    [InlineData("web")]
    [InlineData("canary")]
    [InlineData("kustomize")]
    public async Task Every_link_on_the_page_leads_to_a_place_that_is_there(string example)
    {
        var page = await site.PageAsync("/manifest?example=" + example);
        foreach (var href in page.QuerySelectorAll("main a[href^='#']").Select(link => link.GetAttribute("href")!).Distinct())
            Assert.True(page.GetElementById(href[1..]) is not null, href);
        foreach (var href in page.QuerySelectorAll("main a[href^='/concepts/']").Select(link => link.GetAttribute("href")!).Distinct())
            Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(href)).StatusCode);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Findings_stand_with_their_line_and_the_concept_that_explains_them()
    {
        var page = await PostedAsync(Broken);
        var finding = page.QuerySelectorAll(".findings li").Single(item => item.QuerySelector("code")!.TextContent == "empty-selector");
        var line = page.GetElementById(finding.QuerySelector("a.source")!.GetAttribute("href")![1..])!;
        Assert.Contains("found", line.ClassList);
        Assert.NotNull(finding.QuerySelector("a.concept-link"));
        Assert.Contains(page.QuerySelectorAll(".findings code"), rule => rule.TextContent == "parse");
        Assert.Equal("Service web", page.QuerySelector("article.object h3")!.TextContent);
        Assert.Contains("app=wev", page.QuerySelector("article.object .dangling")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("svg .chart-edge.dangling"));
    }

    [Fact]
    public async Task What_is_optional_and_not_there_is_told_and_neither_marked_nor_drawn_as_missing()
    {
        var page = await PostedAsync("""
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec:
              containers:
              - name: a
                envFrom: [{configMapRef: {name: maybe, optional: true}}]
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: q}, spec: {serviceAccountName: nobody}}
            """);
        var told = page.QuerySelectorAll("article.object").Single(item => item.QuerySelector("h3")!.TextContent == "Pod p").QuerySelector("li")!;
        Assert.Contains("— この中にはありませんが、任意（optional）なので、なくても動きます", told.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("dangling", told.ClassList);
        Assert.DoesNotContain("found", page.GetElementById("line-7")!.ClassList);
        Assert.Equal("ServiceAccount nobody", Assert.Single(page.QuerySelectorAll("svg g.chart-node.dangling")).TextContent);
    }

    [Fact]
    public async Task A_policy_that_denies_is_told_and_drawn_as_one()
    {
        var page = await PostedAsync("""
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: block, namespace: shop}
            spec: {action: DENY, rules: [{from: [{source: {namespaces: [dev]}}]}]}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: dev}}
            """);
        Assert.Contains("からの通信を拒否します", page.QuerySelector("article.object li")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("許可します", page.QuerySelector("[aria-labelledby=objects]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("通信を拒む", Assert.Single(page.QuerySelectorAll("svg .chart-label")).TextContent.Trim());
    }

    [Fact]
    public async Task A_claim_is_drawn_as_what_the_pod_uses()
    {
        var page = await PostedAsync("""
            {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: db}, spec: {volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]}}
            """);
        Assert.Equal("使う", Assert.Single(page.QuerySelectorAll("svg .chart-label")).TextContent.Trim());
    }

    [Fact]
    public async Task The_annotated_lines_are_the_text_with_kinds_and_references_linked()
    {
        const string text = "apiVersion: v1\nkind: Pod\n\nspec:\n  serviceAccountName: <b>web</b>   # ここ\n";
        var page = await PostedAsync(text);
        Assert.Equal(text, page.QuerySelector(".numbered code")!.TextContent);
        Assert.Equal(["line-1", "line-2", "line-3", "line-4", "line-5"], page.QuerySelectorAll(".numbered .line").Select(line => line.Id!));
        Assert.Equal(["/concepts/pod", "/concepts/pod", "/concepts/serviceaccount"], page.QuerySelectorAll(".numbered a.concept-link").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task An_object_says_what_the_notes_say_or_that_they_say_nothing()
    {
        var page = await PostedAsync("kind: Pod\napiVersion: v1\nmetadata: {name: a}\n---\nkind: Lease\napiVersion: coordination.k8s.io/v1\nmetadata: {name: b}\n---\nkind: Cake\napiVersion: kitchen.example/v1\nmetadata: {name: c}\n");
        var definition = (await site.PageAsync("/concepts/pod")).QuerySelector(".definition")!.TextContent;
        var objects = page.QuerySelectorAll("article.object").ToList();
        Assert.Contains(definition, objects[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("ノートには、まだ説明がありません", objects[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("coordination.k8s.io/v1", objects[1].QuerySelector("details.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ノートにもカタログにもありません", objects[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_ends_of_a_reference_say_so_and_lead_to_each_other()
    {
        var page = await site.PageAsync("/manifest?example=web");
        var service = page.QuerySelectorAll("article.object").Single(item => item.QuerySelector("h3")!.TextContent == "Service shop");
        var deployment = page.QuerySelectorAll("article.object").Single(item => item.QuerySelector("h3")!.TextContent == "Deployment shop");
        Assert.Contains(service.QuerySelectorAll("a"), link => link.GetAttribute("href") == "#" + deployment.Id);
        Assert.Contains(deployment.QuerySelectorAll("a"), link => link.GetAttribute("href") == "#" + service.Id);
        Assert.Contains("app=shop", service.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_secrets_stand_nowhere_but_in_the_box()
    {
        var page = await PostedAsync(Secrets);
        var box = page.QuerySelector("textarea")!;
        Assert.Equal(Secrets, box.TextContent);
        box.Remove();
        var html = page.DocumentElement.OuterHtml;
        Assert.DoesNotContain("hunter", html, StringComparison.Ordinal);
        Assert.DoesNotContain("aHVudGVy", html, StringComparison.Ordinal);
        Assert.Contains("Secret", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task Any_text_gives_the_page(string text)
    {
        using var response = await PostAsync(text);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await Reading.ParseAsync(await response.Content.ReadAsStringAsync());
        Assert.Equal("マニフェストを読む", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
    }

    [Fact]
    public async Task Any_text_put_together_by_chance_gives_the_page()
    {
        string[] pieces =
        [
            "\n", "\n", "  ", "- ", ": ", "? ", "{ ", " }", "[ ", " ]", "|\n", "# ", "&a ", "*a ", "<<: ", "---\n", "!x ", "\"", "'", "\t", "\0", "\uD800", "{{", "あ", "null", "<b>", "&amp;",
            "kind: ", "apiVersion: ", "metadata: ", "name: ", "spec: ", "selector: ", "items: ", "data: ", "Pod", "Service", "List", "Secret", "v1", "apps/v1", "app: web",
            "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
        ];
        var random = new Random(12);
        for (var i = 0; i < 150; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
            using var response = await PostAsync(text);
            Assert.True(response.StatusCode == HttpStatusCode.OK, text);
            Assert.Contains("<h1>マニフェストを読む</h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text/yaml", "kind: Pod", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", "kind: Pod", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"yaml\"\r\n\r\nkind", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "other=1", HttpStatusCode.OK)]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "yaml=%ff%zz%00", HttpStatusCode.BadRequest)]
    public async Task Any_request_is_answered_with_the_form(string type, string body, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await site.Client.PostAsync("/manifest", content);
        Assert.Equal(expected, response.StatusCode);
        var page = await Reading.ParseAsync(await response.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector("form.manifest-form"));
        Assert.Equal(expected != HttpStatusCode.OK, page.QuerySelector(".manifest-result [role=alert]") is not null);
    }

    [Fact]
    public async Task A_file_is_read_into_the_box()
    {
        using var form = new MultipartFormDataContent { { new StringContent(""), "yaml" }, { new StringContent("kind: Pod\napiVersion: v1\n"), "file", "pod.yaml" } };
        using var response = await site.Client.PostAsync("/manifest", form);
        var page = await Reading.ParseAsync(await response.Content.ReadAsStringAsync());
        Assert.Equal("kind: Pod\napiVersion: v1\n", page.QuerySelector("textarea")!.TextContent);
        Assert.Single(page.QuerySelectorAll("article.object"));
    }

    [Fact]
    public async Task A_text_of_512_KiB_is_read_and_a_longer_one_refused_plainly()
    {
        var largest = "# " + new string('x', (512 * 1024) - 2);
        using var read = await PostAsync(largest);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var refused = await PostAsync(largest + "x");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        var page = await Reading.ParseAsync(await refused.Content.ReadAsStringAsync());
        Assert.Contains("512 KiB", page.QuerySelector(".manifest-result [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(largest.Length + 1, page.QuerySelector("textarea")!.TextContent.Length);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_plainly()
    {
        using var refused = await PostAsync(new string('x', 1_100_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("512 KiB", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_sets_no_cookie_and_is_kept_nowhere()
    {
        using var response = await PostAsync("kind: Pod");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("__RequestVerificationToken", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var blank = await site.Client.GetAsync("/manifest");
        Assert.False(blank.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("__RequestVerificationToken", await blank.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_hands_to_its_circuit_does_not_grow_with_the_text()
    {
        static int Marker(string html) => html.Split("<!--Blazor:")[1].IndexOf("-->", StringComparison.Ordinal);
        using var small = await PostAsync("kind: Pod");
        using var large = await PostAsync(Secrets + "\n" + new string('#', 100_000));
        Assert.InRange(Marker(await large.Content.ReadAsStringAsync()), 1, Marker(await small.Content.ReadAsStringAsync()) + 100);
    }

    [Fact]
    public async Task Sixty_objects_are_drawn_and_more_are_cut_and_counted()
    {
        var page = await PostedAsync(Pods(60));
        Assert.Equal(60, page.QuerySelectorAll("svg a.chart-node").Length);
        page = await PostedAsync(Pods(300));
        Assert.Equal(120, page.QuerySelectorAll("svg a.chart-node").Length);
        Assert.Contains("300個のうち、はじめの120個", page.QuerySelector("[aria-labelledby=picture] .hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(300, page.QuerySelectorAll("article.object").Length);
    }

    private static string Pods(int count) => string.Concat(Enumerable.Range(1, count).Select(i => $"apiVersion: v1\nkind: Pod\nmetadata: {{name: p{i}}}\nspec: {{serviceAccountName: s{i % 7}}}\n---\n"));

    private async Task<IDocument> PostedAsync(string text)
    {
        using var response = await PostAsync(text);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Reading.ParseAsync(await response.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> PostAsync(string text) => site.Client.PostAsync("/manifest", new MultipartFormDataContent { { new StringContent(text), "yaml" } });
}
