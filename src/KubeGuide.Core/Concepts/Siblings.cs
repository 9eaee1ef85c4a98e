using System.Collections.Immutable;

namespace KubeGuide.Core.Concepts;

/// <summary>Concepts that are taken for one another, worth seeing side by side.</summary>
public static class Siblings
{
    /// <summary>How many stand side by side at least and at most.</summary>
    public const int Fewest = 2;

    public const int Most = 6;

    /// <summary>Keys of the catalog, each set in reading order.</summary>
    internal static readonly ImmutableArray<ImmutableArray<string>> Sets =
    [
        ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"],
        ["Deployment", "ReplicaSet", "Rollout"],
        ["Deployment", "StatefulSet", "DaemonSet"],
        ["Job", "CronJob"],
        ["ConfigMap", "Secret"],
        ["Service", "Ingress", "HTTPRoute"],
        ["Ingress", "Gateway@gateway.networking.k8s.io", "Gateway@networking.istio.io"],
        ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"],
        ["Endpoints", "EndpointSlice"],
        ["PeerAuthentication", "RequestAuthentication", "AuthorizationPolicy"],
        ["PersistentVolume", "PersistentVolumeClaim", "StorageClass"],
        ["ResourceQuota", "LimitRange"],
        ["Taint", "Toleration", "Affinity"],
        ["HorizontalPodAutoscaler", "ClusterAutoscaler"],
        ["Role", "ClusterRole"],
        ["RoleBinding", "ClusterRoleBinding"],
        ["RollingUpdate", "BlueGreen", "Canary"],
        ["Kustomization@kustomize.config.k8s.io", "Kustomization@kustomize.toolkit.fluxcd.io"],
        ["Helm", "Flux"],
        ["AnalysisTemplate", "ClusterAnalysisTemplate"],
        ["Kubernetes", "Swarm", "Marathon", "Nomad", "ECS"],
        ["ValidatingAdmissionPolicy", "MutatingAdmissionPolicy"],
        ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"],
    ];

    /// <summary>The sets that a concept belongs to, or whose members stand below it in the notes; each with at least two concepts.</summary>
    public static ImmutableArray<ImmutableArray<Concept>> Of(Concept concept, Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(glossary);
        return
        [
            .. Sets.Select(set => set.Select(glossary.SlugOfKey).OfType<Slug>().Distinct().Select(slug => glossary.Concepts[slug]).ToImmutableArray())
                .Where(set => set.Length >= Fewest && (set.Contains(concept) || set.Count(member => member.Parent == concept.Slug) >= Fewest)),
        ];
    }

    /// <summary>Path-absolute URL without the site's path prefix.</summary>
    public static string Url(IEnumerable<Slug> slugs) => "/compare/" + string.Join(',', slugs);
}
