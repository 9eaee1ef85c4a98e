using System.Text.Json;

namespace KubeGuide.Web.Tests.Endpoints;

public class ApiDescriptionTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly RunningSite site = fixture.Site;

    [Fact]
    public async Task The_description_names_every_address_for_programs_and_no_page()
    {
        using var document = await DocumentAsync();
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "/index.json", "/diagnostics.json", "/references.json", "/search.json", "/concepts/{slug}.json", "/concepts/{slug}.md", "/healthz/live", "/healthz/ready", "/api/manifest" }, paths);
        Assert.DoesNotContain("/concepts/{slug}", paths);
        Assert.Equal("/", document.RootElement.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_answer_is_what_the_description_says(bool shipped)
    {
        await using var docs = shipped ? await RunningSite.StartAsync(RunningSite.Docs) : null;
        var site = docs ?? this.site;
        using var document = await DocumentAsync();
        var compared = 0;
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out var operation))
                continue;
            foreach (var slug in (string[])["service", "kustomization", "peerauthentication"])
            {
                var response = await site.Client.GetAsync(path.Name.Replace("{slug}", slug, StringComparison.Ordinal) + (path.Name == "/search.json" ? "?q=" + slug : ""));
                var described = operation.GetProperty("responses").GetProperty(((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
                var schema = described.GetProperty("content").GetProperty(response.Content.Headers.ContentType!.MediaType!).GetProperty("schema");
                if (response.Content.Headers.ContentType.MediaType == "application/json")
                {
                    using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                    Compare(document.RootElement, schema, answer.RootElement, path.Name);
                }

                compared++;
            }
        }

        Assert.True(compared >= 24, $"only {compared} answers");
    }

    [Theory]
    [InlineData("kind: Pod\napiVersion: v1\nmetadata: { name: web }\nspec: { serviceAccountName: nobody }\n---\nkind: [\n", "200")]
    [InlineData("", "200")]
    public async Task A_manifest_is_read_as_the_description_says(string yaml, string status)
    {
        using var document = await DocumentAsync();
        var operation = document.RootElement.GetProperty("paths").GetProperty("/api/manifest").GetProperty("post");
        Assert.True(operation.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/yaml", out _));
        var response = await site.Client.PostAsync("/api/manifest", new StringContent(yaml));
        Assert.Equal(status, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var schema = operation.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/json").GetProperty("schema");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Compare(document.RootElement, schema, answer.RootElement, "/api/manifest");
    }

    [Theory]
    [InlineData("/concepts/svc.json", "308")]
    [InlineData("/concepts/nothing.json", "404")]
    [InlineData("/concepts/nothing.md", "404")]
    public async Task Other_answers_are_described_too(string path, string status)
    {
        using var document = await DocumentAsync();
        var described = document.RootElement.GetProperty("paths").GetProperty(path.Replace(Path.GetFileNameWithoutExtension(path), "{slug}", StringComparison.Ordinal)).GetProperty("get").GetProperty("responses");
        Assert.Equal(status, ((int)(await site.Client.GetAsync(path)).StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(described.TryGetProperty(status, out _));
    }

    private async Task<JsonDocument> DocumentAsync() => JsonDocument.Parse(await site.Client.GetStringAsync("/openapi.json"));

    /// <summary>Fails where the value has a type, a property or a gap that the schema does not tell of.</summary>
    private static void Compare(JsonElement document, JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Compare(document, document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), value, at);
            return;
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            var fitting = choices.EnumerateArray().Where(choice => (value.ValueKind == JsonValueKind.Null) == IsNull(choice)).ToList();
            Assert.True(fitting.Count == 1, $"{at}: no choice fits");
            Compare(document, fitting[0], value, at);
            return;
        }

        var types = Types(schema);
        Assert.True(types.Contains(TypeOf(value)), $"{at} is {TypeOf(value)}, described as {string.Join(", ", types)}");
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Compare(document, schema.GetProperty("items"), item, at + "[]");
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                Assert.True(schema.GetProperty("properties").TryGetProperty(property.Name, out var inner), $"{at}.{property.Name} is not described");
                Compare(document, inner, property.Value, $"{at}.{property.Name}");
            }

            Assert.All(schema.GetProperty("required").EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{at}.{name} is missing"));
        }
    }

    private static bool IsNull(JsonElement schema) => schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "null";

    private static List<string?> Types(JsonElement schema)
    {
        var type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString())] : [type.GetString()];
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
