using System.Collections.Immutable;
using KubeGuide.Core.Manifests.Yaml;
using KubeGuide.Core.Text;

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

    /// <summary>The labels that the conditions are about.</summary>
    public IEnumerable<string> Keys => requirements.Select(requirement => requirement.Key);

    /// <summary>The values that are asked for, each with its label.</summary>
    public IEnumerable<(string Key, string Value)> Wanted => requirements.Where(requirement => requirement.Operator == "In")
        .SelectMany(requirement => requirement.Values, (requirement, value) => (requirement.Key, value));

    public static LabelSelector Everything { get; } = new([]);

    public bool IsEverything => requirements.IsEmpty;

    /// <summary>As kubectl writes selectors, <c>app=web,tier in (a,b)</c>; <c>*</c> for everything.</summary>
    public string Text => IsEverything ? "*" : Shortened.To(LongestText, string.Join(",", requirements.Take(32)));

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

    /// <summary>Of a field that is a map of labels and nothing else: what is no label there fits no object, and does not make the map empty.</summary>
    public static LabelSelector? ReadMap(YamlNode node) => node is not YamlMapping mapping ? null : new LabelSelector(FromLabels(mapping)
        .Concat(mapping.Entries.Where(entry => entry.Value is not YamlScalar).Select(entry => new LabelRequirement(entry.Key.Name, "Exists", []))));

    /// <summary>Of text as kubectl takes it, <c>app=web,tier!=db,track</c>; null for conditions of sets.</summary>
    public static LabelSelector? Parse(string text)
    {
        var conditions = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return conditions.Any(condition => condition.AsSpan().IndexOfAny(" ()") >= 0) ? null : new LabelSelector(conditions.Select(FromText));
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

    private static LabelRequirement FromText(string condition)
    {
        var equals = condition.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            return condition.StartsWith('!') ? new LabelRequirement(condition[1..], "DoesNotExist", []) : new LabelRequirement(condition, "Exists", []);
        var isNot = condition[equals - 1] == '!';
        return new LabelRequirement(condition[..(isNot ? equals - 1 : equals)], isNot ? "NotIn" : "In", [condition[equals..].TrimStart('=')]);
    }

    private static LabelRequirement FromExpression(YamlNode node)
    {
        var mapping = node as YamlMapping;
        var values = (mapping?["values"] as YamlSequence)?.Items.Select(item => item.Node.AsName ?? "") ?? [];
        return new LabelRequirement(mapping?["key"]?.AsName ?? "", mapping?["operator"]?.AsName ?? "", values.ToHashSet(StringComparer.Ordinal));
    }
}
