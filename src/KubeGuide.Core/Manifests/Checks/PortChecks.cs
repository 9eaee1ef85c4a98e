using System.Globalization;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Resolution;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Checks;

/// <summary>Ports that the target does not have: a Service's by name or number, a container's by name, for its numbers need no declaration.</summary>
internal static class PortChecks
{
    private static readonly FieldPath ServicePorts = new("spec.ports[]");

    private static readonly string[] ContainerLists = ["containers[].ports[].name", "initContainers[].ports[].name"];

    public static IEnumerable<ManifestFinding> Of(IReadOnlyList<FoundReference> references, Bundle bundle, KubernetesCatalog catalog)
    {
        var concept = catalog.ByKey["Service"].Slug;
        return references.Select(found => ToService(found, concept)).OfType<ManifestFinding>().Concat(bundle.OfKind("Service").SelectMany(service =>
            ToContainers(service, references.Where(found => found.From == service && found.Reference.Type == "selects"), concept)));
    }

    /// <summary>Every reference to a Service has its port beside it, whether a number, a name, or either below <c>port</c>; long ago as <c>servicePort</c>.</summary>
    private static ManifestFinding? ToService(FoundReference found, Slug concept)
    {
        if (found.To is not { Identity: "Service" } service || found.Reference.Selector is not null)
            return null;
        var around = found.Match.Node as YamlMapping ?? found.Match.Around;
        var port = around?["port"] is YamlMapping nested ? nested.Find("number") ?? nested.Find("name") : around?.Find(IsOldBackend(found.Match.Path) ? "servicePort" : "port");
        if (port?.Value.AsName is not { } wanted || YamlScalar.HasTemplate(wanted) || HasPort(service, wanted))
            return null;
        return new ManifestFinding(
            "missing-port", Severity.Error, port.Value.At.Line, port.Value.At.Column,
            $"Service「{service.Object.Name}」にポート「{wanted}」はありません。", concept);
    }

    private static bool IsOldBackend(FieldPath path) => path.Text.EndsWith("backend.serviceName", StringComparison.Ordinal);

    /// <summary>A name for a host elsewhere has whatever ports are there.</summary>
    private static bool HasPort(ManifestItem service, string wanted) =>
        (service.Body["spec"] as YamlMapping)?["type"]?.AsName == "ExternalName"
        || ServicePorts.Find(service.Body).Select(match => match.Node as YamlMapping)
            .Any(port => port?["name"]?.AsName == wanted || port?["port"]?.AsName == wanted);

    private static IEnumerable<ManifestFinding> ToContainers(ManifestItem service, IEnumerable<FoundReference> selected, Slug concept)
    {
        var targets = selected.Select(found => found.To).OfType<ManifestItem>().Where(target => ManifestReferences.Default.PodSpecAt.ContainsKey(target.Identity)).ToArray();
        if (targets.Length == 0)
            yield break;
        var names = targets.SelectMany(ContainerPorts).ToHashSet(StringComparer.Ordinal);
        foreach (var port in ServicePorts.Find(service.Body))
        {
            if ((port.Node as YamlMapping)?.Find("targetPort") is not { } entry || entry.Value.AsName is not { Length: > 0 } wanted)
                continue;
            if (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !YamlScalar.HasTemplate(wanted) && !names.Contains(wanted))
            {
                yield return new ManifestFinding(
                    "missing-port", Severity.Error, entry.At.Line, entry.At.Column,
                    $"{targets[0].Object.Kind}「{targets[0].Object.Name}」のコンテナに「{wanted}」という名前のポートはありません。", concept);
            }
        }
    }

    private static IEnumerable<string> ContainerPorts(ManifestItem target)
    {
        var prefix = ManifestReferences.Default.PodSpecAt[target.Identity] + ".";
        return ContainerLists.SelectMany(path => new FieldPath(prefix + path).Find(target.Body)).Select(match => match.Node.AsName).OfType<string>();
    }
}
