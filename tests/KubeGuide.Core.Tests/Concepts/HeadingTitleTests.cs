using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

public class HeadingTitleTests
{
    [Theory]
    [InlineData("Pod", "Pod")]
    [InlineData("  **Pod**　", "Pod")]
    [InlineData("*ReplicaSet*", "ReplicaSet")]
    [InlineData("`kubectl`", "kubectl")]
    [InlineData("`kubectl`と`helm`", "kubectl`と`helm")]
    [InlineData("Podとは", "Pod")]
    [InlineData("Podとは？", "Pod")]
    [InlineData("Pod とは?", "Pod")]
    [InlineData("「Pod」とは", "Pod")]
    [InlineData("Podについて", "Pod")]
    [InlineData("コマンド一覧", "コマンド")]
    [InlineData("コマンド一覧について", "コマンド")]
    [InlineData("一覧", "一覧")]
    [InlineData("とは", "とは")]
    [InlineData("Pod：", "Pod")]
    [InlineData("Pod: ", "Pod")]
    [InlineData("【Pod】", "Pod")]
    [InlineData("『 Pod 』", "Pod")]
    [InlineData("（Pod）", "Pod")]
    [InlineData("(Pod)", "Pod")]
    [InlineData("[Pod]", "Pod")]
    [InlineData("〈Pod〉", "Pod")]
    [InlineData("《Pod》", "Pod")]
    [InlineData("「Pod」と「Node」", "「Pod」と「Node」")]
    [InlineData("Pod（ポッド）", "Pod（ポッド）")]
    [InlineData("「」", "「」")]
    [InlineData("1. Pod", "Pod")]
    [InlineData("12) Pod", "Pod")]
    [InlineData("3．Pod", "Pod")]
    [InlineData("100、Pod", "Pod")]
    [InlineData("1.2. Pod", "2. Pod")]
    [InlineData("2026. Pod", "2026. Pod")]
    [InlineData("3つの型", "3つの型")]
    [InlineData("404", "404")]
    [InlineData(". Pod", ". Pod")]
    [InlineData("", "")]
    [InlineData("** **", "")]
    public void What_an_author_puts_round_a_title_is_taken_off(string written, string title) => Assert.Equal(title, HeadingTitle.Clean(written));

    [Theory]
    [InlineData("Pod（ポッド）", "Pod")]
    [InlineData("Pod (ポッド)", "Pod")]
    [InlineData("Pod（小さい）（ポッド）", "Pod（小さい）")]
    [InlineData("Pod【ポッド】", "Pod")]
    [InlineData("Pod", null)]
    [InlineData("（ポッド）", null)]
    [InlineData("Pod）", null)]
    [InlineData("Pod（ポッド）の話", null)]
    public void A_gloss_in_brackets_at_the_end_is_no_part_of_the_name(string title, string? bare) => Assert.Equal(bare, HeadingTitle.WithoutGloss(title));

    [Theory]
    [InlineData("概要")]
    [InlineData("ＦＡＱ")]
    [InlineData("See Also")]
    [InlineData("なぜ必要か？")]
    [InlineData("なぜ必要か?")]
    public void A_heading_that_every_text_has_is_ordinary_in_any_spelling(string title)
    {
        Assert.True(HeadingTitle.IsOrdinary(title));
        Assert.False(HeadingTitle.CanNameConcept(title));
    }

    [Theory]
    [InlineData("注文基盤", true)]
    [InlineData("概要図", true)]
    [InlineData("123456789012345678901234", true)]
    [InlineData("1234567890123456789012345", false)]
    [InlineData("止まる。", false)]
    [InlineData("速い、安い", false)]
    [InlineData("動くか?", false)]
    [InlineData("動け！", false)]
    [InlineData("！注意", false)]
    [InlineData("Podを作る手順", false)]
    [InlineData("本を読む側", false)]
    [InlineData("名前が同じ型", false)]
    [InlineData("本番は別", false)]
    [InlineData("はじまりの型", true)]
    [InlineData("Podの作り方", true)]
    [InlineData("Pod 再起動する", false)]
    [InlineData("注文 ません", false)]
    [InlineData("よくあること", false)]
    [InlineData("知っておきたい", false)]
    [InlineData("作るとき", true)]
    [InlineData("one two three four", true)]
    [InlineData("one two three four five", false)]
    public void A_sentence_or_a_long_line_names_no_concept(string title, bool can) => Assert.Equal(can, HeadingTitle.CanNameConcept(title));
}
