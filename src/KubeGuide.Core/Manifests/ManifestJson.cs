using System.Collections.Immutable;

namespace KubeGuide.Core.Manifests;

/// <summary>The answer of <c>POST /api/manifest</c>; the names of the properties are its contract, in camelCase.</summary>
public sealed record ManifestJson(
    ImmutableArray<ManifestObjectJson> Objects, ImmutableArray<ManifestReferenceJson> References, ImmutableArray<ManifestFindingJson> Findings)
{
    public static ManifestJson Of(Manifest manifest) => new(
        [.. manifest.Objects.Select(item => new ManifestObjectJson(
            item.Id, item.ApiVersion, item.Kind, item.Name, item.Namespace, item.Line, item.Concept?.Value))],
        [.. manifest.References.Select(reference => new ManifestReferenceJson(
            reference.From, reference.Field, reference.Line, reference.To, reference.Kind, reference.Name, reference.Resolved))],
        [.. manifest.Findings.Select(finding => new ManifestFindingJson(
            finding.Rule, JsonName.Of(finding.Severity), finding.Line, finding.Message, finding.Concept?.Value))]);
}

/// <summary>An object of the bundle.</summary>
/// <param name="Concept">Slug, or null.</param>
public sealed record ManifestObjectJson(string Id, string? ApiVersion, string Kind, string? Name, string? Namespace, int Line, string? Concept);

/// <summary>A reference between objects.</summary>
/// <param name="From">Id of an object.</param>
/// <param name="To">Id of an object; null for what is not in the bundle.</param>
public sealed record ManifestReferenceJson(string From, string Field, int Line, string? To, string? Kind, string Name, bool Resolved);

/// <summary>A finding in the bundle.</summary>
/// <param name="Severity"><c>info, warning, error</c>.</param>
/// <param name="Concept">Slug, or null.</param>
public sealed record ManifestFindingJson(string Rule, string Severity, int Line, string Message, string? Concept);
