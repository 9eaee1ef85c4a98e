using System.Collections.Immutable;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>Knows what people write into a text about the note itself: who wrote it, when, with which tags.</summary>
internal static class NoteMetadata
{
    private const int LongestKey = 12;

    /// <summary>Items on either side that tell what a list is; no list about a note is longer.</summary>
    private const int Reach = 20;

    private static readonly HashSet<string> Keys = new(
        [
            "作成者", "作成日", "作成日時", "更新者", "更新日", "更新日時", "最終更新", "最終更新日", "最終更新者", "記入者", "記入日", "著者", "筆者", "執筆者", "担当者", "日付", "日時", "公開日", "投稿日",
            "発表", "発表者", "発表資料", "資料", "登壇者", "司会", "書記", "会場", "議題", "決定者", "期日", "参加者", "出席者", "関連", "参考", "参照", "リンク", "レビュー", "レビュアー", "承認者", "対象読者", "所要時間",
            "author", "authors", "created", "created at", "updated", "updated at", "last updated", "last modified", "date", "reviewer", "reviewers", "due", "todo", "decider", "deciders", "decision-makers", "consulted", "informed", "see", "see also", "related",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Keys that things have as well as notes: a sentence behind one is about the thing (<c>状態: Podがどこまで進んだかを表します。</c>).</summary>
    private static readonly HashSet<string> SharedKeys = new(
        [
            "担当", "期限", "場所", "難易度", "優先度", "重要度", "対象", "環境", "種別", "区分", "一言", "タグ", "カテゴリ", "カテゴリー", "ステータス", "状態", "バージョン", "版",
            "tags", "tag", "category", "status", "version", "owner", "priority", "level",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The text behind the lines at its beginning that say who wrote it, when, or with which tags.</summary>
    public static string Behind(string text)
    {
        var at = 0;
        var isMetadata = IsMostlyMetadata(text);
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(at, end - at).Trim();
            if (!IsLine(line) && !((at > 0 || isMetadata) && IsProperty(line)))
                break;
            at = end + 1;
        }

        return at == 0 ? text : at < text.Length ? text[at..] : "";
    }

    /// <summary>Whether more than half of the lines at the beginning that have a short key have one of those.</summary>
    private static bool IsMostlyMetadata(string text)
    {
        var (known, properties) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!IsProperty(line))
                break;
            properties++;
            known += IsLine(line.Trim()) ? 1 : 0;
        }

        return known * 2 > properties;
    }

    /// <summary>Whether a line behind such a one has a short key, too: <c>難易度: ★☆☆</c>.</summary>
    private static bool IsProperty(ReadOnlySpan<char> line) => line.IndexOfAny(':', '：') is > 0 and <= LongestKey;

    /// <summary>Whether a trimmed line has one of those keys before what is about a note, is a date or has nothing but tags.</summary>
    public static bool IsLine(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line.IndexOfAnyExcept("0123456789-/.:年月日 ") < 0)
            return true;
        var colon = line.IndexOfAny(':', '：');
        return colon > 0 ? Has(Keys, line[..colon]) || (Has(SharedKeys, line[..colon]) && !IsSentence(line[(colon + 1)..].Trim())) : IsTags(line);
    }

    private static bool Has(HashSet<string> keys, ReadOnlySpan<char> key) => keys.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key.Trim());

    private static bool IsSentence(ReadOnlySpan<char> value) =>
        (value.IndexOfAny("。！？") >= 0 || HeadingTitle.EndsLikeSentence(value) || (value.EndsWith(".") && value.Contains(' '))) && !Placeholder.Is(value.ToString());

    private static bool IsTags(ReadOnlySpan<char> line)
    {
        foreach (var word in line.Split(' '))
        {
            if (!line[word].StartsWith("#") && !line[word].IsEmpty)
                return false;
        }

        return true;
    }

    /// <summary>Whether a block is an item with a short key in a run of such items, more than half of which say who wrote the text, or when.</summary>
    public static bool IsItem(ImmutableArray<TextBlock> blocks, int at)
    {
        if (!IsPropertyItem(blocks[at]))
            return false;
        var (first, end, known) = (at, at, 0);
        while (first > Math.Max(0, at - Reach) && IsPropertyItem(blocks[first - 1]))
            first--;
        while (end < Math.Min(blocks.Length, at + Reach) && IsPropertyItem(blocks[end]))
            end++;
        for (var i = first; i < end; i++)
            known += IsLine(blocks[i].Text.AsSpan().Trim()) ? 1 : 0;
        return known * 2 > end - first;
    }

    private static bool IsPropertyItem(TextBlock block) => block.Kind == BlockKind.ListItem && IsProperty(block.Text);
}
