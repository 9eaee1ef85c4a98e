using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Core.Tests.Manifests;

/// <summary>
/// A bundle with what is expected of it in comments: <c>#> FROM FIELD -> ID</c>, or instead of the arrow where else the target is
/// (<c>own, provided, outside, optional, missing</c>) with its kind and name; <c>#! LINE RULE SEVERITY</c>.
/// </summary>
public sealed class BundleFile
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Manifests", "Bundles");

    public BundleFile(string name)
    {
        Yaml = File.ReadAllText(Path.Combine(Folder, name + ".yaml"));
        Manifest = ManifestReader.Read(Yaml, KubernetesCatalog.Default, ManifestLimits.Default);
    }

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public string Yaml { get; }

    public Manifest Manifest { get; }

    public string Expected => string.Join('\n', Yaml.Split('\n').Where(line => line.StartsWith("#>", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal)));

    public string Actual => string.Join('\n', Manifest.References.Select(Line).Concat(Manifest.Findings.Select(Line)));

    private static string Line(ManifestReference reference) => $"#> {reference.From} {reference.Field} {reference.State switch
    {
        TargetState.InBundle => "->",
        TargetState.Own => "own",
        TargetState.Provided => "provided",
        TargetState.Outside => "outside",
        TargetState.Optional => "optional",
        _ => "missing",
    }} {reference.To ?? $"{reference.Kind ?? "*"} {reference.Name}"}";

    private static string Line(ManifestFinding finding) => $"#! {finding.Line} {finding.Rule} {JsonName.Of(finding.Severity)}";
}
