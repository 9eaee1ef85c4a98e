using System.Collections.Immutable;
using System.Globalization;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Search;

namespace KubeGuide.Core.Tests.Search;

/// <summary>
/// A small glossary to search in. A concept is <c># slug | Name | state | alias, … | short, … | facts</c>, then its text:
/// the first sentence is the definition, <c>## Heading {#anchor}</c> begins a section.
/// </summary>
internal static class SearchCorpus
{
    public static ImmutableArray<SearchDocument> Documents { get; } = Read(Text);

    public static SearchIndex Index { get; } = SearchIndex.Build(Documents);

    public static ImmutableArray<SearchDocument> Read(string text) =>
        [.. ("\n" + text.Trim()).Split("\n# ").Skip(1).Select(ReadConcept)];

    private static SearchDocument ReadConcept(string text)
    {
        var lines = text.Split('\n');
        var fields = lines[0].Split('|', StringSplitOptions.TrimEntries);
        var slug = Slug.Parse(fields[0]);
        var facts = fields.ElementAtOrDefault(5) ?? "";
        var sections = ReadSections(lines.Skip(1)).ToImmutableArray();
        var definition = sections.FirstOrDefault()?.Text.Split('\n', '。')[0] is { Length: > 0 } first ? first + "。" : null;
        var plural = facts.Split(' ').FirstOrDefault(word => word.EndsWith('s') && !word.Contains('/'));
        ImmutableArray<SearchName> names =
        [
            new(fields[1], TermKind.Name),
            .. plural is null ? [] : new[] { new SearchName(plural, TermKind.Plural) },
            .. List(fields, 3).Select(alias => new SearchName(alias, TermKind.Alias)),
            .. List(fields, 4).Select(shortName => new SearchName(shortName, TermKind.ShortName)),
        ];
        return new SearchDocument(slug, fields[1], slug.Url, Enum.Parse<ConceptState>(fields[2], true), names, definition, sections, facts);
    }

    private static IEnumerable<SearchSection> ReadSections(IEnumerable<string> lines)
    {
        string? heading = null, anchor = null;
        var body = new List<string>();
        foreach (var line in lines.Append("## "))
        {
            if (!line.StartsWith("## ", StringComparison.Ordinal))
            {
                body.Add(line);
                continue;
            }

            if (heading is not null || body.Any(text => text.Length > 0))
                yield return new SearchSection(anchor, heading, [string.Join('\n', body).Trim()]);
            body.Clear();
            var parts = line[3..].Split(" {#");
            heading = parts[0];
            anchor = parts.Length > 1 ? parts[1].TrimEnd('}') : string.Create(CultureInfo.InvariantCulture, $"h-{heading.Length:x8}");
        }
    }

    private static string[] List(string[] fields, int index) =>
        (fields.ElementAtOrDefault(index) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private const string Text = """
        # kubernetes | Kubernetes | written | クバネティス | k8s
        たくさんのサーバーをまとめて一つの土台として扱い、その上でアプリを動かし続けるための仕組み。
        欲しい姿を書いて渡すと、あとは機械が差を埋めていく。
        ## なぜ必要になるのか {#why}
        一台のホストで動かしていると、そのホストが壊れた瞬間にサービスが止まる。
        複数のホストをまたいで通信させるには、経路の面倒を人が見ることになり、規模を広げにくい。
        ## 他のオーケストレーション {#others}
        Docker Swarm、Nomad、Mesos の Marathon などがある。
        # container | Container | written | コンテナ
        アプリとその実行に要るファイルをひとまとめにした、軽い隔離の単位。
        ホストの核を共有するため、仮想マシンより速く起動する。
        # orchestration | オーケストレーション | written | コンテナオーケストレーション, orchestration
        多数の部品の起動、配置、復旧をまとめて指揮すること。
        指揮者が楽団を率いる様子にたとえられる。
        # cluster | Cluster | written | クラスター
        複数の計算機を網でつなぎ、一つの大きな計算機のように見せたまとまり。
        頭脳に当たる部分と、仕事をする部分に分かれている。
        # node | Node | stub | ノード | no | v1 nodes Node
        # pod | Pod | written | ポッド | po | v1 pods Pod namespaced
        Kubernetesで動かせるものの最小単位。
        一つ以上のコンテナが、同じ住所と同じ保管場所を分け合う。
        ## 設定できること {#settings}
        環境変数、使ってよいCPUとメモリの量、再起動の方針、ボリュームの取り付け先を書ける。
        ## 一生 {#lifecycle}
        Pod は使い捨てで、作り直されるたびに住所が変わる。CrashLoopBackOff は起動に失敗し続けている印である。
        # replicaset | ReplicaSet | written | レプリカセット | rs | apps/v1 replicasets ReplicaSet namespaced
        決めた数だけ同じPodを保つ係。
        replicas に書いた数より少なければ足し、多ければ減らす。
        これがないと、Podが落ちたときに自動復旧しない。
        # deployment | Deployment | written | デプロイメント | deploy | apps/v1 deployments Deployment namespaced
        PodとReplicaSetを宣言どおりに入れ替えていく機能。
        Podの管理のしかたを一枚の紙に書いておける。
        ## 更新のしかた {#update}
        ローリングアップデートで少しずつ新しい版に置き換える。maxSurge と maxUnavailable で速さを決める。
        ## 元に戻す {#rollback}
        具合が悪ければロールバックで一つ前の版に戻す。`kubectl rollout undo deployment/web` と打つ。
        # statefulset | StatefulSet | written | ステートフルセット | sts | apps/v1 statefulsets StatefulSet namespaced
        名前と保管場所を保ったまま、順番にPodを起こす仕組み。
        データベースのように、どの個体かが大事なものに向く。
        # daemonset | DaemonSet | written | デーモンセット | ds | apps/v1 daemonsets DaemonSet namespaced
        すべての機械に一つずつPodを置く仕組み。
        ログの収集や監視の代理役に使う。
        # job | Job | written | ジョブ | | batch/v1 jobs Job namespaced
        終わりのある仕事を、成功するまで走らせるもの。
        並列度と再試行の回数を決められる。
        # cronjob | CronJob | written | クーロンジョブ, 定期実行 | cj | batch/v1 cronjobs CronJob namespaced
        決まった時刻にJobを作る時計係。
        時刻の書式は五つの欄からなる。
        # service | Service | written | サービス | svc | v1 services Service namespaced
        Podの集まりをクラスター内外へ公開するL4ロードバランサー。
        変わらない仮想の住所を一つ割り当て、後ろのPodへ振り分ける。
        ## 種類 {#types}
        ClusterIP、NodePort、LoadBalancer、ExternalName の四つがある。
        # clusterip | ClusterIP | written | クラスターIP
        クラスターの中だけから届く住所を配る、Serviceの基本の種類。
        いつ消えるか分からないPodの住所を隠し、動かない入口を前に置く。
        # nodeport | NodePort | written | ノードポート
        各ノードの決まった番号の口を開け、外からPodへ通す種類。
        番号は30000から32767までの範囲で選ばれる。
        # loadbalancer | LoadBalancer | mentioned | ロードバランサー
        # externalname | ExternalName | mentioned
        # ingress | Ingress | written | イングレス | ing | networking.k8s.io/v1 ingresses Ingress namespaced
        外から来るHTTPを、ホスト名とパスで振り分けるL7ロードバランサー。
        証明書をここで終わらせることが多い。
        # ingressclass | IngressClass | catalog | イングレスクラス | | networking.k8s.io/v1 ingressclasses IngressClass
        # networkpolicy | NetworkPolicy | written | ネットワークポリシー | netpol | networking.k8s.io/v1 networkpolicies NetworkPolicy namespaced
        どのPodがどのPodと話してよいかを決める防火壁。
        何も書かなければ全部通る。
        # endpointslice | EndpointSlice | catalog | エンドポイントスライス | | discovery.k8s.io/v1 endpointslices EndpointSlice namespaced
        # configmap | ConfigMap | written | コンフィグマップ, confingMap | cm | v1 configmaps ConfigMap namespaced
        設定値をイメージの外に出しておく置き場。
        環境変数として渡すか、ファイルとして取り付ける。
        # secret | Secret | written | シークレット | | v1 secrets Secret namespaced
        合言葉や鍵のような、見せたくない値の置き場。
        base64 は暗号ではないので、保管時の暗号化を別に用意する。
        # namespace | Namespace | written | ネームスペース, 名前空間 | ns | v1 namespaces Namespace
        一つのクラスターを部屋に区切り、名前の衝突を防ぐ仕切り。
        部屋ごとに権限と上限を決められる。
        # label | Label | written | ラベル
        物に付ける札で、キーと値の組。
        札で選ぶ条件をセレクターと呼ぶ。
        # annotation | Annotation | written | アノテーション
        選ぶためには使わない、道具のための覚え書き。
        # selector | Selector | written | セレクター, ラベルセレクター
        札の条件で相手を選び出す式。
        # volume | Volume | written | ボリューム
        コンテナが消えても残したいものを置く、取り付け式の保管場所。
        # persistentvolume | PersistentVolume | written | 永続ボリューム | pv | v1 persistentvolumes PersistentVolume
        管理者があらかじめ用意した、実体のある保管場所。
        # persistentvolumeclaim | PersistentVolumeClaim | written | 永続ボリューム要求 | pvc | v1 persistentvolumeclaims PersistentVolumeClaim namespaced
        これだけの容量がほしい、と利用者が出す申込書。
        # storageclass | StorageClass | written | ストレージクラス | sc | storage.k8s.io/v1 storageclasses StorageClass
        申込書に応じて保管場所をその場で作る方式の名前。
        # horizontalpodautoscaler | HorizontalPodAutoscaler | written | 水平Pod自動スケーリング | hpa | autoscaling/v2 horizontalpodautoscalers HorizontalPodAutoscaler namespaced
        忙しさに合わせてPodの数を増減させる係。
        CPUの使用率のほか、独自の指標も見られる。metrics-server が要る。
        # verticalpodautoscaler | VerticalPodAutoscaler | catalog | 垂直Pod自動スケーリング | vpa
        # poddisruptionbudget | PodDisruptionBudget | written | 停止予算 | pdb | policy/v1 poddisruptionbudgets PodDisruptionBudget namespaced
        計画された作業のときに、同時に止まってよいPodの数の約束。
        急な故障には効かない。
        # resourcequota | ResourceQuota | written | リソースクォータ | quota | v1 resourcequotas ResourceQuota namespaced
        部屋ごとに使える資源の合計の上限。
        # limitrange | LimitRange | catalog | | limits | v1 limitranges LimitRange namespaced
        # serviceaccount | ServiceAccount | written | サービスアカウント | sa | v1 serviceaccounts ServiceAccount namespaced
        人ではなくPodが名乗るための身分証。
        # role | Role | written | ロール | | rbac.authorization.k8s.io/v1 roles Role namespaced
        部屋の中で何をしてよいかを並べた権限の束。
        # rolebinding | RoleBinding | written | ロールバインディング | | rbac.authorization.k8s.io/v1 rolebindings RoleBinding namespaced
        権限の束を人や身分証に結び付けるもの。
        # clusterrole | ClusterRole | written | クラスターロール | | rbac.authorization.k8s.io/v1 clusterroles ClusterRole
        部屋をまたいで効く権限の束。
        # customresourcedefinition | CustomResourceDefinition | written | カスタムリソース定義 | crd, crds | apiextensions.k8s.io/v1 customresourcedefinitions CustomResourceDefinition
        新しい種類の物を自分で増やすための届け出。
        # gateway | Gateway | written | ゲートウェイ | gw | gateway.networking.k8s.io/v1 gateways Gateway namespaced
        外からの通信を受ける門の定義。
        # httproute | HTTPRoute | catalog | HTTPルート | | gateway.networking.k8s.io/v1 httproutes HTTPRoute namespaced
        # virtualservice | VirtualService | written | バーチャルサービス, 仮想サービス | vs | networking.istio.io/v1 virtualservices VirtualService namespaced
        通信の行き先と割合を細かく決めるIstioの道しるべ。
        新しい版へ一割だけ流すカナリアリリースに使える。
        # destinationrule | DestinationRule | written | 宛先ルール | dr | networking.istio.io/v1 destinationrules DestinationRule namespaced
        行き先に着いた後の振り分け方と、版の分け方を決めるもの。
        サブセットの名前をここで付ける。
        # peerauthentication | PeerAuthentication | written | | pa | security.istio.io/v1 peerauthentications PeerAuthentication namespaced
        Pod同士の通信を相互TLSにするかどうかの取り決め。
        # istio | Istio | written | イスティオ
        通信の間に代理役を挟み、暗号化や観測を肩代わりするサービスメッシュ。
        # rollout | Rollout | written | Argo Rollouts | ro | argoproj.io/v1alpha1 rollouts Rollout namespaced
        段階を踏んだ公開をDeploymentの代わりに行うもの。
        Blue-Green とカナリアの両方に対応する。
        # kustomization | Kustomization | written | kustomization.yaml
        YAMLを重ね合わせて環境ごとの差だけを書くための目録。
        patches と resources を並べる。
        # kustomize | kustomize | written
        雛形を使わずにYAMLを組み立てる道具。
        # helm | Helm | written | ヘルム
        一式を chart としてまとめて配る道具。
        # kubectl | kubectl | written | クーベコントロール
        手元からクラスターに指示を出す命令。
        ## よく使う形 {#usage}
        kubectl api-resources で扱える物の一覧を表示する。-o wide を付けると詳しくなる。
        # manifest | Manifest | written | マニフェスト
        欲しい姿をYAMLで書いた注文書。
        # rolling-update | Rolling Update | written | ローリングアップデート, rolling update
        止めずに少しずつ入れ替える更新のやり方。
        # rollback | Rollback | written | ロールバック
        前の版に戻すこと。
        # probe | Probe | written | プローブ, ヘルスチェック
        生きているか、受け付けられるかを定期的に確かめる問い合わせ。
        livenessProbe、readinessProbe、startupProbe の三つがある。
        # sidecar | Sidecar | written | サイドカー
        主役のそばに置く脇役のコンテナ。
        # scheduler | Scheduler | written | スケジューラー, kube-scheduler
        新しいPodをどの機械に置くか決める係。
        # kubelet | kubelet | written | キューブレット
        各機械に住み、Podを実際に起こす代理人。
        # etcd | etcd | written
        全部の状態を覚えている帳簿。
        # control-plane | Control Plane | written | コントロールプレーン
        全体を見て決める頭脳の側。
        # taint | Taint | written | テイント
        機械に付ける、近寄るなという印。
        # toleration | Toleration | written | トレレーション
        印があっても構わないというPodの側の許し。
        # affinity | Affinity | written | アフィニティ
        近くに置きたい、離して置きたいという希望。
        # ecs | Elastic Container Service | written | イーシーエス | ecs
        AWSが提供するコンテナの実行基盤。
        # docker | Docker | written | ドッカー
        コンテナを作って動かす道具として広まった製品。
        docker-compose で手元に一式を立ち上げられる。
        # event | Event | catalog | イベント | ev | v1 events Event namespaced
        """;
}
