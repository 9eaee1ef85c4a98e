using System.Collections.Immutable;

namespace KubeGuide.Web.Components.Manifests;

/// <summary>A bundle to begin with.</summary>
/// <param name="Id">As in the address, <c>/manifest?example=web</c>.</param>
public sealed record ManifestExample(string Id, string Title, string Yaml)
{
    public static ImmutableArray<ManifestExample> All { get; } =
    [
        Load("web", "ウェブアプリケーション"),
        Load("canary", "Istioでのカナリア"),
        Load("kustomize", "kustomization"),
    ];

    private static ManifestExample Load(string id, string title)
    {
        using var reader = new StreamReader(typeof(ManifestExample).Assembly.GetManifestResourceStream($"examples/{id}.yaml")!);
        return new ManifestExample(id, title, reader.ReadToEnd());
    }
}
