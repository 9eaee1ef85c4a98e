using System.Buffers;

namespace KubeGuide.Core.Concepts;

/// <summary>Finds the name in a title that says more than it.</summary>
public static class NameInTitle
{
    private static readonly string[] Introductions = ["の概要", "の基本", "の基礎", "の説明", "入門"];

    private static readonly string[] Separators = ["：", ": ", " - ", " – ", " — ", "―", "｜", " | ", "※", "←"];

    private static readonly string[] Labels = ["kind", "リソース", "種類", "種別", "用語", "名前", "step", "手順"];

    private static readonly string[] Conjunctions = ["/", "／", "・", "と", "&", "＆", ",", "、", " and "];

    private static readonly SearchValues<char> VerbEndings = SearchValues.Create("るすくぐむぶうつぬたい");

    private static readonly SearchValues<char> ObjectNameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._/");

    /// <summary>The title without the gloss in brackets at its end (<c>Pod（ポッド）</c>), or null where there is none.</summary>
    public static string? WithoutGloss(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        foreach (var (open, close) in HeadingTitle.Brackets)
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
    public static string? Find(string title, out string rest)
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

        foreach (var (open, close) in HeadingTitle.Brackets)
        {
            if (title.StartsWith(open) && title.IndexOf(close) is > 0 and var end && end + 1 < title.Length)
                return title[(end + 1)..].TrimStart();
        }

        foreach (var introduction in Introductions)
        {
            if (title.Length > introduction.Length && title.EndsWith(introduction, StringComparison.Ordinal))
                return title[..^introduction.Length].TrimEnd();
        }

        return null;
    }

    /// <summary>
    /// Whether what stands behind a name explains it. The name of an object (<c>web-config</c>), an ordinary heading (設定例) and what is to
    /// be done (18系に上げる) do not: such a heading is a section.
    /// </summary>
    public static bool IsRemark(string rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        return rest.Length > 0 && !HeadingTitle.IsOrdinary(rest) && !VerbEndings.Contains(rest[^1])
            && rest.AsSpan().ContainsAnyExcept(ObjectNameCharacters);
    }

    /// <summary>The parts of a title that may be a row of names: <c>ConfigMap / Secret</c>, <c>Job・CronJob</c>, <c>PodとNode</c>.</summary>
    internal static string[] Several(string title) => title.Split(Conjunctions, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

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
}
