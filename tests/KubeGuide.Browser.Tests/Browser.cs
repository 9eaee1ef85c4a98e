using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

/// <summary>One Chromium and two sites for many browser tests: the messy export and the shipped glossary.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright playwright = null!;

    public IBrowser Chromium { get; private set; } = null!;

    public RunningSite Messy { get; private set; } = null!;

    public RunningSite Docs { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("KUBEGUIDE_CHROMIUM") is { Length: > 0 } path ? path : null,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        Messy = await RunningSite.StartAsync(RunningSite.Notes("messy-export.md"));
        Docs = await RunningSite.StartAsync(RunningSite.Docs);
    }

    /// <summary>A new page that notes down every error, policy report and request to another host.</summary>
    public Task<WatchedPage> OpenAsync(RunningSite site, int width = 1280, bool dark = false, bool scripts = true, bool touch = false) =>
        OpenAsync(site.Address, width, dark, scripts, touch);

    public async Task<WatchedPage> OpenAsync(Uri site, int width = 1280, bool dark = false, bool scripts = true, bool touch = false)
    {
        var context = await Chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            HasTouch = touch,
            // Chromium reports a cross-fade that a busy machine cuts short as an error of the page.
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "ja-JP",
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        return new WatchedPage(context, await context.NewPageAsync(), site);
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright.Dispose();
        await Messy.DisposeAsync();
        await Docs.DisposeAsync();
    }
}

/// <summary>A page with what went wrong on it.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public WatchedPage(IBrowserContext context, IPage page, Uri site)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Troubles.Enqueue(message.Text);
        };
        page.PageError += (_, error) => Troubles.Enqueue(error);
        page.Request += (_, request) =>
        {
            Requests.Enqueue(request.Url);
            if (!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Troubles.Enqueue("request to another host: " + request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>
    /// Waits until the page stands at an address. It asks again and again, where Playwright's own WaitForURL listens, and may
    /// miss what happened between its look at the address and the first moment of listening.
    /// </summary>
    /// <param name="address">A regular expression for the end of it.</param>
    public Task ArrivesAtAsync(string address) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(address + "$"));

    /// <summary>Written to by the browser's own thread.</summary>
    public ConcurrentQueue<string> Troubles { get; } = [];

    public ConcurrentQueue<string> Requests { get; } = [];

    public ValueTask DisposeAsync() => context.DisposeAsync();
}

[CollectionDefinition("browser")]
public sealed class BrowserTests : ICollectionFixture<Browser>;
