using System.Globalization;
using System.Net;
using System.Text;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Tests.Serving;

public sealed class LimitsTests : IDisposable
{
    private readonly DirectoryInfo notes = Directory.CreateTempSubdirectory("kubeguide-limits-");

    public LimitsTests() => File.WriteAllText(Path.Combine(notes.FullName, "pod.md"), "# Pod\n\n" + new string('あ', 500) + "\n");

    public void Dispose() => notes.Delete(recursive: true);

    [Fact]
    public void Every_limit_has_a_default_within_its_bounds_and_can_be_set()
    {
        foreach (var limit in Limit.All)
        {
            Assert.InRange(limit.Of(SiteLimits.Default), limit.Least, limit.Most);
            Assert.Equal(limit.Most, limit.Of(limit.With(SiteLimits.Default, limit.Most)));
            Assert.Equal(SiteLimits.Default, limit.With(limit.With(SiteLimits.Default, limit.Least), limit.Of(SiteLimits.Default)));
        }
    }

    [Fact]
    public void The_manual_has_the_table_of_limits_as_the_code_has_it()
    {
        var rows = Manual.Rows("settings.md")
            .Where(cells => cells.Length == 4 && Limit.All.Any(limit => cells[0] == $"`{limit.Name}`")).Select(cells => string.Join(" ", cells[..3]));
        Assert.Equal(Limit.All.Select(limit => $"`{limit.Name}` {Number(limit.Of(SiteLimits.Default))} {Number(limit.Least)}〜{Number(limit.Most)}"), rows);
    }

    [Theory]
    [InlineData("NoteBytes", "many", "NoteBytes 'many'")]
    [InlineData("NoteBytes", "1", "from 1024 to")]
    [InlineData("NoteBytes", "-1", "from 1024 to")]
    [InlineData("NoteBytes", "99999999999999999999", "from 1024 to")]
    [InlineData("NoteBites", "1024", "NoteBytes")]
    public async Task A_wrong_limit_is_one_line_that_names_it(string name, string value, string told)
    {
        var fault = await Assert.ThrowsAsync<OptionException>(() => RunningSite.StartAsync(notes.FullName, ($"KubeGuide:Limits:{name}", value)));
        Assert.Contains("KubeGuide__Limits__" + name, fault.Message, StringComparison.Ordinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public async Task A_note_past_a_limit_that_was_set_is_shown_as_text()
    {
        await using var site = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Limits:NoteBytes", "1024"));
        Assert.Contains("structure-limit", await site.Client.GetStringAsync("/diagnostics.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("class=\"refused\"", await site.Client.GetStringAsync("/notes/pod.md", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_before_it_is_read()
    {
        await using var site = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Limits:UrlBytes", "2048"), ("KubeGuide:Limits:QueryLength", "20"));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await site.Client.GetAsync("/search?q=" + new string('a', 9_000), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("20文字", await site.Client.GetStringAsync("/search?q=" + new string('a', 100), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var body = new StringContent(new string('a', 2 * 1024 * 1024), Encoding.UTF8, "application/yaml");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await site.Client.PostAsync("/api/manifest", body, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/search?q=", "アドレスが長すぎます（上限は2,048バイト）")]
    [InlineData("/search.json?q=", "An address may have 2048 bytes.")]
    [InlineData("/notes/", "アドレスが長すぎます")]
    public async Task An_address_that_is_too_long_is_told_so_in_words(string start, string told)
    {
        await using var site = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Limits:UrlBytes", "2048"));
        Assert.NotEqual(HttpStatusCode.RequestUriTooLong, (await site.Client.GetAsync(start + new string('a', 2_048 - start.Length), TestContext.Current.CancellationToken)).StatusCode);
        using var response = await site.Client.GetAsync(start + new string('a', 2_049 - start.Length), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
        Assert.Contains(told, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Past_the_last_event_stream_one_is_told_when_to_come_back()
    {
        await using var site = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Limits:EventStreams", "1"));
        using var first = await site.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var second = await site.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (first.StatusCode, second.StatusCode));
        Assert.NotNull(second.Headers.RetryAfter);
    }

    [Fact]
    public async Task Searches_wait_for_their_turn_and_are_turned_away_when_too_many_wait()
    {
        await using var site = await RunningSite.StartAsync(notes.FullName, ("KubeGuide:Limits:Searches", "1"), ("KubeGuide:Limits:SearchesWaiting", "0"));
        var turns = ((Workload)site.Services.GetService(typeof(Workload))!).Searches;
        using var leave = new ManualResetEventSlim();
        var busy = Task.Run(() => turns.TryAsync(() => { leave.Wait(); return ""; }, CancellationToken.None), TestContext.Current.CancellationToken);
        HttpResponseMessage answer;
        do
            answer = await site.Client.GetAsync("/search.json?q=pod", TestContext.Current.CancellationToken);
        while (answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var page = await site.Client.GetAsync("/search?q=pod", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("もう一度", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        leave.Set();
        await busy;
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/search.json?q=pod", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
