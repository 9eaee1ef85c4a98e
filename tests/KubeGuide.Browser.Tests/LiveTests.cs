using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

/// <summary>An open page while its note is saved.</summary>
[Collection("browser")]
public sealed class LiveTests(Browser browser) : IAsyncLifetime
{
    private const float Patience = 30_000;

    private readonly string notes = Directory.CreateTempSubdirectory("live").FullName;
    private RunningSite site = null!;
    private WatchedPage opened = null!;

    public async ValueTask InitializeAsync()
    {
        Save("前の文です。");
        File.WriteAllText(Path.Combine(notes, "node.md"), "# Node\n\nNodeの説明です。\n");
        site = await RunningSite.StartAsync(notes);
        opened = await browser.OpenAsync(site);
    }

    public async ValueTask DisposeAsync()
    {
        await opened.DisposeAsync();
        await site.DisposeAsync();
        Directory.Delete(notes, recursive: true);
    }

    [Fact]
    public async Task A_save_changes_the_article_in_place_and_keeps_scroll_focus_and_selection()
    {
        await OpenAsync();
        await opened.Page.EvaluateAsync("""
            () => {
              window.kept = document.querySelector('main');
              const paragraphs = [...document.querySelectorAll('.team-words p')];
              const selected = paragraphs.find(p => p.textContent.includes('60番'));
              scrollTo(0, selected.offsetTop - 200);
              getSelection().selectAllChildren(selected);
              paragraphs.find(p => p.textContent.includes('61番')).querySelector('a').focus({ preventScroll: true });
            }
            """);
        var before = await opened.Page.EvaluateAsync<double>("scrollY");
        Assert.True(before > 500);

        Save("後の文です。");
        await ChangedAsync("後の文です。");
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.kept === document.querySelector('main')"));
        Assert.InRange(await opened.Page.EvaluateAsync<double>("scrollY"), before - 2, before + 2);
        Assert.Contains("60番", await opened.Page.EvaluateAsync<string>("getSelection().toString()"), StringComparison.Ordinal);
        Assert.Contains("61番", await opened.Page.EvaluateAsync<string>("document.activeElement.closest('p')?.textContent ?? ''"), StringComparison.Ordinal);
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task What_changed_is_marked_and_announced_and_the_rest_is_not()
    {
        await OpenAsync();
        await opened.Page.EvaluateAsync("""
            () => {
              window.marked = [];
              window.said = [];
              new MutationObserver(records => records.forEach(({ target }) => target.dataset.changed !== undefined && marked.push(target.textContent)))
                .observe(document.querySelector('main'), { attributes: true, attributeFilter: ['data-changed'], subtree: true });
              const announce = document.querySelector('#announce');
              new MutationObserver(() => announce.textContent && said.push(announce.textContent)).observe(announce, { childList: true, characterData: true, subtree: true });
            }
            """);
        Save("後の文です。");
        await ChangedAsync("後の文です。");
        await opened.Page.WaitForFunctionAsync("() => marked.length > 0 && said.length > 0", null, new PageWaitForFunctionOptions { Timeout = Patience });
        var marked = await opened.Page.EvaluateAsync<string[]>("marked");
        Assert.Contains(marked, text => text.Contains("後の文です。", StringComparison.Ordinal));
        Assert.DoesNotContain(marked, text => text.Contains("60番", StringComparison.Ordinal));
        Assert.Equal("polite", await opened.Page.Locator("#announce").GetAttributeAsync("aria-live") ?? (await opened.Page.Locator("#announce").GetAttributeAsync("role") == "status" ? "polite" : null));
    }

    [Fact]
    public async Task A_page_of_another_note_is_left_alone()
    {
        await opened.Page.GotoAsync("/concepts/node");
        await HeardAsync();
        Save("後の文です。");
        await using var other = await browser.OpenAsync(site);
        await other.Page.GotoAsync("/concepts/pod");
        for (var i = 0; i < 300 && !(await other.Page.InnerTextAsync("main")).Contains("後の文です。", StringComparison.Ordinal); i++)
            await other.Page.ReloadAsync();
        await opened.Page.WaitForTimeoutAsync(500);
        Assert.Equal(1, opened.Requests.Count(request => request.EndsWith("/concepts/node", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_page_that_lost_its_connection_comes_back_and_shows_what_it_missed()
    {
        var refused = 0;
        await opened.Page.RouteAsync("**/events**", route => ++refused <= 2 ? route.AbortAsync() : route.ContinueAsync());
        await opened.Page.GotoAsync("/concepts/pod");
        await opened.Page.WaitForConditionAsync(() => refused >= 1);
        Save("留守の間の文です。");
        await ChangedAsync("留守の間の文です。");
        Assert.True(refused >= 3);
    }

    [Theory]
    [InlineData(0, 500)]
    [InlineData(1, 1_500)]
    public async Task Pages_come_back_at_different_times(int chance, int delay)
    {
        await opened.Page.AddInitScriptAsync($$"""
            Math.random = () => {{chance}};
            window.delays = [];
            const later = window.setTimeout;
            window.setTimeout = (act, time, ...rest) => { delays.push(time); return later(act, time, ...rest); };
            """);
        await opened.Page.RouteAsync("**/events**", route => route.AbortAsync());
        await opened.Page.GotoAsync("/concepts/pod");
        await opened.Page.WaitForFunctionAsync("delay => delays.includes(delay)", delay, new PageWaitForFunctionOptions { Timeout = Patience });
    }

    [Fact]
    public async Task What_is_being_read_stays_where_it_is_when_much_is_written_above_it()
    {
        await OpenAsync();
        await opened.Page.EvaluateAsync("() => { window.read = [...document.querySelectorAll('.team-words p')].find(p => p.textContent.includes('60番')); read.scrollIntoView({ block: 'center' }); }");
        var place = await opened.Page.EvaluateAsync<double>("read.getBoundingClientRect().top");
        Save("後の文です。\n\n" + string.Concat(Enumerable.Repeat("長い説明です。\n\n", 30)));
        await ChangedAsync("後の文です。");
        await opened.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.True(await opened.Page.EvaluateAsync<bool>("read.isConnected"));
        Assert.InRange(await opened.Page.EvaluateAsync<double>("read.getBoundingClientRect().top"), place - 3, place + 3);
    }

    [Fact]
    public async Task A_page_whose_note_is_gone_says_so_until_it_is_back()
    {
        var kept = Path.Combine(notes, "kari.md");
        File.WriteAllText(kept, "# 仮の概念 {#kari}\n\n仮の説明です。\n");
        for (var i = 0; i < 300 && (await opened.Page.GotoAsync("/concepts/kari"))!.Status != 200; i++)
            await opened.Page.WaitForTimeoutAsync(100);
        var notice = opened.Page.Locator("main > #gone");
        Assert.False(await notice.IsVisibleAsync());

        File.WriteAllText(kept, "# 別の概念 {#betsu}\n\n仮の説明です。\n");
        await notice.WaitForAsync(new LocatorWaitForOptions { Timeout = Patience });
        Assert.Contains("ノートはなくなりました", await notice.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("/search?q=" + Uri.EscapeDataString("仮の概念"), await notice.Locator("a").GetAttributeAsync("href"));
        Assert.Contains("仮の説明です。", await opened.Page.InnerTextAsync("article"), StringComparison.Ordinal);

        File.WriteAllText(kept, "# 仮の概念 {#kari}\n\n戻った説明です。\n");
        await ChangedAsync("戻った説明です。");
        Assert.False(await notice.IsVisibleAsync());
    }

    private void Save(string sentence) => File.WriteAllText(
        Path.Combine(notes, "pod.md"),
        $"# Pod\n\n{sentence}\n\n" + string.Concat(Enumerable.Range(0, 80).Select(i => $"{i}番の段落です。[参考](https://example.com/{i})も読んでください。\n\n")));

    private async Task OpenAsync()
    {
        await opened.Page.RunAndWaitForRequestAsync(() => opened.Page.GotoAsync("/concepts/pod"), request => request.Url.Contains("/events", StringComparison.Ordinal), new PageRunAndWaitForRequestOptions { Timeout = Patience });
        await opened.Page.WaitForTimeoutAsync(300);
    }

    private async Task HeardAsync() =>
        await opened.Page.WaitForConditionAsync(() => opened.Requests.Any(request => request.Contains("/events", StringComparison.Ordinal)));

    private Task ChangedAsync(string text) =>
        opened.Page.Locator("main", new PageLocatorOptions { HasTextString = text }).WaitForAsync(new LocatorWaitForOptions { Timeout = Patience });
}
