using System.Collections.Immutable;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>Objects that every cluster has without anybody applying them.</summary>
internal static class ClusterProvided
{
    public static readonly ImmutableArray<string> Namespaces = ["default", "kube-system", "kube-public", "kube-node-lease"];

    private static readonly string[] UserFacingRoles = ["cluster-admin", "admin", "edit", "view"];

    /// <param name="space">The target's namespace; null for kinds without one.</param>
    public static bool Has(string key, string? space, string name) => key switch
    {
        "ServiceAccount" => name == "default",
        "ConfigMap" => name == "kube-root-ca.crt",
        "Namespace" => Namespaces.Contains(name),
        "ClusterRole" => UserFacingRoles.Contains(name, StringComparer.Ordinal) || name.StartsWith("system:", StringComparison.Ordinal),
        "Role" => name.StartsWith("system:", StringComparison.Ordinal),
        "PriorityClass" => name is "system-cluster-critical" or "system-node-critical",
        "Service" => name == "kubernetes" && space == "default",
        "CSIDriver" => name.StartsWith("kubernetes.io/", StringComparison.Ordinal),
        _ => false,
    };
}
