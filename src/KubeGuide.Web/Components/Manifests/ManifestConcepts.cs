using KubeGuide.Core;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Web.Components.Manifests;

/// <summary>Leads from the catalog, which is all that a manifest is read with, to the concepts of the glossary.</summary>
internal static class ManifestConcepts
{
    /// <summary>Null for null, and for what neither the catalog nor the notes know.</summary>
    public static Concept? Find(Glossary glossary, Slug? slug)
    {
        if (slug is not { } known)
            return null;
        var own = glossary.Catalog.BySlug.TryGetValue(known, out var entry) ? glossary.SlugOfKey(entry.Key) : null;
        return glossary.Concepts.GetValueOrDefault(own ?? known);
    }

    /// <summary>The same manifest with the glossary's slugs.</summary>
    public static Manifest Resolve(Manifest manifest, Glossary glossary) => manifest with
    {
        Objects = [.. manifest.Objects.Select(item => item with { Concept = Find(glossary, item.Concept)?.Slug })],
        References = [.. manifest.References.Select(reference => reference with { Concept = Find(glossary, reference.Concept)?.Slug })],
        Findings = [.. manifest.Findings.Select(finding => finding with { Concept = Find(glossary, finding.Concept)?.Slug })],
    };
}
