using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Manifests;

/// <summary>A piece of a sentence. A piece with neither link nor target is text, or code where <paramref name="IsCode"/> says so.</summary>
/// <param name="Concept">The concept to link to, or null.</param>
/// <param name="ObjectId">The object of the bundle that the piece names, or null.</param>
public sealed record ExplanationPart(string Text, bool IsCode = false, Slug? Concept = null, string? ObjectId = null);

/// <summary>A Japanese sentence on one reference.</summary>
/// <param name="Line">Where the reference is written.</param>
/// <param name="State">Where its target is.</param>
public sealed record ExplanationSentence(int Line, TargetState State, ImmutableArray<ExplanationPart> Parts)
{
    /// <summary>The sentence as text, code in backticks.</summary>
    public override string ToString() => string.Concat(Parts.Select(part => part.IsCode ? $"`{part.Text}`" : part.Text));
}

/// <summary>What one object points to, and what points to it.</summary>
public sealed record ObjectExplanation(
    ManifestObject Subject, ImmutableArray<ExplanationSentence> PointsTo, ImmutableArray<ExplanationSentence> PointedAtBy);

/// <summary>The references of a bundle in sentences, worded as the catalog words its relations.</summary>
public static class ManifestExplanation
{
    /// <summary>One for each object, in the bundle's order; sentences in the order of the references.</summary>
    public static ImmutableArray<ObjectExplanation> Of(Manifest manifest, KubernetesCatalog catalog)
    {
        var byId = manifest.Objects.DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);
        var sentences = new ReferenceSentences(catalog, byId);
        var outgoing = manifest.References
            .GroupBy(reference => (reference.From, reference.Field, Subject: reference.Selector ?? reference.To ?? reference.Name))
            .ToLookup(group => group.Key.From, group => sentences.Forward([.. group]), StringComparer.Ordinal);
        var incoming = manifest.References.Where(reference => reference.To is not null)
            .ToLookup(reference => reference.To!, sentences.Inverse, StringComparer.Ordinal);
        return [.. manifest.Objects.Select(item => new ObjectExplanation(item, [.. outgoing[item.Id]], [.. incoming[item.Id]]))];
    }
}
