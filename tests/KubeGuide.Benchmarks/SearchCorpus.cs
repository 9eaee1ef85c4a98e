using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Search;

namespace KubeGuide.Benchmarks;

/// <summary>Made-up notes of about 2.5 KB in four sections; the same number gives the same notes.</summary>
internal static class SearchCorpus
{
    private const int SectionBytes = 560;

    private static readonly string[] Kinds =
        "Pod Deployment Service Ingress ConfigMap Secret StatefulSet DaemonSet CronJob Namespace NetworkPolicy StorageClass ServiceAccount HorizontalPodAutoscaler VirtualService DestinationRule"
            .Split(' ');

    private static readonly string[] Things =
        "通信経路 保管場所 身分証 権限 上限 証明書 環境変数 設定値 負荷 記録 通知 検査 予備系 割合 版 札 部屋 住所 門 番号 容量 期限 手順 作業 障害 復旧 監視 暗号 監査 台帳 クラスター ノード コンテナ イメージ ボリューム ネットワーク コントローラー スケジューラー ロードバランサー トラフィック レプリカ リクエスト タイムアウト ヘルスチェック"
            .Split(' ');

    private static readonly string[] Acts =
        "を守る を広げる を切り替える を見張る を作り直す を預ける を確かめる を結び付ける を減らす を待つ を比べる を止める を記録する を公開する を管理する を自動復旧する".Split(' ');

    private static readonly string[] Links = "まず 次に ただし そのうえで たとえば 夜間は 本番では 試験環境では 失敗したときは 数が増えると".Split(' ');

    private static readonly string[] Headings = "目的 しくみ 設定のしかた 気を付けること 確かめかた よくある失敗".Split(' ');

    public static ImmutableArray<SearchDocument> Generate(int count)
    {
        var random = new Random(20260101);
        return [.. Enumerable.Range(0, count).Select(number => Document(random, number))];
    }

    /// <summary>UTF-8 bytes of everything a document says.</summary>
    public static long BytesOf(IEnumerable<SearchDocument> documents) => documents.Sum(document =>
        (long)Encoding.UTF8.GetByteCount(document.Title) + Encoding.UTF8.GetByteCount(document.Facts)
        + document.Sections.Sum(section => (long)Encoding.UTF8.GetByteCount(section.Text) + Encoding.UTF8.GetByteCount(section.Heading ?? "")));

    private static SearchDocument Document(Random random, int number)
    {
        var slug = Slug.Parse(string.Create(CultureInfo.InvariantCulture, $"note-{number}"));
        var kind = Pick(random, Kinds);
        var title = number < Kinds.Length
            ? Kinds[number]
            : string.Create(CultureInfo.InvariantCulture, $"{kind}の{Pick(random, Things)}{Pick(random, Things)}{number % 97}");
        var sections = Enumerable.Range(0, 4).Select(index => Section(random, kind, index)).ToImmutableArray();
        var definition = $"{title}は{Pick(random, Things)}{Pick(random, Acts)}ためのもの。";
        var names = ImmutableArray.Create(
            new SearchName(title, TermKind.Name),
            new SearchName(string.Create(CultureInfo.InvariantCulture, $"{Pick(random, Things)}の係{number}"), TermKind.Alias),
            new SearchName(string.Create(CultureInfo.InvariantCulture, $"n{number}"), TermKind.ShortName));
        return new SearchDocument(slug, title, slug.Url, ConceptState.Written, names, definition, sections, $"apps/v1 {kind} namespaced");
    }

    private static SearchSection Section(Random random, string kind, int index)
    {
        var text = new StringBuilder();
        for (var bytes = 0; bytes < SectionBytes;)
        {
            var subject = random.Next(3) == 0 ? kind : Pick(random, Things);
            var sentence = $"{Pick(random, Links)}、{subject}は{Pick(random, Things)}{Pick(random, Acts)}ために{Pick(random, Things)}{Pick(random, Acts)}。";
            text.Append(sentence).Append(random.Next(3) == 0 ? "\n" : "");
            bytes += Encoding.UTF8.GetByteCount(sentence);
        }

        var heading = index == 0 ? null : Pick(random, Headings);
        return new SearchSection(heading is null ? null : string.Create(CultureInfo.InvariantCulture, $"h-{index}"), heading, [text.ToString()]);
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
