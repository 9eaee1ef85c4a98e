using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace KubeGuide.Web.Tests;

public partial class WordsTests
{
    [Fact]
    public void A_component_lays_out_and_holds_no_words()
    {
        var components = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../src/KubeGuide.Web/Components"), "*.razor", SearchOption.AllDirectories);
        Assert.True(components.Length > 50);
        Assert.Empty(components.SelectMany(file => Japanese().Matches(File.ReadAllText(file)).Select(word => $"{Path.GetFileName(file)}: {word.Value}")));
    }

    /// <summary>Kana and kanji; marks such as 「」 and ・ are layout.</summary>
    [GeneratedRegex("[\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF]+")]
    private static partial Regex Japanese();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
