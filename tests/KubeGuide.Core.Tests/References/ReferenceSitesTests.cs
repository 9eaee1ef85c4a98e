using KubeGuide.Core.References;

namespace KubeGuide.Core.Tests.References;

public sealed class ReferenceSitesTests
{
    [Theory]
    [InlineData("https://zenn.dev/esaka/articles/2d117655af1f03cf2444", "Zenn", "article", "esaka", "2d117655af1f03cf2444", null)]
    [InlineData("https://zenn.dev/p/some_team/articles/0a1b2c3d4e5f67", "Zenn", "article", "some_team", "0a1b2c3d4e5f67", null)]
    [InlineData("https://zenn.dev/someone/books/k8s-primer", "Zenn", "book", "someone", "k8s-primer", null)]
    [InlineData("https://zenn.dev/someone/books/k8s-primer/viewer/pods", "Zenn", "chapter", "someone", "pods", null)]
    [InlineData("https://zenn.dev/someone/scraps/a1b2c3d4e5f6a7", "Zenn", "scrap", "someone", "a1b2c3d4e5f6a7", null)]
    [InlineData("https://zenn.dev/p/some_team", "Zenn", "publication", "some_team", "some_team", null)]
    [InlineData("https://zenn.dev/topics/kubernetes", "Zenn", "topic", null, "kubernetes", null)]
    [InlineData("https://zenn.dev/someone", "Zenn", "profile", "someone", null, null)]
    [InlineData("https://zenn.dev/", "Zenn", "page", null, null, null)]
    [InlineData("https://qiita.com/Morix1500/items/d08a09b6c6e43efa191d", "Qiita", "item", "Morix1500", "d08a09b6c6e43efa191d", null)]
    [InlineData("http://www.qiita.com/someone/items/0123456789abcdef0123", "Qiita", "item", "someone", "0123456789abcdef0123", null)]
    [InlineData("https://qiita.com/tags/kubernetes", "Qiita", "tag", null, "kubernetes", null)]
    [InlineData("https://qiita.com/someone", "Qiita", "profile", "someone", null, null)]
    [InlineData("https://qiita.com/advent-calendar/2020/kubernetes", "Qiita", "page", null, null, null)]
    [InlineData("https://note.com/someone/n/n0123456789ab", "note", "article", "someone", "n0123456789ab", null)]
    [InlineData("https://medium.com/@someone/why-pods-1a2b3c4d5e6f", "Medium", "article", "someone", "why-pods-1a2b3c4d5e6f", null)]
    [InlineData("https://someone.medium.com/why-pods-1a2b3c4d5e6f", "Medium", "article", "someone", "why-pods-1a2b3c4d5e6f", null)]
    [InlineData("https://dev.to/someone/pods-3k1", "DEV Community", "article", "someone", "pods-3k1", null)]
    [InlineData("https://someone.hatenablog.com/entry/2020/01/02/030405", "はてなブログ", "article", "someone", "2020/01/02/030405", null)]
    [InlineData("https://kubernetes.io/ja/docs/concepts/workloads/pods/", "Kubernetes", "docs", null, "ja/docs/concepts/workloads/pods", "ja")]
    [InlineData("https://kubernetes.io/docs/concepts/workloads/pods/", "Kubernetes", "docs", null, "docs/concepts/workloads/pods", "en")]
    [InlineData("https://kubernetes.io/zh-cn/docs/home/", "Kubernetes", "docs", null, "zh-cn/docs/home", "zh")]
    [InlineData("https://kubernetes.io/blog/2020/12/02/some-post/", "Kubernetes", "article", null, "blog/2020/12/02/some-post", "en")]
    [InlineData("https://kubernetes.io/ja/blog/2020/12/02/some-post/", "Kubernetes", "article", null, "ja/blog/2020/12/02/some-post", "ja")]
    [InlineData("https://kubernetes.io/", "Kubernetes", "page", null, null, "en")]
    [InlineData("https://istio.io/latest/docs/reference/config/networking/gateway/", "Istio", "docs", null, "latest/docs/reference/config/networking/gateway", "en")]
    [InlineData("https://istio.io/latest/zh/docs/concepts/", "Istio", "docs", null, "latest/zh/docs/concepts", "zh")]
    [InlineData("https://istio.io/latest/blog/2020/some-post/", "Istio", "article", null, "latest/blog/2020/some-post", "en")]
    [InlineData("https://argo-rollouts.readthedocs.io/en/stable/features/canary/", "Argo Rollouts", "docs", null, "en/stable/features/canary", "en")]
    [InlineData("https://argoproj.github.io/rollouts/", "Argo", "docs", null, "rollouts", "en")]
    [InlineData("https://some-tool.readthedocs.io/ja/latest/", "some-tool.readthedocs.io", "docs", null, "ja/latest", "ja")]
    [InlineData("https://gateway-api.sigs.k8s.io/api-types/gateway/", "Gateway API", "docs", null, "api-types/gateway", "en")]
    [InlineData("https://fluxcd.io/flux/components/kustomize/kustomizations/", "Flux", "docs", null, "flux/components/kustomize/kustomizations", "en")]
    [InlineData("https://helm.sh/ja/docs/intro/quickstart/", "Helm", "docs", null, "ja/docs/intro/quickstart", "ja")]
    [InlineData("https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/", "Kustomize", "docs", null, "references/kustomize/kustomization", "en")]
    [InlineData("https://docs.docker.com/engine/swarm/", "Docker", "docs", null, "engine/swarm", "en")]
    [InlineData("https://docs.docker.jp/engine/swarm/", "Docker", "docs", null, "engine/swarm", "ja")]
    [InlineData("https://docs.aws.amazon.com/ja_jp/AmazonECS/latest/developerguide/Welcome.html", "AWS", "docs", null, "ja_jp/AmazonECS/latest/developerguide/Welcome.html", "ja")]
    [InlineData("https://aws.amazon.com/jp/blogs/news/some-post/", "AWS", "article", null, "jp/blogs/news/some-post", "ja")]
    [InlineData("https://cloud.google.com/kubernetes-engine/docs/concepts?hl=ja", "Google Cloud", "docs", null, "kubernetes-engine/docs/concepts", "ja")]
    [InlineData("https://learn.microsoft.com/ja-jp/azure/aks/intro-kubernetes", "Microsoft Learn", "docs", null, "ja-jp/azure/aks/intro-kubernetes", "ja")]
    [InlineData("https://github.com/kubernetes", "GitHub", "profile", "kubernetes", null, null)]
    [InlineData("https://github.com/kubernetes/kubernetes", "GitHub", "repository", "kubernetes", "kubernetes", null)]
    [InlineData("https://github.com/kubernetes/kubernetes/blob/master/README.md", "GitHub", "file", "kubernetes", "kubernetes/blob/master/README.md", null)]
    [InlineData("https://github.com/kubernetes/kubernetes/issues/12345", "GitHub", "issue", "kubernetes", "kubernetes#12345", null)]
    [InlineData("https://github.com/kubernetes/kubernetes/pull/12345/files", "GitHub", "pull", "kubernetes", "kubernetes#12345", null)]
    [InlineData("https://github.com/kubernetes/kubernetes/releases/tag/v1.36.0", "GitHub", "release", "kubernetes", "kubernetes/releases/tag/v1.36.0", null)]
    [InlineData("https://github.com/argoproj/argo-rollouts/discussions/12", "GitHub", "discussion", "argoproj", "argo-rollouts#12", null)]
    [InlineData("https://github.com/kubernetes/kubernetes/commit/0123456789", "GitHub", "commit", "kubernetes", "kubernetes/commit/0123456789", null)]
    [InlineData("https://gist.github.com/someone/0123456789abcdef", "GitHub", "gist", "someone", "0123456789abcdef", null)]
    [InlineData("https://raw.githubusercontent.com/someone/repo/main/a.yaml", "GitHub", "file", "someone", "repo/main/a.yaml", null)]
    [InlineData("https://hub.docker.com/_/nginx", "Docker Hub", "image", null, "nginx", null)]
    [InlineData("https://stackoverflow.com/questions/12345/how-to", "Stack Overflow", "question", null, "12345", "en")]
    [InlineData("https://ja.stackoverflow.com/q/12345", "スタック・オーバーフロー", "question", null, "12345", "ja")]
    [InlineData("https://www.youtube.com/watch?v=aBcDeFgHiJk&t=10s", "YouTube", "video", null, "aBcDeFgHiJk", null)]
    [InlineData("https://youtu.be/aBcDeFgHiJk?t=10", "YouTube", "video", null, "aBcDeFgHiJk", null)]
    [InlineData("https://www.youtube.com/@someone", "YouTube", "profile", "someone", null, null)]
    [InlineData("https://speakerdeck.com/someone/kubernetes-ru-men", "Speaker Deck", "slides", "someone", "kubernetes-ru-men", null)]
    [InlineData("https://speakerdeck.com/player/4d0b1f2a", "Speaker Deck", "slides", null, "4d0b1f2a", null)]
    [InlineData("https://www.docswell.com/s/someone/ABC123-talk", "ドクセル", "slides", "someone", "ABC123-talk", null)]
    [InlineData("https://ja.wikipedia.org/wiki/%E3%82%B3%E3%83%B3%E3%83%86%E3%83%8A", "Wikipedia", "article", null, "コンテナ", "ja")]
    [InlineData("https://example.com/blog/42", "example.com", "page", null, null, null)]
    [InlineData("https://notzenn.dev/a/articles/b", "notzenn.dev", "page", null, null, null)]
    [InlineData("https://zenn.dev.example.com/a/articles/b", "zenn.dev.example.com", "page", null, null, null)]
    public void A_url_tells_site_kind_author_identifier_and_language(
        string url, string site, string kind, string? author, string? identifier, string? language)
    {
        var reference = Understand(url);

        Assert.Equal((site, kind, author, identifier, language), (reference.Site, reference.Kind, reference.Author, reference.Identifier, reference.Language));
        Assert.NotEqual("", reference.KindLabel);
    }

    [Theory]
    [InlineData("https://qiita.com/someone/private/0123456789abcdef0123", true)]
    [InlineData("https://our-team.qiita.com/someone/items/0123456789abcdef0123", true)]
    [InlineData("https://our-team.qiita.com/", true)]
    [InlineData("https://our-team.qiita.com/shared/items/0123456789abcdef0123", false)]
    [InlineData("https://qiita.com/someone/items/0123456789abcdef0123", false)]
    public void What_only_a_team_can_read_is_marked_private(string url, bool expected) =>
        Assert.Equal(expected, Understand(url).IsPrivate);

    [Theory]
    [InlineData("HTTPS://Example.COM:443", "https://example.com/")]
    [InlineData("http://example.com:80/a", "http://example.com/a")]
    [InlineData("https://example.com:8443/a", "https://example.com:8443/a")]
    [InlineData("https://example.com./a", "https://example.com/a")]
    [InlineData("https://example.com/ポッド", "https://example.com/%E3%83%9D%E3%83%83%E3%83%89")]
    [InlineData("https://example.com/%e3%83%9d%7euser%41", "https://example.com/%E3%83%9D~userA")]
    [InlineData("https://example.com/a/../b/./c/..", "https://example.com/b/")]
    [InlineData("https://example.com/../../etc/passwd", "https://example.com/etc/passwd")]
    [InlineData("https://example.com/a b\\c\"d<e>", "https://example.com/a%20b%5Cc%22d%3Ce%3E")]
    [InlineData("https://example.com/100%", "https://example.com/100%25")]
    [InlineData("https://example.com/a?utm_source=x&b=1&UTM_medium=y#z", "https://example.com/a?b=1")]
    [InlineData("https://example.com/a?utm_source=x", "https://example.com/a")]
    [InlineData("https://example.com/a?", "https://example.com/a")]
    [InlineData("https://example.com/a#", "https://example.com/a")]
    [InlineData("https://user:secret@example.com/a", "https://example.com/a")]
    [InlineData("https://日本語.jp/", "https://xn--wgv71a119e.jp/")]
    [InlineData("https://ＥＸＡＭＰＬＥ．com/", "https://example.com/")]
    [InlineData("http://[2001:DB8::1]/", "http://[2001:db8::1]/")]
    public void One_article_has_one_spelling(string url, string expected) => Assert.Equal(expected, Understand(url).Url);

    [Fact]
    public void The_fragment_is_decoded_to_read_and_encoded_to_follow()
    {
        var reference = Understand("https://zenn.dev/esaka/articles/2d117655af1f03cf2444#コンテナオーケストレーション戦国時代");

        Assert.Equal("コンテナオーケストレーション戦国時代", reference.Fragment);
        Assert.StartsWith("https://zenn.dev/esaka/articles/2d117655af1f03cf2444#%E3%82%B3", reference.Href, StringComparison.Ordinal);
        Assert.Equal(reference.Href, Understand(reference.Href).Href);
    }

    [Theory]
    [InlineData("https://example.com/#", null)]
    [InlineData("https://example.com/#%E6%A6%82%E8%A6%81", "概要")]
    [InlineData("https://example.com/#%83%52", "%83R")]
    [InlineData("https://example.com/#:~:text=Pod", null)]
    [InlineData("https://example.com/#概要:~:text=Pod", "概要")]
    [InlineData("https://example.com/#a%00b%E2%80%AEc", "abc")]
    public void A_fragment_reads_as_text(string url, string? expected) => Assert.Equal(expected, Understand(url).Fragment);

    [Theory]
    [InlineData("https://xn--wgv71a119e.jp/", "日本語.jp")]
    [InlineData("https://サーバー.jp/", "サーバー.jp")]
    [InlineData("https://EXAMPLE.com:8443/", "example.com:8443")]
    [InlineData("https://zеnn.dev/", "xn--znn-rdd.dev")]
    [InlineData("https://xn--a/", "xn--a")]
    public void The_host_is_readable_unless_it_pretends(string url, string expected) => Assert.Equal(expected, Understand(url).Host);

    [Theory]
    [InlineData("")]
    [InlineData("pod.md")]
    [InlineData("//example.com/")]
    [InlineData("https:///a")]
    [InlineData("https://")]
    [InlineData("https:\\\\example.com")]
    [InlineData("https://example.com\\@evil.example/")]
    [InlineData("https://exa mple.com/")]
    [InlineData("https://example.com:99999/")]
    [InlineData("https://example.com／evil/")]
    [InlineData("https://example.com/a\nb")]
    [InlineData("https://a%00b/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/")]
    public void What_is_no_web_address_is_refused(string url)
    {
        Assert.False(ReferenceSites.TryUnderstand(url, out _, out var problem));
        Assert.Equal(ReferenceProblem.NotAUrl, problem);
        Assert.Equal("reference-bad-url", problem.At("a.md", 1, 1)!.Rule);
    }

    [Fact]
    public void Half_a_character_is_replaced() =>
        Assert.Equal("https://example.com/%EF%BF%BDa", Understand("https://example.com/\ud800a").Url);

    [Fact]
    public void Credentials_are_dropped_and_reported()
    {
        Assert.True(ReferenceSites.TryUnderstand("https://me:pass@word@example.com/a", out var reference, out var problem));

        Assert.DoesNotContain("pass", reference.ToString(), StringComparison.Ordinal);
        Assert.Equal("reference-credentials", problem.At("a.md", 3, 5)!.Rule);
    }

    [Fact]
    public void Two_thousand_characters_are_read_and_one_more_is_refused()
    {
        var longest = "https://example.com/".PadRight(ReferenceSites.MaxLength, 'a');

        Assert.Equal(longest, Understand(longest).Url);
        Assert.False(ReferenceSites.TryUnderstand(longest + "a", out _, out var problem));
        Assert.Equal(ReferenceProblem.TooLong, problem);
    }

    [Fact]
    public void A_clean_url_has_no_problem()
    {
        ReferenceSites.TryUnderstand("https://example.com/", out _, out var problem);

        Assert.Null(problem.At("a.md", 1, 1));
    }

    private static Reference Understand(string url)
    {
        Assert.True(ReferenceSites.TryUnderstand(url, out var reference, out _), url);
        return reference;
    }
}
