using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Tests.Catalog;

public class HeadingMatchTests
{
    [Theory]
    [InlineData("Pod", "pod", MatchKind.Exact)]
    [InlineData("ConfigMap", "configmap", MatchKind.Exact)]
    [InlineData("ClusterIP", "clusterip", MatchKind.Exact)]
    [InlineData("Kubernetes", "kubernetes", MatchKind.Exact)]
    [InlineData("cluster", "cluster", MatchKind.Exact)]
    [InlineData("Cluster", "cluster", MatchKind.Exact)]
    [InlineData("クラスター", "cluster", MatchKind.Exact)]
    [InlineData("Rolling update", "rolling-update", MatchKind.Exact)]
    [InlineData("ローリングアップデート", "rolling-update", MatchKind.Exact)]
    [InlineData("TCPRoute", "tcproute", MatchKind.Exact)]
    [InlineData("Gateway API", "gateway-api", MatchKind.Exact)]
    [InlineData("Gateway（Istio）", "gateway-istio", MatchKind.Exact)]
    [InlineData("Component", "component", MatchKind.Exact)]
    [InlineData("Sidecar", "sidecar", MatchKind.Exact)]
    [InlineData("Endpoints", "endpoints", MatchKind.Exact)]
    [InlineData(" Service ", "service", MatchKind.Exact)]
    [InlineData("Cluster Role", "clusterrole", MatchKind.Exact)]
    [InlineData("ＰｏＤ", "pod", MatchKind.Case)]
    [InlineData("configmap", "configmap", MatchKind.Case)]
    [InlineData("ＰＯＤ", "pod", MatchKind.Case)]
    [InlineData("clusterIp", "clusterip", MatchKind.Case)]
    [InlineData("PODDISRUPTIONBUDGET", "poddisruptionbudget", MatchKind.Case)]
    [InlineData("docker", "docker", MatchKind.Case)]
    [InlineData("Services", "service", MatchKind.Plural)]
    [InlineData("services", "service", MatchKind.Plural)]
    [InlineData("ServiceEntries", "serviceentry", MatchKind.Plural)]
    [InlineData("NetworkPolicies", "networkpolicy", MatchKind.Plural)]
    [InlineData("Ingresses", "ingress", MatchKind.Plural)]
    [InlineData("Telemetries", "telemetry", MatchKind.Plural)]
    [InlineData("Labels", "label", MatchKind.Plural)]
    [InlineData("Nodes", "node", MatchKind.Plural)]
    [InlineData("Cluster IPs", "clusterip", MatchKind.Plural)]
    [InlineData("node", "node", MatchKind.Alias)]
    [InlineData("ﾎﾟｯﾄﾞ", "pod", MatchKind.Alias)]
    [InlineData("クラスタ", "cluster", MatchKind.Alias)]
    [InlineData("HPA", "horizontalpodautoscaler", MatchKind.Alias)]
    [InlineData("Horizontal Pod Autoscaler", "horizontalpodautoscaler", MatchKind.Alias)]
    [InlineData("k8s", "kubernetes", MatchKind.Alias)]
    [InlineData("名前空間", "namespace", MatchKind.Alias)]
    [InlineData("API リソース", "api-resource", MatchKind.Alias)]
    [InlineData("Elastic Container Service", "ecs", MatchKind.Alias)]
    [InlineData("Argo Rollouts", "rollout", MatchKind.Alias)]
    [InlineData("サービス", "service", MatchKind.Alias)]
    [InlineData("シークレット", "secret", MatchKind.Alias)]
    [InlineData("ジョブ", "job", MatchKind.Alias)]
    [InlineData("confingMap", "configmap", MatchKind.Misspelling)]
    [InlineData("HorizonalPodAutoscaler", "horizontalpodautoscaler", MatchKind.Misspelling)]
    [InlineData("Horizonal Pod Autoscaler", "horizontalpodautoscaler", MatchKind.Misspelling)]
    [InlineData("Service Acount", "serviceaccount", MatchKind.Misspelling)]
    [InlineData("Elasic Container Service", "ecs", MatchKind.Misspelling)]
    [InlineData("Sevice", "service", MatchKind.Misspelling)]
    [InlineData("Deploymnet", "deployment", MatchKind.Misspelling)]
    [InlineData("VirtualServise", "virtualservice", MatchKind.Misspelling)]
    [InlineData("PeerAuthenticaton", "peerauthentication", MatchKind.Misspelling)]
    [InlineData("kubernets", "kubernetes", MatchKind.Misspelling)]
    [InlineData("HTTTPRoute", "httproute", MatchKind.Misspelling)]
    [InlineData("svc", "service", MatchKind.ShortName)]
    [InlineData("pdb", "poddisruptionbudget", MatchKind.Alias)]
    [InlineData("sts", "statefulset", MatchKind.ShortName)]
    [InlineData("NETPOL", "networkpolicy", MatchKind.ShortName)]
    public void A_heading_names_an_entry(string title, string slug, MatchKind kind)
    {
        var match = KubernetesCatalog.Default.Match(title);

        Assert.NotNull(match);
        Assert.Equal(slug, match.Slug.Value);
        Assert.Equal(kind, match.Kind);
        Assert.NotNull(match.Entry);
    }

    [Theory]
    [InlineData("Gateway", "gateway", MatchKind.Exact)]
    [InlineData("ゲートウェイ", "gateway", MatchKind.Alias)]
    [InlineData("Gateways", "gateway", MatchKind.Plural)]
    [InlineData("Kustomization", "kustomization", MatchKind.Exact)]
    [InlineData("kustomize", "kustomization", MatchKind.Alias)]
    [InlineData("Kustomizaton", "kustomization", MatchKind.Misspelling)]
    public void A_heading_that_several_kinds_share_names_their_homonym(string title, string slug, MatchKind kind)
    {
        var match = KubernetesCatalog.Default.Match(title);

        Assert.NotNull(match?.Homonym);
        Assert.Equal(slug, match.Slug.Value);
        Assert.Equal(kind, match.Kind);
        Assert.Equal(2, match.Homonym.Senses.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("None")]
    [InlineData("Mode")]
    [InlineData("Rule")]
    [InlineData("Node.js")]
    [InlineData("Podman")]
    [InlineData("ro")]
    [InlineData("po")]
    [InlineData("vs")]
    [InlineData("概要")]
    [InlineData("クラスタリング")]
    [InlineData("ロールアウト")]
    [InlineData("ロードバランサー")]
    [InlineData("リソース")]
    [InlineData("limits")]
    [InlineData("Components")]
    [InlineData("Please")]
    [InlineData("Clustering")]
    [InlineData("Customization")]
    [InlineData("Istiod")]
    [InlineData("Cluster API")]
    [InlineData("Helms")]
    [InlineData("sidecarcontainers2")]
    [InlineData("Service Worker")]
    [InlineData("Service A")]
    [InlineData("Secret 1")]
    [InlineData("Deployment v2")]
    [InlineData("2 Service")]
    [InlineData("TDPRoute")]
    [InlineData("Kubernetesが必要な理由")]
    [InlineData("Deploymentの更新方法")]
    public void A_heading_about_something_else_names_nothing(string title) => Assert.Null(KubernetesCatalog.Default.Match(title));

    [Fact]
    public void A_heading_of_any_length_is_answered()
    {
        Assert.Null(KubernetesCatalog.Default.Match(new string('p', 100_000)));
    }
}
