using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

[Collection("browser")]
public sealed class ManifestTests(Browser browser)
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\n";
    private const string Service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector:\n    app: wev\n";

    private const string Secrets = "apiVersion: v1\nkind: Secret\nmetadata: {name: door}\nstringData: {key: hunter-2}\n---\nkind: Secret\nstringData: { key: hunter-2, [";

    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 20_000 };

    [Fact]
    public async Task The_explanation_follows_typing()
    {
        await using var opened = await OpenAsync("/manifest");
        var page = opened.Page;
        await page.Locator("#yaml").PressSequentiallyAsync(Service);
        await Assertions.Expect(page.Locator(".findings")).ToContainTextAsync("app=wev", Patient);
        await Assertions.Expect(page.Locator("#outline")).ToContainTextAsync("Service web");
        await page.FillAsync("#yaml", Service.Replace("wev", "web", StringComparison.Ordinal) + "---\n" + Pod);
        await Assertions.Expect(page.Locator("article.object").Nth(1)).ToContainTextAsync("Pod web", Patient);
        await Assertions.Expect(page.Locator(".findings li")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("svg a.chart-node")).ToHaveCountAsync(2);
        await page.FillAsync("#yaml", "");
        await Assertions.Expect(page.Locator("article.object")).ToHaveCountAsync(0);
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task Nothing_moves_until_something_is_typed_and_then_the_address_promises_no_example()
    {
        await using var opened = await OpenAsync("/manifest?example=web");
        var page = opened.Page;
        var heading = await page.QuerySelectorAsync("article.object h3");
        await page.Locator("#yaml").PressAsync("End");
        Assert.True(await heading!.EvaluateAsync<bool>("element => element.isConnected"));
        Assert.EndsWith("?example=web", page.Url, StringComparison.Ordinal);
        await page.FillAsync("#yaml", Pod);
        await Assertions.Expect(page.Locator("article.object h3")).ToHaveTextAsync(["Pod web"], new() { Timeout = 20_000 });
        Assert.EndsWith("/manifest", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_in_many_messages_is_read_and_one_that_is_too_long_refused_plainly()
    {
        await using var opened = await OpenAsync("/manifest");
        var page = opened.Page;
        await page.FillAsync("#yaml", "# " + new string('x', (512 * 1024) - Pod.Length - 3) + "\n" + Pod);
        await Assertions.Expect(page.Locator("article.object")).ToContainTextAsync("Pod web", Patient);
        await page.Locator("#yaml").EvaluateAsync("box => { box.value += 'xx'; box.dispatchEvent(new Event('input')); }");
        await Assertions.Expect(page.Locator(".manifest-result [role=alert]")).ToContainTextAsync("512 KiB", Patient);
        await page.FillAsync("#yaml", Pod);
        await Assertions.Expect(page.Locator("article.object")).ToContainTextAsync("Pod web", Patient);
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task Dropped_and_chosen_files_are_read()
    {
        await using var opened = await OpenAsync("/manifest");
        var page = opened.Page;
        await DropAsync(page, Service, Pod);
        await Assertions.Expect(page.Locator("article.object h3")).ToHaveTextAsync(["Service web", "Pod web"], new() { Timeout = 20_000 });
        Assert.Equal(Service + "\n---\n" + Pod, await page.InputValueAsync("#yaml"));
        await DropAsync(page, new string('x', (512 * 1024) + 1));
        await Assertions.Expect(page.Locator(".too-large")).ToBeVisibleAsync();
        Assert.StartsWith(Service, await page.InputValueAsync("#yaml"), StringComparison.Ordinal);
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "pod.yaml", MimeType = "text/yaml", Buffer = System.Text.Encoding.UTF8.GetBytes(Pod) });
        await Assertions.Expect(page.Locator("article.object h3")).ToHaveTextAsync(["Pod web"], new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".too-large")).ToBeHiddenAsync();
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_and_an_object_lights_up_wherever_it_stands()
    {
        await using var opened = await OpenAsync("/manifest?example=web");
        var page = opened.Page;
        await page.FocusAsync("#yaml");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("読む", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        var node = page.Locator("svg a.chart-node", new() { HasText = "Service shop" });
        var id = await node.GetAttributeAsync("data-object");
        await page.Locator("figure.chart").FocusAsync();
        for (var i = 0; i < 10 && await page.EvaluateAsync<string?>("document.activeElement.dataset.object") != id; i++)
            await page.Keyboard.PressAsync("Tab");
        foreach (var part in new[] { "svg a.chart-node", "article.object", "span.line" })
            await Assertions.Expect(page.Locator($"{part}.lit[data-object={id}]").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator("path.chart-edge.lit").First).ToBeAttachedAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#" + id, page.Url, StringComparison.Ordinal);
        await page.Locator(".numbered .line[data-object=object-1]").First.HoverAsync();
        await Assertions.Expect(page.Locator("svg a.chart-node.lit")).ToHaveAttributeAsync("data-object", "object-1");
        await Assertions.Expect(page.Locator($"article.object.lit[data-object={id}]")).ToHaveCountAsync(0);
        await page.Locator("#yaml").PressAsync("Control+End");
        await Assertions.Expect(page.Locator("svg a.chart-node.lit")).ToHaveAttributeAsync("data-object", "object-7");
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task A_lost_circuit_takes_no_text_away_and_catches_up_when_it_is_back()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        var page = opened.Page;
        var sockets = new List<IWebSocketRoute>();
        var isBack = new TaskCompletionSource();
        await page.RouteWebSocketAsync("**/_blazor**", async socket =>
        {
            sockets.Add(socket);
            if (sockets.Count > 1)
                await isBack.Task;
            socket.ConnectToServer();
        });
        await page.GotoAsync("/manifest");
        await IsLiveAsync(page);
        await sockets[0].CloseAsync(new() { Code = 1011 });
        await Assertions.Expect(page.Locator(".connection")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.FillAsync("#yaml", Pod);
        await page.WaitForFunctionAsync("text => sessionStorage.getItem('manifest') === text", Pod);
        Assert.Equal(0, await page.Locator("article.object").CountAsync());
        isBack.SetResult();
        await Assertions.Expect(page.Locator("article.object")).ToContainTextAsync("Pod web", new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".connection")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_text_outlives_a_server_that_knows_the_circuit_no_more()
    {
        await using var opened = await OpenAsync("/manifest?example=web");
        var page = opened.Page;
        await page.FillAsync("#yaml", Pod);
        await Assertions.Expect(page.Locator("article.object h3")).ToHaveTextAsync(["Pod web"], new() { Timeout = 20_000 });
        await page.EvaluateAsync("() => { window.isOld = true; document.querySelector('.connection').classList.add('components-reconnect-rejected'); }");
        await page.WaitForFunctionAsync("() => !window.isOld");
        await Assertions.Expect(page.Locator("article.object h3")).ToHaveTextAsync(["Pod web"], new() { Timeout = 20_000 });
        Assert.Equal(Pod, await page.InputValueAsync("#yaml"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_form_reads_without_scripts_and_without_a_circuit(bool scripts)
    {
        await using var opened = await browser.OpenAsync(browser.Messy, scripts: scripts);
        var page = opened.Page;
        if (scripts)
            await page.RouteWebSocketAsync("**/_blazor**", _ => { });
        await page.GotoAsync("/manifest");
        await page.FillAsync("#yaml", Service);
        await page.ClickAsync(".manifest-form button");
        await Assertions.Expect(page.Locator("article.object h3")).ToHaveTextAsync(["Service web"], new() { Timeout = 20_000 });
        Assert.Equal(Service, await page.InputValueAsync("#yaml"));
        if (!scripts)
        {
            await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "pod.yaml", MimeType = "text/yaml", Buffer = System.Text.Encoding.UTF8.GetBytes(Pod) });
            await page.ClickAsync(".manifest-form button");
            await Assertions.Expect(page.Locator("article.object h3")).ToHaveTextAsync(["Pod web"], new() { Timeout = 20_000 });
        }

        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task Values_of_secrets_come_back_neither_in_the_page_nor_over_the_circuit()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        var page = opened.Page;
        var received = new List<string>();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => received.Add(frame.Text ?? System.Text.Encoding.UTF8.GetString(frame.Binary ?? []));
        await page.GotoAsync("/manifest");
        await IsLiveAsync(page);
        await page.FillAsync("#yaml", Secrets);
        await Assertions.Expect(page.Locator("article.object")).ToContainTextAsync("Secret door", Patient);
        Assert.Contains(received, frame => frame.Contains("door", StringComparison.Ordinal));
        Assert.DoesNotContain(received, frame => frame.Contains("hunter", StringComparison.Ordinal));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.outerHTML.includes('hunter')"));
    }

    [Theory]
    [InlineData("web", 1280, false)]
    [InlineData("canary", 390, true)]
    [InlineData("kustomize", 1280, true)]
    [InlineData("web", 390, false)]
    public async Task The_reader_is_accessible_and_breaks_no_policy(string example, int width, bool dark)
    {
        await using var opened = await OpenAsync("/manifest?example=" + example, width, dark);
        var page = opened.Page;
        await page.Locator("#yaml").EvaluateAsync("box => { box.value += '---\\nkind: [\\n---\\n' + box.value + '---\\napiVersion: v1\\nkind: ConfigMap\\nmetadata: { name: a-name-too-long-for-a-box-of-the-picture }\\n'; box.dispatchEvent(new Event('input')); }");
        await Assertions.Expect(page.Locator(".findings")).ToContainTextAsync("parse", Patient);
        await page.Locator(".manifest-result details").First.EvaluateAsync("details => details.open = true");
        Assert.Empty(await Axe.FindAsync(page));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task Values_of_secrets_are_in_no_log_however_talkative()
    {
        await using var site = await SiteProcess.StartAsync(
            RunningSite.Notes("messy-export.md"), ("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore.SignalR", "Trace"),
            ("Logging__LogLevel__Microsoft.AspNetCore.Components", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore.Http", "Trace"));
        await using var opened = await browser.OpenAsync(site.Client.BaseAddress!);
        var page = opened.Page;
        await page.GotoAsync("/manifest");
        await IsLiveAsync(page);
        await page.FillAsync("#yaml", Secrets);
        await Assertions.Expect(page.Locator("article.object")).ToContainTextAsync("Secret door", Patient);
        await page.ClickAsync(".manifest-form button");
        await Assertions.Expect(page.Locator("article.object")).ToContainTextAsync("Secret door", Patient);
        await opened.Page.APIRequest.PostAsync("/api/manifest", new() { DataString = Secrets });
        Assert.Contains("ReadAsync", site.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", site.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_readers_at_once_cost_less_than_4_MiB_each()
    {
        const int readers = 20;
        var yaml = ThreeHundredLines();
        await using var site = await SiteProcess.StartAsync(RunningSite.Notes("messy-export.md"), ("DOTNET_gcServer", "0"), ("DOTNET_GCConserveMemory", "9"));
        await using var opened = await browser.OpenAsync(site.Client.BaseAddress!);
        await OpenReadersAsync(opened.Page.Context, 5, yaml);
        var before = site.Memory;
        await OpenReadersAsync(opened.Page.Context, readers, yaml);
        var each = (site.Memory - before) / readers;
        TestContext.Current.TestOutputHelper!.WriteLine($"{each / 1024} KiB of memory for each of {readers} readers");
        Assert.True(each <= 4 * 1024 * 1024);
    }

    private static async Task OpenReadersAsync(IBrowserContext context, int readers, string yaml)
    {
        for (var i = 0; i < readers; i++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync("/manifest");
            await IsLiveAsync(page);
            await page.FillAsync("#yaml", yaml);
            await page.Locator(".manifest-form[data-live=read]").WaitForAsync(new() { Timeout = 30_000 });
        }
    }

    private static string ThreeHundredLines() => string.Concat(Enumerable.Range(1, 15).Select(i => $"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web-{i}
        spec:
          selector:
            matchLabels:
              app: web-{i}
          template:
            metadata:
              labels:
                app: web-{i}
            spec:
              serviceAccountName: web-{i % 3}
              containers:
                - name: web
                  image: example.com/web:{i}
                  envFrom:
                    - configMapRef: {"{"} name: settings {"}"}
        ---

        """));

    /// <summary>Opens the page and waits until its circuit lives.</summary>
    private async Task<WatchedPage> OpenAsync(string path, int width = 1280, bool dark = false)
    {
        var opened = await browser.OpenAsync(browser.Messy, width, dark);
        await opened.Page.GotoAsync(path);
        await IsLiveAsync(opened.Page);
        return opened;
    }

    private static Task IsLiveAsync(IPage page) => page.Locator(".manifest-form[data-live]").WaitForAsync(new() { Timeout = 30_000 });

    private static Task DropAsync(IPage page, params string[] files) => page.Locator("#yaml").EvaluateAsync(
        """
        (box, files) => {
          const dataTransfer = new DataTransfer();
          files.forEach((text, index) => dataTransfer.items.add(new File([text], `${index}.yaml`)));
          for (const name of ['dragover', 'drop']) box.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer }));
        }
        """,
        files);
}
