using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

[Collection("browser")]
public class PreviewTests(Browser browser)
{
    [Fact]
    public async Task A_preview_says_why_stays_while_it_is_hovered_and_closes_with_escape()
    {
        await using var opened = await OpenAsync();
        await Link(opened.Page, "ClusterIP").HoverAsync();
        var preview = opened.Page.Locator(".preview:visible");
        await preview.WaitForAsync();
        Assert.Contains("ClusterIP", await preview.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("messy-export.md:", await preview.Locator(".why").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(element => element.id).filter((id, index, all) => all.indexOf(id) !== index)"));
        await preview.HoverAsync();
        // Longer than it takes to close; what is awaited is that nothing happens.
        await opened.Page.WaitForTimeoutAsync(500);
        Assert.True(await preview.IsVisibleAsync());
        await opened.Page.Keyboard.PressAsync("Escape");
        await preview.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await Link(opened.Page, "NodePort").HoverAsync();
        await preview.WaitForAsync();
        await opened.Page.Mouse.MoveAsync(1, 1);
        await preview.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task A_preview_opens_for_the_keyboard_too_and_is_told_to_a_screen_reader()
    {
        await using var opened = await OpenAsync();
        await opened.Page.Locator(".team-words a.concept-link").First.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Shift+Tab");
        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.Locator(".preview:visible").WaitForAsync();
        Assert.Equal("preview", await opened.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-describedby')"));
        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.WaitForFunctionAsync("() => document.querySelectorAll('[aria-describedby=preview]').length <= 1");
    }

    [Fact]
    public async Task A_preview_that_cannot_be_had_shows_nothing()
    {
        await using var opened = await OpenAsync();
        var asked = new TaskCompletionSource();
        await opened.Page.RouteAsync("**/preview", async route =>
        {
            await route.AbortAsync();
            asked.TrySetResult();
        });
        await Link(opened.Page, "ClusterIP").HoverAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await opened.Page.EvaluateAsync("new Promise(resolve => setTimeout(resolve, 100))");
        Assert.Equal(0, await opened.Page.Locator(".preview:visible").CountAsync());
    }

    [Fact]
    public async Task Touch_follows_a_link_without_a_preview()
    {
        await using var opened = await browser.OpenAsync(browser.Messy, width: 390, touch: true);
        await opened.Page.GotoAsync("/concepts/service");
        await Link(opened.Page, "ClusterIP").TapAsync();
        await Assertions.Expect(opened.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/concepts/clusterip$"), new() { Timeout = 30_000 });
        Assert.DoesNotContain(opened.Requests, url => url.EndsWith("/preview", StringComparison.Ordinal));
    }

    private static ILocator Link(IPage page, string text) => page.Locator(".team-words a.concept-link", new PageLocatorOptions { HasTextString = text }).First;

    private async Task<WatchedPage> OpenAsync()
    {
        var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/concepts/service");
        return opened;
    }
}
