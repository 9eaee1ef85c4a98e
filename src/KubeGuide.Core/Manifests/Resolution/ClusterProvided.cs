using System.Collections.Immutable;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>Objects that every cluster has without anybody applying them.</summary>
internal static class ClusterProvided
{
    public const string SystemNamespace = "kube-system";

    public static readonly ImmutableArray<string> Namespaces = ["default", SystemNamespace, "kube-public", "kube-node-lease"];

    public static readonly IReadOnlyDictionary<string, string> DnsPodLabels = new Dictionary<string, string>(StringComparer.Ordinal) { ["k8s-app"] = "kube-dns" };

    private static readonly string[] PriorityLevels =
        ["exempt", "system", "node-high", "leader-election", "workload-high", "workload-low", "global-default", "catch-all"];

    private static readonly string[] UserFacingRoles = ["cluster-admin", "admin", "edit", "view"];

    /// <param name="space">The target's namespace; null for kinds without one.</param>
    public static bool Has(string key, string? space, string name) => key switch
    {
        "ServiceAccount" => name == "default",
        "ConfigMap" => name == "kube-root-ca.crt" || (name == "extension-apiserver-authentication" && space == SystemNamespace),
        "Namespace" => Namespaces.Contains(name),
        "ClusterRole" => UserFacingRoles.Contains(name, StringComparer.Ordinal) || name.StartsWith("system:", StringComparison.Ordinal),
        "Role" => name.StartsWith("system:", StringComparison.Ordinal) || (name == "extension-apiserver-authentication-reader" && space == SystemNamespace),
        "PriorityLevelConfiguration" => PriorityLevels.Contains(name, StringComparer.Ordinal),
        "PriorityClass" => name is "system-cluster-critical" or "system-node-critical",
        "Service" => (name == "kubernetes" && space == "default") || (name == "kube-dns" && space == SystemNamespace),
        "CSIDriver" => name.StartsWith("kubernetes.io/", StringComparison.Ordinal),
        _ => false,
    };
}
