using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Tests.Linking;

/// <summary>A small glossary with a term of every kind and policy.</summary>
internal static class SampleTerms
{
    private static readonly ImmutableArray<Slug> Gateways = [Slug.Parse("gateway-api"), Slug.Parse("gateway-istio")];

    public static readonly Term[] All =
    [
        .. Kind("Pod", "pods", "po", "ポッド"),
        .. Kind("Node", "nodes", "no", "ノード"),
        .. Kind("Service", "services", "svc"),
        .. Kind("Deployment", "deployments", "deploy", "デプロイメント"),
        .. Kind("ReplicaSet", "replicasets", "rs", "レプリカセット"),
        .. Kind("ConfigMap", "configmaps", "cm"),
        .. Kind("Secret", "secrets", null, "シークレット"),
        .. Kind("Ingress", "ingresses", "ing"),
        .. Kind("Namespace", "namespaces", "ns", "名前空間"),
        .. Kind("HorizontalPodAutoscaler", "horizontalpodautoscalers", "hpa", "水平Pod自動スケーラー"),
        .. Kind("PodDisruptionBudget", "poddisruptionbudgets", "pdb"),
        .. Kind("NetworkPolicy", "networkpolicies", "netpol", "ネットワークポリシー"),
        .. Kind("VirtualService", "virtualservices", "vs"),
        .. Kind("HTTPRoute", "httproutes", null),
        Link("HPA", "horizontalpodautoscaler"),
        Link("NodePort", "nodeport", TermKind.Name),
        Link("LoadBalancer", "loadbalancer", TermKind.Name),
        Search("ロードバランサー", "loadbalancer"),
        Search("サービス", "service"),
        Link("Argo Rollout", "rollout", TermKind.Name),
        Search("ロールアウト", "rollout"),
        Link("クラスター", "cluster", TermKind.Name),
        Link("cluster", "cluster") with { IsFieldName = true },
        Link("コンテナ", "container", TermKind.Name),
        Link("container", "container"),
        Link("コンテナイメージ", "image", TermKind.Name),
        Link("ECS", "ecs", TermKind.Name),
        Link("Elastic Container Service", "ecs"),
        new("Elasic Container Service", Slug.Parse("ecs"), TermKind.Misspelling, TermPolicy.Link),
        new("Deploymnet", Slug.Parse("deployment"), TermKind.Misspelling, TermPolicy.Link),
        Link("rolling update", "rolling-update", TermKind.Name),
        Link("ローリングアップデート", "rolling-update"),
        Link("APIリソース", "api-resource", TermKind.Name),
        Link("APIサーバー", "api-server", TermKind.Name),
        Link("マニフェスト", "manifest", TermKind.Name),
        Link("fleet", "fleet", TermKind.Name),
        Link("ワーカーノード", "worker-node", TermKind.Name),
        Link("巻き戻し", "rollback", TermKind.Name),
        Link(".NET", "dotnet", TermKind.Name),
        new("Gateway", Slug.Parse("gateway"), TermKind.Name, TermPolicy.Link) { Senses = Gateways },
        new("gw", Slug.Parse("gateway"), TermKind.ShortName, TermPolicy.CodeOnly) { Senses = Gateways },
    ];

    public static readonly TermIndex Index = TermIndex.Build(All, ["Node.js", "Service Worker", "サービスメッシュ"]);

    private static IEnumerable<Term> Kind(string name, string plural, string? shortName, string? japanese = null)
    {
        var slug = Slug.Parse(name.ToLowerInvariant());
        yield return new Term(name, slug, TermKind.Name, TermPolicy.Link);
        yield return new Term(plural, slug, TermKind.ResourceName, TermPolicy.CodeOnly);
        yield return new Term(slug.Value, slug, TermKind.ResourceName, TermPolicy.CodeOnly) { IsFieldName = true };
        if (shortName is not null)
            yield return new Term(shortName, slug, TermKind.ShortName, TermPolicy.CodeOnly);
        if (japanese is not null)
            yield return new Term(japanese, slug, TermKind.Alias, TermPolicy.Link);
    }

    private static Term Link(string text, string slug, TermKind kind = TermKind.Alias) =>
        new(text, Slug.Parse(slug), kind, TermPolicy.Link);

    private static Term Search(string text, string slug) => new(text, Slug.Parse(slug), TermKind.Alias, TermPolicy.SearchOnly);
}
