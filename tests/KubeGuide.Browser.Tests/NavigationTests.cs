using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

[Collection("browser")]
public class NavigationTests(Browser browser)
{
    [Fact]
    public async Task One_finds_the_way_through_groups_breadcrumbs_and_neighbours()
    {
        await using var opened = await browser.OpenAsync(browser.Docs);
        var page = opened.Page;
        await page.GotoAsync("/");
        await page.Locator(".site-nav a", new PageLocatorOptions { HasTextString = "ネットワーク" }).ClickAsync();
        await page.WaitForURLAsync("**/groups/network");
        Assert.Contains("ネットワーク", await page.Locator(".site-nav [aria-current=page]").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".site-nav .concept-rows a", new PageLocatorOptions { HasTextString = "Ingress" }).First.ClickAsync();
        await page.WaitForURLAsync("**/concepts/ingress");
        var next = await page.Locator(".neighbours [rel=next]").GetAttributeAsync("href");
        await page.Locator(".neighbours [rel=next]").ClickAsync();
        await page.WaitForURLAsync("**" + next);
        await page.Locator(".neighbours [rel=prev]").ClickAsync();
        await page.WaitForURLAsync("**/concepts/ingress");
        await page.Locator(".breadcrumb a").First.ClickAsync();
        await page.WaitForURLAsync("**/groups/network");
        await page.Locator(".page-list a", new PageLocatorOptions { HasTextString = "用語" }).ClickAsync();
        await page.WaitForURLAsync("**/terms");
        Assert.Equal("用語", await page.Locator(".site-nav [aria-current=page]").InnerTextAsync());
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task The_outline_follows_the_reader()
    {
        await using var opened = await browser.OpenAsync(browser.Docs, width: 1440);
        await opened.Page.GotoAsync("/concepts/service");
        var links = opened.Page.Locator(".outline a");
        var last = await links.CountAsync() - 1;
        await links.Nth(last).ClickAsync();
        await Assertions.Expect(links.Nth(last)).ToHaveAttributeAsync("aria-current", "location");
        await opened.Page.EvaluateAsync("scrollTo(0, 0)");
        await Assertions.Expect(links.Nth(last)).Not.ToHaveAttributeAsync("aria-current", "location");
        Assert.InRange(await opened.Page.Locator(".outline [aria-current]").CountAsync(), 0, 1);
    }

    [Fact]
    public async Task On_a_phone_the_thumb_reaches_list_search_and_outline()
    {
        await using var opened = await browser.OpenAsync(browser.Docs, width: 390, touch: true);
        var page = opened.Page;
        await page.GotoAsync("/concepts/service");
        var bar = (await page.Locator(".bottom-bar").BoundingBoxAsync())!;
        Assert.Equal(page.ViewportSize!.Height, bar.Y + bar.Height, 1d);
        Assert.Equal(["一覧", "検索", "目次"], await page.Locator(".bottom-bar > *").AllInnerTextsAsync());
        await page.Locator(".bottom-bar button").First.TapAsync();
        await page.Locator("#site-nav:popover-open").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".bottom-bar button").Last.TapAsync();
        await page.Locator("#outline:popover-open a").Last.TapAsync();
        await page.Locator("#outline:popover-open").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await page.Locator(".bottom-bar a").TapAsync();
        await page.Locator("#search-dialog[open]").WaitForAsync();
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task A_link_under_the_pointer_is_fetched_ahead_and_a_search_is_not()
    {
        await using var opened = await browser.OpenAsync(browser.Docs);
        await opened.Page.GotoAsync("/concepts/service");
        var session = await opened.Page.Context.NewCDPSessionAsync(opened.Page);
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("Preload.prefetchStatusUpdated").OnEvent += (_, change) =>
        {
            if (change?.GetProperty("status").GetString() == "Ready")
                ready.TrySetResult(change.Value.GetProperty("prefetchUrl").GetString()!);
        };
        var known = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("Preload.preloadingAttemptSourcesUpdated").OnEvent += (_, attempts) => known.TrySetResult(attempts?.ToString() ?? "");
        await session.SendAsync("Preload.enable");
        var candidates = await known.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Contains("/concepts/pod", candidates, StringComparison.Ordinal);
        Assert.All((string[])["search", "board", "manifest", "index.json"], path => Assert.DoesNotContain(browser.Docs.Address + path, candidates, StringComparison.Ordinal));
        await opened.Page.Locator(".prose a.concept-link", new PageLocatorOptions { HasTextString = "Pod" }).First.HoverAsync();
        Assert.EndsWith("/concepts/pod", await ready.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remembered_scheme_stands_before_the_page_has_a_body()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/");
        while (await opened.Page.EvaluateAsync<string?>("document.documentElement.dataset.scheme ?? null") != "dark")
            await opened.Page.Locator(".scheme-button").ClickAsync();
        await opened.Page.AddInitScriptAsync("""
            new MutationObserver(() => { if (document.body && !('first' in window)) window.first = document.documentElement.dataset.scheme ?? 'none'; })
              .observe(document, { childList: true, subtree: true });
            """);
        await opened.Page.GotoAsync("/concepts/pod");
        Assert.Equal("dark", await opened.Page.EvaluateAsync<string>("first"));
    }
}
