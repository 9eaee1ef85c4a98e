using System.Text.Json;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Core.Tests.Manifests;

public sealed class SecretTests
{
    private const string Value = "correct-horse";

    private const string Head = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: keys\n";

    public static readonly TheoryData<string> WithValues =
    [
        Head + "stringData:\n  a: correct-horse\n",
        Head + "stringData:\n  a: correct-horse",
        Head + "data: { a: correct-horse, b: \"correct-horse\" }\n",
        Head + "stringData:\n  a: |\n    correct-horse\n\n    correct-horse\n  b: >-\n    correct-horse\n",
        Head + "stringData:\n  a: 'correct-horse\n    correct-horse'\n  b: x\n    correct-horse\n",
        Head + "stringData: # correct-horse\n  # a: correct-horse\n  a: b # correct-horse\n# correct-horse\n",
        Head + "stringData:\n  a:\n    - correct-horse\n    - { b: correct-horse }\n",
        Head + "stringData: correct-horse\n",
        Head + "  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {\"stringData\":{\"a\":\"correct-horse\"}}\n",
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  annotations: { kubectl.kubernetes.io/last-applied-configuration: correct-horse }\n",
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"keys\"},\"data\":{\"a\":\"correct-horse\",\"b\":\"correct-horse\"}}",
        "apiVersion: v1\nkind: SecretList\nitems:\n  - metadata: { name: keys }\n    data: { a: correct-horse }\n",
        "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Secret\n    data:\n      a: correct-horse\n",
        "apiVersion: v1\nkind: secret\ndata: { a: correct-horse }\n",
        "apiVersion: v1\nkind: Secert\ndata: { a: correct-horse }\n",
        "kind: ConfigMap\nkind: Secret\ndata: { a: correct-horse }\n",
        "data: { a: correct-horse }\n",
        Head + "stringData:\n  a: &v correct-horse\n  b: *v\nextra: *v\n",
        "apiVersion: v1\nkind: Secret\nmetadata: { name: *v }\nstringData:\n  a: &v correct-horse\n",
        "apiVersion: v1\nkind: Secret\nstringData:\n  a: &v correct-horse\nmetadata: { name: *v, namespace: *v }\n",
        "apiVersion: v1\nkind: List\nitems:\n  - { apiVersion: v1, kind: Secret, data: { a: &v correct-horse } }\n  - { apiVersion: v1, kind: Pod, metadata: { name: p }, spec: { nodeName: *v, nodeSelector: { *v : *v } } }\n",
        "common: &c\n  a: correct-horse\napiVersion: v1\nkind: Secret\ndata:\n  <<: *c\n",
        Head + "stringData:\n  <<: { a: correct-horse }\n  a: b\n",
        Head + "stringData:\n  ? { a: correct-horse }\n  : [correct-horse]\n",
        Head + "stringData:\na: correct-horse\n",
        Head + "  password: correct-horse\n",
        Head + "  labels:\n    app: web\n    data:\n      a: correct-horse\n",
        Head + "  annotations:\n    note: x\n    data: [correct-horse]\n",
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: { name: keys }\n  data:\n- a: correct-horse\n- correct-horse\n",
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: { name: keys }\n  stringData:\na: correct-horse\n",
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items:\n  - apiVersion: v1\n    kind: Secret\n    metadata: { name: keys }\n    data:\n    a: correct-horse\n",
        "apiVersion: v1\nkind: SecretList\nitems:\n- metadata: { name: keys }\n  data:\n  a: correct-horse\n",
        "apiVersion: v1\nkind: SecretList\nitems:\n- metadata: { name: keys, data: { a: correct-horse } }\n",
        "secretGenerator:\n  - name: keys\n    literals: [A=correct-horse]\n",
        Head + "stringData:\n  a: correct-horse\n b: correct-horse\n",
        Head + "stringData:\n  a: \"correct-horse\n",
        Head + "stringData:\n\ta: correct-horse\n",
        Head + "stringData:\n  a: {{ .Values.a }}x\n  b: correct-horse\n",
        Head + "stringData:\n  correct-horse\n  b: correct-horse: correct-horse\n",
        "kind: Secret\nstringData: {a: correct-horse\n",
        "apiVersion: v1\nkind: {{ .Values.kind }}\ndata:\n  a: correct-horse\n",
    ];

    [Theory]
    [MemberData(nameof(WithValues))]
    public void Values_of_a_secret_are_nowhere_in_the_result(string yaml)
    {
        var manifest = ManifestReader.Read(yaml, KubernetesCatalog.Default, ManifestLimits.Default);
        var everything = JsonSerializer.Serialize(manifest) + string.Join('\n', manifest.Objects) + string.Join('\n', manifest.References)
            + string.Concat(ManifestExplanation.Of(manifest, KubernetesCatalog.Default).SelectMany(item => item.PointsTo.Concat(item.PointedAtBy)));

        Assert.DoesNotContain(Value, everything, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithValues))]
    public void Values_of_a_secret_are_hidden_in_the_text_and_its_lines_stay(string yaml)
    {
        var hidden = ManifestRedaction.Redact(yaml);

        Assert.DoesNotContain(Value, hidden, StringComparison.Ordinal);
        Assert.Contains("（伏せています）", hidden, StringComparison.Ordinal);
        Assert.Equal(yaml.Split('\n').Length, hidden.Split('\n').Length);
    }

    [Fact]
    public void Only_values_are_hidden_and_keys_and_other_documents_stay() => Assert.Equal(
        Head + "type: Opaque\nstringData:\n  user: （伏せています）\n  key: （伏せています）\n    （伏せています）\nimmutable: true\n---\n# why\ndata: {}\nkind: ConfigMap\n",
        ManifestRedaction.Redact(Head + "type: Opaque\nstringData:\n  user: hanako\n  key: |\n    a b\nimmutable: true\n---\n# why\ndata: {}\nkind: ConfigMap\n"));

    [Fact]
    public void A_reference_to_a_secret_is_no_secret()
    {
        const string Yaml = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: a }\nspec: { postBuild: { substituteFrom: [{ kind: Secret, name: keys }] } }\n";

        Assert.Equal(Yaml, ManifestRedaction.Redact(Yaml));
        Assert.Equal("keys", Assert.Single(ManifestReader.Read(Yaml, KubernetesCatalog.Default, ManifestLimits.Default).References).Name);
    }

    [Fact]
    public void What_stands_beside_a_secret_in_a_list_is_shown()
    {
        var hidden = ManifestRedaction.Redact("kind: List\napiVersion: v1\nitems:\n- { kind: ConfigMap, apiVersion: v1, metadata: { name: a, labels: { app: web } }, data: { mode: plain } }\n- { kind: Secret, apiVersion: v1, metadata: { name: b, labels: { app: web } }, data: { a: b64 } }\n");

        Assert.Equal(2, hidden.Split("app: web").Length - 1);
        Assert.Contains("mode: plain", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("b64", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public void A_config_map_and_a_broken_deployment_are_shown_as_they_are()
    {
        const string Yaml = "kind: ConfigMap\ndata: { a: b } # c\n---\nkind: Deployment\nmetadata:\n  name: a\n   b: c\n";

        Assert.Equal(Yaml, ManifestRedaction.Redact(Yaml));
    }
}
