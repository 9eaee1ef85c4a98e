using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

/// <summary>What becomes of a concept that several places of the notes speak of.</summary>
public class ConceptMergerTests
{
    [Fact]
    public void One_concept_in_two_notes_is_one_with_both_places_in_their_order()
    {
        var pod = Only("pod", ("a.md", "# Pod\n\n小さい単位。\n\n終わり。\n"), ("b.md", "前置き。\n\n## ポッド\n\n二つ目。\n\n### 注意\n\nある。\n\n## 手順\n\n押す。\n"));
        Assert.Equal([("a.md", 1, 5), ("b.md", 3, 9)], pod.Sources.Select(source => (source.Path, source.Line, source.EndLine)));
        Assert.Equal("小さい単位。", pod.Definition);
        Assert.Contains("ポッド", pod.Aliases);
        Assert.DoesNotContain("Pod", pod.Aliases);
    }

    [Theory]
    [InlineData("# Pod\n\n小さい。次。", ConceptState.Written, "小さい。")]
    [InlineData("# Pod\n\n- 小さい。\n- 動く。", ConceptState.Written, "小さい。")]
    [InlineData("# Pod\n\n> 小さい。", ConceptState.Written, "小さい。")]
    [InlineData("# Pod\n\n```yaml\nkind: Pod\n```\n\n小さい。", ConceptState.Written, "小さい。")]
    [InlineData("# Pod\n\n| 列 |\n| --- |\n| 値 |", ConceptState.Written, null)]
    [InlineData("# Pod\n\nhttps://zenn.dev/a/articles/0123456789abcd\n\n小さい。", ConceptState.Written, "小さい。")]
    [InlineData("# Pod\n\nhttps://zenn.dev/a/articles/0123456789abcd", ConceptState.Stub, null)]
    [InlineData("# Pod", ConceptState.Stub, null)]
    [InlineData("# Pod\n\n## 手順\n\n小さい。", ConceptState.Written, "小さい。")]
    [InlineData("# Pod\n\nTODO", ConceptState.Stub, null)]
    [InlineData("# Pod\n\nTBD.", ConceptState.Stub, null)]
    [InlineData("# Pod\n\n（後で書く）", ConceptState.Stub, null)]
    [InlineData("# Pod\n\n*作成中です。*", ConceptState.Stub, null)]
    [InlineData("# Pod\n\n- WIP", ConceptState.Stub, null)]
    [InlineData("# Pod\n\n準備中\n\n小さい。", ConceptState.Written, "小さい。")]
    [InlineData("# Pod\n\n作成中のPodは数えない。", ConceptState.Written, "作成中のPodは数えない。")]
    [InlineData("# Pod\n\nです", ConceptState.Written, "です")]
    [InlineData("---\ntitle: Pod\nsummary: まとめの文。\n---\n小さい。", ConceptState.Written, "まとめの文。")]
    [InlineData("---\ntitle: Pod\nsummary: \" \"\n---\n小さい。", ConceptState.Written, "小さい。")]
    public void The_notes_first_sentence_defines_a_concept(string note, ConceptState state, string? definition)
    {
        var pod = Only("pod", ("note.md", note));
        Assert.Equal((state, definition), (pod.State, pod.Definition));
    }

    [Theory]
    [InlineData("作成者: 田中\n最終更新：2026-11-01\n\n小さい。")]
    [InlineData("**担当**: 基盤チーム\n小さい。")]
    [InlineData("- Author: Tanaka\n- Tags: k8s\n\n小さい。")]
    [InlineData("> 更新日: 2026/11/01\n\n小さい。")]
    [InlineData("2026年11月1日\n\n小さい。")]
    [InlineData("#kubernetes #pod\n\n小さい。")]
    [InlineData("![Podの図](pod.png)\n\n小さい。")]
    [InlineData("- [手順](#手順)\n- [注意](#注意)\n\n小さい。")]
    [InlineData("[[Service]] | [[Node]]\n\n小さい。")]
    [InlineData("`kubectl get po`\n\n小さい。")]
    [InlineData("<div align=\"center\">\n\n小さい。\n\n</div>")]
    [InlineData("<br>\n\n小さい。")]
    [InlineData("[TOC]\n\n小さい。")]
    [InlineData("※この記事は古いです。\n\n小さい。")]
    [InlineData("* Status: Accepted\n* Date: 2024-03-01\n* Deciders: SREチーム\n\n小さい。")]
    [InlineData("- 日時: 2024/04/10\n- 参加者: 田中\n- 天気: 晴れ\n- 場所: 会議室\n\n小さい。")]
    [InlineData("- 天気: 晴れ\n- 日時: 2024/04/10\n- 参加者: 田中\n\n小さい。")]
    [InlineData("天気: 晴れ\n日時: 2024/04/10\n参加者: 田中\n\n小さい。")]
    [InlineData("資料はこちら: https://example.com/sato/k8s\n\n小さい。")]
    [InlineData("(参考) https://example.com/cron-jobs/\n\n小さい。")]
    [InlineData("> [!tip] 覚え方\n> さや。\n\n小さい。")]
    [InlineData(":::message\nさや。\n:::\n\n小さい。\n\n:::message\nまめ。\n:::")]
    [InlineData("目次\n\n- [手順](#手順)\n\n小さい。")]
    [InlineData("カテゴリ: ワークロード\n難易度: ★☆☆\n一言: 箱\n\n小さい。")]
    [InlineData("![](pod.png)\n*図1: Podのイメージ*\n\n小さい。")]
    [InlineData("**2.1.1 ライフサイクル**\n\n小さい。")]
    [InlineData("**Podを作る手順**\n\n小さい。")]
    [InlineData("**ポイント**\n\n小さい。")]
    [InlineData("特徴：\n\n小さい。")]
    [InlineData("Podとは？\n\n小さい。")]
    [InlineData("## 手順\n\n押す。\n\n## 概要\n\n小さい。")]
    [InlineData("作成者: 田中\n\n## 手順\n\n小さい。")]
    [InlineData("最終更新: 2024-05-01 手順を書き直しました。\n\n小さい。")]
    [InlineData("対象: Kubernetesを初めて触る人\n\n小さい。")]
    [InlineData("状態: 下書き\n\n小さい。")]
    [InlineData("状態: 作成中です。\n\n小さい。")]
    [InlineData("環境: EKS 1.35、kubectl 1.36\n\n小さい。")]
    [InlineData("作成者: 田中\n対象: クラスターを触る人が最初に読みます。\n\n小さい。")]
    [InlineData("カテゴリ: ワークロード\n一言: 積んで運べる箱です。\n\n小さい。")]
    [InlineData("- 日時: 2024/04/10\n- 場所: 会議室\n- 対象: クラスターを触る人が集まる。\n\n小さい。")]
    public void What_stands_round_a_text_is_no_definition(string text) =>
        Assert.Equal("小さい。", Only("pod", ("note.md", "# Pod\n\n" + text + "\n")).Definition);

    [Theory]
    [InlineData("**最小の単位**", "最小の単位")]
    [InlineData("**とても小さい、動かす単位の話です**\n\n次。", "とても小さい、動かす単位の話です")]
    [InlineData("状態は三つある：\n\n- 待つ", "状態は三つある：")]
    [InlineData("設定は次の四つからなります:\n\n次。", "設定は次の四つからなります:")]
    [InlineData("作成者: 田中", null)]
    [InlineData("状態: 下書き", null)]
    [InlineData("対象: クラスター全体で動くPodを管理するリソース。", "対象: クラスター全体で動くPodを管理するリソース。")]
    [InlineData("状態: Podがどこまで進んだかを表す\n\n次。", "状態: Podがどこまで進んだかを表す")]
    [InlineData("**場所**：設定はetcdに保存されます。", "場所：設定はetcdに保存されます。")]
    [InlineData("タグ: イメージの版を区別する文字列。\n次の行。", "タグ: イメージの版を区別する文字列。")]
    [InlineData("- 担当: kubeletがコンテナを起動する。\n- 環境: どのノードでも動く。", "担当: kubeletがコンテナを起動する。")]
    [InlineData("Status: The phase of a Pod in its life.", "Status: The phase of a Pod in its life.")]
    [InlineData("> [!tip]\n> さや。まめ。", "さや。")]
    [InlineData("※小さい。", "※小さい。")]
    [InlineData("- 日時: 2024/04/10\n- 寿命: 短い\n- 大きさ: 小さい", "寿命: 短い")]
    [InlineData("a. 一つめ\n\nb. 二つめ", "a. 一つめ")]
    [InlineData("a. 一つめ\nb. 二つめ\nc. 三つめ", "a. 一つめ")]
    [InlineData("・一つめ\n・二つめ", "・一つめ")]
    [InlineData("[** 起きること]\n コンテナが消える\n  終了コードは137\n#Pod #トラブル", "コンテナが消える")]
    [InlineData("とても\n小さい。", "とても小さい。")]
    [InlineData("とても\n小さいもの\n#Pod #k8s", "とても小さいもの")]
    [InlineData("#Pod #k8s\nとても\n小さい。", "とても小さい。")]
    [InlineData("とても小さい。\n※例外もある。", "とても小さい。")]
    [InlineData("詳しくは https://example.com/ を読む。", "詳しくは https://example.com/ を読む。")]
    public void What_looks_like_furniture_defines_where_it_says_something(string text, string? definition) =>
        Assert.Equal(definition, Only("pod", ("note.md", "# Pod\n\n" + text + "\n")).Definition);

    [Fact]
    public void Text_below_the_name_defines_before_a_section_of_another_note() =>
        Assert.Equal("小さい。", Only("pod", ("a.md", "# Pod\n\n## 手順\n\n押す。\n"), ("b.md", "# Pod\n\n小さい。\n")).Definition);

    [Theory]
    [InlineData("---\nsummary: 別の話。\n---\n# 設計\n\n## Pod\n\n小さい。", "小さい。")]
    public void What_front_matter_says_of_the_note_is_not_said_of_a_concept_in_it(string note, string definition) =>
        Assert.Equal(definition, Only("pod", ("note.md", note)).Definition);

    [Theory]
    [InlineData("## クラスタ\n\nサーバーの集まり。\n\n## 手順\n\n押す。", null)]
    [InlineData("**ポイント**\n\n## クラスタ\n\nサーバーの集まり。", "ポイント")]
    [InlineData("## 手順\n\n押す。\n\n## クラスタ\n\nサーバーの集まり。", "押す。")]
    [InlineData("## クラスタ\n\nサーバーの集まり。\n\n## 概要\n\n言葉の説明。", "言葉の説明。")]
    [InlineData("言葉の説明。\n\n## クラスタ\n\nサーバーの集まり。", "言葉の説明。")]
    public void The_sentence_below_another_known_word_does_not_define_the_notes_title(string text, string? definition) =>
        Assert.Equal(definition, Only("terms", ("note.md", "# 基本の用語 {#terms}\n\n" + text + "\n")).Definition);

    [Fact]
    public void Front_matter_speaks_for_the_notes_own_concept()
    {
        var orders = Only(
            "orders",
            ("a.md", "---\ntitle: Orders\naliases: [受注, OrderAPI]\nupdated: 2026-03-01\n---\n受ける。\n"),
            ("b.md", "---\ntitle: Orders\norder: 3\nsummary: 二つ目のまとめ。\nupdated: 2026-11-05\n---\nつづき。\n"),
            ("c.md", "# Orders\n\n三つ目。\n"));
        Assert.Equal(["OrderAPI", "受注"], orders.Aliases);
        Assert.Equal(("2026-11-05", 3, "二つ目のまとめ。", "Orders"), (orders.Updated, orders.Order, orders.Definition, orders.Name));
        Assert.Null(Only("pod", ("a.md", "# Pod\n\n小さい。\n")).Updated);
    }

    [Theory]
    [InlineData("# Service\n\n宛先。\n\n## ClusterIP\n\n中。\n\n### Pod\n\n下。", "clusterip", "service")]
    [InlineData("# Service\n\n宛先。\n\n## ClusterIP\n\n中。\n\n### Pod\n\n下。", "pod", "clusterip")]
    [InlineData("# Service\n\n宛先。\n\n## 型\n\n色々。\n\n### ClusterIP\n\n中。", "clusterip", "service")]
    [InlineData("---\ntitle: Orders\n---\n前置き。\n\n## Pod\n\n下。", "pod", "orders")]
    [InlineData("# Service\n\n宛先。\n\n## サービス\n\n同じ。", "service", null)]
    [InlineData("# Service\n\n宛先。\n\n# Pod\n\n横。", "pod", null)]
    public void The_nearest_concept_above_is_the_parent(string note, string slug, string? parent) =>
        Assert.Equal(parent, Only(slug, ("note.md", note)).Parent?.Value);

    [Fact]
    public void Two_notes_that_nest_two_concepts_against_each_other_make_no_circle()
    {
        var glossary = TestNotes.Glossary(
            ("a.md", "# Service\n\n宛先。\n\n## Pod\n\n下。\n\n### Node\n\n一番下。\n"),
            ("b.md", "# Node\n\n機械。\n\n## Service\n\n逆。\n\n## Secret\n\n鍵。\n"),
            ("c.md", "# ConfigMap\n\n設定。\n\n## Secret\n\n鍵。\n"));
        Assert.Equal((null, "service", "pod", "node"), (Parent("service"), Parent("pod"), Parent("node"), Parent("secret")));
        Assert.Equal(["secret"], glossary.Find("node")!.Children.Select(child => child.Value));
        Assert.Empty(glossary.Find("configmap")!.Children);

        string? Parent(string slug) => glossary.Find(slug)!.Parent?.Value;
    }

    [Theory]
    [InlineData("orders", "note.md", "# Orders\n\n受ける。", "other")]
    [InlineData("orders", "shop/note.md", "# Orders\n\n受ける。", "shop")]
    [InlineData("orders", "a/network/note.md", "# Orders\n\n受ける。", "network")]
    [InlineData("orders", "shop/note.md", "---\ngroup: ネットワーク\n---\n# Orders\n\n受ける。", "network")]
    [InlineData("pod", "shop/note.md", "---\ngroup: delivery\n---\n# Pod\n\n小さい。", "delivery")]
    [InlineData("pod", "shop/note.md", "# Pod\n\n小さい。", "workloads")]
    [InlineData("web", "shop/note.md", "# Pod\n\n小さい。\n\n## Node\n\n## Service\n\n## Secret\n\n## Web\n\n一つ。", "workloads")]
    public void The_group_is_the_notes_word_else_the_catalogs_else_the_parents_else_the_folder(string slug, string path, string note, string group) =>
        Assert.Equal(group, Only(slug, (path, note)).Group);

    [Fact]
    public void A_slug_of_the_authors_own_leaves_the_concept_what_the_catalog_knows()
    {
        var glossary = TestNotes.Glossary(("note.md", "# Pod {#small}\n\n小さい。\n"));
        Assert.Equal(("Pod", "Pod", "workloads"), (glossary.Find("small")!.Name, glossary.Find("small")!.Entry?.Key, glossary.Find("small")!.Group));
        Assert.Equal("small", glossary.Names.Find("po")?.Value);
    }

    [Theory]
    [InlineData("pod", "# Pod\n\n小さい。\n", "po")]
    [InlineData("configmap", "# confingMap\n\n設定。\n", "confingMap")]
    [InlineData("kustomization", "# Kustomization\n\n二つある。\n", "kustomize")]
    public void A_concept_keeps_the_catalogs_other_names_and_its_headings_spelling(string slug, string note, string alias) =>
        Assert.Contains(alias, Only(slug, ("note.md", note)).Aliases);

    [Fact]
    public void What_a_concept_is_in_a_sentence_the_notes_say_before_the_catalog()
    {
        var glossary = TestNotes.Glossary(("a.md", "# Pod\n\n小さい。\n\n# Secret\n"), ("b.md", "# Orders\n"));
        Assert.Equal("小さい。", glossary.Find("pod")!.Summary);
        Assert.Equal(glossary.Catalog.ByKey["Secret"].SummaryJa, glossary.Find("secret")!.Summary);
        Assert.Null(glossary.Find("orders")!.Summary);
    }

    private static Concept Only(string slug, params (string Path, string Text)[] notes) => TestNotes.Glossary(notes).Find(slug)!;
}
