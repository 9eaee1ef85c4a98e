using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Search;

/// <summary>What a piece of a document's text is, in the order in which the pieces stand and in which search prefers them.</summary>
internal enum SegmentKind : byte
{
    Name,
    Heading,
    Definition,
    Body,
    Facts,
}

/// <summary>A piece of <see cref="SearchPart.Text"/> up to the next one.</summary>
/// <param name="Item">Index of the name or section it is; else -1.</param>
internal readonly record struct Segment(int Start, int Item, SegmentKind Kind);

/// <summary>One document made ready for search. It depends on nothing else, so that it serves as long as the document does not change.</summary>
internal sealed class SearchPart
{
    private readonly PartTexts texts;
    private readonly int start;
    private readonly int length;
    private readonly int firstSegment;
    private readonly int segmentCount;

    /// <param name="start">Where its text begins among the texts.</param>
    private SearchPart(SearchDocument document, ImmutableArray<NameKey> names, PartTexts texts, int start, int length, int firstSegment, int segmentCount)
    {
        Document = document;
        Names = names;
        SectionCount = document.Sections.Length;
        State = document.State;
        IsManual = document.IsManual;
        (this.texts, this.start, this.length, this.firstSegment, this.segmentCount) = (texts, start, length, firstSegment, segmentCount);
    }

    public SearchDocument Document { get; }

    /// <summary>All segments, folded, each ended by a line feed.</summary>
    public ReadOnlySpan<char> Text => texts.Text.AsSpan(start, length);

    public ReadOnlySpan<Segment> Segments => texts.Segments.AsSpan(firstSegment, segmentCount);

    /// <summary>A bit for each character of <see cref="Text"/>, and one for its end.</summary>
    public ReadOnlySpan<ulong> WordStarts => texts.WordStarts.AsSpan(start / PartTexts.Step, (length / PartTexts.Step) + 1);

    /// <summary>Sections of the document; here with the state, because matching reads nothing else of it.</summary>
    public int SectionCount { get; }

    public ConceptState State { get; }

    public bool IsManual { get; }

    public ImmutableArray<NameKey> Names { get; }

    /// <param name="before">An earlier part of the same page: where the names are the same, their keys are taken over.</param>
    public static SearchPart Of(SearchDocument document, SearchPart? before = null)
    {
        var names = before is not null && before.Document.Names.AsSpan().SequenceEqual(document.Names.AsSpan())
            ? before.Names
            : [.. document.Names.Select((name, index) => new NameKey(name, index))];
        using var text = new SearchTextWriter(keepsOffsets: false);
        var segments = new List<Segment>();
        foreach (var (index, name) in document.Names.Index())
        {
            if (name.Kind != TermKind.Misspelling)
                Add(SegmentKind.Name, index, name.Text);
        }

        foreach (var (index, section) in document.Sections.Index())
            Add(SegmentKind.Heading, index, section.Heading);
        Add(SegmentKind.Definition, -1, document.Definition);
        foreach (var (index, section) in document.Sections.Index())
            AddBlocks(index, section.Blocks.AsSpan());
        Add(SegmentKind.Facts, -1, document.Facts);
        return new SearchPart(document, names, new PartTexts(text.Text(), [.. segments], text.WordStarts()), 0, text.Length, 0, segments.Count);

        void Add(SegmentKind kind, int item, string? original)
        {
            if (string.IsNullOrWhiteSpace(original))
                return;
            segments.Add(new Segment(text.Length, item, kind));
            text.Add(original);
            text.EndSegment();
        }

        void AddBlocks(int item, ReadOnlySpan<string> blocks)
        {
            foreach (var block in blocks)
            {
                if (string.IsNullOrWhiteSpace(block))
                    continue;
                segments.Add(new Segment(text.Length, item, SegmentKind.Body));
                text.Add(blocks);
                text.EndSegment();
                return;
            }
        }
    }

    /// <summary>The same part with its text among others.</summary>
    public SearchPart In(PartTexts others, int at, int segment) => new(Document, Names, others, at, length, segment, segmentCount);

    public bool StartsWord(int index) => (texts.WordStarts[(start + index) >> 6] >> (index & 63) & 1) != 0;

    /// <summary>Whether this part is what <see cref="Of"/> makes of the document.</summary>
    public bool IsOf(SearchDocument other) =>
        ReferenceEquals(Document, other)
        || (Document with { Names = other.Names, Sections = other.Sections } == other
            && Document.Names.SequenceEqual(other.Names) && HasSections(other.Sections));

    private bool HasSections(ImmutableArray<SearchSection> others)
    {
        if (others.Length != Document.Sections.Length)
            return false;
        for (var i = 0; i < others.Length; i++)
        {
            var (own, other) = (Document.Sections[i], others[i]);
            if (own.Anchor != other.Anchor || own.Heading != other.Heading || !own.Blocks.AsSpan().SequenceEqual(other.Blocks.AsSpan()))
                return false;
        }

        return true;
    }
}
