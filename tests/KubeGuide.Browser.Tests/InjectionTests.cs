using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

/// <summary>Every page of a site of hostile notes, in a browser that would run what it is given: one of its own, beside the other tests.</summary>
public sealed class InjectionTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const int Tabs = 4;

    /// <summary>Says on the console what ran, what the policy stopped, and what a click would run.</summary>
    private const string Watch = """
        window.alert = window.confirm = window.prompt = () => console.error('EXECUTED');
        document.addEventListener('securitypolicyviolation', event => console.error(`POLICY ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
        """;

    private const string Look = """
        () => {
          const found = [];
          for (const element of document.querySelectorAll('*')) {
            for (const { name, value } of element.attributes) {
              if (name.startsWith('on')) found.push(`${element.tagName} ${name}`);
              if (['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name) && !/^(https?:|mailto:|data:image\/|[^a-z]|[a-z0-9_\/.-]*([?#]|$))/i.test(value)) found.push(`${element.tagName} ${name}=${value}`);
              if (name === 'style' || name === 'srcdoc' || name === 'autofocus') found.push(`${element.tagName} ${name}`);
            }
            if (element.matches('iframe, object, embed, base, math, style, meta[http-equiv], link[rel=import], template, marquee, video, audio')) found.push(element.tagName);
            if (element.matches('script:not([src]):not([type="application/ld+json"])')) found.push('inline script');
          }
          return found;
        }
        """;

    private readonly string notes = Directory.CreateTempSubdirectory("injection").FullName;
    private readonly ConcurrentQueue<string> troubles = new();

    public void Dispose() => Directory.Delete(notes, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_notes_names_or_addresses_say_is_executed(bool withoutPolicy)
    {
        Assert.True(InjectionNotes.Count >= 120);
        InjectionNotes.Write(notes);
        await using var site = await RunningSite.StartAsync(notes);
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = site.Address.ToString(), BypassCSP = withoutPolicy, Locale = "ja-JP" });
        await context.AddInitScriptAsync(Watch);
        var addresses = new ConcurrentQueue<string>([.. await PagesAsync(site), .. InjectionNotes.Addresses]);
        var count = addresses.Count;
        await Task.WhenAll(Enumerable.Range(0, Tabs).Select(_ => OpenAllAsync(context, addresses)));
        Assert.Empty(troubles);
        Assert.True(count > InjectionNotes.Bodies.Length + InjectionNotes.Titles.Length, $"{count} pages");
    }

    /// <summary>Opened by itself a picture is a document of its own, which only its policy keeps still; in a page the browser runs nothing of it.</summary>
    [Fact]
    public async Task A_picture_opened_by_itself_runs_nothing()
    {
        InjectionNotes.Write(notes);
        await using var site = await RunningSite.StartAsync(notes);
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = site.Address.ToString() });
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        Note(page);
        await page.GotoAsync("/notes/x.svg");
        Assert.DoesNotContain(troubles, trouble => trouble.Contains("EXECUTED", StringComparison.Ordinal) || trouble.Contains("dialog", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_suite_looks_for_it_would_find()
    {
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BypassCSP = true });
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        Note(page);
        await page.RouteAsync("**/*", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<body><img src=x onerror=alert(1)><a href='javascript:alert(1)'>x</a>" }));
        await page.GotoAsync("http://127.0.0.1:9/");
        await page.WaitForConditionAsync(() => troubles.Any(trouble => trouble.Contains("EXECUTED", StringComparison.Ordinal)));
        Assert.Equal(2, (await page.EvaluateAsync<string[]>(Look)).Length);
    }

    private async Task OpenAllAsync(IBrowserContext context, ConcurrentQueue<string> addresses)
    {
        var page = await context.NewPageAsync();
        Note(page);
        while (addresses.TryDequeue(out var address))
        {
            var response = await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            if (response is { Status: >= 500 })
                troubles.Enqueue($"{address}: {response.Status}");
            foreach (var found in await page.EvaluateAsync<string[]>(Look))
                troubles.Enqueue($"{address}: {found}");
        }

        await page.CloseAsync();
    }

    private void Note(IPage page)
    {
        page.Dialog += (_, dialog) => troubles.Enqueue($"{page.Url}: dialog {dialog.Message}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("EXECUTED", StringComparison.Ordinal) || message.Text.Contains("POLICY", StringComparison.Ordinal) || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                troubles.Enqueue($"{page.Url}: {message.Text}");
        };
    }

    /// <summary>Every page of the site that the notes have a part in.</summary>
    private static async Task<List<string>> PagesAsync(RunningSite site)
    {
        using var index = JsonDocument.Parse(await site.Client.GetStringAsync("/index.json"));
        string[] lists = ["/", "/terms", "/notes", "/references", "/references?sort=date", "/resources", "/map", "/board", "/board?by=path", "/concepts/pod/mentions", "/concepts/pod/preview"];
        return
        [
            .. lists,
            .. index.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("url").GetString()!),
            .. index.RootElement.GetProperty("concepts").EnumerateArray().Where(concept => concept.GetProperty("state").GetString() == "written").Select(concept => concept.GetProperty("url").GetString()!),
            .. index.RootElement.GetProperty("concepts").EnumerateArray().Select(concept => "/groups/" + Uri.EscapeDataString(concept.GetProperty("group").GetString()!)).Distinct(),
        ];
    }
}

internal static class Waiting
{
    /// <summary>Polls until the condition holds, a minute at most.</summary>
    public static async Task WaitForConditionAsync(this IPage page, Func<bool> holds)
    {
        for (var i = 0; i < 600 && !holds(); i++)
            await page.WaitForTimeoutAsync(100);
        Assert.True(holds());
    }
}
