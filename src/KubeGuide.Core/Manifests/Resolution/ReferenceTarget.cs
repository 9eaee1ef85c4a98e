namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>One target of a reference field.</summary>
/// <param name="Kind">The target's kind; null where it may be any.</param>
/// <param name="Key">Key of what the field is for.</param>
/// <param name="Item">The object, where it is in the bundle.</param>
/// <param name="Space">The namespace in which an object of that name was looked for; null for any, and for what has none.</param>
internal readonly record struct ReferenceTarget(TargetState State, string? Kind, string Name, string Key, ManifestItem? Item = null, string? Space = null)
{
    public static ReferenceTarget To(ManifestItem item, string key) => new(TargetState.InBundle, item.Object.Kind, item.Object.Name ?? "", key, item);
}
