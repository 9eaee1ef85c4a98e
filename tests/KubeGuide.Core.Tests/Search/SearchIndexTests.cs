using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Search;

namespace KubeGuide.Core.Tests.Search;

public class SearchIndexTests
{
    private const string Tiers = """
        # a-body | Alpha | written
        ここには前置きがある。
        本文の奥に目印という語が出てくる。
        # b-definition | Beta | written
        目印を置くためのもの。
        # c-heading | Gamma | written
        前置きだけの定義。
        ## 目印の置き方 {#how}
        手順を書く。
        # d-inside | 大目印台帳 | written
        台帳である。
        # e-prefix | 目印台帳 | written
        台帳である。
        # f-alias | Delta | written | 目印
        別の名を持つもの。
        # g-facts | Epsilon | written | | | 目印
        事実にだけ語がある。
        """;

    [Fact]
    public void Hits_are_in_the_order_of_how_they_matched()
    {
        var hits = SearchIndex.Build(SearchCorpus.Read(Tiers)).Search("目印").Hits;
        Assert.Equal(
            ["f-alias Alias", "e-prefix Prefix", "d-inside Heading", "c-heading Heading", "b-definition Definition", "a-body Body", "g-facts Body"],
            hits.Select(hit => $"{hit.Slug} {hit.Match}"));
    }

    [Fact]
    public void A_near_name_stands_between_the_beginning_of_a_name_and_a_heading()
    {
        var hits = Search("""
            # a | Alpha | written
            一文。
            ## Deploymnet の話 {#x}
            本文。
            # b | Deployment | written
            一文。
            # c | DeploymnetSet | written
            一文。
            """, "deploymnet").Hits;
        Assert.Equal(["c Prefix", "b Near", "a Heading"], hits.Select(hit => $"{hit.Slug} {hit.Match}"));
    }

    [Fact]
    public void Inside_a_tier_what_the_notes_know_more_of_comes_first()
    {
        var hits = Search("""
            # a | Probe A | catalog
            # b | Probe B | mentioned
            # c | Probe C | stub
            # d | Probe D | written
            """, "probe").Hits;
        Assert.Equal(["d", "c", "b", "a"], hits.Select(hit => hit.Slug!.Value));
    }

    [Fact]
    public void Equal_hits_are_in_the_order_of_their_slugs_whatever_order_the_documents_had()
    {
        var documents = SearchCorpus.Read("""
            # c | Probe 1 | written
            # a | Probe 2 | written
            # b | Probe 3 | written
            """);
        var forward = SearchIndex.Build(documents).Search("probe").Hits.Select(hit => hit.Slug!.Value);
        var backward = SearchIndex.Build([.. documents.Reverse()]).Search("probe").Hits.Select(hit => hit.Slug!.Value);
        Assert.Equal(["a", "b", "c"], forward);
        Assert.Equal(["a", "b", "c"], backward);
    }

    [Theory]
    [InlineData("po", "短縮名 po に一致")]
    [InlineData("ポッド", "別名 ポッド に一致")]
    [InlineData("pods", "複数形 pods に一致")]
    [InlineData("Kubernetes", "名前 Kubernetes に一致")]
    [InlineData("kubern", "名前 Kubernetes の先頭に一致")]
    [InlineData("autoscaler", "名前 HorizontalPodAutoscaler の中の語に一致")]
    [InlineData("deploymnet", "つづりの近い Deployment に一致")]
    [InlineData("元に戻す", "見出しに「元に戻す」があります")]
    [InlineData("証明書", "本文に「証明書」があります")]
    [InlineData("最小単位", "定義に「最小単位」があります")]
    [InlineData("argoproj.io", "Kubernetesの事実に「argoproj.io」があります")]
    [InlineData("deploymnet ロールバック", "名前に「Deployment」、本文に「ロールバック」があります")]
    [InlineData("Deployment ロールバック", "名前 Deployment に一致")]
    [InlineData("Deployment maxSurge", "名前に「Deployment」、本文に「maxSurge」があります")]
    [InlineData("前の版に戻したい", "定義に「前の版」「戻」があります")]
    public void A_hit_says_in_words_what_matched(string query, string reason) =>
        Assert.Equal(reason, SearchCorpus.Index.Search(query).Hits[0].Reason);

    [Fact]
    public void A_hit_in_a_section_leads_to_the_section()
    {
        var hit = Search("# a | Alpha | written\n一文。\n## 元に戻す {#元に戻す}\n前の版にする。", "前の版").Hits[0];
        Assert.Equal("/concepts/a#%E5%85%83%E3%81%AB%E6%88%BB%E3%81%99", hit.Url);
        Assert.Equal("元に戻す", hit.Heading);
    }

    [Fact]
    public void A_hit_by_name_leads_to_the_page_and_shows_the_definition()
    {
        var hit = SearchCorpus.Index.Search("hpa").Hits[0];
        Assert.Equal("/concepts/horizontalpodautoscaler", hit.Url);
        Assert.Equal("忙しさに合わせてPodの数を増減させる係。", hit.Excerpt.Text);
    }

    [Theory]
    [InlineData("管理者")]
    [InlineData("京都府")]
    [InlineData("pd")]
    [InlineData("mount")]
    public void Nothing_is_found_by_pairs_of_characters_that_stand_apart(string query)
    {
        var answer = Search("# a | Alpha | written\n管理する。理者という字。京都と都府。p と d の間。VOLUMEmounting。", query);
        Assert.Equal(0, answer.Total);
    }

    [Theory]
    [InlineData("p")]
    [InlineData("札")]
    [InlineData("ポ")]
    [InlineData("/")]
    public void One_character_is_a_query(string query) => Assert.NotEqual(0, SearchCorpus.Index.Search(query).Total);

    [Fact]
    public void Only_as_many_hits_are_given_as_asked_for_and_all_are_counted()
    {
        var all = SearchCorpus.Index.Search("Pod", 0, 100);
        Assert.Equal(all.Total, all.Hits.Length);
        var pages = Enumerable.Range(0, 20).SelectMany(page => SearchCorpus.Index.Search("Pod", page * 7, 7).Hits.Select(hit => hit.Url));
        Assert.Equal(all.Hits.Select(hit => hit.Url), pages);
        Assert.Equal(all.Total, all.Hits.Select(hit => hit.Slug).Distinct().Count());
    }

    [Fact]
    public void A_page_behind_the_last_is_empty_however_far() =>
        Assert.Empty(SearchCorpus.Index.Search("Pod", int.MaxValue, int.MaxValue).Hits);

    [Fact]
    public void A_long_query_is_cut_and_says_so()
    {
        var answer = SearchCorpus.Index.Search("Pod " + new string('あ', 300));
        Assert.True(answer.WasCut);
        Assert.Equal(SearchIndex.MaxQueryLength, answer.Query.Length);
        Assert.False(SearchCorpus.Index.Search(new string('あ', SearchIndex.MaxQueryLength)).WasCut);
    }

    [Fact]
    public void More_words_than_anybody_needs_are_cut_too()
    {
        var answer = SearchCorpus.Index.Search("b c d e f g h j k l m q r t u");
        Assert.True(answer.WasCut);
        Assert.Equal("b c d e f g h j k l m q", string.Join(' ', answer.Words.Select(word => word.Text).Concat(answer.Dropped).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Where_nothing_has_all_words_the_dropped_ones_are_named()
    {
        var answer = SearchCorpus.Index.Search("防火壁 Pod 羊羹");
        Assert.Equal("networkpolicy", answer.Hits[0].Slug?.Value);
        Assert.Equal(["羊羹"], answer.Dropped);
        Assert.Equal(["防火壁", "Pod"], answer.Words.Select(word => word.Text));
    }

    [Fact]
    public void A_sentence_is_searched_by_its_content_words()
    {
        var answer = SearchCorpus.Index.Search("Podが落ちたときに復旧する羊羹とは？");
        Assert.Equal("replicaset", answer.Hits[0].Slug?.Value);
        Assert.Equal(["羊羹"], answer.Dropped);
    }

    [Fact]
    public void A_resource_in_a_command_is_what_was_asked_for() =>
        Assert.Equal(["svc"], SearchCorpus.Index.Search("kubectl get svc -n prod").Words.Select(word => word.Text));

    [Fact]
    public void A_phrase_in_quotes_is_taken_as_it_is()
    {
        Assert.Equal(["Podを起こす"], SearchCorpus.Index.Search("\"Podを起こす\"").Words.Select(word => word.Text));
        Assert.Equal(["Pod", "起こす"], SearchCorpus.Index.Search("Podを起こす").Words.Select(word => word.Text));
    }

    [Fact]
    public void When_nothing_is_found_near_names_and_known_parts_are_offered()
    {
        var answer = SearchCorpus.Index.Search("ingrezzz");
        Assert.Equal(0, answer.Total);
        Assert.Equal("ingress", answer.NearNames[0].Slug?.Value);
        Assert.Equal(["自動復旧"], SearchCorpus.Index.Search("自動復旧羊羹").MatchingParts);
        Assert.Empty(SearchCorpus.Index.Search("ロールバリケード").MatchingParts);
    }

    [Theory]
    [InlineData("pod svc", "pod service")]
    [InlineData("PodとNodeの違い", "pod node")]
    [InlineData("ポッドとノード", "pod node")]
    [InlineData("Service vs Ingress", "service ingress")]
    [InlineData("hpa、pdb", "horizontalpodautoscaler poddisruptionbudget")]
    [InlineData("ingress ingressclass 使い方", "ingress ingressclass")]
    [InlineData("Podの使い方", "pod")]
    public void Names_and_nothing_else_bring_their_concepts_in_the_order_typed(string query, string slugs)
    {
        var hits = SearchCorpus.Index.Search(query).Hits;
        Assert.Equal(slugs.Split(' '), hits.Take(slugs.Split(' ').Length).Select(hit => hit.Slug!.Value));
        Assert.True(hits[0].Match <= SearchMatch.ShortName);
    }

    [Fact]
    public void A_named_concept_opens_at_the_section_that_was_asked_for()
    {
        var hit = SearchCorpus.Index.Search("Podの設定できること").Hits[0];
        Assert.Equal("/concepts/pod#settings", hit.Url);
    }

    private const string Subjects = """
        # a | Alpha | written
        置き場である。
        # b | Beta | written
        Alpha を片付ける人。
        # c | Gamma | written | | | Alpha を片付ける道具。
        羊羹を切る。
        # d | Delta | written
        羊羹を運ぶ。
        """;

    [Theory]
    [InlineData("Alphaを片付けたい", "b Definition, a Name, c Body")]
    [InlineData("Alphaと羊羹の味", "a Name")]
    public void The_only_concept_that_a_query_names_is_found_without_the_other_words(string query, string hits) =>
        Assert.StartsWith(hits, string.Join(", ", SearchIndex.Build(SearchCorpus.Read(Subjects)).Search(query).Hits.Select(hit => $"{hit.Slug} {hit.Match}")));

    [Theory]
    [InlineData("what is the Alpha?", "a Name, b Definition, c Body")]
    [InlineData("IS a Delta an Alpha", "d Name, a Name")]
    [InlineData("an", "")]
    public void Small_English_words_are_not_looked_for_beside_others(string query, string hits) =>
        Assert.Equal(hits, string.Join(", ", SearchIndex.Build(SearchCorpus.Read(Subjects)).Search(query).Hits.Select(hit => $"{hit.Slug} {hit.Match}")));

    private static readonly ImmutableArray<Topic> Topics =
    [
        new(["外部", "公開"], [Slug.Parse("service"), Slug.Parse("ingress")]),
        new(["札"], [Slug.Parse("selector")]),
        new(["batch/v1"], [Slug.Parse("cronjob")]),
        new(["永続化"], [Slug.Parse("ingressclass"), Slug.Parse("volume"), Slug.Parse("nothing")]),
    ];

    [Theory]
    [InlineData("外部に公開する", "service ingress")]
    [InlineData("アプリを外部へ公開したい", "service ingress")]
    [InlineData("Ingressで外部に公開", "ingress")]
    [InlineData("札", "selector label")]
    [InlineData("札の使い方", "selector")]
    [InlineData("札 キー", "label")]
    [InlineData("batch/v1", "cronjob job")]
    [InlineData("batch/v1beta1", "")]
    [InlineData("データの永続化", "ingressclass volume")]
    public void What_people_look_for_leads_to_what_answers_it(string query, string slugs)
    {
        var hits = SearchIndex.Build(SearchCorpus.Documents, null, Topics).Search(query).Hits.Select(hit => hit.Slug!.Value);
        Assert.Equal(slugs, string.Join(' ', hits.Take(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length)));
    }

    [Fact]
    public void A_topic_says_so_where_the_text_has_none_of_its_words()
    {
        var hit = SearchIndex.Build(SearchCorpus.Documents, null, Topics).Search("永続化").Hits[0];
        Assert.Equal((SearchMatch.Alias, "この言葉で探されることの多い概念"), (hit.Match, hit.Reason));
    }

    [Theory]
    [InlineData("Podが再起動を繰り返す", "probe pod")]
    [InlineData("Podが再起動", "pod probe")]
    [InlineData("再起動を繰り返す", "pod probe")]
    [InlineData("Podの再起動を見る", "pod probe")]
    public void A_text_that_says_the_sentence_comes_before_the_concept_that_it_only_names(string query, string slugs)
    {
        ImmutableArray<Topic> topics = [new(["再起動"], [Slug.Parse("pod"), Slug.Parse("probe")])];
        var documents = SearchCorpus.Read("""
            # pod | Pod | written
            小さい単位。Podが再起動する。
            # probe | Probe | written
            検査である。
            失敗すると、すべての Pod が再起動を繰り返します。
            """);
        var found = SearchIndex.Build(documents, null, topics).Search(query).Hits.Select(hit => hit.Slug!.Value);
        Assert.Equal(slugs, string.Join(' ', found));
    }

    [Theory]
    [InlineData("pods \"web\" is forbidden in namespace \"shop\"", "role")]
    [InlineData("pod forbidden", "")]
    public void A_message_is_a_topic_whatever_objects_it_names(string query, string slugs)
    {
        ImmutableArray<Topic> topics = [new(["is", "forbidden"], [Slug.Parse("role")])];
        var found = SearchIndex.Build(SearchCorpus.Documents, null, topics).Search(query).Hits.Select(hit => hit.Slug!.Value);
        Assert.StartsWith(slugs, string.Join(' ', found));
        Assert.Equal(slugs.Length > 0, found.Contains("role"));
    }

    [Theory]
    [InlineData("出題割合", "team Heading, pod Alias")]
    [InlineData("夜間バッチの再実行", "team Heading, pod Alias")]
    [InlineData("バッチの再実行", "pod Alias, team Heading")]
    [InlineData("ログイン", "team Heading")]
    [InlineData("ログ", "pod Definition, team Heading")]
    [InlineData("証明書の期限切れ", "cert Prefix, pod Alias")]
    [InlineData("証明書の期限切れによ", "cert Prefix, pod Alias")]
    [InlineData("証明書の期限", "pod Alias, cert Prefix")]
    [InlineData("割合", "pod Alias, team Heading")]
    public void A_title_that_says_all_that_was_typed_comes_before_a_topic_that_is_a_part_of_it(string query, string hits)
    {
        ImmutableArray<Topic> topics = [.. ((string[])["ログ", "バッチ", "証明書", "割合"]).Select(word => new Topic([word], [Slug.Parse("pod")]))];
        var documents = SearchCorpus.Read("""
            # pod | Pod | written
            ログを確認できる小さい単位。
            # team | 記録 | written
            毎週書く。
            ## 出題割合 {#a}
            半々です。
            ## 夜間バッチの再実行 {#b}
            朝に見る。
            ## 1. ログイン手順 {#c}
            鍵を使う。
            # cert | 証明書の期限切れによる全断 | written
            朝まで止まった。
            """);
        var found = SearchIndex.Build(documents, null, topics).Search(query).Hits;
        Assert.Equal(hits, string.Join(", ", found.Select(hit => $"{hit.Slug} {hit.Match}")));
    }

    [Theory]
    [InlineData("証明書更新", "cert Prefix, pod Alias")]
    [InlineData("証明書 更新", "cert Prefix, pod Alias")]
    [InlineData("TLS証明書更新", "pod Alias")]
    [InlineData("更新証明書", "pod Alias, cert Prefix")]
    [InlineData("週末作業配布", "team Heading, pod Alias")]
    [InlineData("週末作業 配", "pod Alias, team Heading")]
    [InlineData("配布 週末作業", "pod Alias, team Heading")]
    [InlineData("証明書連絡", "pod Alias")]
    public void A_title_with_nothing_but_particles_between_the_words_comes_before_a_topic(string query, string hits)
    {
        ImmutableArray<Topic> topics = [.. ((string[])["証明書", "週末作業"]).Select(word => new Topic([word], [Slug.Parse("pod")]))];
        var documents = SearchCorpus.Read("""
            # pod | Pod | written
            小さい単位。
            # cert | 証明書の更新 | written
            朝に行う。
            # known | 更新と証明書 | catalog
            # team | 記録 | written
            毎週書く。
            ## 1. 週末作業の配布について {#a}
            朝に見る。
            """);
        var found = SearchIndex.Build(documents, null, topics).Search(query).Hits;
        Assert.StartsWith(hits, string.Join(", ", found.Select(hit => $"{hit.Slug} {hit.Match}")));
    }

    [Theory]
    [InlineData("x509: certificate signed by unknown authority", "team")]
    [InlineData("The node was low on resource: memory.", "team")]
    [InlineData("The node was low on resource: memory", "team")]
    [InlineData("合言葉を決める", "team")]
    [InlineData("合言葉を決める。", "team")]
    [InlineData("certificate signed by unknown", "pod")]
    [InlineData("low on resource: memory", "pod")]
    [InlineData("合言葉を決", "pod")]
    [InlineData("合言葉を渡す", "pod")]
    public void A_line_of_the_notes_comes_before_a_topic_that_is_a_part_of_it(string query, string slug)
    {
        ImmutableArray<Topic> topics = [.. ((string[][])[["certificate", "signed"], ["low", "resource"], ["合言葉"]]).Select(words => new Topic([.. words], [Slug.Parse("pod")]))];
        var documents = SearchCorpus.Read("""
            # pod | Pod | written
            小さい単位。
            # node | Node | catalog | | | 合言葉を渡す。
            # team | 記録 | written
            毎週書く。
            ## 見るもの {#a}
            x509: certificate signed by unknown authority
            The node was low on resource: memory.
            先に合言葉を渡す。合言葉を決める。知らせる。
            """);
        Assert.Equal(slug, SearchIndex.Build(documents, null, topics).Search(query).Hits[0].Slug?.Value);
    }

    [Fact]
    public void Pages_that_have_the_line_and_usually_answer_it_stay_in_their_order()
    {
        ImmutableArray<Topic> topics = [new(["batch/v1"], [Slug.Parse("job"), Slug.Parse("cronjob"), Slug.Parse("none")])];
        var documents = SearchCorpus.Read("""
            # none | None | written
            何もない。
            # cronjob | CronJob | written
            時計係。
            apiVersion: batch/v1
            # job | Job | written
            一度だけ動く。ほかにも長い話がここに続き、なかなか終わらない。
            apiVersion: batch/v1
            # team | 記録 | written
            毎週書く。
            apiVersion: batch/v1
            """);
        var found = SearchIndex.Build(documents, null, topics).Search("apiVersion: batch/v1").Hits;
        Assert.Equal(["job", "cronjob", "team", "none"], found.Select(hit => hit.Slug!.Value));
    }

    [Theory]
    [InlineData("でーたべーす")]
    [InlineData("はーどうぇあ")]
    [InlineData("のーどぷーる")]
    public void A_kana_before_a_long_vowel_is_no_particle(string query)
    {
        var documents = SearchCorpus.Read("# a | Alpha | written\n一文。\nデータベースとハードウェアとノードプール。\n# b | サーバー | written\n一文。");
        Assert.Equal(["a"], SearchIndex.Build(documents).Search(query).Hits.Select(hit => hit.Slug!.Value));
    }

    [Theory]
    [InlineData("コンテナの集まり", "/concepts/a", "最小の単位。\nコンテナの集まりである。")]
    [InlineData("コンテナの初め", "/concepts/a#init", "コンテナの初め。")]
    public void A_hit_leads_to_the_section_that_says_what_was_typed(string query, string url, string text)
    {
        var documents = SearchCorpus.Read("# a | Alpha | written\n最小の単位。\nコンテナの集まりである。\n## コンテナ {#short}\n本体。初めに。\n## 始まり {#init}\nコンテナの初め。");
        var hit = SearchIndex.Build(documents).Search(query).Hits[0];
        Assert.Equal(url, hit.Url);
        Assert.Contains(hit.Excerpt.Text.TrimEnd('…'), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kube proxy", "service Alias")]
    [InlineData("kube-proxy", "service Alias")]
    [InlineData("Kube Proxyとは", "service Alias")]
    [InlineData("node selector", "selector Name, node Name")]
    [InlineData("kubectl scale deployment web", "deployment Name")]
    [InlineData("kubectl scale ingress web", "pod Alias, deployment Alias, ingress Name")]
    [InlineData("kubectl scale", "pod Alias")]
    [InlineData("$ kubectl -n shop scale --replicas=3", "pod Alias")]
    [InlineData("k scale web", "pod Alias")]
    [InlineData("kubectl label", "label Name")]
    [InlineData("kubectl label web", "label Name")]
    [InlineData("kubectl vs label", "kubectl Name, label Name")]
    [InlineData("kubectl label 違い", "kubectl Name, label Name")]
    [InlineData("kubectl explain pod.spec", "pod Name")]
    public void A_command_is_about_what_its_verb_does_or_else_its_resource(string query, string hits)
    {
        ImmutableArray<Topic> topics = [new(["kubectl", "scale"], [Slug.Parse("pod"), Slug.Parse("deployment")]), new(["kube-proxy"], [Slug.Parse("service")]), new(["nodeselector"], [Slug.Parse("pod")])];
        var found = SearchIndex.Build(SearchCorpus.Documents, null, topics).Search(query).Hits;
        Assert.StartsWith(hits, string.Join(", ", found.Select(hit => $"{hit.Slug} {hit.Match}")));
    }

    [Theory]
    [InlineData("Ingressのやり方", "ingress")]
    [InlineData("Podのしくみ", "pod")]
    public void What_only_asks_is_left_out_behind_の_too(string query, string slug)
    {
        var answer = SearchCorpus.Index.Search(query);
        Assert.Equal((slug, SearchMatch.Name), (answer.Hits[0].Slug?.Value, answer.Hits[0].Match));
    }

    [Theory]
    [InlineData("スタートアップポッド", "pod")]
    [InlineData("スタートアップ・ポッド", "pod")]
    [InlineData("ロールバリケード", "")]
    public void A_katakana_compound_is_a_kind_of_what_its_end_names(string query, string slug) =>
        Assert.Equal(slug, SearchCorpus.Index.Search(query).Hits.FirstOrDefault()?.Slug?.Value ?? "");

    [Theory]
    [InlineData("OOMKilled", "incident Prefix, runbook Heading, pod Alias, other Body")]
    [InlineData("oomkilled", "incident Prefix, runbook Heading, pod Alias, other Body")]
    [InlineData("メモリ不足", "other Heading, pod Alias, runbook Body")]
    [InlineData("メモリ", "pod Alias, other Heading, runbook Body")]
    [InlineData("restarts", "restartset Prefix, other Heading")]
    [InlineData("OOMKilled 対処", "runbook Heading, pod Alias")]
    public void A_section_that_the_team_wrote_under_what_was_typed_comes_before_what_usually_answers(string query, string hits)
    {
        ImmutableArray<Topic> topics = [new(["oomkilled"], [Slug.Parse("pod")]), new(["メモリ"], [Slug.Parse("pod")]), new(["メモリ不足"], [Slug.Parse("pod")])];
        var documents = SearchCorpus.Read("""
            # pod | Pod | written
            小さい単位。
            # runbook | 夜間対応 | written
            落ちたときに読む。
            ## OOMKilledの対処 {#x}
            メモリ不足を疑う。
            # incident | OOMKilled：夜の障害 | written
            止まった。
            # restartset | RestartSet | catalog
            # other | 点検 | written
            毎週見る。
            ## restartsの数え方 {#z}
            数える。
            ## メモリ不足 {#y}
            OOMKilledの跡を見る。
            """);
        var found = SearchIndex.Build(documents, null, topics).Search(query).Hits.Select(hit => $"{hit.Slug} {hit.Match}");
        Assert.StartsWith(hits, string.Join(", ", found));
    }

    [Theory]
    [InlineData("mentioned", "ロールバック", "deployment Heading, rollback Name")]
    [InlineData("mentioned", "ロールバックとは", "deployment Heading, rollback Name")]
    [InlineData("catalog", "ロールバック", "deployment Heading, rollback Name")]
    [InlineData("stub", "ロールバック", "deployment Heading, rollback Name")]
    [InlineData("written", "ロールバック", "rollback Name, deployment Heading")]
    [InlineData("mentioned", "ロールアウト", "rollout Name, deployment Heading")]
    [InlineData("mentioned", "切り替え", "switch Name, deployment Heading")]
    [InlineData("mentioned", "ラベル", "label Name, deployment Heading")]
    public void What_the_team_wrote_under_a_concepts_name_comes_before_its_page_that_says_nothing(string state, string query, string hits)
    {
        var documents = SearchCorpus.Read($"""
            # deployment | Deployment | written
            入れ替える係。
            ## 4. ロールバック {"{#back}"}
            前のものに戻す。
            ## ロールアウトの止め方 {"{#stop}"}
            止める。
            ## 切り替え {"{#switch}"}
            ## ラベル {"{#label}"}
            印を付ける。
            # job | Job | written
            一度だけ動く。
            ## ラベル {"{#label}"}
            印を付ける。
            # label | ラベル | {state}
            # rollback | ロールバック | {state}
            # rollout | ロールアウト | {state}
            # switch | 切り替え | {state}
            """);
        var found = SearchIndex.Build(documents).Search(query).Hits;
        Assert.Equal(hits, string.Join(", ", found.Take(2).Select(hit => $"{hit.Slug} {hit.Match}")));
        Assert.All(found, hit => Assert.Equal(hit.Match == SearchMatch.Heading, hit.Url.Contains('#', StringComparison.Ordinal)));
    }

    [Fact]
    public void The_manual_stands_behind_what_the_site_is_about_but_its_names_are_names()
    {
        var documents = SearchCorpus.Read("# a | Alpha | written\nしるしを置く。\n## 合図のこと {#x}\n本文。\n# b | Beta | catalog\n前置き。\nここに合図がある。");
        var index = SearchIndex.Build([documents[0] with { IsManual = true }, documents[1]]);
        Assert.Equal(["b", "a"], index.Search("合図").Hits.Select(hit => hit.Slug!.Value));
        Assert.Equal("a", index.Search("alph").Hits[0].Slug!.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 　")]
    [InlineData("🚀🙏")]
    [InlineData("？！")]
    [InlineData("\"\"")]
    [InlineData("ー")]
    public void A_query_without_words_finds_nothing_and_offers_nothing(string query)
    {
        var answer = SearchCorpus.Index.Search(query);
        Assert.Equal(0, answer.Total);
        Assert.Empty(answer.Words);
        Assert.Empty(answer.NearNames);
    }

    [Fact]
    public void An_empty_index_answers() => Assert.Equal(0, SearchIndex.Build([]).Search("Pod の公開").Total);

    [Fact]
    public void Text_of_no_concept_is_found_without_a_slug()
    {
        var note = new SearchDocument(
            null, "議事録", "/notes/minutes.md", ConceptState.Written, [], null, [new SearchSection("h-1", "決まったこと", ["来月から版を上げる。"])], "");
        var hit = SearchIndex.Build([note]).Search("来月").Hits[0];
        Assert.Equal((null, "/notes/minutes.md#h-1", SearchMatch.Body), (hit.Slug, hit.Url, hit.Match));
    }

    [Fact]
    public void A_rebuilt_index_answers_like_a_new_one()
    {
        var documents = SearchCorpus.Documents;
        var changed = documents.SetItem(3, documents[3] with { Sections = [new SearchSection(null, null, ["羊羹を切る。"])] }).RemoveAt(7);
        var rebuilt = SearchIndex.Build(changed, SearchIndex.Build(documents));
        var fresh = SearchIndex.Build(changed);
        foreach (var query in new[] { "羊羹", "Pod", "管理", "ingres", documents[7].Title, "Pod 自動復旧" })
            Assert.Equal(Lines(fresh.Search(query)), Lines(rebuilt.Search(query)));
        Assert.Equal(documents[3].Slug, rebuilt.Search("羊羹").Hits[0].Slug);
    }

    private static SearchAnswer Search(string corpus, string query) => SearchIndex.Build(SearchCorpus.Read(corpus)).Search(query);

    private static IEnumerable<string> Lines(SearchAnswer answer) => answer.Hits.Select(hit => $"{hit.Url} {hit.Reason} {hit.Excerpt.Text}");
}
