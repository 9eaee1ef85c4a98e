using KubeGuide.Core.Linking;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests;

/// <summary>
/// Finds the scalars that belong to Secrets: <c>data</c> and <c>stringData</c>, what kubectl keeps of them in an annotation, and the
/// literals of kustomize's generators. A hidden scalar cannot be read any more, through an alias neither.
/// </summary>
internal static class SecretValues
{
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    private const int LongestSlip = 16;

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
                case YamlScalar scalar when next.Place == Place.Values:
                    hidden.Add(scalar);
                    break;
                case YamlSequence sequence:
                    foreach (var item in sequence.Items)
                        pending.Push((item.Node, next.Place));
                    break;
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                        pending.Push((entry.Value, PlaceOf(entry.Key.Text, mapping, next.Place, isRoot: mapping == root)));
                    break;
            }
        }

        hidden.ForEach(scalar => scalar.Hide());
        return hidden;
    }

    /// <summary>Generous: a slip in the kind must not show the values.</summary>
    public static bool LooksLikeSecret(ReadOnlySpan<char> kind) =>
        kind.Length <= LongestSlip && EditDistance.Between(kind.ToString().ToLowerInvariant(), "secret", 2) <= 2;

    private static Place PlaceOf(string key, YamlMapping around, Place place, bool isRoot) => key switch
    {
        _ when place == Place.Values => Place.Values,
        "stringData" or LastApplied => Place.Values,
        "data" when IsSecret(around, isRoot) => Place.Values,
        "secretGenerator" => Place.Generator,
        "literals" when place == Place.Generator => Place.Values,
        _ => place,
    };

    /// <summary>An object without a kind counts as one: it may be the item of a list of Secrets, or a part of one.</summary>
    private static bool IsSecret(YamlMapping around, bool isRoot) => around.Find("kind") is null
        ? isRoot || around.Find("metadata") is not null
        : around.Entries.Any(entry => entry.Key.Text == "kind" && (entry.Value is not YamlScalar kind || MayBeSecret(kind.Text)));

    private static bool MayBeSecret(string kind) => LooksLikeSecret(kind.AsSpan().Trim()) || kind.Contains("{{", StringComparison.Ordinal);

    private enum Place
    {
        Elsewhere,
        Generator,
        Values,
    }
}
