using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Resolution;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Checks;

/// <summary>A number of replicas that is fixed and scaled at once: each apply undoes what the autoscaler did.</summary>
internal static class ReplicaChecks
{
    public static IEnumerable<ManifestFinding> Of(IEnumerable<FoundReference> references, KubernetesCatalog catalog)
    {
        foreach (var found in references.Where(found => found.Reference.Type == "scales"))
        {
            if ((found.To?.Body["spec"] as YamlMapping)?.Find("replicas") is not { } replicas || replicas.Value.AsName is null)
                continue;
            var target = found.To!.Object;
            yield return new ManifestFinding(
                "hpa-fixed-replicas", Severity.Warning, replicas.Key.Start.Line, replicas.Key.Start.Column,
                $"{target.Kind}「{target.Name}」のレプリカ数はHorizontalPodAutoscaler「{found.From.Object.Name}」が決めます。replicasを書いておくと、適用するたびにその数へ戻ります。",
                catalog.ByKey["HorizontalPodAutoscaler"].Slug);
        }
    }
}
