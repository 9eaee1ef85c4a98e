using System.Text.Json;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Core.Tests.Manifests;

public sealed class ManifestJsonTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_answer_has_the_names_of_the_contract()
    {
        const string Yaml = "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  selector: { app: web }\n";

        var json = JsonSerializer.Serialize(ManifestJson.Of(ManifestReader.Read(Yaml, KubernetesCatalog.Default, ManifestLimits.Default)), Web);

        Assert.Equal(
            """
            {"objects":[{"id":"Service/default/web","apiVersion":"v1","kind":"Service","name":"web","namespace":"default","line":1,"concept":"service"}],
            "references":[{"from":"Service/default/web","field":"spec.selector","line":5,"to":null,"kind":"Pod","name":"app=web","resolved":false}],
            "findings":[{"rule":"empty-selector","severity":"warning","line":5,"message":"Service「web」のセレクター（app=web）に合うPodは、この中にありません。","concept":"selector"}]}
            """.Replace("\n", "", StringComparison.Ordinal),
            json);
    }

    [Fact]
    public void What_every_cluster_has_is_resolved_without_an_object()
    {
        const string Yaml = "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { serviceAccountName: default }\n";

        var reference = Assert.Single(ManifestJson.Of(ManifestReader.Read(Yaml, KubernetesCatalog.Default, ManifestLimits.Default)).References);

        Assert.Equal(("ServiceAccount", "default", null, true), (reference.Kind, reference.Name, reference.To, reference.Resolved));
    }
}
