using KubeGuide.Core.Manifests.Yaml;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Manifests;

/// <summary>
/// Finds the scalars that belong to Secrets: <c>data</c> and <c>stringData</c>, what kubectl keeps of them in an annotation, and the
/// literals of kustomize's generators. A hidden scalar cannot be read any more, through an alias neither.
/// </summary>
internal static class SecretValues
{
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    private const int LongestSlip = 16;

    private static readonly string[] Metadata = ["name", "namespace", "generateName", "uid", "resourceVersion", "creationTimestamp"];

    private static readonly string[] FlatMetadata = ["labels", "annotations", "ownerReferences", "managedFields", "finalizers"];

    /// <returns>The hidden scalars.</returns>
    public static List<YamlScalar> Hide(YamlNode? root)
    {
        var hidden = new List<YamlScalar>();
        if (root is null)
            return hidden;
        var pending = new Stack<(YamlNode Node, Place Place)>([(root, Place.Elsewhere)]);
        while (pending.TryPop(out var next))
        {
            switch (next.Node)
            {
                case YamlScalar scalar when next.Place is Place.Values or Place.Secret or Place.Metadata or Place.Items:
                    hidden.Add(scalar);
                    break;
                case YamlSequence sequence:
                    foreach (var item in sequence.Items)
                        pending.Push((item.Node, next.Place));
                    break;
                case YamlMapping mapping:
                    var place = next.Place switch
                    {
                        Place.Elsewhere => PlaceOf(mapping, isRoot: mapping == root),
                        Place.Items => HoldsSecrets(mapping) ? Place.List : mapping.Find("kind") is null || HasSecretKind(mapping) ? Place.Secret : Place.Elsewhere,
                        var around => around,
                    };
                    foreach (var entry in mapping.Entries)
                        pending.Push((entry.Value, place == Place.Flat && entry.Value is not YamlScalar ? Place.Values : PlaceOf(entry.Key.Text, place)));
                    foreach (var node in mapping.Unread)
                        pending.Push((node, place));
                    break;
            }
        }

        hidden.ForEach(scalar => scalar.Hide());
        return hidden;
    }

    /// <summary>Generous: a slip in the kind must not show the values.</summary>
    public static bool LooksLikeSecret(ReadOnlySpan<char> kind) =>
        kind.Length <= LongestSlip && EditDistance.Between(kind.ToString().ToLowerInvariant(), "secret", 2) <= 2;

    private static Place PlaceOf(string key, Place around) => (around, key) switch
    {
        (Place.Values, _) or (_, "stringData" or LastApplied) => Place.Values,
        (Place.Secret, "apiVersion" or "kind" or "type" or "immutable") => Place.Elsewhere,
        (Place.Secret, "metadata") => Place.Metadata,
        (Place.Secret, _) => Place.Values,
        (Place.Metadata, _) when FlatMetadata.Contains(key, StringComparer.Ordinal) => Place.Flat,
        (Place.Metadata, _) => Metadata.Contains(key, StringComparer.Ordinal) ? Place.Elsewhere : Place.Values,
        (Place.List, "apiVersion" or "kind" or "metadata") => Place.Elsewhere,
        (Place.List, _) => key == "items" ? Place.Items : Place.Values,
        (Place.Kindless, "data") => Place.Values,
        (_, "secretGenerator") => Place.Generator,
        (Place.Generator, "literals") => Place.Values,
        (Place.Generator, _) => Place.Generator,
        _ => Place.Elsewhere,
    };

    /// <summary>An object without a kind may be the item of a list of Secrets, or a part of one; a kind beside a name is only a reference.</summary>
    private static Place PlaceOf(YamlMapping mapping, bool isRoot)
    {
        if (HoldsSecrets(mapping))
            return Place.List;
        if (!isRoot && mapping.Find("metadata") is null)
            return mapping.Find("data") is null || !HasSecretKind(mapping) ? Place.Elsewhere : Place.Secret;
        return mapping.Find("kind") is null ? Place.Kindless : HasSecretKind(mapping) ? Place.Secret : Place.Elsewhere;
    }

    /// <summary>A list of Secrets, or of anything with a Secret among it.</summary>
    private static bool HoldsSecrets(YamlMapping mapping) => mapping["items"] is YamlSequence items
        && ((mapping["kind"]?.AsName is { } kind && kind.EndsWith("List", StringComparison.Ordinal) && LooksLikeSecret(kind.AsSpan()[..^"List".Length]))
            || items.Items.Any(item => item.Node is YamlMapping listed && HasSecretKind(listed)));

    private static bool HasSecretKind(YamlMapping mapping) =>
        mapping.Entries.Any(entry => entry.Key.Text == "kind" && (entry.Value is not YamlScalar kind || MayBeSecret(kind.Text)));

    private static bool MayBeSecret(string kind) => LooksLikeSecret(kind.AsSpan().Trim()) || YamlScalar.HasTemplate(kind);

    /// <summary>What a mapping, or the value of a key, is.</summary>
    private enum Place
    {
        Elsewhere,

        /// <summary>An object of the kind: what it should not have is hidden, too, for the indentation may be wrong.</summary>
        Secret,
        Metadata,

        /// <summary>Labels and the like of a Secret: text is their own, what is nested has slipped in.</summary>
        Flat,
        Kindless,

        /// <summary>A list with Secrets: what belongs to none of its items may have slipped out of one.</summary>
        List,
        Items,
        Generator,
        Values,
    }
}
