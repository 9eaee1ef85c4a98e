using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>What a reference says where another field beside it, or of its object, changes that.</summary>
internal static class ReferenceMeaning
{
    /// <summary>The relation's type: the field's own, but for policies that deny and for namespaces that only narrow a choice of Pods.</summary>
    public static string TypeOf(ManifestItem from, ReferenceField field, FieldMatch match) => (from.Identity, field.Type) switch
    {
        ("AuthorizationPolicy", "allowsFrom") => OfAction(from) ?? field.Type,
        ("NetworkPolicy", "allowsFrom") when Narrows(field, match) => "allowsPodsFrom",
        ("NetworkPolicy", "allowsTo") when Narrows(field, match) => "allowsPodsTo",
        _ => field.Type,
    };

    /// <summary>Whether the reference says less than another one of the same field to the same target.</summary>
    public static bool IsWeaker(ManifestReference reference) =>
        reference.State == TargetState.Optional || reference.Type is "allowsPodsFrom" or "allowsPodsTo";

    private static string? OfAction(ManifestItem policy) => (policy.Body["spec"] as YamlMapping)?["action"]?.AsName?.ToUpperInvariant() switch
    {
        "DENY" => "deniesFrom",
        "AUDIT" => "auditsFrom",
        "CUSTOM" => "delegatesFrom",
        _ => null,
    };

    /// <summary>Both selectors in one peer must hold; two peers are a choice.</summary>
    private static bool Narrows(ReferenceField field, FieldMatch match) => field.Targets is ["Namespace"] && match.Around?["podSelector"] is YamlMapping;
}
