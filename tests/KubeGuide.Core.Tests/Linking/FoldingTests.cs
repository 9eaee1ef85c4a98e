using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Tests.Linking;

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

    [Fact]
    public void The_way_back_covers_dropped_marks_and_leaves_spaces_out()
    {
        var folded = Folding.FoldKeepingCase("ﾎﾟ クラスター");
        Assert.Equal("ポクラスタ", folded.Text);
        Assert.Equal([0, 3, 4, 5, 6], folded.Starts.ToArray());
        Assert.Equal([2, 4, 5, 6, 8], folded.Ends.ToArray());
    }
}
