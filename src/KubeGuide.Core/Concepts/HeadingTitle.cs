using System.Globalization;
using System.Text;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>What a heading's text is once the author's decoration is taken off.</summary>
public static class HeadingTitle
{
    private const int LongestTerm = 24;

    private static readonly char[] Marks = ['*', '_', ' ', '　'];

    private static readonly char[] OuterMarks = [.. Marks, '`'];

    private static readonly char[] Ends = ['？', '?', '：', ':', ' ', '　'];

    private static readonly string[] Tails = ["とは", "とは何か", "って何", "一覧", "について"];

    private static readonly string[] Introductions = ["の概要", "の基本", "の基礎", "の説明", "入門"];

    private static readonly string[] Separators = ["：", ": ", " - ", " – ", " — ", "―", "｜", " | "];

    private static readonly string[] Labels = ["kind", "リソース", "種類", "種別", "用語", "名前", "step", "手順"];

    private static readonly string[] Chapters = ["章", "回", "部", "節"];

    private static readonly (char Open, char Close)[] Brackets = [('「', '」'), ('『', '』'), ('【', '】'), ('（', '）'), ('(', ')'), ('[', ']'), ('〈', '〉'), ('《', '》')];

    private static readonly HashSet<string> OrdinaryTitles = new(
        [
            "概要", "目的", "しくみ", "仕組み", "使い方", "使用方法", "設定", "設定項目", "設定例", "例", "使用例", "手順", "注意点", "注意", "よくある誤り", "よくある質問",
            "参考", "参考文献", "参考資料", "参考リンク", "関連", "関連リソース", "関連項目", "まとめ", "背景", "特徴", "種類", "用途", "構成", "機能", "メリット", "デメリット",
            "利点", "欠点", "前提", "前提条件", "準備", "確認", "確認方法", "コマンド", "補足", "備考", "メモ", "はじめに", "おわりに", "基本", "詳細", "説明", "定義",
            "実行例", "サンプル", "マニフェスト例", "運用", "運用の勘所", "トラブルシューティング", "目次", "リンク", "なぜ必要か", "その他", "todo",
            "faq", "overview", "introduction", "usage", "example", "examples", "configuration", "settings", "setup", "installation", "notes", "note", "references",
            "reference", "summary", "background", "commands", "links", "seealso", "howitworks", "gettingstarted", "troubleshooting", "tips", "readme", "conclusion",
        ],
        StringComparer.Ordinal);

    private static readonly string[] SentenceEndings =
    [
        "する", "される", "できる", "です", "ます", "ません", "ない", "たい", "こと", "ため", "した", "なる", "ある", "いる", "れる", "せる", "う", "く", "つ", "ぶ", "む", "る", "だ", "か", "ね", "よ",
    ];

    /// <summary>The title without emphasis, literal asterisks, ornaments, numbering, enclosing brackets and a trailing とは, 一覧 or について.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var title = WithoutNumber(WithoutOrnaments(text.Trim().Trim(OuterMarks)));
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

    /// <summary>The title without the gloss in brackets at its end (<c>Pod（ポッド）</c>), or null where there is none.</summary>
    public static string? WithoutGloss(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        foreach (var (open, close) in Brackets)
        {
            var start = title.EndsWith(close) ? title.LastIndexOf(open) : -1;
            if (start > 0)
                return title[..start].TrimEnd();
        }

        return null;
    }

    /// <summary>
    /// What a title names where it says more than the name: before a remark (<c>Pod：最小の単位</c>, <c>Pod - 最小の単位</c>), behind a label
    /// (<c>kind: Pod</c>, <c>Step 1: Pod</c>, <c>【重要】Pod</c>), before の概要 or 入門. Null where it does not look so.
    /// </summary>
    /// <param name="rest">What stands beside the name, which may be a name, too; empty where it cannot be.</param>
    public static string? NameWithin(string title, out string rest)
    {
        ArgumentNullException.ThrowIfNull(title);
        rest = "";
        foreach (var separator in Separators)
        {
            var at = title.IndexOf(separator, StringComparison.Ordinal);
            if (at <= 0 || at + separator.Length >= title.Length)
                continue;
            var (before, behind) = (title[..at].TrimEnd(), title[(at + separator.Length)..].TrimStart());
            if (IsLabel(before))
                return behind;
            rest = behind;
            return before;
        }

        foreach (var (open, close) in Brackets)
        {
            if (title[0] == open && title.IndexOf(close) is > 0 and var end && end + 1 < title.Length)
                return title[(end + 1)..].TrimStart();
        }

        foreach (var introduction in Introductions)
        {
            if (title.Length > introduction.Length && title.EndsWith(introduction, StringComparison.Ordinal))
                return title[..^introduction.Length].TrimEnd();
        }

        return null;
    }

    /// <summary>Whether a heading is one of those that every text has (概要, 使い方, Overview …).</summary>
    public static bool IsOrdinary(string title) => OrdinaryTitles.Contains(Folding.Fold(title).Trim('？', '?'));

    /// <summary>Whether an unknown heading can name a concept: no ordinary heading, no sentence, at most 24 characters.</summary>
    public static bool CanNameConcept(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return title.Length <= LongestTerm && !IsOrdinary(title) && !ReadsLikeSentence(title);
    }

    /// <summary>Whether a text has what sentences have: their marks, their particles or their endings.</summary>
    internal static bool ReadsLikeSentence(string title)
    {
        if (title.Length == 0)
            return false;
        if (title.AsSpan().IndexOfAny("。、！？!?") >= 0 || title.AsSpan(1).IndexOfAny("をがは") >= 0)
            return true;
        return Folding.IsHiragana(title[^1])
            ? SentenceEndings.Any(ending => title.EndsWith(ending, StringComparison.Ordinal))
            : title.Count(c => c == ' ') >= 4;
    }

    private static bool IsLabel(string text)
    {
        var word = text.AsSpan().TrimEnd("0123456789０１２３４５６７８９. ");
        foreach (var label in Labels)
        {
            if (word.Equals(label, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The title without symbols at its beginning (★, ■, 📦) and pictures at its end; unchanged where nothing else is there.</summary>
    private static string WithoutOrnaments(string title)
    {
        var (start, end) = (0, title.Length);
        while (start < end && Rune.DecodeFromUtf16(title.AsSpan(start), out var rune, out var length) == System.Buffers.OperationStatus.Done && IsOrnament(rune))
            start += length;
        while (end > start && Rune.DecodeLastFromUtf16(title.AsSpan(0, end), out var rune, out var length) == System.Buffers.OperationStatus.Done && IsPicture(rune))
            end -= length;
        return start == end || (start == 0 && end == title.Length) ? title : title[start..end].Trim(OuterMarks);
    }

    private static bool IsOrnament(Rune rune) => rune.Value is '・' or '•' or '※' or '→' || IsCircledNumber(rune) || IsPicture(rune) || (rune.Value > 0x7F && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);

    private static bool IsCircledNumber(Rune rune) => rune.Value is >= '①' and <= '⓿';

    /// <summary>Dingbats and emoji, with the marks that join and colour them.</summary>
    private static bool IsPicture(Rune rune) =>
        rune.Value is 0x200D or 0xFE0F or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF) or (>= 0x1F000 and <= 0x1FAFF);

    private static string WithoutNumber(string title)
    {
        if (title.Length == 0)
            return title;
        if ((BehindBracketedNumber(title) ?? BehindChapter(title)) is { } behind)
            return behind;
        var (digits, parts) = (Digits(title), 1);
        while (digits > 0 && digits + 1 < title.Length && title[digits] == '.' && Digits(title.AsSpan(digits + 1)) is > 0 and var more)
            (digits, parts) = (digits + 1 + more, parts + 1);
        if (parts > 1 && digits < title.Length && char.IsWhiteSpace(title[digits]))
        {
            // A particle behind it tells that it is a version: 1.36 の変更点.
            var rest = title[digits..].TrimStart();
            return rest.Length > 0 && Folding.IsHiragana(rest[0]) ? title : rest;
        }

        return digits > 0 && digits < title.Length && title[digits] is '.' or ')' or '．' or '、'
            ? title[(digits + 1)..].TrimStart()
            : title;
    }

    /// <summary>Behind <c>(1)</c>; null where there is no such number, or nothing behind it.</summary>
    private static string? BehindBracketedNumber(string title)
    {
        if (title.Length < 4 || title[0] is not ('(' or '（') || Digits(title.AsSpan(1)) is not (> 0 and var digits) || digits + 2 >= title.Length)
            return null;
        return title[digits + 1] is ')' or '）' ? title[(digits + 2)..].TrimStart() : null;
    }

    /// <summary>Behind 第1章; null where there is none, or nothing behind it.</summary>
    private static string? BehindChapter(string title)
    {
        if (title[0] != '第')
            return null;
        foreach (var chapter in Chapters)
        {
            var at = title.IndexOf(chapter, StringComparison.Ordinal);
            if (at is > 1 and < 5 && at + 2 < title.Length && (char.IsWhiteSpace(title[at + 1]) || title[at + 1] is '：' or ':')
                && title.AsSpan(1, at - 1).IndexOfAnyExcept("0123456789０１２３４５６７８９一二三四五六七八九十") < 0)
                return title[(at + 2)..].TrimStart();
        }

        return null;
    }

    /// <summary>How many digits a number of at most three has that a title begins with; 0 where it begins with none.</summary>
    private static int Digits(ReadOnlySpan<char> title)
    {
        var digits = 0;
        while (digits < title.Length && char.IsDigit(title[digits]))
            digits++;
        return digits <= 3 ? digits : 0;
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
