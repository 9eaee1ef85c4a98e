using System.Globalization;
using KubeGuide.Core.Search;

namespace KubeGuide.Core.Tests.Search;

public class SearchQualityTests
{
    /// <summary>A query a line; behind the arrow what has to be first, several where each is a good answer.</summary>
    private const string Table = """
        クラスタ → cluster
        クラスタ― → cluster
        ｸﾗｽﾀｰ → cluster
        くらすたー → cluster
        くらすた → cluster
        ぽっど → pod
        ﾎﾟｯﾄﾞ → pod
        ＰＯＤ → pod
        pods → pod
        "Pod" → pod
        「Pod」 → pod
        Pod？ → pod
        　Pod　 → pod
        🚀 Pod → pod
        Pod🙏 → pod
        Podとは → pod
        What is a Pod? → pod
        the difference between a Pod and a Service → pod
        Podとは？ → pod
        Podって何 → pod
        Podについて → pod
        podとは何ですか → pod
        kubectl get po → pod
        kubectl get svc -n prod → service
        kubectl get svc,po -A → service
        kubectl -n prod get deploy web -o yaml → deployment
        $ kubectl describe ing web → ingress
        kubectl rollout undo deployment/web → deployment
        kubectl create secret generic x → secret
        kubectl label pods web tier=front → label
        kubectl get virtualservices.networking.istio.io → virtualservice
        ｋｕｂｅｃｔｌ　ｇｅｔ　ｓｖｃ → service
        kubectl logs -f web-0 → pod
        kubectl exec -it web-0 -- sh → pod
        kubectl port-forward svc/web 8080 → service
        k get hpa → horizontalpodautoscaler
        deploy/web → deployment
        pod/web-7d9 → pod
        svc/ → service
        sts/db → statefulset
        deployments.apps/web → deployment
        kubectl api-resources → kubectl
        api-resources → kubectl
        apps/v1 → daemonset deployment replicaset statefulset
        batch/v1 → cronjob job
        policy/v1 → poddisruptionbudget
        autoscaling/v2 → horizontalpodautoscaler
        networking.istio.io → destinationrule virtualservice
        argoproj.io → rollout
        storage.k8s.io/v1 → storageclass
        ingres → ingress
        ingerss → ingress
        ingressclas → ingressclass
        deploymnet → deployment
        deploymet → deployment
        Depolyment → deployment
        kustomizaton → kustomization
        kustomzation → kustomization
        confgmap → configmap
        configmpa → configmap
        confingmap → configmap
        config map → configmap
        config-map → configmap
        config_map → configmap
        namesapce → namespace
        namspace → namespace
        statefullset → statefulset
        daemonest → daemonset
        replicaste → replicaset
        kubernets → kubernetes
        kubernates → kubernetes
        horizonalpodautoscaler → horizontalpodautoscaler
        persistantvolume → persistentvolume
        virtualservise → virtualservice
        destinationrul → destinationrule
        peerauthentification → peerauthentication
        loadballancer → loadbalancer
        networkpolcy → networkpolicy
        serviceacount → serviceaccount
        elasic container service → ecs
        イングレース → ingress
        デプロイメンツ → deployment
        ステートフルセッツ → statefulset
        シークレッド → secret
        デプロイ → deployment
        ステート → statefulset
        イング → ingress
        コンフィグ → configmap
        ネーム → namespace
        ノードポ → nodeport
        deplo → deployment
        stateful → statefulset
        conf → configmap
        persistentvolumec → persistentvolumeclaim
        horiz → horizontalpodautoscaler
        kustomiz → kustomize kustomization
        daemon → daemonset
        autoscaler → horizontalpodautoscaler
        Autoscal → horizontalpodautoscaler
        disruption → poddisruptionbudget
        budget → poddisruptionbudget
        quota → resourcequota
        binding → rolebinding
        claim → persistentvolumeclaim
        policy → networkpolicy
        authentication → peerauthentication
        バランサー → loadbalancer
        アップデート → rolling-update
        アカウント → serviceaccount
        メッシュ → istio
        k8s → kubernetes
        rolling update → rolling-update
        rolling-update → rolling-update
        RollingUpdate → rolling-update
        ローリング アップデート → rolling-update
        ローリングアップデート → rolling-update
        control plane → control-plane
        コントロール プレーン → control-plane
        load balancer → loadbalancer
        cluster ip → clusterip
        クラスターＩＰ → clusterip
        クラスタIP → clusterip
        永続 ボリューム → persistentvolume
        仮想サービス → virtualservice
        名前空間 → namespace
        定期実行 → cronjob
        管理 → deployment persistentvolume
        変数 → pod configmap
        環境変数 → pod configmap
        公開 → service rollout
        証明書 → ingress
        暗号 → secret istio
        監視 → daemonset
        容量 → persistentvolumeclaim
        防火壁 → networkpolicy
        鍵 → secret
        札 → label selector
        帳簿 → etcd
        時計 → cronjob
        壊 → kubernetes
        権限 → role clusterrole
        最小 → pod
        最小単位 → pod
        上限 → resourcequota
        maxSurge → deployment
        CrashLoopBackOff → pod
        crashloop → pod
        metrics-server → horizontalpodautoscaler
        base64 → secret
        30000 → nodeport
        readinessProbe → probe
        readiness → probe
        docker-compose → docker
        Swarm → kubernetes
        nomad → kubernetes
        chart → helm
        Blue-Green → rollout
        カナリア → rollout virtualservice
        カナリアリリース → virtualservice
        サブセット → destinationrule
        データベース → statefulset
        元に戻す → deployment
        種類 → service
        なぜ必要 → kubernetes
        相互TLS → peerauthentication
        L7 → ingress
        L4 → service
        Ｌ７ロードバランサー → ingress
        Pod 自動復旧 → replicaset
        ポッド 自動復旧 → replicaset
        自動復旧　pod → replicaset
        Service 種類 → service
        Deployment ロールバック → deployment
        Pod 環境変数 → pod
        ingress 証明書 → ingress
        deploymnet ロールバック → deployment
        Podが落ちたら自動復旧する仕組み → replicaset
        Podをクラスター外に公開したい → service nodeport
        環境変数を設定する方法 → configmap pod
        決まった時刻に実行したい → cronjob
        設定値をイメージの外に出す → configmap
        アプリを止めずに更新するには → rolling-update
        前の版に戻すには → rollback deployment
        ホストが壊れたらどうなる？ → kubernetes
        Podの数を自動で増やす → horizontalpodautoscaler
        Pod同士の通信を暗号化したい → peerauthentication istio
        ぽっどの管理 → deployment
        PodとReplicaSet → replicaset deployment
        """;

    [Fact]
    public void The_right_concept_comes_first_and_always_among_the_first_five()
    {
        var table = Table.Split('\n').Select(line => line.Split(" → ")).Select(row => (row[0], row[1])).ToList();
        Assert.True(table.Count >= 150, table.Count.ToString(CultureInfo.InvariantCulture));
        AssertGood(SearchQuality.Of(SearchCorpus.Index, table));
    }

    [Fact]
    public void Every_spelling_of_every_concept_finds_it_in_any_width_and_case() =>
        AssertGood(SearchQuality.Of(SearchCorpus.Index, SearchQuality.NamesOf(SearchCorpus.Documents)));

    private static void AssertGood(SearchQuality quality)
    {
        Assert.Empty(quality.NotInFive);
        Assert.True(quality.First >= 0.98, string.Join('\n', quality.NotFirst));
    }
}
