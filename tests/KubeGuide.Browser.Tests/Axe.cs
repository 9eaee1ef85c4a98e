using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KubeGuide.Browser.Tests;

/// <summary>
/// WCAG 2.2 AA as far as a machine can tell. axe runs in the page itself and reports violations only; the way of its own package,
/// which keeps all that passed and finishes in a second page, takes four times as long.
/// </summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Everything that is wrong with the page as it stands, in both schemes: every rule in the present one, those about colours in the other.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        var dark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        var found = await page.EvaluateAsync<string[]>(EveryRule);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Light : ColorScheme.Dark });
        var other = await page.EvaluateAsync<string[]>(RulesAboutColours);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        return [.. found, .. other.Select(fault => fault + (dark ? " (light)" : " (dark)"))];
    }

    private const string Violations = "({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html).join(' '))";

    private const string EveryRule = "axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(" + Violations + ")";

    private const string RulesAboutColours = "axe.run({ resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] }).then(" + Violations + ")";
}
