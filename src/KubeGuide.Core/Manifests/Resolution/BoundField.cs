using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>A reference field at its place in one kind: fields of a Pod spec are below the spec.</summary>
internal sealed record BoundField(ReferenceField Field, FieldPath Path, SiblingPaths Siblings)
{
    /// <summary>The Pod spec's fields come after the kind's own.</summary>
    public static ImmutableArray<BoundField> Of(string identity) =>
    [
        .. ManifestReferences.Default.AllFieldsOf(identity).Select(bound => new BoundField(
            bound.Field, new FieldPath(bound.Prefix + bound.Field.Path),
            new SiblingPaths(PathOf(bound.Prefix, bound.Field.NamespacePath), PathOf(bound.Prefix, bound.Field.ScopeFlagPath)))),
    ];

    private static FieldPath? PathOf(string prefix, string? path) => path is null ? null : new FieldPath(prefix + path);
}

/// <summary>The fields beside a reference that say more about its target.</summary>
internal sealed record SiblingPaths(FieldPath? Namespace, FieldPath? ScopeFlag);
