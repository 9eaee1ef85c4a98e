using KubeGuide.Web.Commands;
using KubeGuide.Web.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace KubeGuide.Web.Tests.Commands;

public class HealthCheckTests
{
    [Fact]
    public async Task A_ready_site_gives_0_and_its_numbers()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"), ("KubeGuide:PathBase", "/guide"));
        var (code, output) = await AskAsync($"http://*:{site.Address.Port}");
        Assert.Equal(0, code);
        Assert.Matches(@"^ready: [1-9]\d* concepts from 1 notes$", output);
    }

    [Fact]
    public async Task A_site_that_leaves_gives_1()
    {
        await using var site = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));
        site.Services.GetRequiredService<Leaving>().GiveNotice();
        var (code, output) = await AskAsync(site.Address.ToString());
        Assert.Equal(1, code);
        Assert.StartsWith("stopping:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_gives_1_and_one_line()
    {
        var (code, output) = await AskAsync("http://127.0.0.1:1");
        Assert.Equal(1, code);
        Assert.Contains("http://127.0.0.1:1/healthz/ready", Assert.Single(output.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_plain_http_is_wrong_use()
    {
        var fault = await Assert.ThrowsAsync<OptionException>(() => AskAsync("https://localhost:5443"));
        Assert.Contains("https://localhost:5443", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> AskAsync(string urls)
    {
        await using var output = new StringWriter();
        var code = await HealthCheck.RunAsync(new Dictionary<string, string?> { ["urls"] = urls }, TimeSpan.FromMinutes(2), output, TestContext.Current.CancellationToken);
        return (code, output.ToString().TrimEnd());
    }
}
