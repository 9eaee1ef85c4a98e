using System.Collections.Immutable;

namespace KubeGuide.Core.Concepts;

/// <summary>Concepts that are taken for one another, worth seeing side by side.</summary>
public static class Siblings
{
    /// <summary>How many stand side by side at least and at most.</summary>
    public const int Fewest = 2;

    public const int Most = 6;

    /// <summary>Keys of the catalog, each set in reading order.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Sets =
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

    /// <summary>From where something answers: 内 within the cluster, 外 from outside.</summary>
    private static readonly Dictionary<string, string> Reaches = new(StringComparer.Ordinal)
    {
        ["ClusterIP"] = "内",
        ["NodePort"] = "内・外",
        ["LoadBalancer"] = "内・外",
        ["ExternalName"] = "内（外の名前を指す）",
        ["Ingress"] = "外",
    };

    private static readonly Dictionary<string, string> Layers = new(StringComparer.Ordinal)
    {
        ["Service"] = "L4",
        ["ClusterIP"] = "L4",
        ["NodePort"] = "L4",
        ["LoadBalancer"] = "L4",
        ["ExternalName"] = "—（DNSの別名）",
        ["Ingress"] = "L7",
        ["HTTPRoute"] = "L7",
        ["GRPCRoute"] = "L7",
        ["TLSRoute"] = "L4（SNIを見る）",
        ["TCPRoute"] = "L4",
        ["UDPRoute"] = "L4",
        ["Gateway@gateway.networking.k8s.io"] = "L4・L7",
        ["Gateway@networking.istio.io"] = "L4〜L6",
        ["VirtualService"] = "L4・L7",
        ["AuthorizationPolicy"] = "L4・L7",
        ["RequestAuthentication"] = "L7",
        ["PeerAuthentication"] = "L4",
        ["NetworkPolicy"] = "L3・L4",
    };

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

    /// <summary>Null where it has no meaning, or is not known.</summary>
    public static string? ReachOf(Concept concept) => concept.Entry is { } entry ? Reaches.GetValueOrDefault(entry.Key) : null;

    /// <summary>The layer of the network on which it works, by the OSI model; null where it has no meaning.</summary>
    public static string? LayerOf(Concept concept) => concept.Entry is { } entry ? Layers.GetValueOrDefault(entry.Key) : null;

    /// <summary>Path-absolute URL without the site's path prefix.</summary>
    public static string Url(IEnumerable<Slug> slugs) => "/compare/" + string.Join(',', slugs);
}
