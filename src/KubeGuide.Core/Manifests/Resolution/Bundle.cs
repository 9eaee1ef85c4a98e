using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>The objects of a bundle, by everything a reference may name.</summary>
internal sealed class Bundle
{
    private static readonly ManifestReferences Fields = ManifestReferences.Default;

    private readonly Dictionary<(string Identity, string? Namespace, string Name), ManifestItem> byName = [];
    private readonly ILookup<string, ManifestItem> byIdentity;
    private readonly ILookup<string, ManifestItem> byKind;
    private readonly Dictionary<ManifestItem, Dictionary<string, string>> labels = new(ReferenceEqualityComparer.Instance);

    public Bundle(ImmutableArray<ManifestItem> items, KindNames kinds)
    {
        Items = items;
        Kinds = kinds;
        byIdentity = items.ToLookup(item => item.Identity, StringComparer.Ordinal);
        byKind = items.ToLookup(item => item.Object.Kind, StringComparer.Ordinal);
        Namespaces = [.. items.Select(item => item.Identity == "Namespace" ? item.Object.Name : item.Object.Namespace).OfType<string>().Distinct(StringComparer.Ordinal)];
        Workloads = [.. items.Where(item => Fields.PodLabelsAt.ContainsKey(item.Identity))];
        foreach (var item in items)
        {
            labels[item] = LabelsOf(item);
            if (item.Object.Name is { } name)
                byName.TryAdd((item.Identity, item.Object.Namespace, name), item);
        }
    }

    public ImmutableArray<ManifestItem> Items { get; }

    /// <summary>What carries labels of Pods: workloads, and Istio's entries for machines.</summary>
    public ImmutableArray<ManifestItem> Workloads { get; }

    public KindNames Kinds { get; }

    /// <summary>Every namespace that an object is in or that is an object.</summary>
    public ImmutableArray<string> Namespaces { get; }

    public IEnumerable<ManifestItem> OfKind(string identity) => byIdentity[identity];

    /// <summary>The object of that name.</summary>
    /// <param name="space">The reference's namespace; null for any, as client-side files mean it.</param>
    public ManifestItem? Find(TargetKind kind, string? space, string name)
    {
        if (kind.IsKnown && kind.IsNamespaced && space is null)
            return byIdentity[kind.Identity].FirstOrDefault(item => item.Object.Name == name);
        if (kind.IsKnown)
            return byName.GetValueOrDefault((kind.Identity, kind.IsNamespaced ? space : null, name));
        return byKind[kind.Kind].FirstOrDefault(item =>
            item.Object.Name == name && item.Entry is null && (kind.Group is null || item.Group == kind.Group) && (space is null || item.Object.Namespace is null || item.Object.Namespace == space));
    }

    /// <summary>What selectors compare with: labels of the Pods for what makes Pods, else the object's own.</summary>
    public IReadOnlyDictionary<string, string> LabelsFor(ManifestItem item) => labels[item];

    /// <summary>Labels of a namespace: the object's, and the one that the cluster puts on each.</summary>
    public IReadOnlyDictionary<string, string> LabelsOfNamespace(string name)
    {
        var item = byName.GetValueOrDefault(("Namespace", null, name));
        return new Dictionary<string, string>(item is null ? [] : labels[item], StringComparer.Ordinal) { ["kubernetes.io/metadata.name"] = name };
    }

    private static Dictionary<string, string> LabelsOf(ManifestItem item)
    {
        var path = new FieldPath(Fields.PodLabelsAt.GetValueOrDefault(item.Identity, "metadata.labels"));
        return LabelSelector.Labels(path.Find(item.Body).FirstOrDefault().End?.Node);
    }
}
