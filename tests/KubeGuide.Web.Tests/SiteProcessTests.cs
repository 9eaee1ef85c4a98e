using System.Net;

namespace KubeGuide.Web.Tests;

public class SiteProcessTests
{
    [Fact]
    public async Task In_a_container_the_log_is_JSON_that_begins_with_what_is_served()
    {
        await using var site = await SiteProcess.StartAsync(RunningSite.Notes("messy-export.md"));
        Assert.Equal("Information", site.Started.GetProperty("LogLevel").GetString());
        Assert.Equal(1, site.Started.GetProperty("State").GetProperty("Notes").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/healthz/ready")).StatusCode);
    }

    [Fact]
    public async Task SIGTERM_ends_it_with_code_0_and_its_event_streams_with_when_to_come_back()
    {
        await using var site = await SiteProcess.StartAsync(RunningSite.Notes("messy-export.md"));
        using var response = await site.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());
        var ending = site.TerminateAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"^retry: 3000\n\n[\s\S]*retry: \d+\n\n$", await stream.ReadToEndAsync());
        Assert.Equal(0, await ending);
    }
}
