using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Linking;

/// <summary>Markdown of a team that has no concept of its own, linked by the whole catalog, in the notation of <see cref="MarkedNote"/>.</summary>
public sealed class CatalogSentencesTests
{
    private static readonly TermIndex Index = TermIndex.Build([.. ConceptTerms.Of([], [], KubernetesCatalog.Default)], KubernetesCatalog.Default.ShieldWords);

    public static readonly TheoryData<string> WholeWords =
    [
        "オープンソースの[コンテナオーケストレーションツール/alias]です。",
        "[コンテナオーケストレーター/alias]と{コンテナオーケストレーション/repeated}基盤",
        "[コンテナ]の[オーケストレーション/alias]",
        "[コンテナ]・[ノード/alias]・[ボリューム]",
        "[サイドカーコンテナ]と{Sidecarコンテナ/repeated}と{サイドカー/repeated}",
        "コンテナランタイムとコンテナレジストリ",
        "{Podテンプレート/searchOnly}と静的[Pod]",
        "「[クラスター]」（[Node]の集まり）",
        "『[名前空間/alias]』［[Pod]］〈[Service]〉",
        "[ＨＰＡ/alias]と{Horizontal Pod Autoscaler/repeated}",
        "[ｺﾝﾃﾅ]を[ｸﾗｽﾀ]に置く",
        "[Ｋｕｂｅｒｎｅｔｅｓ]と{K8s/repeated}",
        "[サ\u30A4ト\u3099カー/alias]を足す",
        "[ホ\u309Aット\u3099/alias]を足す",
        "[Kubernetes]の[Deployment]、[StatefulSet]、[DaemonSet]、[Job]、[CronJob]",
        "A [Deployment] manages [ReplicaSets/plural], which own [Pods/plural].",
        "The [Pod]'s [Service] and the [Node]’s [kubelet].",
        "Each [CronJob] creates [Jobs/plural]; [NetworkPolicies/plural] select [Pods/plural]",
        "Deployment/StatefulSetと[Deployment]・[StatefulSet]",
        "[Argo Rollouts/alias]と{Rollout/repeated}",
        "[Gateway API]と[Gateway（Istio）]",
        "[Ingress]コントローラー",
        "[Docker]公式の[Swarm/alias]",
        "[ローリング\nアップデート]",
        "[Cluster\nAutoscaler]",
    ];

    public static readonly TheoryData<string> OtherThings =
    [
        "Docker ComposeとDocker Desktopと[Docker]",
        "Docker Hubから引く",
        "Docker社と[Docker Engine/alias]",
        "Classic Swarmと[Swarm/alias]",
        "Pod Security AdmissionとPod Security Standards",
        "Podセキュリティアドミッションの水準",
        "Vertical Pod Autoscalerと[Horizontal Pod Autoscaler]",
        "垂直Pod自動スケーリングと[水平Pod自動スケーリング/alias]",
        "Pod Topology Spread Constraintsで散らす",
        "Headless Serviceと[Service]",
        "ヘッドレスServiceとヘッドレスサービス",
        "Amazon Web Servicesで動く",
        "Azure Kubernetes ServiceとGoogle Kubernetes Engine",
        "Quality of Serviceの等級",
        "Service Discoveryのしくみ",
        "Service Level Objectivesを決める",
        "Init Containerを先に動かす",
        "Initコンテナを先に動かす",
        "init containers run first",
        "Container Runtime Interfaceを使う",
        "DIコンテナの話",
        "API GatewayとNAT Gatewayと502 Bad Gateway",
        "Ingress Gatewayを置く",
        "Application Load Balancerを作る",
        "Load Balancerを置く",
        "IP Addressを調べる",
        "API [Service]を呼ぶ",
        "Continuous Deploymentを進める",
        "継続的デプロイメントを進める",
        "IAM Roleを引き受ける",
        "Role Based Access Controlで絞る",
        "Server-Sent Eventsを使う",
        "Linux名前空間と[名前空間/alias]",
        "LinuxのnamespaceとLinux NamespaceとC#のnamespace",
        "user namespacesを使う",
        "Node ExporterとNode.js",
        "子ノードをたどる",
        "Steve Jobsの名言と[Job]",
        "Node Auto ProvisioningとAWS Service Quotasの上限",
        "Service Level ObjectiveとService Level Indicatorsを決める",
        "コンテナ船とコンテナ輸送とコンテナターミナル、[コンテナ]",
        "ラベル印刷とラベルプリンタと[ラベル]",
        "ボリューム満点の弁当",
        "PHPの名前空間とC++の名前空間とC#の名前空間と[名前空間/alias]",
        "Kafkaのクラスターと[ノード/alias]",
        "ElasticsearchのクラスタとRDSのクラスターとMongoDBのノード",
        "Redisノードの数",
        "DBのロールバックは別の話",
        "CPUアフィニティを決める",
        "Workload Identityを使う",
        "Rancher Fleetで配る",
        "月間100万PVのサイト",
        "External Secrets Operatorを入れる",
        "ECSクラスターを作る",
        "Cluster APIで作る",
        "docker-composeで始める",
        "{Telemetry/codeOnly}を集める",
        "{Sidecar/codeOnly}を差し込む",
        "NodeIPと[NodePort]",
        "[PodDisruptionBudget]とPodSpec",
        "kube-apiserverとkube-proxy",
        "web-podとpod-0とdeployment-v2",
        "cluster.localとservice.yaml",
        "https://example.com/Pod を開く",
    ];

    public static readonly TheoryData<string> Code =
    [
        "`labels`と`selector`と`namespace`と`containers`と`volumes`と`image`",
        "`labels`は[ラベル]を書くところ",
        "`namespace`に[Namespace]を書く",
        "`metadata.namespace`と`spec.selector`",
        "`secret`と`configMap`と`ingress`と`service`と`limits`と`requests`",
        "`crds`ディレクトリ",
        "`[crds/code]`を許す",
        "`[pods/code]`と`[deployments/code]`と`[secrets/code]`",
        "`[Pod/code]`、`{po/repeated}`",
        "`[livenessProbe/code]`と`[nodeAffinity/code]`",
        "`[kubectl/code]`と`[kubelet/code]`と`[fleet/code]`",
        "`[Sidecar/code]`と`[Telemetry/code]`",
        "`kubectl -n prod get [po/kubectl],[svc/kubectl] -o wide`",
        "`kubectl get [po/kubectl],[svc/kubectl] -n prod -o wide`",
        "`kubectl describe [deploy/kubectl]/web`",
        "`kubectl get [namespace/kubectl]`",
        "`kubectl get [limits/kubectl] -A`",
        "`kubectl -n=prod --context staging delete [pod/kubectl] web`",
        "`kubectl create [configmap/kubectl] web --from-file=.`",
        "`kubectl scale [deploy/kubectl] web --replicas=3`",
        "`kubectl get [gw/kubectl]` と `kubectl get {gateway/ambiguous}`",
        "`kubectl explain [pod/kubectl].spec`",
        "`kubectl apply -f deployment.yaml`",
        "`{Gateway/ambiguous}`",
    ];

    public static readonly TheoryData<string> Blocks =
    [
        "- [Pod]は{Pod/repeated}の中\n\n- [Pod]",
        "- [Pod]\n\n終わり\n\n> {Pod/repeated}",
        "> [Pod]は{Pod/repeated}",
        "- [ClusterIP] ([クラスター]内)\n\n- [NodePort] ([クラスター]内外)\n\n- [ExternalName]（[クラスター]外）",
        "{サービス/searchOnly}と{リソース/searchOnly}と{イメージ/searchOnly}",
        "{Gateway/ambiguous}と{Kustomization/ambiguous}",
        "{pods/codeOnly}と{deployment/codeOnly}を書く",
        "[Elasic Container Service/misspelling]と[Deploymnet/misspelling]",
    ];

    [Theory]
    [MemberData(nameof(WholeWords))]
    [MemberData(nameof(OtherThings))]
    [MemberData(nameof(Code))]
    [MemberData(nameof(Blocks))]
    public void The_catalog_links_what_an_editor_would(string sentence) => Assert.Equal(sentence, Decide(MarkedNote.Unmark(sentence)));

    private static string Decide(string markdown)
    {
        var note = NoteParser.Parse(new NoteFile("notes.md", markdown, "", []), NoteLimits.Default);
        return MarkedNote.Write(note, Linker.Link(note, [.. note.Sections.Select(_ => (Slug?)null)], Index, new HashSet<string>()));
    }
}
