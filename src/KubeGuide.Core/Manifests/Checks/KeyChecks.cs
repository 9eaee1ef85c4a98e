using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Resolution;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Checks;

/// <summary>Keys that a ConfigMap or a Secret of the bundle does not have. Only the names of keys are read, never what is behind them.</summary>
internal static class KeyChecks
{
    private static readonly string[] DataFields = ["data", "binaryData", "stringData"];

    public static IEnumerable<ManifestFinding> Of(IEnumerable<FoundReference> references)
    {
        foreach (var found in references)
        {
            if (found.To is not { Identity: "ConfigMap" or "Secret" } target || found.Match.Around is not { } around || around["optional"]?.AsName == "true" || KeysOf(target) is not { } keys)
                continue;
            foreach (var entry in Wanted(around))
            {
                if (entry.Value.AsName is { Length: > 0 } key && !YamlScalar.HasTemplate(key) && !keys.Contains(key))
                {
                    yield return new ManifestFinding(
                        "missing-key", Severity.Error, entry.At.Line, entry.At.Column,
                        $"{target.Object.Kind}「{target.Object.Name}」にキー「{key}」はありません。", target.Object.Concept);
                }
            }
        }
    }

    /// <summary>A variable takes one key, a volume may list some.</summary>
    private static IEnumerable<YamlEntry> Wanted(YamlMapping around) =>
        new[] { around.Find("key") }.Concat((around["items"] as YamlSequence)?.Items.Select(item => (item.Node as YamlMapping)?.Find("key")) ?? []).OfType<YamlEntry>();

    /// <summary>Null for an object without any: something else fills it.</summary>
    private static HashSet<string>? KeysOf(ManifestItem target)
    {
        var keys = DataFields.Select(field => target.Body[field]).OfType<YamlMapping>()
            .SelectMany(data => data.Entries).Select(entry => entry.Key.Name).ToHashSet(StringComparer.Ordinal);
        return keys.Count == 0 ? null : keys;
    }
}
