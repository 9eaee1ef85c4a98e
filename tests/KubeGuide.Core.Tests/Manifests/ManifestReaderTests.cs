using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Core.Tests.Manifests;

public sealed class ManifestReaderTests
{
    [Fact]
    public void An_object_says_what_it_is_where_it_begins_and_which_concept_explains_it()
    {
        var manifest = Read("# a comment\n\nkind: Gateway\napiVersion: networking.istio.io/v1\nmetadata:\n  name: front\n  namespace: edge\n");

        Assert.Equal(
            new ManifestObject("Gateway/edge/front", "networking.istio.io/v1", "Gateway", "front", "edge", 3, "Gateway@networking.istio.io", Slug.Parse("gateway-istio")),
            Assert.Single(manifest.Objects));
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }", "ConfigMap/default/a")]
    [InlineData("apiVersion: v1\nkind: Namespace\nmetadata: { name: a, namespace: b }", "Namespace//a")]
    [InlineData("apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: a }", "Thing//a")]
    [InlineData("apiVersion: batch/v1\nkind: Job\nmetadata: { generateName: a- }", "Job/default/")]
    [InlineData("resources: [a.yaml]", "Kustomization//")]
    [InlineData("apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: { name: a }", "PodSecurityPolicy//a")]
    public void An_id_is_kind_namespace_and_name(string yaml, string id) => Assert.Equal(id, Assert.Single(Read(yaml).Objects).Id);

    [Theory]
    [InlineData("a: b\n c: d", 2, "「:」")]
    [InlineData("a:\n  - b\n c: d", 3, "インデント")]
    [InlineData("a:\n\tb: c", 2, "タブ")]
    [InlineData("a: [b, c", 1, "閉じて")]
    [InlineData("a: \"b", 1, "引用符")]
    [InlineData("a: @b", 1, "引用符")]
    [InlineData("a: *b", 1, "アンカー")]
    [InlineData("a: &b [*b]", 1, "アンカー")]
    [InlineData("a: 1\na: 2", 2, "二度")]
    [InlineData(": 2", 1, "キー")]
    [InlineData("a:\n　　b: c\nd:\n　　e: f", 2, "全角")]
    [InlineData("a:\n  b: c\n　　d: e", 3, "全角")]
    [InlineData("a:\n　　- b", 2, "全角")]
    [InlineData("a:\n  b:　c", 2, "全角")]
    [InlineData("a:\n  b:　c\n  d: e", 2, "全角")]
    [InlineData("a:\n  d: e\n  b:　c", 3, "全角")]
    [InlineData("a:\n  - b:　c", 2, "全角")]
    [InlineData("a:\n  - b:　c\n    d: e", 2, "全角")]
    [InlineData("```yaml\na: b\n```", 1, "囲み")]
    [InlineData("a: b\n```", 2, "囲み")]
    [InlineData("a:\n  - b\n```\n", 3, "囲み")]
    public void A_document_that_does_not_parse_says_where_and_why(string yaml, int line, string word)
    {
        var finding = Read(yaml).Findings.First(finding => finding.Rule == "parse");

        Assert.Equal(line, finding.Line);
        Assert.Contains(word, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_only_full_width_spaces_put_in_one_place_are_not_said_to_be_twice() => Assert.Single(
        Read("apiVersion: v1\nkind: Pod\nmetadata:\n　　name: a\nspec:\n　　name: b").Findings, finding => finding.Rule == "parse");

    [Theory]
    [InlineData("a: 注:　全角の後")]
    [InlineData("a: |\n  　字下げした文章\n  b:　c")]
    [InlineData("a:\n  - \"b:　c\"\n  - 見出し:　値")]
    [InlineData("\"　a\": b")]
    public void Full_width_spaces_in_text_are_left_alone(string yaml) => Assert.DoesNotContain(Read(yaml).Findings, finding => finding.Rule == "parse");

    [Fact]
    public void What_moved_in_the_successor_of_a_removed_version_is_said_with_it()
    {
        var finding = Assert.Single(Read("apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: { name: a }").Findings);

        Assert.StartsWith("extensions/v1beta1 の Ingress はKubernetes 1.22で廃止されました。networking.k8s.io/v1 を使ってください。項目も変わります。", finding.Message, StringComparison.Ordinal);
        Assert.Contains("serviceNameはservice.nameに", finding.Message, StringComparison.Ordinal);
        Assert.Contains("pathType", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_in_another_namespace_is_said_to_be_there()
    {
        var findings = Read("""
            { apiVersion: v1, kind: ConfigMap, metadata: { name: settings, namespace: a } }
            ---
            { apiVersion: v1, kind: Secret, metadata: { name: gone, namespace: a } }
            ---
            { apiVersion: v1, kind: Pod, metadata: { name: p, namespace: b }, spec: { volumes: [{ configMap: { name: settings } }, { configMap: { name: gone } }] } }
            """).Findings;

        Assert.Equal(
            ["Pod「p」が指すConfigMap「settings」は、名前空間「b」にありません（「a」にはあります）。", "Pod「p」が指すConfigMap「gone」は、この中にありません。"],
            findings.Select(finding => finding.Message));
    }

    [Fact]
    public void A_key_that_is_missing_is_named_and_no_other_word_of_its_secret()
    {
        var finding = Assert.Single(Read("""
            { apiVersion: v1, kind: Secret, metadata: { name: keys }, stringData: { password: correct-horse } }
            ---
            { apiVersion: v1, kind: Pod, metadata: { name: p }, spec: { containers: [{ name: a, env: [{ name: A, valueFrom: { secretKeyRef: { name: keys, key: passwd } } }] }] } }
            """).Findings);

        Assert.Equal(("missing-key", "Secret「keys」にキー「passwd」はありません。", "secret"), (finding.Rule, finding.Message, finding.Concept?.Value));
    }

    [Theory]
    [InlineData("Cluster", "metadata: { name: a }", "Widget//a", null)]
    [InlineData("Cluster", "metadata: { name: a, namespace: b }", "Widget//a", null)]
    [InlineData("Namespaced", "metadata: { name: a }", "Widget/default/a", "default")]
    [InlineData("Namespaced", "metadata: { name: a, namespace: b }", "Widget/b/a", "b")]
    [InlineData("?", "metadata: { name: a }", "Widget//a", null)]
    [InlineData("?", "metadata: { name: a, namespace: b }", "Widget/b/a", "b")]
    public void A_custom_kind_is_where_its_definition_in_the_bundle_says(string scope, string metadata, string id, string? space)
    {
        var widget = $"apiVersion: example.com/v1\nkind: Widget\n{metadata}\n---\n";
        var definition = $"apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {{ name: widgets.example.com }}\nspec: {{ group: example.com, names: {{ kind: Widget }}, scope: \"{scope}\" }}";

        var item = Read(widget + definition).Objects[0];

        Assert.Equal((id, space), (item.Id, item.Namespace));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Lines_are_those_of_the_text_whatever_ends_them(string lineEnd)
    {
        var yaml = string.Join(lineEnd, "\uFEFF# a", "---", "", "apiVersion: v1", "kind: Pod", "metadata: { name: \u2028 p }", "...", "---", "a: [");

        var manifest = Read(yaml);

        Assert.Equal(4, Assert.Single(manifest.Objects).Line);
        Assert.Equal(9, Assert.Single(manifest.Findings).Line);
    }

    [Fact]
    public void Five_hundred_objects_are_read_and_no_more()
    {
        var documents = string.Concat(Enumerable.Range(0, 500).Select(i => $"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {{ name: c{i} }}\n"));
        var items = string.Concat(Enumerable.Range(0, 501).Select(i => $"- {{ apiVersion: v1, kind: ConfigMap, metadata: {{ name: c{i} }} }}\n"));

        var full = Read(documents);
        var over = Read(documents + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: last }\n");
        var list = Read("apiVersion: v1\nkind: List\nitems:\n" + items);

        Assert.Equal((500, 0), (full.Objects.Length, full.Findings.Length));
        Assert.Equal((500, "limits", 2001), (over.Objects.Length, Assert.Single(over.Findings).Rule, over.Findings[0].Line));
        Assert.Equal((500, "limits", 504), (list.Objects.Length, Assert.Single(list.Findings).Rule, list.Findings[0].Line));
    }

    [Fact]
    public void A_text_of_half_a_mebibyte_is_read_and_one_byte_more_is_not()
    {
        const string Start = "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\n#";
        var full = Start + new string('x', 512 * 1024 - Start.Length);

        Assert.Empty(Read(full).Findings);
        Assert.Single(Read(full).Objects);
        Assert.Empty(Read(full + "x").Objects);
        Assert.Equal("limits", Assert.Single(Read(full + "x").Findings).Rule);
    }

    [Fact]
    public void Nesting_is_read_to_depth_64_and_a_deeper_document_alone_is_left_out()
    {
        static string Nested(int depth) => "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nx: " + new string('[', depth - 1) + new string(']', depth - 1) + "\n";

        Assert.Empty(Read(Nested(64)).Findings);
        var manifest = Read(Nested(65) + "---\n" + Nested(2));
        Assert.Equal("limits", Assert.Single(manifest.Findings).Rule);
        Assert.Single(manifest.Objects);
    }

    [Fact]
    public void Aliases_count_as_what_they_stand_for()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        var merges = "a0: &a0 { x: 1 }\n" + string.Concat(Enumerable.Range(1, 30).Select(i =>
            $"a{i}: &a{i}\n  <<: [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        Assert.Equal("limits", Assert.Single(Read(bomb).Findings).Rule);
        Assert.Equal("limits", Assert.Single(Read(merges).Findings).Rule);
    }

    [Fact]
    public void More_references_than_are_shown_are_said_to_be_more()
    {
        var limits = ManifestLimits.Default with { References = 2 };
        var yaml = "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { imagePullSecrets: [{ name: a }, { name: b }, { name: c }] }";

        var manifest = ManifestReader.Read(yaml, KubernetesCatalog.Default, limits);

        Assert.Equal(2, manifest.References.Length);
        Assert.Contains(manifest.Findings, finding => finding is { Rule: "limits", Severity: Severity.Error });
    }

    [Fact]
    public void Names_without_end_and_control_characters_do_not_reach_the_result()
    {
        var manifest = Read($"apiVersion: v1\nkind: Pod\nmetadata: {{ name: \"a\\e[31m{new string('x', 1000)}\" }}");

        Assert.Equal(254, Assert.Single(manifest.Objects).Name!.Length);
        Assert.DoesNotContain(manifest.Objects[0].Name!, char.IsControl);
    }

    private static Manifest Read(string yaml) => ManifestReader.Read(yaml, KubernetesCatalog.Default, ManifestLimits.Default);
}
