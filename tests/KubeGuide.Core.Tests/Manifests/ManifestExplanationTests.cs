using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests.Manifests;

public sealed class ManifestExplanationTests
{
    [Fact]
    public void A_selector_is_told_with_its_labels_and_what_it_finds()
    {
        var service = Explain("web-application", "Service/default/shop");
        var deployment = Explain("web-application", "Deployment/default/shop");

        Assert.Equal("Service `shop` は Pod をラベルで選択します（`spec.selector`: app=shop）→ Deployment `shop`", Assert.Single(service.PointsTo).ToString());
        Assert.Contains("Deployment `shop` の Pod は Service `shop` にラベルで選択されます（`spec.selector`）", Sentences(deployment.PointedAtBy));
        Assert.Contains("Deployment `shop` のレプリカ数は HorizontalPodAutoscaler `shop` が増減します（`spec.scaleTargetRef`）", Sentences(deployment.PointedAtBy));
    }

    [Fact]
    public void Kinds_lead_to_concepts_and_names_to_objects()
    {
        var parts = Assert.Single(Explain("web-application", "Service/default/shop").PointsTo).Parts;

        Assert.Equal(["service", "pod", "deployment"], parts.Select(part => part.Concept?.Value).OfType<string>());
        Assert.Equal(["Service/default/shop", "Deployment/default/shop"], parts.Select(part => part.ObjectId).OfType<string>());
        Assert.Equal("spec.selector", parts.First(part => part is { IsCode: true, ObjectId: null }).Text);
    }

    [Fact]
    public void Several_targets_of_one_selector_are_one_sentence() => Assert.Contains(
        "Service `web` は Pod をラベルで選択します（`spec.selector`: app=web）→ Deployment `web-v1`、Deployment `web-v2`",
        Sentences(Explain("virtual-service", "Service/default/web").PointsTo));

    [Theory]
    [InlineData("kustomize", "Kustomization//", "Kustomization はほかのマニフェストを取り込みます（`resources[]`）→ `deployment.yaml` — この中にはありません")]
    [InlineData("kustomize", "Kustomization//", "Kustomization は取り込んだマニフェストにパッチを当てます（`patches[].target`）→ Deployment `web`")]
    [InlineData("kustomize", "Deployment/shop/web", "Deployment `web` は ConfigMap `settings` の値を環境変数として受け取ります（`spec.template.spec.containers[].envFrom[].configMapRef.name`）— kustomizeが生成します")]
    [InlineData("node-labels", "Pod/default/linux", "Pod `linux` は条件に合う Node だけに配置されます（`spec.nodeSelector`: kubernetes.io/os=linux,topology.kubernetes.io/zone=tokyo-1a）— どのNodeにもあるラベルです")]
    [InlineData("cluster-provided", "Pod/default/p", "Pod `p` は ServiceAccount `default` のIDで動作します（`spec.serviceAccountName`）— クラスターにはじめからあります")]
    [InlineData("optional-references", "Pod/default/p", "Pod `p` は ConfigMap `maybe` をボリュームとしてマウントします（`spec.volumes[].configMap.name`）— この中にはありませんが、任意（optional）なので、なくても動きます")]
    [InlineData("policy-peers", "NetworkPolicy/default/narrow", "NetworkPolicy `narrow` は Namespace にあるPodのうち、podSelectorに合うものからの通信を許可します（`spec.ingress[].from[].namespaceSelector`: team=ops）→ Namespace `ops`")]
    [InlineData("policy-peers", "NetworkPolicy/default/narrow", "NetworkPolicy `narrow` は Namespace にあるPodのうち、podSelectorに合うものへの通信を許可します（`spec.egress[].to[].namespaceSelector`: すべて）→ Namespace `ops`")]
    [InlineData("policy-peers", "NetworkPolicy/default/either", "NetworkPolicy `either` は条件に合う Namespace からの通信を許可します（`spec.ingress[].from[].namespaceSelector`: team=ops）→ Namespace `ops`")]
    [InlineData("policy-peers", "AuthorizationPolicy/default/deny", "AuthorizationPolicy `deny` は Namespace `ops` からの通信を拒否します（`spec.rules[].from[].source.namespaces[]`）")]
    [InlineData("policy-peers", "AuthorizationPolicy/default/audit", "AuthorizationPolicy `audit` は Namespace `ops` からの通信を監査の対象にします（`spec.rules[].from[].source.namespaces[]`）")]
    [InlineData("policy-peers", "AuthorizationPolicy/default/ask", "AuthorizationPolicy `ask` は Namespace `ops` からの通信の可否を外部の認可に任せます（`spec.rules[].from[].source.namespaces[]`）")]
    [InlineData("policy-peers", "AuthorizationPolicy/default/allow", "AuthorizationPolicy `allow` は Namespace `ops` からの通信を許可します（`spec.rules[].from[].source.namespaces[]`）")]
    [InlineData("drivers", "StorageClass//local", "StorageClass `local` はプロビジョナー `rancher.io/local-path` を使います（`provisioner`）")]
    [InlineData("owners", "Pod/shop/web-abc-1", "Pod `web-abc-1` は ReplicaSet `web-abc` に所有されます（`metadata.ownerReferences[]`）")]
    [InlineData("made-by-controllers", "Job/default/copy", "Job `copy` は PersistentVolumeClaim `data-db-0` をボリュームとしてマウントします（`spec.template.spec.volumes[].persistentVolumeClaim.claimName`）— StatefulSetが作ります")]
    [InlineData("pod-placement", "Pod/default/placed", "Pod `placed` は ResourceClaim `gpu` を通じてリソースの割り当てを受けます（`spec.resourceClaims[].resourceClaimName`）")]
    [InlineData("gateway-api", "ReferenceGrant/default/grant", "ReferenceGrant `grant` は Service `web` への参照を許可します（`spec.to[]`）")]
    public void A_sentence_names_its_target_and_where_that_comes_from(string bundle, string id, string sentence) =>
        Assert.Contains(sentence, Sentences(Explain(bundle, id).PointsTo));

    [Theory]
    [InlineData("policy-peers", "Namespace//ops", "Namespace `ops` にあるPodのうち、podSelectorに合うものからの通信は NetworkPolicy `narrow` で許可されます（`spec.ingress[].from[].namespaceSelector`）")]
    [InlineData("policy-peers", "Namespace//ops", "Namespace `ops` からの通信は AuthorizationPolicy `deny` で拒否されます（`spec.rules[].from[].source.namespaces[]`）")]
    public void The_other_end_is_told_the_same(string bundle, string id, string sentence) =>
        Assert.Contains(sentence, Sentences(Explain(bundle, id).PointedAtBy));

    [Fact]
    public void What_is_not_here_is_said_so() => Assert.Contains(
        "Ingress `shop` は Secret `shop-tls` の証明書を使います（`spec.tls[].secretName`）— この中にはありません",
        Sentences(Explain("web-application", "Ingress/default/shop").PointsTo));

    private static ObjectExplanation Explain(string bundle, string id) =>
        ManifestExplanation.Of(new BundleFile(bundle).Manifest, KubernetesCatalog.Default).Single(item => item.Subject.Id == id);

    private static IEnumerable<string> Sentences(IEnumerable<ExplanationSentence> sentences) => sentences.Select(sentence => sentence.ToString());
}
