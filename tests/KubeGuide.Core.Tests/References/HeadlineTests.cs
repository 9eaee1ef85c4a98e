using FsCheck;
using FsCheck.Fluent;
using KubeGuide.Core.References;

namespace KubeGuide.Core.Tests.References;

public sealed class HeadlineTests
{
    private const string Esaka = "https://zenn.dev/esaka/articles/2d117655af1f03cf2444";

    public static TheoryData<string> OddUrls { get; } =
    [
        "https://1.1.1.1/",
        "https://192.168.0.1:8443/42",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://localhost:3000",
        "https://a/",
        "https://example.com",
        "https://example.com/",
        "https://example.com//",
        "https://example.com/?",
        "https://example.com/#",
        "https://example.com/##",
        "https://example.com/#123",
        "https://example.com/#%",
        "https://example.com/?#",
        "https://example.com/0123456789abcdef",
        "https://example.com/12345",
        "https://example.com/%",
        "https://example.com/%00",
        "https://example.com/%2e%2e/%2e%2e/",
        "https://example.com/../..",
        "https://example.com/%E2%80%AE",
        "https://example.com/%ff%fe",
        "https://example.com/<script>alert(1)</script>",
        "https://example.com/\"onclick=\"alert(1)",
        "https://example.com/🐳",
        "https://example.com/ポッド",
        "https://example.com:65535/",
        "https://example.com./",
        "https://EXAMPLE.com/",
        "https://user@example.com/",
        "https://user:pass@example.com/",
        "https://@example.com/",
        "https://日本語.jp/",
        "https://xn--wgv71a119e.jp/",
        "https://例え.テスト/",
        "https://サーバー.jp/1",
        "https://münchen.example/",
        "https://zеnn.dev/esaka",
        "https://zenn.dev",
        "https://zenn.dev/1",
        "https://zenn.dev/p",
        "https://zenn.dev/p/",
        "https://zenn.dev/p/1",
        "https://zenn.dev/p/1/articles",
        "https://zenn.dev/articles/2d117655af1f03cf2444",
        "https://zenn.dev/%20/articles/x",
        "https://zenn.dev/%3Cb%3E/articles/x",
        "https://zenn.dev/0123456789abcdef/articles/0123456789abcdef",
        "https://zenn.dev/a/articles/b/c/d/e",
        "https://zenn.dev/topics",
        "https://qiita.com",
        "https://qiita.com/items/d08a09b6c6e43efa191d",
        "https://qiita.com/a/private/d08a09b6c6e43efa191d",
        "https://team.qiita.com/",
        "https://a.b.qiita.com/x",
        "https://github.com",
        "https://github.com/a/b/issues",
        "https://github.com/a/b/issues/1",
        "https://github.com/a/b/blob",
        "https://gist.github.com/0123456789abcdef",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/watch?v=",
        "https://www.youtube.com/watch?v=aBcDeFgHiJk",
        "https://youtu.be/",
        "https://medium.com/@",
        "https://stackoverflow.com/a/1",
        "https://ja.wikipedia.org/wiki/",
        "https://www.www.www/",
        "https://kubernetes.io/ja",
        "https://cloud.google.com/?hl=",
        "https://example.com/" + "a1b2c3d4" + "/x?y=" + "0",
    ];

    [Theory]
    [MemberData(nameof(OddUrls))]
    public void No_headline_is_empty_or_a_bare_hash_number_or_url(string url)
    {
        var path = url[(url.IndexOf("://", StringComparison.Ordinal) + "://".Length)..];
        string?[] texts = [null, "", " ", "\u200b", "12345", "#12345", "2d117655af1f03cf2444", "aBc1dEf2GhI3", url, path, "こちら"];
        foreach (var text in texts)
        {
            var headline = Of(url, title: text, heading: text);

            Assert.Contains(headline, char.IsLetter);
            Assert.Contains("の", headline, StringComparison.Ordinal);
            Assert.False(FoundUrls.AreAllOf(headline), headline);
            Assert.DoesNotContain(headline, char.IsControl);
        }
    }

    [Fact]
    public void A_url_of_two_thousand_characters_has_a_headline_one_can_read() =>
        Assert.True(Of("https://zenn.dev/".PadRight(ReferenceSites.MaxLength, 'a')).Length < 100);

    [Fact]
    public void The_authors_own_words_come_first() =>
        Assert.Equal("ポッドの話", Of(Esaka, "ポッドの話", "Kubernetesが必要な理由", $"{Esaka}: 一覧の題名"));

    [Fact]
    public void Then_comes_what_the_team_wrote_down() =>
        Assert.Equal("一覧の題名", Of(Esaka + "#概要", null, "Kubernetesが必要な理由", $"{Esaka}: 一覧の題名"));

    [Fact]
    public void Then_comes_the_heading_with_the_site() =>
        Assert.Equal("Kubernetesが必要な理由 — Zennの記事", Of(Esaka, heading: "Kubernetesが必要な理由"));

    [Theory]
    [InlineData(Esaka, "esakaさんの記事 — Zenn")]
    [InlineData("https://qiita.com/Morix1500/items/d08a09b6c6e43efa191d", "Morix1500さんの記事 — Qiita")]
    [InlineData("https://speakerdeck.com/someone/talk", "someoneさんのスライド — Speaker Deck")]
    [InlineData("https://github.com/kubernetes/kubernetes/issues/1", "kubernetesのissue — GitHub")]
    [InlineData("https://kubernetes.io/ja/docs/home/", "Kubernetesのドキュメント")]
    [InlineData("https://www.youtube.com/watch?v=aBcDeFgHiJk", "YouTubeの動画")]
    [InlineData("https://example.com/12345", "example.comのページ")]
    public void Without_any_words_the_url_itself_tells(string url, string expected) => Assert.Equal(expected, Of(url));

    [Theory]
    [InlineData("2d117655af1f03cf2444")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("dQw4w9WgXcQ")]
    [InlineData("#12345")]
    [InlineData("2020/01/02")]
    [InlineData("https://zenn.dev/esaka")]
    [InlineData("zenn.dev/esaka/articles/2d117655af1f03cf2444")]
    [InlineData("こちら")]
    public void A_text_that_tells_nothing_is_passed_over(string text) => Assert.Equal("esakaさんの記事 — Zenn", Of(Esaka, text));

    [Theory]
    [InlineData("k8s")]
    [InlineData("EC2とECS")]
    [InlineData("CI/CD")]
    [InlineData("Kubernetes 1.36")]
    [InlineData("kubernetes-2024-01-02")]
    [InlineData("2020年のまとめ")]
    public void A_title_with_digits_is_still_a_title(string text) => Assert.Equal(text, Of(Esaka, text));

    [Fact]
    public void No_string_is_an_exception_and_every_understood_one_has_a_headline() =>
        Prop.ForAll<string, string, string>((tail, title, heading) =>
        {
            string[] urls = [tail ?? "", "https://" + tail, "https://zenn.dev/" + tail, "https://github.com/a/b/" + tail, "https://example.com/#" + tail];
            return urls.All(url => !ReferenceSites.TryUnderstand(url, out var reference, out _)
                || Headline.Of(new Citation(reference, title, true, 1, 1), ReferenceTitles.Empty, heading).Any(char.IsLetter));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_canonical_url_stays_as_it_is() =>
        Prop.ForAll<string>(tail => !ReferenceSites.TryUnderstand("https://example.com/" + tail, out var reference, out _)
            || (ReferenceSites.TryUnderstand(reference.Href, out var again, out _) && again == reference)
            || reference.Href.Length > ReferenceSites.MaxLength).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static string Of(string url, string? title = null, string? heading = null, string yaml = "")
    {
        Assert.True(ReferenceSites.TryUnderstand(url, out var reference, out _), url);
        return Headline.Of(new Citation(reference, title, true, 1, 1), ReferenceTitles.Read("references.yml", yaml), heading);
    }
}
