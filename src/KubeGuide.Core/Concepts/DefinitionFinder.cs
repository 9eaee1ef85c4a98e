using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>Finds the sentence that says what a concept is: the first that is more than what stands round a text.</summary>
internal static class DefinitionFinder
{
    private const int LongestLabel = 12;

    private const int LongestStrongLabel = 24;

    /// <summary>Of any section; 0 is that of the concept's own heading, 1 of one that introduces it.</summary>
    private const int LastRank = 2;

    private static readonly HashSet<string> Defining = new(["概要", "定義", "説明", "要約", "はじめに", "overview", "introduction", "summary", "definition"], StringComparer.Ordinal);

    private static readonly HashSet<string> Metadata = new(
        [
            "作成者", "作成日", "作成日時", "更新者", "更新日", "更新日時", "最終更新", "最終更新日", "最終更新者", "記入者", "記入日", "著者", "筆者", "執筆者", "担当", "担当者", "日付", "日時", "公開日", "投稿日",
            "期限", "期日", "参加者", "出席者", "場所", "難易度", "優先度", "重要度", "関連", "参考", "参照", "リンク", "対象", "環境", "種別", "区分", "一言",
            "タグ", "カテゴリ", "カテゴリー", "ステータス", "状態", "バージョン", "版", "レビュー", "レビュアー", "承認者", "対象読者", "所要時間",
            "author", "authors", "created", "created at", "updated", "updated at", "last updated", "last modified", "date", "tags", "tag", "category", "status", "version", "owner", "reviewer", "reviewers", "priority", "level", "due", "todo", "see", "see also", "related",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// From the text directly below the concept's headings, else from a section that introduces it (概要), else from any; what is only a
    /// label (<c>**ポイント**</c>) or a remark in a box where there is nothing else. Null where nothing says anything.
    /// </summary>
    /// <param name="sections">The concept's sections in order, and whether their heading is the concept's own.</param>
    public static string? Find(List<(Section Section, bool IsHead)> sections, string name)
    {
        string? label = null;
        for (var rank = 0; rank <= LastRank; rank++)
        {
            foreach (var (section, isHead) in sections)
            {
                if ((isHead ? 0 : rank == 0 ? LastRank : Introduces(section) ? 1 : LastRank) == rank && Statement(section.Body, name, ref label) is { } statement)
                    return statement;
            }
        }

        return label;
    }

    private static bool Introduces(Section section) => section.Heading is { } heading && Defining.Contains(Folding.Fold(HeadingTitle.Clean(heading.Text)));

    private static string? Statement(Fragment body, string name, ref string? label)
    {
        var reader = new BlockReader(body);
        while (reader.Next())
        {
            var text = BehindMetadata(reader.Text);
            if (text.Length == 0 || IsMarkup(text) || OnlyRepeats(text, name) || reader.StandsIn("<figcaption>", "</figcaption>") || HeadingTitle.IsOrdinary(text))
                continue;
            if (!reader.IsBoxed && !IsLabel(text, isBold: reader.StandsIn("><strong>", "</strong></")))
                return Sentences.First(text);
            label ??= Sentences.First(text);
        }

        return null;
    }

    /// <summary>Whether a text is raw HTML, which is shown as it is.</summary>
    private static bool IsMarkup(string text) => text.Length > 2 && text[0] == '<' && (char.IsAsciiLetter(text[1]) || text[1] == '/');

    /// <summary>Whether a text is the name again, as a question perhaps: Podとは？</summary>
    private static bool OnlyRepeats(string text, string name) =>
        text.Length <= name.Length + LongestLabel && Folding.Fold(HeadingTitle.Clean(text)) == Folding.Fold(name);

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    /// <summary>The text behind the lines at its beginning that say who wrote it, when, or with which tags.</summary>
    private static string BehindMetadata(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(at, end - at).Trim();
            if (!IsMetadata(line) && !(at > 0 && IsProperty(line)))
                break;
            at = end + 1;
        }

        return at == 0 ? text : at < text.Length ? text[at..] : "";
    }

    /// <summary>Whether a line behind such a one has a short key, too: <c>難易度: ★☆☆</c>.</summary>
    private static bool IsProperty(ReadOnlySpan<char> line) => line.IndexOfAny(':', '：') is > 0 and <= LongestLabel;

    private static bool IsMetadata(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line.IndexOfAnyExcept("0123456789-/.:年月日 ") < 0)
            return true;
        var colon = line.IndexOfAny(':', '：');
        return colon > 0 ? Metadata.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[..colon].Trim()) : IsTags(line);
    }

    private static bool IsTags(ReadOnlySpan<char> line)
    {
        foreach (var word in line.Split(' '))
        {
            if (!line[word].StartsWith("#") && !line[word].IsEmpty)
                return false;
        }

        return true;
    }

    /// <summary>A few words that end in a colon, or in bold on a line of their own.</summary>
    private static bool IsLabel(string text, bool isBold)
    {
        var label = text.Trim();
        return label[^1] is ':' or '：'
            ? label.Length <= LongestLabel && !HeadingTitle.ReadsLikeSentence(label.TrimEnd(':', '：'))
            : isBold && label.Length <= LongestStrongLabel && label.AsSpan().IndexOfAny("。！？、") < 0;
    }

    /// <summary>
    /// Goes through the paragraphs of a section that have running text (a picture, a link or a command alone says nothing of a concept), and
    /// through its HTML once beside them.
    /// </summary>
    private ref struct BlockReader(Fragment body)
    {
        private int block = -1;
        private int slot;
        private int offset;
        private int boxes;

        public readonly string Text => body.Blocks[block].Text;

        /// <summary>Whether the block is a remark beside the text.</summary>
        public readonly bool IsBoxed => boxes > 0;

        /// <summary>Whether the block begins and ends with this markup, and its text has none.</summary>
        public readonly bool StandsIn(string open, string close) => body.Html.AsSpan(0, offset).EndsWith(open) && body.Html.AsSpan(offset).StartsWith(close);

        public bool Next()
        {
            while (++block < body.Blocks.Length)
            {
                if (body.Blocks[block] is { IsCard: false, Kind: BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote } && HasWords())
                    return true;
            }

            return false;
        }

        private bool HasWords()
        {
            while (slot < body.Slots.Length && !(body.Slots[slot] is TextSlot run && run.Block >= block))
                slot++;
            if (slot == body.Slots.Length)
                return false;
            var passed = body.Html.AsSpan(offset, body.Slots[slot].Offset - offset);
            boxes += passed.Count("<aside ") - passed.Count("</aside>");
            offset = body.Slots[slot].Offset;
            for (var i = slot; i < body.Slots.Length; i++)
            {
                if (body.Slots[i] is not TextSlot run)
                    continue;
                if (run.Block != block)
                    return false;
                if (run.Kind == RunKind.Prose && HasLetter(Text.AsSpan(run.Start, run.Length)))
                    return true;
            }

            return false;
        }
    }
}
