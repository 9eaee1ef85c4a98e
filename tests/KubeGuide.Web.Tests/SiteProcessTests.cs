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
    public async Task SIGTERM_ends_it_with_code_0_while_a_reader_is_answered()
    {
        await using var site = await SiteProcess.StartAsync(RunningSite.Notes("messy-export.md"));
        var ending = site.TerminateAsync(TestContext.Current.CancellationToken);
        HttpStatusCode ready;
        do
            ready = (await site.Client.GetAsync("/healthz/ready")).StatusCode;
        while (ready == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/concepts/pod")).StatusCode);
        Assert.Equal(0, await ending);
    }
}
