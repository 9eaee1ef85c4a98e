using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>What a heading's text is once the author's decoration is taken off.</summary>
public static class HeadingTitle
{
    private const int LongestTerm = 24;

    private static readonly char[] Marks = ['*', '_', ' ', '　'];

    internal static readonly char[] OuterMarks = [.. Marks, '`'];

    private static readonly char[] Ends = ['？', '?', '：', ':', ' ', '　'];

    private static readonly string[] Tails = ["とは", "とは何か", "とは何ですか", "って何", "ってなに", "って何ですか", "一覧", "について"];

    /// <summary>What an ordinary section's heading ends in where a word before it says which: よくあるトラブル, 運用ルール.</summary>
    private static readonly string[] OrdinaryEndings =
        ["トラブル", "ルール", "課題", "経緯", "事例", "tips", "まとめ", "メモ", "手順", "方法", "注意点", "コツ", "の話", "の違い", "の比較", "失敗談", "一覧"];

    internal static readonly (char Open, char Close)[] Brackets = [('「', '」'), ('『', '』'), ('【', '】'), ('（', '）'), ('(', ')'), ('[', ']'), ('〈', '〉'), ('《', '》')];

    private static readonly HashSet<string> OrdinaryTitles = new(
        [
            "概要", "目的", "しくみ", "仕組み", "使い方", "使用方法", "設定", "設定項目", "設定例", "例", "使用例", "手順", "注意点", "注意", "よくある誤り", "よくある質問",
            "参考", "参考文献", "参考資料", "参考リンク", "関連", "関連リソース", "関連項目", "まとめ", "背景", "特徴", "種類", "用途", "構成", "機能", "メリット", "デメリット",
            "利点", "欠点", "前提", "前提条件", "準備", "確認", "確認方法", "コマンド", "補足", "備考", "メモ", "はじめに", "おわりに", "基本", "詳細", "説明", "定義",
            "実行例", "サンプル", "マニフェスト例", "運用", "運用の勘所", "トラブルシューティング", "目次", "リンク", "なぜ必要か", "その他", "todo",
            "チェックリスト", "連絡先", "コラム", "変更履歴", "更新履歴", "改訂履歴", "関連リンク", "練習問題", "演習", "ハンズオン", "実習", "宿題", "復習", "クイズ", "感想", "所感", "課題", "今後の課題", "質問", "疑問", "疑問点",
            "環境", "環境構築", "構築", "インストール", "検証", "検証結果", "結果", "結論", "原因", "対処", "対処法", "対策", "対応", "影響", "経緯", "現象", "症状", "全体像", "前書き", "まえがき", "後書き", "あとがき", "付録", "索引", "用語",
            "参照", "出典", "著者", "ライセンス", "監視", "バックアップ", "動作確認", "後片付け", "後始末", "予定", "議事録", "決定事項", "体制", "役割", "担当", "お知らせ", "このリポジトリについて", "本書について",
            "faq", "overview", "introduction", "usage", "example", "examples", "configuration", "settings", "setup", "installation", "notes", "note", "references",
            "reference", "summary", "background", "commands", "links", "seealso", "howitworks", "gettingstarted", "troubleshooting", "tips", "readme", "conclusion",
            "prerequisites", "requirements", "cleanup", "nextsteps", "changelog", "history", "appendix", "quiz", "contents", "tableofcontents", "architecture", "motivation", "goals", "index", "home", "license", "contributing", "security", "monitoring",
            "rootcause", "impact", "timeline", "actionitems", "resolution", "symptoms", "cause", "fix", "result", "results",
        ],
        StringComparer.Ordinal);

    private static readonly string[] SentenceEndings =
    [
        "う", "く", "ぐ", "す", "つ", "ぬ", "ぶ", "む", "る", "ません", "ない", "たい", "した", "だ", "か", "ね", "よ", "こと", "ため",
    ];

    /// <summary>The title without emphasis, literal asterisks, ornaments, numbering, enclosing brackets and a trailing とは, 一覧 or について.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var title = HeadingMarks.WithoutOrnaments(HeadingMarks.WithoutNumber(HeadingMarks.WithoutOrnaments(text.Trim().Trim(OuterMarks))));
        while (true)
        {
            var cleaned = Unbracketed(title).TrimEnd(Ends).Trim(Marks);
            foreach (var tail in Tails)
            {
                if (cleaned.Length > tail.Length && cleaned.EndsWith(tail, StringComparison.Ordinal))
                    cleaned = cleaned[..^tail.Length].TrimEnd();
            }

            if (cleaned == title)
                return title;
            title = cleaned;
        }
    }

    /// <summary>Whether a heading is one of those that every text has (概要, 使い方, Overview …).</summary>
    public static bool IsOrdinary(string title) => OrdinaryTitles.Contains(Folding.Fold(title).Trim('？', '?'));

    /// <summary>Whether an unknown heading can name a concept: no ordinary heading, no sentence, at most 24 characters.</summary>
    public static bool CanNameConcept(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return title.Length <= LongestTerm && !IsOrdinary(title) && !HasOrdinaryEnding(title) && !ReadsLikeSentence(title);
    }

    /// <summary>
    /// Whether a heading says more of its title than the name: it asks something else than what it is (Podの寿命？), or lists such things (アラート一覧).
    /// </summary>
    /// <param name="text">As written.</param>
    /// <param name="title">The same, cleaned.</param>
    public static bool SaysMoreThan(string text, string title)
    {
        ArgumentNullException.ThrowIfNull(text);
        var asked = text.Trim().TrimEnd(Ends);
        var isQuestion = text.AsSpan().TrimEnd().EndsWith("？") || text.AsSpan().TrimEnd().EndsWith("?") || HeadingMarks.BehindQuestion(text.Trim()) is not null;
        return (isQuestion && asked.EndsWith(title, StringComparison.Ordinal)) || HasOrdinaryEnding(asked);
    }

    private static bool HasOrdinaryEnding(string title)
    {
        foreach (var ending in OrdinaryEndings)
        {
            if (title.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a text has what sentences have: their marks, their particles or their endings.</summary>
    internal static bool ReadsLikeSentence(string title)
    {
        if (title.Length == 0)
            return false;
        if (title.AsSpan().IndexOfAny("。、！？!?") >= 0 || title.AsSpan(1).IndexOfAny("をがは") >= 0)
            return true;
        return Folding.IsHiragana(title[^1]) ? EndsLikeSentence(title) : title.Count(c => c == ' ') >= 4;
    }

    /// <summary>Whether a text ends as Japanese sentences do.</summary>
    internal static bool EndsLikeSentence(ReadOnlySpan<char> text)
    {
        foreach (var ending in SentenceEndings)
        {
            if (text.EndsWith(ending))
                return true;
        }

        return false;
    }

    private static string Unbracketed(string title)
    {
        foreach (var (open, close) in Brackets)
        {
            if (title.Length > 2 && title[0] == open && title[^1] == close && title.IndexOf(close) == title.Length - 1)
                return title[1..^1].Trim();
        }

        return title;
    }
}
