using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests.Text;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Podは単位である。Nodeは別。", "Podは単位である。")]
    [InlineData("本当か？そうだ。", "本当か？")]
    [InlineData("本当か！？そうだ。", "本当か！？")]
    [InlineData("本当か?そうだ。", "本当か?")]
    [InlineData("「止まる。動く。」という話。次。", "「止まる。動く。」という話。")]
    [InlineData("Pod（最小単位。箱。）を作る。次。", "Pod（最小単位。箱。）を作る。")]
    [InlineData("Pod(最小単位。)を作る。次。", "Pod(最小単位。)を作る。")]
    [InlineData("『設計。』を読む。次。", "『設計。』を読む。")]
    [InlineData("（開いたまま。次。", "（開いたまま。")]
    [InlineData("閉じただけ）の文。次。", "閉じただけ）の文。")]
    [InlineData("終わりのない文", "終わりのない文")]
    [InlineData("\n 前の空白。次。", "前の空白。")]
    [InlineData("名前\n空間を分ける。次。", "名前空間を分ける。")]
    [InlineData("Horizontal\nPod Autoscaler is long.\nNext.", "Horizontal Pod Autoscaler is long.")]
    [InlineData("Podを、\nServiceへ。", "Podを、Serviceへ。")]
    [InlineData("A Pod is small. A Node is not.", "A Pod is small.")]
    [InlineData("Use v1.30 of Node.js here. Next.", "Use v1.30 of Node.js here.")]
    [InlineData("バージョンはv1.30 です。次", "バージョンはv1.30 です。")]
    [InlineData("Podは e.g. web を動かす。次。", "Podは e.g. web を動かす。")]
    [InlineData("/search?q=po を開く。次。", "/search?q=po を開く。")]
    [InlineData(". A note. Next.", ". A note.")]
    [InlineData("Objects, e.g. Pods, run. Next.", "Objects, e.g. Pods, run.")]
    [InlineData("Pods, Nodes, etc. are objects. Next.", "Pods, Nodes, etc. are objects.")]
    [InlineData("Pods, Nodes, etc. Next.", "Pods, Nodes, etc.")]
    [InlineData("Service type matters. v1.24 changed it.", "Service type matters.")]
    [InlineData("Claims are per app. kubectl shows them.", "Claims are per app.")]
    [InlineData("「あ（い。」う。次。", "「あ（い。」う。")]
    [InlineData("", "")]
    [InlineData(" \n", "")]
    public void The_first_sentence_ends_where_a_reader_pauses(string text, string first) =>
        Assert.Equal(first, Sentences.First(text));

    [Theory]
    [InlineData("一つめ。二つめの<Pod>の文。三つめ。", "二つめの<Pod>の文。")]
    [InlineData("<Pod>の文。次。", "<Pod>の文。")]
    [InlineData("前。\n次の行の<Pod>。", "次の行の<Pod>。")]
    [InlineData("行\nを<名前\n空間>へ\n渡す。", "行を<名前空間>へ渡す。")]
    [InlineData("It is a\n<Config\nMap> here. Next.", "It is a <Config Map> here.")]
    [InlineData("前。「一つ。<Pod>。」の文。次", "「一つ。<Pod>。」の文。")]
    [InlineData("前。<Pod>", "<Pod>")]
    [InlineData("前。<Podだ。>次。", "<Podだ。>")]
    [InlineData("前。<Pod>。次。", "<Pod>。")]
    [InlineData("頭。<前の文。次>の文。三つめ。", "<前の文。次>の文。")]
    public void The_sentence_around_a_mention_keeps_its_mark(string marked, string expected)
    {
        var start = marked.IndexOf('<', StringComparison.Ordinal);
        var length = marked.IndexOf('>', StringComparison.Ordinal) - start - 1;
        var sentence = Sentences.Around(marked.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal), start, length);
        Assert.Equal(expected, sentence.Text.Insert(sentence.MarkStart + sentence.MarkLength, ">").Insert(sentence.MarkStart, "<"));
    }

    [Fact]
    public void Lines_join_without_a_space_beside_Japanese_punctuation() => Assert.All("、「」！？（），．：；・", sign =>
    {
        Assert.Equal($"A{sign}B", Sentences.Around($"A{sign}\nB", 0, 4).Text);
        Assert.Equal($"A{sign}B", Sentences.Around($"A\n{sign}B", 0, 4).Text);
    });

    [Fact]
    public void A_sentence_without_end_is_cut_on_both_sides()
    {
        var sentence = Sentences.Around(new string('あ', 5000) + "Pod" + new string('い', 5000), 5000, 3);
        Assert.Equal(2 * Sentences.Reach + 3 + 2, sentence.Text.Length);
        Assert.StartsWith("…あ", sentence.Text, StringComparison.Ordinal);
        Assert.EndsWith("い…", sentence.Text, StringComparison.Ordinal);
        Assert.Equal("Pod", sentence.Text.Substring(sentence.MarkStart, sentence.MarkLength));
    }
}
