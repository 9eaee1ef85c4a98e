using System.Diagnostics;
using KubeGuide.Core.References;

namespace KubeGuide.Core.Tests.References;

public sealed class UrlScannerTests
{
    /// <summary>⟦ and ⟧ stand around each URL that has to be found.</summary>
    [Theory]
    // Alone
    [InlineData("⟦https://zenn.dev/esaka/articles/2d117655af1f03cf2444⟧")]
    [InlineData("⟦https://zenn.dev/esaka/articles/2d117655af1f03cf2444#コンテナオーケストレーション戦国時代⟧")]
    [InlineData("⟦https://zenn.dev/someone/articles/0123456789abcd#Kubernetesが必要な理由⟧")]
    [InlineData("⟦https://zenn.dev/someone/articles/0123456789abcd#podとは？⟧")]
    [InlineData("⟦https://zenn.dev/someone/articles/0123456789abcd#pod（ポッド）とは⟧")]
    [InlineData("⟦https://ja.wikipedia.org/wiki/ふくろう⟧")]
    [InlineData("⟦https://ja.wikipedia.org/wiki/モーニング娘。⟧")]
    [InlineData("⟦https://example.com/資料（案）.pdf⟧")]
    [InlineData("⟦https://example.com/?q=ポッドの寿命⟧")]
    [InlineData("⟦https://日本語.jp/⟧")]
    [InlineData("⟦https://例え.テスト/案内⟧")]
    [InlineData("  ⟦https://example.com/pods⟧  ")]
    [InlineData("　⟦https://example.com/pods⟧　")]
    [InlineData("⟦http://example.com⟧")]
    [InlineData("⟦HTTPS://EXAMPLE.COM/A⟧")]
    [InlineData("⟦https://example.com:8443/a?b=c&d=e#f⟧")]
    [InlineData("⟦https://user:secret@example.com/⟧")]
    [InlineData("⟦http://[::1]:8080/healthz⟧")]
    [InlineData("⟦https://example.com/%E3%83%9D%E3%83%83%E3%83%89⟧")]
    [InlineData("⟦https://en.wikipedia.org/wiki/Pod_(disambiguation)⟧")]
    [InlineData("⟦https://example.com/search?ids[]=1&ids[]=2⟧")]
    [InlineData("⟦https://web.archive.org/web/2020/https://example.com/⟧")]
    [InlineData("⟦https://example.com/🐳⟧")]
    [InlineData("⟦https://example.com/a⟧.")]
    [InlineData("⟦https://example.com/a⟧を参照")]
    [InlineData("⟦https://example.com/a⟧を参照してください。")]
    [InlineData("⟦https://example.com/a⟧。")]
    [InlineData("⟦https://example.com/a⟧（公式）")]
    [InlineData("⟦https://example.com/⟧を参照")]
    [InlineData("⟦https://example.com⟧が便利です")]
    [InlineData("⟦https://example.com/#pods⟧。")]
    [InlineData("**⟦https://example.com/a⟧**")]
    [InlineData("~~⟦https://example.com/a⟧~~と*参考: ⟦https://example.com/b⟧*")]
    [InlineData("[⟦https://example.com/a⟧](⟦https://example.com/b⟧)")]
    [InlineData("[⟦https://example.com/search?ids[]=1⟧][1]")]
    // Between spaces
    [InlineData("詳細は ⟦https://example.com/a⟧ を参照")]
    [InlineData("詳細は ⟦https://example.com/日本語のページ⟧ を参照")]
    [InlineData("詳細は　⟦https://example.com/日本語のページ⟧　を参照")]
    [InlineData("詳細は\n⟦https://example.com/日本語のページ⟧\nを参照")]
    [InlineData("詳細は ⟦https://example.com/page日本語⟧ です")]
    [InlineData("⟦https://example.com/a⟧ ⟦https://example.com/b⟧")]
    [InlineData("詳細は ⟦https://example.com/a⟧を参照してください")]
    [InlineData("詳細は ⟦https://example.com/a⟧を参照してください。次に進みます。")]
    [InlineData("詳細は ⟦https://example.com/a⟧、⟦https://example.com/b⟧ です")]
    [InlineData("（参考 ⟦https://example.com/#コンテナ⟧）")]
    [InlineData("（参考 ⟦https://example.com/a⟧）")]
    [InlineData("See ⟦https://example.com/a⟧, then ⟦https://example.com/b⟧.")]
    [InlineData("See ⟦https://example.com/a⟧! Or ⟦https://example.com/b⟧? Or ⟦https://example.com/c⟧; fine")]
    // In angle brackets
    [InlineData("詳細は<⟦https://example.com/日本語のページ、です。⟧>です")]
    [InlineData("詳細は<⟦https://example.com/a.⟧>です")]
    [InlineData("<⟦https://example.com/a⟧ b>")]
    [InlineData("a<⟦https://example.com/a⟧")]
    // In a sentence
    [InlineData("参考：⟦https://example.com/a⟧")]
    [InlineData("参考:⟦https://example.com/a⟧")]
    [InlineData("詳細は⟦https://example.com/a⟧を参照")]
    [InlineData("詳細は⟦https://example.com/a⟧にあります。")]
    [InlineData("詳細は⟦https://example.com/a⟧。")]
    [InlineData("詳細は⟦https://example.com/a⟧、次は⟦https://example.com/b⟧。")]
    [InlineData("記事（⟦https://example.com/a⟧）を読む")]
    [InlineData("記事(⟦https://example.com/a⟧)を読む")]
    [InlineData("記事(⟦https://example.com/a_(b)⟧)を読む")]
    [InlineData("記事(⟦https://example.com/a⟧).")]
    [InlineData("記事「⟦https://example.com/a⟧」を読む")]
    [InlineData("記事[⟦https://example.com/a⟧]を読む")]
    [InlineData("記事\"⟦https://example.com/a⟧\"を読む")]
    [InlineData("記事'⟦https://example.com/a⟧'を読む")]
    [InlineData("記事`⟦https://example.com/a⟧`を読む")]
    [InlineData("詳細は⟦https://example.com/コンテナ⟧を参照")]
    [InlineData("詳細は⟦https://example.com/戦国時代⟧の記事")]
    [InlineData("詳細は⟦https://example.com/a#コンテナオーケストレーション戦国時代⟧を参照")]
    [InlineData("詳細は⟦https://example.com/a#コンテナPod基盤⟧を参照")]
    [InlineData("詳細は⟦https://example.com/?q=ポッド&lang=日本語⟧で検索")]
    [InlineData("詳細は⟦https://example.com/概要/構成⟧です")]
    [InlineData("詳細は⟦https://example.com/コンテナ-基盤⟧です")]
    [InlineData("詳細は⟦https://example.com/概要.html⟧です")]
    [InlineData("詳細は⟦https://example.com/コンテナ⟧,次に")]
    [InlineData("詳細は⟦https://example.com/コンテナ⟧（古い）")]
    [InlineData("詳細は⟦https://example.com/コンテナ⟧・サービス")]
    [InlineData("詳細は⟦https://example.com/ｺﾝﾃﾅ⟧です")]
    [InlineData("詳細は⟦https://example.com/𠮷野家⟧です")]
    [InlineData("詳細は⟦https://example.com/⟧を参照")]
    [InlineData("詳細は⟦https://example.com/a⟧次の記事")]
    [InlineData("詳細は⟦https://example.com/a-⟧コンテナ")]
    [InlineData("詳細は⟦https://example.com⟧を参照")]
    [InlineData("詳細は⟦https://日本語.jp/a⟧を参照")]
    [InlineData("詳細は⟦https://日本語.jp/a⟧→次")]
    [InlineData("例→⟦https://example.com/a⟧…")]
    [InlineData("表|⟦https://example.com/a⟧|表")]
    [InlineData("_⟦https://example.com/a⟧")]
    [InlineData("2つ：⟦https://example.com/a⟧と⟦https://example.com/b⟧")]
    [InlineData("文：⟦https://example.com/a⟧\u200b次")]
    [InlineData("括弧（⟦https://example.com/a⟧")]
    // No URL
    [InlineData("xhttps://example.com/a")]
    [InlineData("9https://example.com/a")]
    [InlineData("http:/example.com と https:example.com")]
    [InlineData("https://")]
    [InlineData("「http://」で始まる")]
    [InlineData("https://。")]
    [InlineData("https://...")]
    [InlineData("httpsとhttpの違い")]
    [InlineData("ftp://example.com/a と javascript:alert(1)")]
    [InlineData("")]
    public void A_url_in_Japanese_text_is_found_and_ends_where_it_ends(string marked)
    {
        var text = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);

        Assert.Equal(marked, Mark(text));
    }

    [Theory]
    [InlineData("https://example.com/a", true)]
    [InlineData("  https://example.com/#見出しの名前 ", true)]
    [InlineData("https://example.com/a を参照", false)]
    [InlineData("https://example.com/aを参照", false)]
    [InlineData("https://example.com/a.", false)]
    [InlineData("https://example.com/a https://example.com/b", false)]
    [InlineData("参考：https://example.com/a", false)]
    [InlineData("", false)]
    public void A_text_that_is_nothing_but_a_url_is_told_from_a_sentence(string text, bool expected) =>
        Assert.Equal(expected, FoundUrls.AreAllOf(text));

    [Theory]
    [InlineData("（http://a")]
    [InlineData("<http://a")]
    [InlineData("http://")]
    [InlineData("hhttp")]
    [InlineData("https://a/)))(((")]
    [InlineData(" https://a/、（")]
    [InlineData(" https://a/")]
    [InlineData("\nhttps://a/、")]
    [InlineData("<https://a/（")]
    public void A_hostile_text_is_scanned_in_linear_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 50_000));
        var watch = Stopwatch.StartNew();

        FoundUrls.In(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_url_is_found_at_the_place_asked_for()
    {
        const string text = "詳細はhttps://example.com/aを参照";

        Assert.Equal("https://example.com/a", text.Substring(3, UrlScanner.LengthAt(text, 3)));
        Assert.Equal(0, UrlScanner.LengthAt(text, 4));
        Assert.Equal(0, UrlScanner.LengthAt(text, text.Length));
    }

    private static string Mark(string text)
    {
        var marked = text;
        foreach (var (start, length) in Enumerable.Reverse(FoundUrls.In(text)))
            marked = marked.Insert(start + length, "⟧").Insert(start, "⟦");
        return marked;
    }
}
