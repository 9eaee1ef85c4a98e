using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests;

/// <summary>Finds the objects in the documents: one each, or the items of a list.</summary>
internal sealed class ObjectReader(KindNames kinds, KubernetesCatalog catalog, ManifestLimits limits)
{
    private static readonly string[] KustomizationKeys =
        ["resources", "components", "bases", "configMapGenerator", "secretGenerator", "patches", "patchesStrategicMerge", "images", "namePrefix"];

    public List<ManifestItem> Items { get; } = [];

    public List<ManifestFinding> Findings { get; } = [];

    public bool IsFull => Items.Count >= limits.Objects;

    public void Read(YamlDocument document)
    {
        if (document.Root is null or YamlScalar { IsNull: true })
            return;
        var pending = new Stack<(YamlNode Node, YamlPlace At, string? ApiVersion, string? Kind)>();
        pending.Push((document.Root, document.Root.Start, null, null));
        while (!IsFull && pending.TryPop(out var next))
        {
            if (next.Node is not YamlMapping body)
                NotAnObject(next.At, "Kubernetesのオブジェクトではありません。一番上の段は「キー: 値」の組にしてください。");
            else if (ListedIn(body) is not { } list)
                ReadObject(body, next.At, next.ApiVersion, next.Kind);
            else
                PushAll(list, body);
        }

        if (pending.Count > 0)
            Full(pending.Peek().At);

        void PushAll(YamlSequence list, YamlMapping body)
        {
            var kind = body["kind"]!.AsName![..^"List".Length];
            for (var i = list.Items.Length - 1; i >= 0; i--)
                pending.Push((list.Items[i].Node, list.Items[i].At, body["apiVersion"]?.AsName, kind.Length == 0 ? null : kind));
        }
    }

    /// <summary>Says that the rest is not read.</summary>
    public void Full(YamlPlace at)
    {
        if (Findings.Any(finding => finding.Rule == "limits"))
            return;
        Findings.Add(new ManifestFinding(
            "limits", Severity.Error, at.Line, at.Column, $"オブジェクトが多すぎます（{limits.Objects:N0}個まで）。ここから後は読みません。", ConceptOf("Manifest")));
    }

    private static YamlSequence? ListedIn(YamlMapping body) =>
        body["kind"]?.AsName?.EndsWith("List", StringComparison.Ordinal) == true ? body["items"] as YamlSequence : null;

    /// <param name="listVersion">What the list says that its items are, where they do not say it themselves.</param>
    private void ReadObject(YamlMapping body, YamlPlace at, string? listVersion, string? listKind)
    {
        var apiVersion = body["apiVersion"]?.AsName ?? listVersion;
        var kind = body["kind"]?.AsName ?? listKind;
        if (kind is null && apiVersion is null && KustomizationKeys.Any(key => body.Find(key) is not null))
            (apiVersion, kind) = ("kustomize.config.k8s.io/v1beta1", "Kustomization");
        if (kind is null)
        {
            if (body["kind"] is null or YamlScalar)
                NotAnObject(at, "「kind」がないため、Kubernetesのオブジェクトとして読めません。");
            return;
        }

        if (YamlScalar.HasTemplate(kind) || YamlScalar.HasTemplate((body["metadata"] as YamlMapping)?["name"]?.AsName ?? ""))
        {
            Findings.Add(new ManifestFinding("template", Severity.Warning, at.Line, at.Column, "種類か名前がテンプレートの記法「{{ }}」のままなので、このオブジェクトは読めません。", ConceptOf("Helm")));
            return;
        }

        if (apiVersion is null)
            NotAnObject(at, $"{kind}に「apiVersion」がありません。", Severity.Warning);
        var group = KubernetesCatalog.GroupOf(apiVersion ?? "");
        var exact = apiVersion is null ? kinds.FindAnywhere(kind) : kinds.Find(group, kind);
        var entry = exact ?? (apiVersion is null ? null : kinds.Nearest(group, kind));
        if ((body["metadata"] as YamlMapping)?["name"] is null or YamlScalar)
        {
            if (NeedsName(body, entry, kind) && !HasName(body))
                Findings.Add(new ManifestFinding("missing-name", Severity.Warning, at.Line, at.Column, $"{kind}に名前（metadata.name）がありません。", ConceptOf("Manifest")));
            var name = (body["metadata"] as YamlMapping)?["name"]?.AsName;
            var item = new ManifestItem(
                new ManifestObject("", apiVersion, kind, name, null, at.Line, entry?.Key, entry?.Slug), group, entry, exact is null && entry is not null, body,
                body.Find("kind")?.At ?? at, body.Find("apiVersion")?.At ?? at);
            Items.Add(item.Placed(kinds.ScopeOf(entry, apiVersion, kind)));
        }
    }

    /// <summary>Files that only a client reads need none, nor do questions to the API; what the catalog does not know may be such a file.</summary>
    private static bool NeedsName(YamlMapping body, CatalogEntry? entry, string kind) =>
        entry is null ? body["metadata"] is YamlMapping : entry.Facts is { Namespaced: not null } && !kind.EndsWith("Review", StringComparison.Ordinal);

    /// <summary>Its own, or the beginning of one that the server makes up.</summary>
    private static bool HasName(YamlMapping body) =>
        body["metadata"] is YamlMapping metadata && (metadata["name"]?.AsName ?? metadata["generateName"]?.AsName) is { Length: > 0 };

    private void NotAnObject(YamlPlace at, string message, Severity severity = Severity.Error) =>
        Findings.Add(new ManifestFinding("not-an-object", severity, at.Line, at.Column, message, ConceptOf("Manifest")));

    private Slug ConceptOf(string key) => catalog.ByKey[key].Slug;
}
