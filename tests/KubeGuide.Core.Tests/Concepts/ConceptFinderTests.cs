using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

/// <summary>Which headings of a note are concepts.</summary>
public class ConceptFinderTests
{
    [Theory]
    [InlineData("# Pod\n\n小さい。\n\n## 注意点\n\nある。", "pod")]
    [InlineData("# 注文基盤 {#orders}\n\n受ける。\n\n## Pod\n\n動かす。\n\n## ラベル\n\n付ける。", "orders pod")]
    [InlineData("# 注文基盤 {#orders}\n\n## ラベル {#label}\n\n付ける。", "orders label")]
    [InlineData("# 注文基盤 {#orders}\n\n## ClusterIP\n\n中。\n\n## Helm\n\n配る。\n\n## Nomad\n\n別。", "orders clusterip helm nomad")]
    [InlineData("# 部品 {#parts}\n\n## kubelet\n\n動かす。\n\n## マニフェスト\n\n書く。", "parts kubelet")]
    [InlineData("## 第1回 Pod\n\n## 第２回：Service\n\n## 第3回 自己紹介", "pod service")]
    [InlineData("## Q1. Podとは？\n\n## Ｑ：Serviceってなに？\n\n## Q. Secretとは何ですか？\n\n## Q2. Jobを止めるには？", "pod service secret")]
    [InlineData("# A {#a}\n\n# Pod\n\n## ラベル\n\n# ラベル", "pod label")]
    [InlineData("## Pod（ポッド）\n\n## ノード（機械）", "pod node")]
    [InlineData("## 📦 Pod\n\n## kind: Job\n\n## 第3章 Service", "pod job service")]
    [InlineData("## Pod：最小の単位\n\n## Secret - 秘密の値\n\n## 【重要】Node", "pod secret node")]
    [InlineData("## Node / ノード\n\n## Pod/ポッド\n\n## Namespace：名前空間\n\n## Job｜ジョブ\n\n## PersistentVolume・PV", "node pod namespace job persistentvolume")]
    [InlineData("# Pod / ポッド\n\n小さい。", "pod")]
    [InlineData("## Pod / サービス\n\n## Podd / ポッド\n\n## Pod / 小さい箱", "")]
    [InlineData("## 1. ★DaemonSet★\n\n## Deployment（デプロイメント）：更新を管理する仕組み\n\n## 3-2 PersistentVolumeClaim\n\n## ReplicaSet ※非推奨\n\n## ClusterRole ← 重要", "daemonset deployment persistentvolumeclaim replicaset clusterrole")]
    [InlineData("## 24-7 Pods on call\n\n## v1-2 Pod", "")]
    [InlineData("# Pod入門\n\n小さい。", "pod")]
    [InlineData("# Pod\n\n## Podの基本\n\n小さい。\n\n## Pod - 注意\n\nある。", "pod")]
    [InlineData("## Podd：小さい単位\n\n## Istio: Gateway\n\n## Service", "service")]
    [InlineData("# Pod（小さい単位）\n\n小さい。", "pod")]
    [InlineData("---\ntitle: Pod\n---\n# Pod（小さい単位）\n\n小さい。", "pod")]
    [InlineData("## Deployment: web\n\n3台。\n\n## ConfigMap：web-config\n\n## HPA：設定例\n\n## Node: 18系に上げる", "")]
    [InlineData("## podd\n\n## Service", "service")]
    [InlineData("# 概要\n\n## Pod", "pod")]
    [InlineData("#\n\n## Pod\n\n## Node", "pod node")]
    [InlineData("文だけ。", "")]
    [InlineData("", "")]
    public void A_heading_that_the_catalog_knows_is_a_concept(string note, string slugs) => Assert.Equal(slugs, Slugs(note));

    [Theory]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## 注文箱 {#box}", "pod node secret box")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Orders", "pod node secret orders")]
    [InlineData("## Pod\n\n## Node\n\n## Orders", "pod node")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Orders\n\n## Payments", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Ingress\n\n## Orders\n\n## Payments", "pod node secret ingress")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Ingress\n\n## ConfigMap\n\n## Orders\n\n## Payments", "pod node secret ingress configmap orders payments")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Orders\n\n##", "pod node secret orders")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## 手順", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## 変更履歴", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## よくあるトラブル", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## 運用ルール", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Debug Tips", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## アラート一覧", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## DaemonSetの話", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Q. Podの寿命", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Podの寿命？", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Q. Ordersとは？", "pod node secret orders")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## ConfigMap / Ingress", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Job・CronJob", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## ConfigMapとIngress", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Job & CronJob", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Job and CronJob", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## SA, Role, RoleBinding", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Orders / Payments", "pod node secret orders-payments")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Next steps", "pod node secret")]
    [InlineData("## Pod\n\n## Node\n\n## Secret\n\n## Podを消す", "pod node secret")]
    [InlineData("# Team {#team}\n\n## Pod\n\n## Node\n\n## Secret\n\n## cluster", "team pod node secret cluster")]
    [InlineData("# 用語集 {#terms}\n\n## コンテナ\n\n## kubelet\n\n## コントロールプレーン\n\n## 社内ツール {#tool}", "terms container kubelet control-plane tool")]
    [InlineData("# 用語集 {#terms}\n\n## コンテナ\n\n## ラベル\n\n## 手順", "terms")]
    [InlineData("# Pod\n\n## コンテナ\n\n## ラベル\n\n## コントロールプレーン", "pod")]
    public void Among_enough_that_are_known_the_others_are_concepts_too(string note, string slugs) => Assert.Equal(slugs, Slugs(note));

    [Theory]
    [InlineData("# Orders\n\n受ける。\n\n## 手順", "orders Orders")]
    [InlineData("---\ntitle: Payments\n---\n# Orders\n\n受ける。", "payments Payments")]
    [InlineData("---\ntitle: Pod\n---\n# ポッド\n\n小さい。", "pod Pod")]
    [InlineData("---\ntitle: Orders\nslug: shop\n---\n# ＯＲＤＥＲＳ\n\n受ける。", "shop Orders")]
    [InlineData("---\ntitle: Orders\nslug: not a slug\n---\n受ける。", "orders Orders")]
    [InlineData("---\ntitle: 概要\nslug: top\n---\n受ける。", "top 概要")]
    [InlineData("---\ntitle: \"** **\"\n---\n# Orders\n", "")]
    [InlineData("---\nslug: shop\n---\n# Orders\n\n受ける。\n", "shop Orders")]
    [InlineData("# Orders\n\n受ける。\n\n# Payments\n\n払う。", "")]
    [InlineData("## はじめに\n\n# Orders", "")]
    [InlineData("# 概要\n\n全体。", "")]
    public void A_notes_own_title_is_a_concept(string note, string named) =>
        Assert.Equal(named, string.Join(' ', Found(note).Places.Where(place => place.IsNoteTitle).Select(place => $"{place.Slug} {place.Name}")));

    [Theory]
    [InlineData("vault/Pod.md", "小さい。", "pod Pod")]
    [InlineData("Pods.markdown", "小さい。\n\n# 手順\n\n# 使い方", "pod Pod")]
    [InlineData("Pod.md", "## 概要\n\n小さい。\n\n## 使い方\n\n動かす。", "pod Pod")]
    [InlineData("Pod 0123456789abcdef0123456789abcdef.md", "小さい。", "pod Pod")]
    [InlineData("受注.md", "---\naliases: [Orders]\n---\n受ける。", "term-f33e7064 受注")]
    [InlineData("Pod.md", "# Service\n\n宛先。\n\n# Node\n\n機械。", "")]
    [InlineData("Pod.md", "# Service\n\n宛先。", "service Service")]
    [InlineData("Podd.md", "小さい。", "")]
    [InlineData("Pod.md", "小さい。\n\n## ライフサイクル\n\n待つ。", "pod Pod")]
    [InlineData("Pod.md", "小さい。\n\n## ライフサイクル\n\n待つ。\n\n## 再起動\n\n戻る。", "pod Pod")]
    [InlineData("K8s.md", "社内の覚え書き。\n\n# 1. 環境\n\n# 2. 社内の決まり\n\n# 3. 連絡先", "")]
    [InlineData("node.md", "Node.jsの書き方。", "")]
    [InlineData("ポッド.md", "小さい。", "pod Pod")]
    [InlineData("受注.md", "受ける。", "")]
    [InlineData("README.md", "---\nupdated: 2026-11-01\n---\n読む。", "")]
    public void A_file_that_says_its_title_nowhere_else_is_called_by_its_name(string path, string note, string named)
    {
        var places = TestNotes.Glossary((path, note)).Notes[0].Concepts.Places;
        Assert.Equal(named, string.Join(' ', places.Where(place => place.IsNoteTitle).Select(place => $"{place.Slug} {place.Name}")));
    }

    [Theory]
    [InlineData("---\ntitle: Orders\n---\n# ＯＲＤＥＲＳ\n\n受ける。", 1)]
    [InlineData("---\ntitle: Pod\n---\n前置き。\n\n# ポッド\n\n小さい。", 1)]
    [InlineData("---\ntitle: Orders\n---\n# Payments\n\n払う。", 0)]
    [InlineData("---\ntitle: Pod\n---\n# Node\n\n機械。", 0)]
    [InlineData("---\ntitle: Orders\n---\n# Orders\n\n受ける。\n\n# Orders\n\n払う。", 0)]
    [InlineData("---\ntitle: Orders\n---\n受ける。", 0)]
    public void A_title_that_the_one_top_heading_repeats_is_that_heading(string note, int section) =>
        Assert.Equal(section, Assert.Single(Found(note).Places, place => place.IsNoteTitle).Section);

    [Theory]
    [InlineData("# Orders\n\n受ける。\n\n## Pod\n\n動く。", "orders")]
    [InlineData("## Pod\n\n動く。\n\n---\n\n終わり。", "pod")]
    [InlineData("前置き。\n\n## 手順\n\n押す。\n\n## Pod\n\n動く。", "pod")]
    [InlineData("## Pod\n\n動く。\n\n## Node\n\n機械。", null)]
    [InlineData("ただの文章。", null)]
    public void A_note_as_a_whole_is_its_title_or_its_only_concept(string note, string? slug) => Assert.Equal(slug, Found(note).Own?.Slug.Value);

    [Fact]
    public void What_stands_beside_a_name_in_a_heading_is_no_spelling_of_it()
    {
        var concepts = TestNotes.Glossary(("note.md", "## 📦 ポッド：小さい単位\n\n小さい。\n\n## Node（機械）\n\n機械。\n")).Concepts;
        Assert.Equal(concepts[Slug.Parse("pod")].Aliases, TestNotes.Glossary(("note.md", "## Pod\n\n小さい。\n")).Concepts[Slug.Parse("pod")].Aliases);
        Assert.DoesNotContain("Node（機械）", concepts[Slug.Parse("node")].Aliases);
    }

    [Fact]
    public void A_title_that_is_no_heading_takes_the_notes_slug_and_a_heading_its_own_id()
    {
        Assert.Equal(["top", "small"], Found("---\ntitle: Orders\nslug: top\n---\n受ける。\n\n## Pod {#small}\n\n動く。\n").Places.Select(place => place.Slug.Value));
        Assert.Equal("top", Assert.Single(Found("---\nslug: top\n---\n# Orders {#shop}\n\n受ける。\n").Places).Slug.Value);
    }

    [Fact]
    public void A_title_without_a_heading_owns_the_whole_note()
    {
        var found = Found("---\ntitle: Orders\n---\n受ける。\n\n## 手順\n\n押す。\n\n## Pod\n\n動く。\n\n### 注意\n\nある。\n");
        Assert.Equal(["orders", "orders", "pod", "pod"], found.Owners.Select(owner => owner?.Value));
        Assert.Equal([0, 0, 2, 2], found.Heads);
    }

    [Fact]
    public void Text_above_every_concept_belongs_to_the_note_alone()
    {
        var found = Found("前置き。\n\n## 手順\n\n押す。\n\n## Pod\n\n動く。\n\n### 注意\n\nある。\n\n## 終わりに\n\n以上。\n");
        Assert.Equal([null, null, "pod", "pod", null], found.Owners.Select(owner => owner?.Value));
    }

    [Fact]
    public void Only_a_title_without_Latin_letters_gets_a_hash_for_a_slug()
    {
        var hashed = Assert.Single(Found("# 注文基盤\n\n受ける。\n").Places);
        Assert.Matches("^term-[0-9a-f]{8}$", hashed.Slug.Value);
        Assert.True(hashed.IsHashed);
        Assert.False(Assert.Single(Found("# Order API\n\n受ける。\n").Places).IsHashed);
        Assert.False(Assert.Single(Found("# 注文基盤 {#orders}\n\n受ける。\n").Places).IsHashed);
    }

    [Fact]
    public void Meetings_that_only_their_number_tells_apart_are_concepts_of_their_own()
    {
        var glossary = TestNotes.Glossary(("1.md", "# 第1回 勉強会\n\nPodの話をした。\n"), ("2.md", "# 第2回 勉強会\n\nServiceの話をした。\n"));
        Assert.Equal(["第1回 勉強会", "第2回 勉強会"], glossary.Notes.Select(note => Assert.Single(note.Concepts.Places).Name));
        Assert.DoesNotContain(glossary.Diagnostics, finding => finding.Rule == "duplicate-concept");
    }

    [Theory]
    [InlineData("# 監視\n\n見る。", "監視")]
    [InlineData("# **運用**\n\n見る。\n\n## 目的", "運用")]
    [InlineData("---\ntitle: 見張り\n---\n# 監視\n\n見る。", "見張り")]
    [InlineData("## 監視\n\n見る。", "監視")]
    [InlineData("前置き。\n\n## 監視\n\n見る。", null)]
    [InlineData("# 監視\n\n見る。\n\n# 運用\n\n直す。", null)]
    [InlineData("#\n\n見る。", null)]
    [InlineData("見る。", null)]
    public void A_note_is_called_by_its_title_even_where_that_is_no_concept(string note, string? title)
    {
        var glossary = TestNotes.Glossary(("a.md", note));
        Assert.Equal(title, glossary.Notes[0].Concepts.Title);
        var hit = Assert.Single(glossary.Search.Search("見る", 0, 5).Hits);
        Assert.Equal(title ?? "a.md", hit.Title);
    }

    [Fact]
    public void A_note_whose_title_is_a_concept_is_called_by_its_file_so_that_two_pages_have_two_names()
    {
        var note = TestNotes.Glossary(("a.md", "# Pod\n\n小さい単位。\n")).Notes[0].Concepts;
        Assert.Equal(("Pod", null), (Assert.Single(note.Places).Name, note.Title));
    }

    private static NoteConcepts Found(string note) => TestNotes.Glossary(("note.md", note)).Notes[0].Concepts;

    private static string Slugs(string note) => string.Join(' ', Found(note).Places.Select(place => place.Slug));
}
