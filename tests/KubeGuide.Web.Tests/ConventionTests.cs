using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KubeGuide.Web.Tests;

/// <summary>What the components agree on, where no analyser sees to it.</summary>
public partial class ConventionTests
{
    private static readonly string Source = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../src/KubeGuide.Web");

    [Fact]
    public void A_component_lays_out_and_holds_no_words()
    {
        var components = Directory.GetFiles(Path.Combine(Source, "Components"), "*.razor", SearchOption.AllDirectories);
        Assert.True(components.Length > 50);
        Assert.Empty(components.SelectMany(file => Japanese().Matches(File.ReadAllText(file)).Select(word => $"{Path.GetFileName(file)}: {word.Value}")));
    }

    [Fact]
    public void One_component_makes_markup_of_HTML() => Assert.Equal(
        ["RawHtml.razor"],
        new[] { "*.cs", "*.razor" }.SelectMany(kind => Directory.GetFiles(Path.Combine(Source, "Components"), kind, SearchOption.AllDirectories))
            .Where(file => MakesMarkup().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));

    /// <summary>Kana and kanji; marks such as 「」 and ・ are layout.</summary>
    [GeneratedRegex("[\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF]+")]
    private static partial Regex Japanese();

    [GeneratedRegex("MarkupString|AddMarkupContent|AddRawContent")]
    private static partial Regex MakesMarkup();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
