using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Tests.Catalog;

/// <summary>What the catalog says of fields is held to the schemas; what stands in no schema claims no version.</summary>
public class CatalogFieldsTests
{
    private static readonly KubernetesCatalog Catalog = KubernetesCatalog.Default;

    public static TheoryData<string> Kinds => [.. Catalog.Resources.Select(row => $"{row.Facts.ApiVersion} {row.Facts.Kind}")];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_in_the_schemas_under_its_apiVersion(string kind) =>
        Assert.True(ApiFields.Has(kind.Split(' ')[0], kind.Split(' ')[1], "metadata"), kind);

    [Fact]
    public void Every_field_of_a_relation_is_in_the_schema_of_its_kind() =>
        Assert.Empty(Catalog.Relations.Where(relation => relation.Field is not null)
            .SelectMany(relation => relation.Field!.Split(", "), (relation, field) => (relation, field))
            .Where(said => !IsInSchema(said.relation.From, said.field))
            .Select(said => $"{said.relation.From} {said.relation.Type} {said.relation.To}: {said.field}"));

    [Fact]
    public void A_relation_names_a_version_where_a_field_carries_it_and_nowhere_else() =>
        Assert.All(Catalog.Relations, relation => Assert.Equal(relation.Field is not null, HasVersion(relation.Source)));

    [Fact]
    public void An_entry_names_a_version_where_the_API_has_it_and_nowhere_else() =>
        Assert.All(Catalog.Entries, entry => Assert.Equal(entry.Facts is not null || entry.Field is not null, HasVersion(entry.Source)));

    [Fact]
    public void Every_entry_leads_to_an_official_page() =>
        Assert.All(Catalog.Entries, entry => Assert.StartsWith("https://", entry.DocsUrlJa ?? entry.DocsUrl, StringComparison.Ordinal));

    [Fact]
    public void The_field_of_an_entry_is_in_the_schema_of_its_kind() =>
        Assert.All(Catalog.Entries.Where(entry => entry.Field is not null), entry => Assert.True(IsInSchema(entry.Key, entry.Field!), entry.Field));

    [Fact]
    public void Every_place_in_the_network_has_the_official_page_that_says_it_and_a_version_where_a_field_carries_it()
    {
        var said = Catalog.Entries.SelectMany(entry => new[] { entry.Reach, entry.Layer }.OfType<NetworkFact>(), (entry, fact) => (entry.Key, Fact: fact)).ToList();

        Assert.Equal(CatalogData.Reaches.Length + CatalogData.Layers.Length, said.Count);
        Assert.All(said, row =>
        {
            Assert.Contains(new Uri(row.Fact.Page).Host, new[] { "kubernetes.io", "istio.io", "gateway-api.sigs.k8s.io" });
            Assert.Equal(row.Fact.Field is not null, HasVersion(row.Fact.Source));
            Assert.All(row.Fact.Field?.Split(", ") ?? [], field => Assert.True(IsInSchema(row.Key, field), $"{row.Key}: {field}"));
        });
    }

    [Theory]
    [InlineData("ClusterIP", "内", "L4")]
    [InlineData("NodePort", "内・外", "L4")]
    [InlineData("LoadBalancer", "内・外", "L4")]
    [InlineData("ExternalName", "内（外の名前を指す）", "—（DNSの別名）")]
    [InlineData("Ingress", "外", "L7")]
    public void What_takes_traffic_says_from_where_and_on_which_layer(string key, string reach, string layer) =>
        Assert.Equal((reach, layer), (Catalog.ByKey[key].Reach?.Value, Catalog.ByKey[key].Layer?.Value));

    [Fact]
    public void Every_field_that_the_manifest_reader_follows_is_in_the_schema()
    {
        var fields = ManifestReferences.Default;
        var followed = Catalog.Entries.SelectMany(entry => fields.FieldsOf(entry.Key), (entry, field) => (entry.Key, Field: field))
            .Where(row => row.Field.ApiVersions.IsEmpty).Select(row => (row.Key, row.Field.Path))
            .Concat(fields.PodSpecAt.SelectMany(at => fields.PodSpecFields, (at, field) => (at.Key, Path: $"{at.Value}.{field.Path}")))
            .Concat(Catalog.Resources.Where(row => row.Facts.Namespaced is not null && row.Entry.Key is not "ComponentStatus").SelectMany(row => fields.EveryKindFields, (row, field) => (row.Entry.Key, field.Path)))
            .Concat(fields.PodLabelsAt.Select(at => (at.Key, Path: at.Value)));

        Assert.Empty(followed.Where(field => !IsInSchema(field.Key, field.Path)).Select(field => $"{field.Key}: {field.Path}"));
    }

    [Fact]
    public void A_field_of_certain_versions_is_of_versions_that_are_gone()
    {
        var fields = Catalog.Entries.SelectMany(entry => ManifestReferences.Default.FieldsOf(entry.Key), (entry, field) => (entry.Key, Field: field))
            .Where(row => !row.Field.ApiVersions.IsEmpty).ToArray();

        Assert.NotEmpty(fields);
        Assert.All(fields, row => Assert.All(row.Field.ApiVersions, version => Assert.NotNull(Catalog.TryGetRemovedApi(version, row.Key))));
        Assert.All(fields, row => Assert.False(IsInSchema(row.Key, row.Field.Path)));
    }

    [Theory]
    [InlineData("apps/v1", "Deployment", "spec.template.spec.containers[].image", true)]
    [InlineData("apps/v1", "Deployment", "spec.template.spec.container[].image", false)]
    [InlineData("apps/v1", "Deployment", "spec.replicas[]", false)]
    [InlineData("apps/v1beta1", "Deployment", "spec.replicas", false)]
    [InlineData("security.istio.io/v1", "PeerAuthentication", "spec.mtls.mode", true)]
    public void The_schemas_tell_a_field_from_a_misspelling(string apiVersion, string kind, string path, bool isThere) =>
        Assert.Equal(isThere, ApiFields.Has(apiVersion, kind, path));

    [Theory]
    [InlineData("apiVersion: v1\nkind: Service\nspec:\n  selectors: {app: web}\n", "4: Service.spec has no selectors")]
    [InlineData("apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - targetPort: 8080\n", "5: Service.spec.ports[] lacks port")]
    [InlineData("apiVersion: v1\nkind: Service\nspec:\n  ports: 80\n", "4: Service.spec.ports is no list")]
    [InlineData("apiVersion: v1\nkind: Service\nspec: {selector: [app]}\n", "3: Service.spec.selector is no map")]
    public void A_manifest_that_the_schema_refuses_is_found_out(string yaml, string fault) => Assert.Equal([fault], ApiFields.Faults(yaml));

    /// <summary>The path alone belongs to the relation's own kind; a kind before it is another one, and a value behind it is left out.</summary>
    private static bool IsInSchema(string key, string field)
    {
        var path = field.Split(": ")[0];
        if (path.Split(' ') is [var kind, var rest])
            (key, path) = (kind, rest);
        return Catalog.Resources.Any(row => row.Entry.Key == key && ApiFields.Has(row.Facts.ApiVersion, row.Facts.Kind, path));
    }

    private static bool HasVersion(string source) => source.Any(char.IsAsciiDigit);
}
