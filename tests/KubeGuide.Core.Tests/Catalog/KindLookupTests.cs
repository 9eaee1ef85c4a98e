using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Tests.Catalog;

public class KindLookupTests
{
    private static readonly KubernetesCatalog Catalog = KubernetesCatalog.Default;

    [Theory]
    [InlineData("v1", "Pod", "pod")]
    [InlineData("apps/v1", "Deployment", "deployment")]
    [InlineData("apps/v1beta1", "Deployment", "deployment")]
    [InlineData("autoscaling/v1", "HorizontalPodAutoscaler", "horizontalpodautoscaler")]
    [InlineData("networking.istio.io/v1beta1", "Gateway", "gateway-istio")]
    [InlineData("gateway.networking.k8s.io/v1", "Gateway", "gateway-api")]
    [InlineData("kustomize.config.k8s.io/v1beta1", "Kustomization", "kustomization-kustomize")]
    [InlineData("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "kustomization-flux")]
    [InlineData("v1", "Event", "event")]
    [InlineData("events.k8s.io/v1", "Event", "event")]
    public void The_api_group_decides_what_a_kind_is(string apiVersion, string kind, string slug) =>
        Assert.Equal(slug, Catalog.TryGetKind(apiVersion, kind)?.Slug.Value);

    [Theory]
    [InlineData("serving.knative.dev/v1", "Service")]
    [InlineData("v1", "Deployment")]
    [InlineData("v1", "pod")]
    [InlineData("", "")]
    public void A_kind_of_another_group_is_unknown(string apiVersion, string kind) => Assert.Null(Catalog.TryGetKind(apiVersion, kind));

    [Fact]
    public void A_removed_version_names_its_release_and_what_to_write_instead()
    {
        Assert.Equal(new RemovedApi("extensions/v1beta1", "Deployment", "1.16", "apps/v1"), Catalog.TryGetRemovedApi("extensions/v1beta1", "Deployment"));
        Assert.Null(Catalog.TryGetRemovedApi("policy/v1beta1", "PodSecurityPolicy")!.Replacement);
        Assert.Null(Catalog.TryGetRemovedApi("apps/v1", "Deployment"));
    }

    [Fact]
    public void Replacements_of_removed_versions_are_in_the_catalog() =>
        Assert.All(Catalog.RemovedApis.Where(api => api.Replacement is not null), api => Assert.NotNull(Catalog.TryGetKind(api.Replacement!, api.Kind!)));

    [Fact]
    public void Reference_fields_know_their_targets_and_have_sentences()
    {
        var references = ManifestReferences.Default;
        var keys = Catalog.Resources.Select(row => row.Entry.Key).Distinct();
        var fields = references.PodSpecFields.Concat(references.EveryKindFields).Concat(keys.SelectMany(key => references.FieldsOf(key))).ToArray();

        Assert.Equal(32 + 1 + 143, fields.Length);
        Assert.All(fields, field => Assert.NotEmpty(Catalog.Sentences.GroupOf(field.Type)));
        Assert.Equal("spec.jobTemplate.spec.template.spec", references.PodSpecAt["CronJob"]);
        Assert.Equal("metadata.labels", references.PodLabelsAt["Pod"]);
    }

    [Fact]
    public void A_reference_between_objects_is_said_with_their_own_names()
    {
        Assert.Equal("Service `{to}`はPod `web`をラベルで選択します", Catalog.Sentences.Forward("Service", "selects", "Pod", "Service `{to}`", "Pod `web`"));
        Assert.Equal("Pod `web`はServiceにラベルで選択されます", Catalog.Sentences.Inverse("Service", "selects", "Pod", "Service", "Pod `web`"));
    }
}
