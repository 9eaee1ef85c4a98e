using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using KubeGuide.Core;
using KubeGuide.Core.Manifests;
using KubeGuide.Core.Rendering.Code;

namespace KubeGuide.Web.Components.Manifests;

/// <summary>Everything that the page shows of a manifest. Values of Secrets are nowhere in it.</summary>
/// <param name="Lines">The first <see cref="MostLines"/> of the text, values of Secrets hidden.</param>
/// <param name="TotalLines">Of the text.</param>
/// <param name="Anchors">Ids of the objects' sections by the objects' ids; duplicates share the first one's.</param>
public sealed record ManifestModel(
    Manifest Manifest, ImmutableArray<ObjectExplanation> Explanations, ImmutableArray<AnnotatedLine> Lines, int TotalLines,
    FrozenDictionary<string, string> Anchors, ManifestPicture? Picture)
{
    public const int MostLines = 10_000;

    /// <summary>More would make the page many times as long as the text; such a text stays without colours and links.</summary>
    private const int MostTokens = 60_000;

    public static ManifestModel Of(string yaml, Glossary glossary)
    {
        var manifest = ManifestConcepts.Resolve(ManifestReader.Read(yaml, glossary.Catalog, ManifestLimits.Default), glossary);
        var text = ManifestRedaction.Redact(yaml).TrimEnd('\n');
        var all = text.Split('\n');
        var shown = all.Length > MostLines ? string.Join('\n', all.Take(MostLines)) : text;
        var lines = CodeAnnotator.Annotate(shown, "yaml");
        if (lines.Sum(line => line.Tokens.Length) > MostTokens)
            lines = CodeAnnotator.Annotate(shown, null);
        var anchors = manifest.Objects.Select((item, i) => (item.Id, Anchor: AnchorOf(i))).DistinctBy(pair => pair.Id)
            .ToFrozenDictionary(pair => pair.Id, pair => pair.Anchor, StringComparer.Ordinal);
        return new ManifestModel(manifest, ManifestExplanation.Of(manifest, glossary.Catalog), lines, all.Length, anchors, ManifestPicture.Of(manifest));
    }

    /// <summary>Id of the section of the n-th object, counted from 0.</summary>
    public static string AnchorOf(int index) => string.Create(CultureInfo.InvariantCulture, $"object-{index + 1}");
}
