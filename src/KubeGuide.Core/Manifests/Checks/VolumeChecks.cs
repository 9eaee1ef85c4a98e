using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Resolution;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Checks;

/// <summary>Volumes that a container mounts and its Pod does not have.</summary>
internal static class VolumeChecks
{
    private static readonly string[] ContainerLists = ["containers[]", "initContainers[]", "ephemeralContainers[]"];

    private static readonly string[] MountLists = ["volumeMounts[].name", "volumeDevices[].name"];

    private static readonly FieldPath[] Mounts = [.. MountLists.Select(path => new FieldPath(path))];

    private static readonly FieldPath ClaimNames = new("spec.volumeClaimTemplates[].metadata.name");

    public static IEnumerable<ManifestFinding> Of(Bundle bundle, KubernetesCatalog catalog)
    {
        var concept = catalog.ByKey["Volume"].Slug;
        return bundle.Items.Where(item => ManifestReferences.Default.PodSpecAt.ContainsKey(item.Identity)).SelectMany(item => Of(item, concept));
    }

    private static IEnumerable<ManifestFinding> Of(ManifestItem item, Slug concept)
    {
        var prefix = ManifestReferences.Default.PodSpecAt[item.Identity] + ".";
        var volumes = new FieldPath(prefix + "volumes[].name").Find(item.Body).Concat(ClaimNames.Find(item.Body))
            .Select(match => match.Node.AsName).ToHashSet(StringComparer.Ordinal);
        return ContainerLists.SelectMany(list => new FieldPath(prefix + list).Find(item.Body)).Select(match => match.Node).OfType<YamlMapping>()
            .Where(IsWhole).SelectMany(container => Mounts.SelectMany(path => path.Find(container)))
            .Where(mount => mount.Node.AsName is { Length: > 0 } name && !volumes.Contains(name) && !YamlScalar.HasTemplate(name))
            .Select(mount => new ManifestFinding(
                "missing-volume", Severity.Error, mount.End.At.Line, mount.End.At.Column,
                $"{Subject(item)}に「{mount.Node.AsName}」という名前のボリュームはありません。", concept));
    }

    /// <summary>A container without an image is a patch: the rest of it, and its volumes, stand elsewhere.</summary>
    private static bool IsWhole(YamlMapping container) => container["image"] is not null;

    private static string Subject(ManifestItem item) => item.Object.Name is { } name ? $"{item.Object.Kind}「{name}」" : item.Object.Kind;
}
