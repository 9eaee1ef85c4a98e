using System.Runtime.CompilerServices;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Tests.Catalog;

/// <summary>The names of fields as the schemas have them (<c>fields.txt</c>): what relations and shipped manifests are held to.</summary>
internal static class ApiFields
{
    private const string Anything = "any";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, Dictionary<string, Field>> Types = Read();

    private sealed record Field(string Type, bool IsRequired);

    /// <summary>Whether the path, <c>[]</c> behind lists, leads to a field of the kind.</summary>
    public static bool Has(string apiVersion, string kind, string path)
    {
        if (!Kinds.TryGetValue($"{apiVersion} {kind}", out var type))
            return false;
        foreach (var part in path.Split('.'))
        {
            if (type == Anything)
                return true;
            var depth = part.Count(c => c == '[');
            if (!Types.TryGetValue(type, out var fields) || !fields.TryGetValue(part[..(part.Length - (2 * depth))], out var field))
                return false;
            type = field.Type;
            for (; depth > 0; depth--)
            {
                if (!type.EndsWith("[]", StringComparison.Ordinal))
                    return false;
                type = type[..^2];
            }
        }

        return true;
    }

    /// <summary>Fields that the schema does not have, required ones that are missing, and values of the wrong shape; with their lines.</summary>
    public static IEnumerable<string> Faults(string yaml)
    {
        var budget = new YamlBudget(Core.Manifests.ManifestLimits.Default);
        foreach (var slice in YamlSlice.Split(YamlSlice.Normalize(yaml)))
        {
            if (YamlTreeBuilder.Read(slice, budget).Root is not YamlMapping root || root["kind"]?.AsName is not { } kind)
                continue;
            var id = $"{root["apiVersion"]?.AsName} {kind}";
            if (!Kinds.TryGetValue(id, out var type))
                continue;
            foreach (var fault in Faults(root, type, kind))
                yield return fault;
        }
    }

    private static IEnumerable<string> Faults(YamlNode node, string type, string at)
    {
        if (type == Anything || node is YamlScalar { IsNull: true })
            return [];
        if (type.EndsWith("[]", StringComparison.Ordinal))
            return node is YamlSequence list ? list.Items.SelectMany(item => Faults(item.Node, type[..^2], at + "[]")) : [$"{node.Start.Line}: {at} is no list"];
        if (type.EndsWith("{}", StringComparison.Ordinal))
            return node is YamlMapping map ? map.Entries.SelectMany(entry => Faults(entry.Value, type[..^2], at + ".*")) : [$"{node.Start.Line}: {at} is no map"];
        if (type.Length == 0)
            return node is YamlScalar ? [] : [$"{node.Start.Line}: {at} is a plain value"];
        if (node is not YamlMapping mapping)
            return [$"{node.Start.Line}: {at} is no map"];
        var fields = Types[type];
        return mapping.Entries.SelectMany(entry => fields.TryGetValue(entry.Key.Text, out var field)
                ? Faults(entry.Value, field.Type, $"{at}.{entry.Key.Text}")
                : [$"{entry.At.Line}: {at} has no {entry.Key.Text}"])
            .Concat(fields.Where(field => field.Value.IsRequired && mapping[field.Key] is null).Select(field => $"{node.Start.Line}: {at} lacks {field.Key}"));
    }

    private static Dictionary<string, Dictionary<string, Field>> Read()
    {
        var types = new Dictionary<string, Dictionary<string, Field>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "fields.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var words = line.Split(' ');
            if (words.Length == 3 && words[2].StartsWith('='))
                Kinds.Add($"{words[0]} {words[1]}", words[2][1..]);
            else
                types.Add(words[0], words[1..].Select(ToField).ToDictionary(field => field.Name, field => field.Field, StringComparer.Ordinal));
        }

        return types;
    }

    private static (string Name, Field Field) ToField(string word)
    {
        var isRequired = word.EndsWith('!');
        var text = isRequired ? word[..^1] : word;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (text, new Field("", isRequired)) : (text[..colon], new Field(text[(colon + 1)..], isRequired));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
