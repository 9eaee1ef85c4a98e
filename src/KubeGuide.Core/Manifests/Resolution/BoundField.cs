using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>A reference field at its place in one kind: fields of a Pod spec are below the spec.</summary>
internal sealed record BoundField(ReferenceField Field, FieldPath Path, SiblingPaths Siblings)
{
    /// <summary>The Pod spec's fields come after the kind's own.</summary>
    public static ImmutableArray<BoundField> Of(string identity)
    {
        var references = ManifestReferences.Default;
        var own = references.FieldsOf(identity).Select(field => Bind(field, ""));
        return references.PodSpecAt.TryGetValue(identity, out var podSpec)
            ? [.. own, .. references.PodSpecFields.Select(field => Bind(field, podSpec + "."))]
            : [.. own];
    }

    private static BoundField Bind(ReferenceField field, string prefix) => new(
        field, new FieldPath(prefix + field.Path), new SiblingPaths(PathOf(prefix, field.NamespacePath), PathOf(prefix, field.ScopeFlagPath)));

    private static FieldPath? PathOf(string prefix, string? path) => path is null ? null : new FieldPath(prefix + path);
}

/// <summary>The fields beside a reference that say more about its target.</summary>
internal sealed record SiblingPaths(FieldPath? Namespace, FieldPath? ScopeFlag);
