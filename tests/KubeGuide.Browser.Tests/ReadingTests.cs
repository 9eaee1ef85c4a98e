using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

[Collection("browser")]
public class ReadingTests(Browser browser)
{
    [Fact]
    public async Task A_concept_reads_without_scripts()
    {
        await using var opened = await browser.OpenAsync(browser.Messy, scripts: false);
        await opened.Page.GotoAsync("/concepts/service");
        Assert.Equal("Service", await opened.Page.Locator("h1").InnerTextAsync());
        Assert.True(await opened.Page.Locator(".team-words li").CountAsync() >= 4);
        await opened.Page.Locator(".team-words a", new PageLocatorOptions { HasTextString = "NodePort" }).First.ClickAsync();
        Assert.EndsWith("/concepts/nodeport", opened.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await opened.Page.Locator(".scripted:visible").CountAsync());
    }

    [Fact]
    public async Task A_first_visit_to_a_concept_takes_few_requests()
    {
        await using var opened = await browser.OpenAsync(browser.Docs);
        await opened.Page.GotoAsync("/concepts/configmap", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(opened.Requests.Count(request => !request.EndsWith("/events", StringComparison.Ordinal)), 1, 5);
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task The_scheme_is_chosen_and_remembered()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/");
        var paper = await PaperAsync(opened.Page);
        for (var i = 0; i < 3 && await PaperAsync(opened.Page) == paper; i++)
            await opened.Page.Locator(".scheme-button").ClickAsync();
        var dark = await PaperAsync(opened.Page);
        Assert.NotEqual(paper, dark);
        await opened.Page.GotoAsync("/concepts/pod");
        Assert.Equal(dark, await PaperAsync(opened.Page));
    }

    [Fact]
    public async Task Code_is_copied_as_it_was_written()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/concepts/api-resource");
        await opened.Page.Locator(".code-block .copy").First.ClickAsync();
        await opened.Page.WaitForFunctionAsync("() => document.getElementById('announce').textContent.length > 0");
        var copied = await opened.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith("kubectl api-resources\n\n#", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_shows_its_file_and_the_lines_that_the_author_marks()
    {
        await using var opened = await browser.OpenAsync(browser.Docs);
        await opened.Page.GotoAsync("/concepts/service");
        var block = opened.Page.Locator(".code-block", new PageLocatorOptions { HasTextString = "service.yaml" });
        Assert.Equal("service.yaml", await block.Locator("figcaption").InnerTextAsync());
        Assert.True(await block.Locator(".line.marked").CountAsync() > 1);
        var (line, box) = ((await block.Locator(".line.marked").First.BoundingBoxAsync())!, (await block.BoundingBoxAsync())!);
        Assert.InRange(line.Width, box.Width - 2, float.MaxValue);
    }

    [Theory]
    [InlineData(".copy-link", 0, "{0}")]
    [InlineData(".copy-link", 1, "Service {0}")]
    [InlineData(".copy-link", 2, "[Service]({0})")]
    [InlineData("#backlinks .anchor", 2, "[Service › 言及されている場所]({0}#backlinks)")]
    [InlineData(".prose .anchor", 0, "{0}#")]
    public async Task A_link_is_copied_in_three_forms_with_the_keyboard_alone(string control, int form, string copied)
    {
        await using var opened = await browser.OpenAsync(browser.Docs);
        await opened.Page.GotoAsync("/concepts/service");
        await opened.Page.Locator(control).First.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Locator("#copy-menu:popover-open").WaitForAsync();
        for (var i = 0; i < form; i++)
            await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Locator("#announce", new PageLocatorOptions { HasText = "コピーしました" }).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var text = await opened.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, copied, browser.Docs.Address + "concepts/service"), text, StringComparison.Ordinal);
        Assert.Equal(0, await opened.Page.Locator("#copy-menu:popover-open").CountAsync());
        Assert.Empty(opened.Troubles);
    }

    [Fact]
    public async Task The_copy_menu_closes_by_its_button_and_by_Escape()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/concepts/pod");
        var menu = opened.Page.Locator("#copy-menu:popover-open");
        await opened.Page.Locator(".copy-link").ClickAsync();
        Assert.Equal(1, await menu.CountAsync());
        await opened.Page.Locator(".copy-link").ClickAsync();
        Assert.Equal(0, await menu.CountAsync());
        await opened.Page.Locator(".copy-link").ClickAsync();
        Assert.Equal(1, await menu.CountAsync());
        await opened.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await menu.CountAsync());
        Assert.True(await opened.Page.EvaluateAsync<bool>("document.activeElement.matches('.copy-link')"));
    }

    [Fact]
    public async Task A_heading_that_is_gone_is_named_and_the_nearest_one_offered()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/concepts/pod#backlink");
        var notice = opened.Page.Locator("#lost-fragment");
        await notice.WaitForAsync();
        Assert.Contains("「backlink」", await notice.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("#backlinks", await notice.Locator("a").GetAttributeAsync("href"));
        await notice.Locator("a").ClickAsync();
        await notice.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task A_concept_prints_as_a_clean_page()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/concepts/kustomization");
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await opened.Page.Locator(".site-nav").IsVisibleAsync());
        Assert.False(await opened.Page.Locator(".site-header .search-form").IsVisibleAsync());
        Assert.Contains("http", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.reference-card'), '::after').content"), StringComparison.Ordinal);
        Assert.NotEmpty(await opened.Page.PdfAsync());
        await opened.Page.GotoAsync("/concepts/service");
        Assert.True(await opened.Page.Locator(".more-relations:not([open]) dd").First.IsVisibleAsync());
    }

    [Fact]
    public async Task On_a_phone_names_and_the_ends_of_code_can_be_read()
    {
        await using var opened = await browser.OpenAsync(browser.Docs, width: 390, touch: true);
        await opened.Page.GotoAsync("/concepts/kubeguide-settings");
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.prose :not(pre) > code')].filter(code => /^-[-a-z]{1,15}$/.test(code.textContent) && code.getClientRects().length > 1).map(code => code.textContent)"));
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.code-block .copy')].filter(button => button.getBoundingClientRect().right < button.parentElement.getBoundingClientRect().right - 1).map(button => button.parentElement.textContent)"));
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.code-block')].filter(block => {
              const pre = block.querySelector('pre');
              pre.scrollLeft = pre.scrollWidth;
              const button = block.querySelector('.copy').getBoundingClientRect();
              const [texts, rects] = [document.createTreeWalker(pre, NodeFilter.SHOW_TEXT), []];
              for (let text = document.createRange(); texts.nextNode();) {
                text.selectNode(texts.currentNode);
                rects.push(...text.getClientRects());
              }
              return rects.some(text => text.width && text.right > button.left + 1 && text.left < button.right && text.top < button.bottom && text.bottom > button.top);
            }).map(block => block.textContent)
            """));
    }

    [Fact]
    public async Task At_200_percent_on_a_phone_no_line_of_the_first_heading_begins_with_a_comma()
    {
        await using var opened = await browser.OpenAsync(browser.Docs, width: 390);
        await opened.Page.GotoAsync("/");
        await opened.Page.EvaluateAsync("() => document.documentElement.style.fontSize = '200%'");
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('h1')].flatMap(h1 => [...h1.childNodes]).filter(node => node.nodeType === Node.TEXT_NODE).flatMap(node => [...node.data].flatMap((letter, at) => {
              const box = index => { const range = document.createRange(); range.setStart(node, index); range.setEnd(node, index + 1); return range.getBoundingClientRect(); };
              return '、。'.includes(letter) && at > 0 && box(at).top > box(at - 1).top + 8 ? [node.data] : [];
            }))
            """));
        Assert.True(await opened.Page.EvaluateAsync<bool>("document.querySelector('.brand').getBoundingClientRect().height <= document.querySelector('.site-header').getBoundingClientRect().height"));
    }

    [Fact]
    public async Task Going_to_a_heading_closes_the_sheet_on_a_phone()
    {
        await using var opened = await browser.OpenAsync(browser.Docs, width: 390, touch: true);
        await opened.Page.GotoAsync("/concepts/service");
        await opened.Page.EvaluateAsync("() => location.hash = 'backlinks'");
        await opened.Page.Locator(".bottom-bar [popovertarget=site-nav]").ClickAsync();
        await opened.Page.Locator("#site-nav:popover-open").WaitForAsync();
        await opened.Page.GoBackAsync();
        await opened.Page.WaitForFunctionAsync("() => !document.querySelector(':popover-open')");
        Assert.EndsWith("/concepts/service", opened.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".bottom-bar [popovertarget=site-nav]", "#site-nav:popover-open")]
    [InlineData(".bottom-bar [popovertarget=outline]", "#outline:popover-open")]
    [InlineData(".bottom-bar [data-opens=search]", "#search-dialog[open]")]
    public async Task Leaving_a_page_closes_what_lies_over_it_for_it_may_be_shown_again_as_it_was(string button, string sheet)
    {
        await using var opened = await browser.OpenAsync(browser.Docs, width: 390, touch: true);
        await opened.Page.GotoAsync("/concepts/service");
        await opened.Page.Locator(button).ClickAsync();
        await opened.Page.Locator(sheet).WaitForAsync();
        // The browser under test keeps no page to come back to, so it is told that it is about to.
        await opened.Page.EvaluateAsync("() => { dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })); }");
        Assert.Equal(0, await opened.Page.Locator(sheet).CountAsync());
    }

    [Fact]
    public async Task Search_opens_with_the_keyboard_and_leads_to_the_concept()
    {
        await using var opened = await browser.OpenAsync(browser.Messy);
        await opened.Page.GotoAsync("/");
        await opened.Page.Keyboard.PressAsync("Control+k");
        var box = opened.Page.Locator("#search-dialog input");
        await box.WaitForAsync();
        await box.FillAsync("ﾎﾟｯﾄﾞ");
        await opened.Page.Locator("#search-hits [role=option]").First.WaitForAsync();
        Assert.Contains("Pod", await opened.Page.Locator("#search-hits [role=option]").First.InnerTextAsync(), StringComparison.Ordinal);
        await opened.Page.Keyboard.PressAsync("ArrowDown");
        await opened.Page.Locator("#search-hits [aria-selected=true]", new PageLocatorOptions { HasTextString = "Pod" }).WaitForAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.ArrivesAtAsync("/concepts/pod");
        Assert.Empty(opened.Troubles);
    }

    private static Task<string> PaperAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor");
}
