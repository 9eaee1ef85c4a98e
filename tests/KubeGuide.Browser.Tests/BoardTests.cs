using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

[Collection("browser")]
public sealed class BoardTests(Browser browser) : IDisposable
{
    private readonly string notes = Directory.CreateTempSubdirectory("board").FullName;

    public void Dispose() => Directory.Delete(notes, recursive: true);

    [Fact]
    public async Task Saving_a_note_changes_an_open_board()
    {
        Save("# Pod\n\nSeviceの話。\n");
        await using var site = await RunningSite.StartAsync(notes);
        await using var opened = await browser.OpenAsync(site);
        await OpenBoardAsync(opened.Page, "/board");
        await Assertions.Expect(opened.Page.Locator(".findings li")).ToContainTextAsync("Sevice");
        Save("# Pod\n\nServiceの話。L７。\n");
        await Assertions.Expect(opened.Page.Locator(".findings li")).ToContainTextAsync("L７", new() { Timeout = 20_000 });
        await Assertions.Expect(opened.Page.Locator("main .hint[role=status]").First).ToContainTextAsync("反映しました");
        Assert.Empty(opened.Troubles);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_form_filters_with_and_without_scripts(bool scripts)
    {
        await using var opened = await browser.OpenAsync(browser.Messy, scripts: scripts);
        if (scripts)
            await OpenBoardAsync(opened.Page, "/board");
        else
            await opened.Page.GotoAsync("/board");
        await opened.Page.SelectOptionAsync("select[name=rule]", "misspelt-kind");
        await opened.Page.ClickAsync(".filters button");
        await opened.ArrivesAtAsync(@"/board\?rule=misspelt-kind.*");
        await Assertions.Expect(opened.Page.Locator(".findings li")).ToHaveCountAsync(2);
        await Assertions.Expect(opened.Page.Locator("select[name=rule]")).ToHaveValueAsync("misspelt-kind");
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task A_lost_circuit_is_told_in_a_corner_and_comes_back()
    {
        Save("# Pod\n\nSeviceの話。\n");
        await using var site = await RunningSite.StartAsync(notes);
        await using var opened = await browser.OpenAsync(site);
        var sockets = new List<IWebSocketRoute>();
        await opened.Page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            socket.ConnectToServer();
            sockets.Add(socket);
        });
        await OpenBoardAsync(opened.Page, "/board");
        var notice = opened.Page.Locator(".connection");
        await Assertions.Expect(notice).ToBeHiddenAsync();
        var told = opened.Page.EvaluateAsync<double>("""
            () => new Promise((resolve) => {
              const notice = document.querySelector('.connection');
              new MutationObserver(() => {
                const box = notice.getBoundingClientRect();
                if (notice.classList.contains('components-reconnect-show')) resolve(box.width * box.height / (innerWidth * innerHeight));
              }).observe(notice, { attributeFilter: ['class'] });
            })
            """);
        await sockets[0].CloseAsync(new() { Code = 1011 });
        Assert.InRange(await told, 0.0001, 0.1);
        await Assertions.Expect(notice).ToBeHiddenAsync(new() { Timeout = 20_000 });
        Save("# Pod\n\nServiceの話。L７。\n");
        await Assertions.Expect(opened.Page.Locator(".findings li")).ToContainTextAsync("L７", new() { Timeout = 20_000 });
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task The_board_is_accessible_and_breaks_no_policy(int width, bool dark)
    {
        await using var opened = await browser.OpenAsync(browser.Messy, width, dark);
        await OpenBoardAsync(opened.Page, "/board?by=group");
        Assert.Empty(await Axe.FindAsync(opened.Page));
        Assert.Equal(0, await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task From_the_board_one_reads_on_with_ordinary_links()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await OpenBoardAsync(opened.Page, "/board");
        await opened.Page.Locator(".sheet-table a.concept-link").First.ClickAsync();
        await opened.ArrivesAtAsync("/concepts/[a-z-]+");
        await opened.Page.Locator("footer").WaitForAsync();
        Assert.Equal(0, await opened.Page.Locator("script[src*=blazor]").CountAsync());
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task Twenty_boards_at_once_cost_less_than_512_KiB_each()
    {
        const int boards = 20;
        await using var first = await browser.OpenAsync(browser.Docs);
        await OpenBoardAsync(first.Page, "/board");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var opened = await browser.OpenAsync(browser.Docs);
        for (var i = 0; i < boards; i++)
            await OpenBoardAsync(i == 0 ? opened.Page : await opened.Page.Context.NewPageAsync(), "/board");
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / boards;
        TestContext.Current.TestOutputHelper!.WriteLine($"{each / 1024} KiB of heap for each of {boards} boards");
        Assert.True(each <= 512 * 1024);
    }

    /// <summary>Opens the board and waits until its circuit lives.</summary>
    private static async Task OpenBoardAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Assertions.Expect(page.Locator("main .hint[role=status]").First).ToContainTextAsync("保存すると", new() { Timeout = 20_000 });
    }

    private void Save(string note) => File.WriteAllText(Path.Combine(notes, "pods.md"), note);
}
