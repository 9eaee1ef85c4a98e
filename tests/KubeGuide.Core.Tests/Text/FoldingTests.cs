using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Pod", "pod")]
    [InlineData("ＰＯＤ", "pod")]
    [InlineData("Ｌ７", "l7")]
    [InlineData("Horizontal Pod Autoscaler", "horizontalpodautoscaler")]
    [InlineData("API リソース", "apiリソース")]
    [InlineData("API\u3000リソース", "apiリソース")]
    [InlineData("クラスター", "クラスタ")]
    [InlineData("クラスターIP", "クラスタip")]
    [InlineData("クラスター IP", "クラスタip")]
    [InlineData("サーバーレス", "サーバーレス")]
    [InlineData("ｸﾗｽﾀｰ", "クラスタ")]
    [InlineData("ﾎﾟｯﾄﾞ", "ポッド")]
    [InlineData("ｳﾞｧ", "ヴァ")]
    [InlineData("ホ\u309Aット\u3099", "ポッド")]
    [InlineData("か\u3099き", "がき")]
    [InlineData("は\u309A", "ぱ")]
    [InlineData("ー", "ー")]
    [InlineData("あー", "あー")]
    [InlineData("コンテナオーケストレー\nション", "コンテナオーケストレーション")]
    [InlineData("名前\n空間", "名前空間")]
    [InlineData("サーバー\n上", "サーバ上")]
    [InlineData("Po\u200Bd\uFEFF", "pod")]
    [InlineData("｢サービス｣｡", "「サービス」。")]
    [InlineData("", "")]
    public void Spellings_a_reader_takes_for_the_same_fold_to_one(string text, string folded) =>
        Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("ポット", "ポッド")]
    [InlineData("ハス", "バス")]
    [InlineData("サーバーレス", "サーバレス")]
    [InlineData("Pod", "Pods")]
    public void Different_words_stay_different(string one, string other) =>
        Assert.NotEqual(Folding.Fold(one), Folding.Fold(other));

    [Theory]
    [InlineData("ァヺㇰㇿ", "\u30A0ー・\u31EF㈀あ")]
    public void Katakana_are_its_letters(string letters, string others)
    {
        Assert.All(letters, c => Assert.True(Folding.IsKatakana(c)));
        Assert.All(others, c => Assert.False(Folding.IsKatakana(c)));
    }

    [Theory]
    [InlineData("ァヺㇰㇿーｦﾟ\u3099\u309A", "\u30A0・･\uFFA0あ")]
    public void A_run_of_katakana_goes_on_over_its_marks_in_any_width(string run, string others)
    {
        Assert.All(run, c => Assert.True(Folding.IsKatakanaRun(c)));
        Assert.All(others, c => Assert.False(Folding.IsKatakanaRun(c)));
    }

    [Theory]
    [InlineData("ぁゖ", "\u3040\u3097ア")]
    public void Hiragana_are_its_letters(string letters, string others)
    {
        Assert.All(letters, c => Assert.True(Folding.IsHiragana(c)));
        Assert.All(others, c => Assert.False(Folding.IsHiragana(c)));
    }

    [Theory]
    [InlineData("一\u9FFF㐀\u4DBF豈\uFAFF々〆", "\u4DC0\u33FF\uA000\uF8FF\uFB00〇ア")]
    public void Kanji_are_the_ideographs_and_the_two_marks_that_stand_for_one(string kanji, string others)
    {
        Assert.All(kanji, c => Assert.True(Folding.IsKanji(c)));
        Assert.All(others, c => Assert.False(Folding.IsKanji(c)));
    }

    [Fact]
    public void The_way_back_covers_dropped_marks_and_leaves_spaces_out()
    {
        var folded = Folding.FoldKeepingCase("ﾎﾟ クラスター");
        Assert.Equal("ポクラスタ", folded.Text);
        Assert.Equal([0, 3, 4, 5, 6], folded.Starts.ToArray());
        Assert.Equal([2, 4, 5, 6, 8], folded.Ends.ToArray());
    }
}
