using System.Collections.Immutable;

namespace KubeGuide.Core.Catalog;

/// <summary>How a manifest field names what it refers to.</summary>
public enum ReferenceForm
{
    /// <summary>A name as a string.</summary>
    Name,

    /// <summary>An object with kind and name, group and namespace where it has them.</summary>
    Objref,

    /// <summary>A label selector or a plain map of labels.</summary>
    Selector,

    /// <summary>A host name: <c>name</c>, <c>name.ns</c>, <c>name.ns.svc</c> or longer.</summary>
    Host,

    /// <summary>A path or URL of a file or folder.</summary>
    File,
}

/// <summary>A field of a manifest that refers to another object.</summary>
/// <param name="Path">From the object's root (for fields of a Pod spec from there), <c>.</c> between names, <c>[]</c> behind lists.</param>
/// <param name="Targets">Keys or kinds it may mean; <c>*</c> is any.</param>
/// <param name="Type">The relation's type, such as <c>mounts</c>.</param>
/// <param name="TargetGroup">API group of the target where the kind alone is ambiguous.</param>
/// <param name="DefaultKind">Kind where the reference may leave it out.</param>
/// <param name="NamespacePath">Field with the target's namespace.</param>
/// <param name="ScopeFlagPath">Boolean field that says that the second, cluster-wide target is meant.</param>
/// <param name="ApiVersions">The only ones with the field; empty for every one.</param>
public sealed record ReferenceField(
    string Path, ReferenceForm Form, ImmutableArray<string> Targets, string Type, string? TargetGroup, string? DefaultKind,
    string? NamespacePath, string? ScopeFlagPath, ImmutableArray<string> ApiVersions)
{
    /// <summary>Whether objects of that version have the field.</summary>
    internal bool IsIn(string? apiVersion) => ApiVersions.IsEmpty || ApiVersions.Contains(apiVersion ?? "");

    /// <summary>The target where there is no other; null where there are several, or any will do.</summary>
    internal string? OnlyTarget => Targets is [var only] && only != "*" ? only : null;
}

/// <summary>Which fields of which kinds refer to other objects.</summary>
public sealed class ManifestReferences
{
    private static readonly Lazy<ManifestReferences> Loaded = new(() => new ManifestReferences(CatalogData.ManifestReferences));

    private readonly Dictionary<string, ImmutableArray<ReferenceField>> byKey;

    private ManifestReferences(ManifestReferenceFile file)
    {
        PodSpecAt = file.PodSpecAt;
        PodLabelsAt = file.PodLabelsAt;
        PodSpecFields = ToFields(file.PodSpecReferences);
        EveryKindFields = ToFields(file.EveryKindReferences);
        byKey = file.References.ToDictionary(pair => pair.Key, pair => ToFields(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>Read once, on first use.</summary>
    public static ManifestReferences Default => Loaded.Value;

    /// <summary>Path of the Pod spec inside each kind that has one.</summary>
    public IReadOnlyDictionary<string, string> PodSpecAt { get; }

    /// <summary>Path of the labels that selectors of Pods compare with.</summary>
    public IReadOnlyDictionary<string, string> PodLabelsAt { get; }

    /// <summary>Fields of every Pod spec, relative to it.</summary>
    public ImmutableArray<ReferenceField> PodSpecFields { get; }

    /// <summary>Fields that objects of every kind have.</summary>
    public ImmutableArray<ReferenceField> EveryKindFields { get; }

    /// <summary>Fields of one kind besides those of its Pod spec and of every kind; empty where there are none.</summary>
    /// <param name="key">Key of the catalog entry, such as <c>Service</c> or <c>Gateway@networking.istio.io</c>.</param>
    public ImmutableArray<ReferenceField> FieldsOf(string key) => byKey.GetValueOrDefault(key, []);

    /// <summary>Those fields, the ones of every kind, then the ones of the kind's Pod spec; each with what leads to its path from the object's root, a dot at the end.</summary>
    internal IEnumerable<(string Prefix, ReferenceField Field)> AllFieldsOf(string key)
    {
        foreach (var field in FieldsOf(key).Concat(EveryKindFields))
            yield return ("", field);
        if (!PodSpecAt.TryGetValue(key, out var podSpec))
            yield break;
        foreach (var field in PodSpecFields)
            yield return (podSpec + ".", field);
    }

    private static ImmutableArray<ReferenceField> ToFields(ReferenceFieldRow[] rows) =>
    [
        .. rows.Select(row => new ReferenceField(
            row.Path, row.Form, [.. row.Target], row.Edge, row.TargetGroup, row.DefaultKind,
            row.NamespacePath, row.ScopeFlagPath, [.. row.ApiVersions ?? []])),
    ];
}
