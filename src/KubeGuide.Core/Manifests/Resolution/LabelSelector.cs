using System.Collections.Immutable;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>One condition on one label.</summary>
/// <param name="Operator"><c>In, NotIn, Exists, DoesNotExist</c>; anything else holds for nothing.</param>
internal sealed record LabelRequirement(string Key, string Operator, HashSet<string> Values)
{
    public bool Holds(IReadOnlyDictionary<string, string> labels) => Operator switch
    {
        "In" => labels.TryGetValue(Key, out var value) && Values.Contains(value),
        "NotIn" => !labels.TryGetValue(Key, out var value) || !Values.Contains(value),
        "Exists" => labels.ContainsKey(Key),
        "DoesNotExist" => !labels.ContainsKey(Key),
        _ => false,
    };

    public override string ToString() => Operator switch
    {
        "In" when Values.Count == 1 => $"{Key}={Values.Single()}",
        "In" => $"{Key} in ({Joined})",
        "NotIn" when Values.Count == 1 => $"{Key}!={Values.Single()}",
        "NotIn" => $"{Key} notin ({Joined})",
        "Exists" => Key,
        "DoesNotExist" => "!" + Key,
        _ => $"{Key} {Operator} ({Joined})",
    };

    private string Joined => string.Join(",", Values.Order(StringComparer.Ordinal).Take(16));
}

/// <summary>Conditions on labels that must all hold; none at all hold for everything.</summary>
internal sealed class LabelSelector
{
    private const int LongestText = 400;

    private readonly ImmutableArray<LabelRequirement> requirements;

    private LabelSelector(IEnumerable<LabelRequirement> requirements) => this.requirements = [.. requirements];

    public static LabelSelector Everything { get; } = new([]);

    public bool IsEverything => requirements.IsEmpty;

    /// <summary>As kubectl writes selectors, <c>app=web,tier in (a,b)</c>; <c>*</c> for everything.</summary>
    public string Text => IsEverything
        ? "*"
        : string.Join(",", requirements.Take(32)) is var text && text.Length > LongestText ? text[..LongestText] + "…" : text;

    /// <summary>Null for what is neither a selector nor a map of labels.</summary>
    public static LabelSelector? Read(YamlNode node)
    {
        if (node is not YamlMapping mapping)
            return null;
        var (labels, expressions) = (mapping["matchLabels"] as YamlMapping, mapping["matchExpressions"] as YamlSequence);
        if (labels is null && expressions is null)
            return new LabelSelector(FromLabels(mapping));
        return new LabelSelector(FromLabels(labels).Concat((expressions?.Items ?? []).Select(item => FromExpression(item.Node))));
    }

    public bool Matches(IReadOnlyDictionary<string, string> labels) => requirements.All(requirement => requirement.Holds(labels));

    /// <summary>A map of labels; what is no scalar is left out.</summary>
    public static Dictionary<string, string> Labels(YamlNode? node)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in (node as YamlMapping)?.Entries ?? [])
        {
            if (entry.Value is YamlScalar value)
                labels[entry.Key.Name] = value.IsNull ? "" : value.Name;
        }

        return labels;
    }

    private static IEnumerable<LabelRequirement> FromLabels(YamlNode? node) =>
        Labels(node).Select(label => new LabelRequirement(label.Key, "In", [label.Value]));

    private static LabelRequirement FromExpression(YamlNode node)
    {
        var mapping = node as YamlMapping;
        var values = (mapping?["values"] as YamlSequence)?.Items.Select(item => item.Node.AsName ?? "") ?? [];
        return new LabelRequirement(mapping?["key"]?.AsName ?? "", mapping?["operator"]?.AsName ?? "", values.ToHashSet(StringComparer.Ordinal));
    }
}
