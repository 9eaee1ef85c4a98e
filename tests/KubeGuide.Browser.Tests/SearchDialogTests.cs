using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

[Collection("browser")]
public class SearchDialogTests(Browser browser)
{
    [Fact]
    public async Task Nothing_is_searched_while_a_word_is_being_composed()
    {
        await using var opened = await OpenAsync();
        var session = await opened.Page.Context.NewCDPSessionAsync(opened.Page);
        await session.SendAsync("Input.imeSetComposition", new() { ["text"] = "ぽっど", ["selectionStart"] = 3, ["selectionEnd"] = 3 });
        await opened.Page.WaitForTimeoutAsync(400);
        Assert.DoesNotContain(opened.Requests, IsSearch);
        await session.SendAsync("Input.insertText", new() { ["text"] = "ポッド" });
        await opened.Page.Locator("#search-hits [role=option]").First.WaitForAsync();
        Assert.Contains("Pod", await opened.Page.Locator("#search-hits [role=option]").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_answer_does_not_overtake_a_later_one()
    {
        await using var opened = await OpenAsync();
        var released = new TaskCompletionSource();
        await opened.Page.RouteAsync("**/search.json?q=secret", async route =>
        {
            await released.Task;
            await route.ContinueAsync();
        });
        var box = opened.Page.Locator("#search-dialog input");
        await box.FillAsync("secret");
        await box.FillAsync("ingress");
        await opened.Page.Locator("#search-hits [role=option]", new PageLocatorOptions { HasTextString = "Ingress" }).First.WaitForAsync();
        released.SetResult();
        // Whatever the first answer still does, it does before a later request is through.
        await opened.Page.EvaluateAsync("() => fetch('/search.json?q=pod').then(response => response.text())");
        Assert.Contains("Ingress", await opened.Page.Locator("#search-hits [role=option]").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Enter_works_however_early_it_is_pressed(int steps)
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/");
        await opened.Page.Keyboard.PressAsync("Control+k");
        await opened.Page.Keyboard.InsertTextAsync("pod");
        if (steps > 0)
            await opened.Page.WaitForFunctionAsync("() => document.getElementById('search-dialog').dataset.started !== undefined");
        if (steps > 1)
            await opened.Page.Locator("#search-hits [role=option]").First.WaitForAsync();
        if (steps > 2)
            await opened.Page.Keyboard.PressAsync("ArrowDown");
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.ArrivesAtAsync(steps > 2 ? "/concepts/pod" : @"/search\?q=pod");
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task The_open_dialog_is_accessible_and_closes_with_escape(int width, bool dark)
    {
        await using var opened = await browser.OpenAsync(browser.Messy, width, dark);
        await opened.Page.GotoAsync("/");
        await opened.Page.Keyboard.PressAsync("Control+k");
        await opened.Page.Locator("#search-dialog input").FillAsync("pod");
        await opened.Page.Locator("#search-hits [role=option]").First.WaitForAsync();
        Assert.Empty(await Axe.FindAsync(opened.Page));
        await opened.Page.Keyboard.PressAsync("Escape");
        await opened.Page.Locator("#search-dialog").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task Enter_without_a_choice_sends_the_plain_form()
    {
        await using var opened = await OpenAsync();
        await opened.Page.Locator("#search-dialog input").FillAsync("ロードバランサー");
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.ArrivesAtAsync(@"/search\?q=.+");
        await Assertions.Expect(opened.Page.Locator("h1")).ToContainTextAsync("ロードバランサー");
    }

    private static bool IsSearch(string url) => url.Contains("/search.json", StringComparison.Ordinal);

    private async Task<WatchedPage> OpenAsync()
    {
        var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/");
        await opened.Page.Keyboard.PressAsync("Control+k");
        await opened.Page.Locator("#search-dialog[open] input").WaitForAsync();
        await opened.Page.WaitForFunctionAsync("() => document.getElementById('search-dialog').dataset.started !== undefined");
        return opened;
    }
}
