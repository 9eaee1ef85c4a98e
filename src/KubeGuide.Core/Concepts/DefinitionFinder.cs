using KubeGuide.Core.Catalog;
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

    /// <summary>
    /// From the text directly below the concept's headings, else from a section that introduces it (概要), else from any; what is only a
    /// label (<c>**ポイント**</c>) or a remark in a box where there is nothing else. Null where nothing says anything, or only the section of
    /// a word that the catalog knows does: that sentence defines the word.
    /// </summary>
    /// <param name="sections">The concept's sections in order, and whether their heading is the concept's own.</param>
    /// <param name="catalog">Null for a concept that the catalog knows, whose sections are about itself.</param>
    public static string? Find(List<(Section Section, bool IsHead)> sections, string name, KubernetesCatalog? catalog)
    {
        string? label = null;
        for (var rank = 0; rank <= LastRank; rank++)
        {
            foreach (var (section, isHead) in sections)
            {
                if ((isHead ? 0 : rank == 0 ? LastRank : Introduces(section) ? 1 : LastRank) == rank && Statement(section.Body, name, ref label) is { } statement)
                    return rank == LastRank && catalog is not null && IsOfAnotherWord(section, catalog) ? label : statement;
            }
        }

        return label;
    }

    private static bool Introduces(Section section) => section.Heading is { } heading && Defining.Contains(Folding.Fold(HeadingTitle.Clean(heading.Text)));

    private static bool IsOfAnotherWord(Section section, KubernetesCatalog catalog) =>
        section.Heading is { } heading && catalog.Match(HeadingTitle.Clean(heading.Text)) is { Kind: not MatchKind.Misspelling };

    private static string? Statement(Fragment body, string name, ref string? label)
    {
        var reader = new BlockReader(body);
        while (reader.Next())
        {
            var text = reader.IsMetadata ? "" : NoteMetadata.Behind(reader.Text);
            if (text.Length == 0 || IsMarkup(text) || OnlyRepeats(text, name) || reader.StandsIn("<figcaption>", "</figcaption>") || HeadingTitle.IsOrdinary(text) || Placeholder.Is(text) || IsLabelledUrl(text))
                continue;
            text = FirstOfLines(text);
            if (!reader.IsBoxed && !IsNotice(text) && !IsLabel(text, isBold: reader.StandsIn("><strong>", "</strong></")))
                return Sentences.First(text);
            label ??= Sentences.First(text);
        }

        return null;
    }

    /// <summary>Whether a text is raw HTML, which is shown as it is.</summary>
    private static bool IsMarkup(string text) => text.Length > 2 && text[0] == '<' && (char.IsAsciiLetter(text[1]) || text[1] == '/');

    /// <summary>Whether a text is a remark on the note: ※この記事は古いです。</summary>
    private static bool IsNotice(string text) => text[0] == '※';

    /// <summary>Whether a text is an address behind a word or two: <c>発表資料: https://…</c>.</summary>
    private static bool IsLabelledUrl(string text)
    {
        var address = text.AsSpan().Trim();
        var start = address.IndexOf("://");
        return start > 0 && address[start..].IndexOfAny(" \n。") < 0 && address[..start].TrimEnd("htps").Length <= LongestStrongLabel;
    }

    /// <summary>
    /// Of lines that begin with a mark (<c>a.</c>, ・, <c>#tag</c>) the text up to the next of them, of a paragraph as Scrapbox has it
    /// (<c>[** title]</c>) one line: the first that says something. Any other text as it is.
    /// </summary>
    private static string FirstOfLines(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return text;
        var isByLine = text.StartsWith("[*", StringComparison.Ordinal) || text.Contains("\n[*", StringComparison.Ordinal);
        var (start, at) = (-1, 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].Trim();
            if (start >= 0 && (isByLine || IsMarked(line)))
                return text[start..at];
            if (start < 0 && !line.StartsWith("[*") && !NoteMetadata.IsLine(line))
                start = at;
            at = range.End.GetOffset(text.Length) + 1;
        }

        return start > 0 ? text[start..] : text;
    }

    private static bool IsMarked(ReadOnlySpan<char> line) =>
        line is ['・' or '•' or '#', not ' ', ..] or [>= 'a' and <= 'z', '.' or ')', ' ', ..];

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

        public readonly bool IsMetadata => NoteMetadata.IsItem(body.Blocks, block);

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
