using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

/// <summary>WCAG 2.2 AA on every kind of page, as far as a machine can tell.</summary>
[Collection("browser")]
public class AccessibilityTests(Browser browser)
{
    private static readonly string[] Kinds =
    [
        "/", "/groups/network", "/terms", "/notes", "/notes/messy-export.md", "/resources", "/references", "/concepts/pod", "/concepts/service",
        "/concepts/peerauthentication", "/concepts/loadbalancer", "/concepts/gateway", "/concepts/kustomization", "/concepts/pod/mentions", "/search?q=pod",
        "/map", "/map?focus=pod", "/compare/clusterip,nodeport,loadbalancer", "/compare/pod", "/manifest?example=web",
        "/search?q=%E3%81%82%E3%82%8A%E3%81%88%E3%81%AA%E3%81%84", "/concepts/nothing",
    ];

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task Every_kind_of_page_is_accessible_keeps_still_and_raises_no_error(int width, bool dark)
    {
        await using var opened = await browser.OpenAsync(browser.Messy, width, dark);
        var problems = new List<string>();
        foreach (var path in Kinds)
        {
            await opened.Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            if (await opened.Page.EvaluateAsync<double>(LayoutShift) is var shift and > 0)
                problems.Add($"{path} shifts by {shift}");
            if (await OverflowAsync(opened.Page) is var overflow and > 0)
                problems.Add($"{path} is {overflow} pixels too wide");
            problems.AddRange((await Axe.FindAsync(opened.Page)).Select(fault => $"{path} {fault}"));
        }

        Assert.Empty(problems);
        Assert.DoesNotContain(opened.Troubles, trouble => !trouble.Contains("a status of 40", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_400_percent_and_with_wide_spacing_nothing_is_lost()
    {
        await using var opened = await browser.OpenAsync(browser.Messy, width: 320);
        await opened.Page.SetViewportSizeAsync(320, 256);
        foreach (var path in (string[])["/", "/concepts/service", "/terms", "/search?q=pod", "/notes/messy-export.md"])
        {
            await opened.Page.GotoAsync(path);
            Assert.Equal("static static", await opened.Page.EvaluateAsync<string>("['.site-top', '.bottom-bar'].map(name => getComputedStyle(document.querySelector(name)).position).join(' ')"));
            Assert.Equal(0, await OverflowAsync(opened.Page));
            await opened.Page.EvaluateAsync(WideSpacing);
            Assert.Equal(0, await OverflowAsync(opened.Page));
            Assert.Empty(await opened.Page.EvaluateAsync<string[]>(ClippedText));
        }
    }

    [Fact]
    public async Task The_keyboard_comes_first_to_the_text_and_never_under_the_header()
    {
        await using var opened = await browser.OpenAsync(browser.Docs, width: 900);
        await opened.Page.GotoAsync("/concepts/service");
        await opened.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("本文へ", await opened.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await opened.Page.EvaluateAsync<string>("document.activeElement.id"));
        await opened.Page.Locator(".site-footer a").FocusAsync();
        for (var i = 0; i < 40; i++)
        {
            await opened.Page.Keyboard.PressAsync("Shift+Tab");
            Assert.Null(await opened.Page.EvaluateAsync<string?>(CoveredFocus));
        }
    }

    [Fact]
    public async Task A_single_key_is_no_shortcut()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/concepts/pod");
        foreach (var key in "abcdefghijklmnopqrstuvwxyz/?.0")
            await opened.Page.Keyboard.PressAsync(key.ToString());
        Assert.EndsWith("/concepts/pod", opened.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await opened.Page.Locator("dialog[open], :popover-open").CountAsync());
    }

    [Fact]
    public async Task What_the_reader_asks_of_the_system_is_done()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/concepts/peerauthentication");
        Assert.Equal("none 0s", await opened.Page.EvaluateAsync<string>(Motion));
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference, ForcedColors = ForcedColors.Active });
        Assert.Equal("page 0.14s", await opened.Page.EvaluateAsync<string>(Motion));
        Assert.Equal("0px", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).webkitTextStrokeWidth"));
        Assert.False(await opened.Page.Locator(".scheme-button").IsVisibleAsync());
    }

    private static Task<int> OverflowAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private const string LayoutShift = """
        () => new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        })
        """;

    private const string Motion = "getComputedStyle(document.querySelector('main')).viewTransitionName + ' ' + getComputedStyle(document.querySelector('.site-top')).transitionDuration";

    /// <summary>The spacing of WCAG 1.4.12, by a sheet that the policy cannot forbid.</summary>
    private const string WideSpacing = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
          document.adoptedStyleSheets = [sheet];
        }
        """;

    private const string ClippedText = """
        [...document.querySelectorAll('main *, .site-header *')]
          .filter(element => element.matches(':not(.unseen, .unseen *, [hidden], svg, svg *, input)') && getComputedStyle(element).overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
          .map(element => element.outerHTML.slice(0, 80))
        """;

    /// <summary>The focused element where the header lies on it, else null.</summary>
    private const string CoveredFocus = """
        () => {
          const [focused, top] = [document.activeElement, document.querySelector('.site-top')];
          if (top.contains(focused) || focused.closest('.site-nav')) return null;
          return focused.getBoundingClientRect().top < top.getBoundingClientRect().bottom - 1 ? focused.outerHTML : null;
        }
        """;
}
