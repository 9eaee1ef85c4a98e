using AngleSharp.Html.Parser;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Tests.Rendering.Code;

public sealed class CodeBlockTests
{
    [Fact]
    public void Yaml_is_coloured_and_its_marked_lines_stand_out() => Assert.Equal(
        """
        <figure class="code-block" id="b-5946c08a"><figcaption>a.yaml</figcaption><pre tabindex="0"><code class="language-yaml"><span class="line"><span class="tok-key">name</span>: <span class="tok-string">web</span></span>

        <span class="line marked"><span class="tok-key">replicas</span>: <span class="tok-number">3</span> <span class="tok-comment"># 三つ</span></span>
        </code></pre><button type="button" class="copy scripted">コピー</button></figure>

        """,
        Render("```yaml:a.yaml {3}\nname: web\n\nreplicas: 3 # 三つ\n```"));

    [Theory]
    [InlineData("```\na < b\n\n\nc\n```", "<code>a &lt; b\n\n\nc\n</code>")]
    [InlineData("```rust\nlet a = \"b\";\n```", "<code class=\"language-rust\">let a = &quot;b&quot;;\n</code>")]
    [InlineData("    kind: Pod", "<code>kind: Pod\n</code>")]
    [InlineData("```\n```", "<code></code>")]
    [InlineData("```rust {2}\na\nb\n```", "<code class=\"language-rust\">a\n<span class=\"line marked\">b</span>\n</code>")]
    public void Code_with_nothing_to_mark_is_text(string markdown, string code) => Assert.Contains(code, Render(markdown), StringComparison.Ordinal);

    [Fact]
    public void A_diff_shows_what_was_added_and_removed_over_the_colours_of_its_language()
    {
        var html = Render("```diff yaml:a.yaml {3}\n a: 1\n-b: 2\n+b: 3\n```");

        Assert.Contains("<figcaption>a.yaml</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"line removed\">-<span class=\"tok-key\">b</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"line marked added\">+<span class=\"tok-key\">b</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_that_markup_would_swell_is_shown_without_colours()
    {
        var html = Render($"```yaml\n{string.Concat(Enumerable.Repeat("a:\n", 20_000))}```");

        Assert.DoesNotContain("tok-", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 60_000, 62_000);
    }

    [Fact]
    public void Kinds_apiVersions_and_reference_fields_link()
    {
        const string yaml = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              template:
                spec:
                  serviceAccountName: shop
                  containers:
                    - name: app
                      env:
                        - name: A
                          valueFrom:
                            configMapKeyRef:
                              name: "app-config"
                              key: a
                  volumes:
                    - secret: {secretName: cert}
            """;

        Assert.Equal(
            ["apps/v1 → deployment", "Deployment → deployment", "shop → serviceaccount", "\"app-config\" → configmap", "cert → secret"],
            Links(yaml));
    }

    [Theory]
    [InlineData("apiVersion: networking.istio.io/v1\nkind: Gateway", "gateway-istio")]
    [InlineData("apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway", "gateway-api")]
    [InlineData("kind: Gateway\napiVersion: networking.istio.io/v1beta1", "gateway-istio")]
    public void The_apiVersion_decides_between_kinds_of_one_name(string yaml, string slug) =>
        Assert.All(Links(yaml), link => Assert.EndsWith($" → {slug}", link, StringComparison.Ordinal));

    [Theory]
    [InlineData("kind: Gateway")]
    [InlineData("apiVersion: example.com/v1\nkind: Deployment")]
    [InlineData("apiVersion: v1\nkind: Pods")]
    [InlineData("kind: {{ .Values.kind }}")]
    [InlineData("data: |\n  kind: Pod")]
    [InlineData("# kind: Pod")]
    [InlineData("apiVersion: networking.istio.io/v1\nkind: DestinationRule\nspec:\n  host: api.example.com", "networking.istio.io/v1 → destinationrule", "DestinationRule → destinationrule")]
    public void What_may_be_something_else_does_not_link(string yaml, params string[] links) => Assert.Equal(links, Links(yaml));

    [Theory]
    [InlineData("apiVersion: extensions/v1beta1\nkind: Ingress", "Ingress → ingress")]
    [InlineData("kind: Pod", "Pod → pod")]
    [InlineData("apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef: {kind: Deployment, name: web}", "web → deployment")]
    [InlineData("apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: view", "view → clusterrole")]
    [InlineData("apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nspec:\n  parentRefs:\n    - name: shop", "shop → gateway-api")]
    [InlineData("apiVersion: networking.istio.io/v1\nkind: VirtualService\nspec:\n  gateways:\n    - shop", "shop → gateway-istio")]
    [InlineData("apiVersion: networking.istio.io/v1\nkind: DestinationRule\nspec:\n  host: web.shop.svc.cluster.local", "web.shop.svc.cluster.local → service")]
    [InlineData("apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    nodeName: n1", "n1 → node")]
    [InlineData("apiVersion: v1\nkind: Pod\n---\napiVersion: v1\nkind: PersistentVolumeClaim\nspec:\n  storageClassName: fast", "fast → storageclass")]
    [InlineData("apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  strategy:\n    canary:\n      analysis:\n        templates:\n          - templateName: ok\n            clusterScope: true", "ok → clusteranalysistemplate")]
    public void References_lead_to_the_kind_that_they_mean(string yaml, string link) => Assert.Contains(link, Links(yaml));

    [Fact]
    public void Nothing_links_to_the_page_that_it_stands_on()
    {
        var html = Concept("pod", "# Pod\n\n```yaml\napiVersion: v1\nkind: Pod\nspec:\n  nodeName: n1\n```\n\n```bash\nkubectl get po,node\n```\n");

        Assert.Equal(["n1 → node", "node → node"], LinksIn(html));
    }

    [Fact]
    public void A_homonym_that_the_notes_explain_is_where_its_senses_lead() =>
        Assert.Equal(["networking.istio.io/v1 → gateway", "Gateway → gateway"], LinksIn(Concept("container", "# Gateway\n\n入口です。\n\n# コンテナ\n\n```yaml\napiVersion: networking.istio.io/v1\nkind: Gateway\n```\n")));

    [Fact]
    public void Kubectl_links_in_shell_blocks_are_mentions() =>
        Assert.Equal(["po → pod", "svc → service"], LinksIn(Render("```console\n$ kubectl get po,svc\nNAME pod\n```")));

    [Theory]
    [InlineData("yaml", "apiVersion: v1\nkind: Pod")]
    [InlineData("bash", "kubectl get po")]
    public void Nolink_holds_for_code(string language, string code) =>
        Assert.Empty(LinksIn(Render($"<!-- nolink -->\n\n```{language}\n{code}\n```")));

    private static List<string> Links(string yaml) => LinksIn(Render($"```yaml\n{yaml}\n```"));

    private static List<string> LinksIn(string html) =>
    [
        .. new HtmlParser().ParseDocument(html).QuerySelectorAll("pre a.concept-link")
            .Select(link => $"{link.TextContent} → {link.GetAttribute("href")!["/concepts/".Length..]}"),
    ];

    private static string Render(string markdown)
    {
        var glossary = Build(markdown);
        return new ArticleWriter(glossary, SiteLinks.AtRoot).OfNote(glossary.Notes[0]).Body.Value;
    }

    private static string Concept(string slug, string markdown)
    {
        var glossary = Build(markdown);
        return string.Concat(new ArticleWriter(glossary, SiteLinks.AtRoot).OfConcept(glossary.Find(slug)!).Parts.Select(part => part.Body.Value));
    }

    private static Glossary Build(string markdown) => new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default)
        .Build(new NotesSnapshot { Notes = [new NoteFile("a.md", markdown, "1", [])] });
}
