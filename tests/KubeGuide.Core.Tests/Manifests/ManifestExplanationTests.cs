using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests;

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

    [Fact]
    public void What_is_not_here_is_said_so() => Assert.Contains(
        "Ingress `shop` は Secret `shop-tls` の証明書を使います（`spec.tls[].secretName`）— この中にはありません",
        Sentences(Explain("web-application", "Ingress/default/shop").PointsTo));

    private static ObjectExplanation Explain(string bundle, string id) =>
        ManifestExplanation.Of(new BundleFile(bundle).Manifest, KubernetesCatalog.Default).Single(item => item.Subject.Id == id);

    private static IEnumerable<string> Sentences(IEnumerable<ExplanationSentence> sentences) => sentences.Select(sentence => sentence.ToString());
}
