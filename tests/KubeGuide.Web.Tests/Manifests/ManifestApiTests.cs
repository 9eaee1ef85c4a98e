using System.Net;
using System.Text;
using System.Text.Json;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Tests.Manifests;

public class ManifestApiTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly RunningSite site = fixture.Site;

    [Fact]
    public async Task The_answer_has_the_promised_shape()
    {
        using var answer = await ReadAsync("apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: wev}\n---\nkind: [\n", "text/plain");
        var root = answer.RootElement;
        Assert.Equal(["objects", "references", "findings"], Names(root));
        var item = root.GetProperty("objects")[0];
        Assert.Equal(["id", "apiVersion", "kind", "name", "namespace", "line", "concept"], Names(item));
        Assert.Equal(("Service/default/web", 1, "service"), (item.GetProperty("id").GetString(), item.GetProperty("line").GetInt32(), item.GetProperty("concept").GetString()));
        var reference = root.GetProperty("references")[0];
        Assert.Equal(["from", "field", "line", "to", "kind", "name", "resolved"], Names(reference));
        Assert.Equal(("Pod", "app=wev", JsonValueKind.Null), (reference.GetProperty("kind").GetString(), reference.GetProperty("name").GetString(), reference.GetProperty("to").ValueKind));
        var findings = root.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(["rule", "severity", "line", "message", "concept"], Names(findings[0]));
        Assert.Contains(findings, finding => finding.GetProperty("rule").GetString() == "parse" && finding.GetProperty("severity").GetString() == "error");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/yaml")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task The_body_is_the_text_whatever_its_type(string? type)
    {
        using var answer = await ReadAsync("apiVersion: v1\nkind: Pod\nmetadata: {name: web}", type);
        Assert.Equal("Pod", answer.RootElement.GetProperty("objects")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Nothing_to_read_gives_empty_lists()
    {
        using var answer = await ReadAsync("", "text/yaml");
        Assert.All(answer.RootElement.EnumerateObject(), list => Assert.Equal(0, list.Value.GetArrayLength()));
    }

    [Theory]
    [InlineData((512 * 1024) + 1)]
    [InlineData(1_100_000)]
    public async Task A_text_that_is_too_long_is_a_problem(int length)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("#" + new string('x', length - 1)));
        using var response = await site.Client.PostAsync("/api/manifest", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("512 KiB", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_secrets_are_nowhere()
    {
        using var answer = await ReadAsync("apiVersion: v1\nkind: Secret\nmetadata: {name: door}\nstringData: {key: hunter-2}\n---\nkind: Secret\nstringData: { key: hunter-2, [", "text/yaml");
        Assert.DoesNotContain("hunter", answer.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readings_beyond_the_queue_are_turned_away()
    {
        using var readings = new Turns(atOnce: 1, waiting: 0);
        using var started = new SemaphoreSlim(0);
        using var end = new SemaphoreSlim(0);
        var slow = Task.Run(() => readings.TryAsync(() =>
        {
            started.Release();
            end.Wait();
            return "read";
        }, CancellationToken.None));
        await started.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Null(await readings.TryAsync(() => "read", CancellationToken.None));
        end.Release();
        Assert.Equal("read", await slow);
        Assert.Equal("read", await readings.TryAsync(() => "read", CancellationToken.None));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private async Task<JsonDocument> ReadAsync(string text, string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await site.Client.PostAsync("/api/manifest", content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync());
    }
}
