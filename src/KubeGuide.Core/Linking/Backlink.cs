using System.Collections.Immutable;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Linking;

/// <summary>A mention read from its other end.</summary>
/// <param name="From">The concept whose text it stands in; null for text of no concept.</param>
/// <param name="Anchor">Id of the heading above, in the note; null where there is none.</param>
/// <param name="Headings">The headings above as written, outermost first.</param>
public sealed record Backlink(Slug? From, string Path, int Line, string? Anchor, ImmutableArray<string> Headings, Sentence Sentence, bool IsLinked)
{
    public static Backlink Of(MentionPlace place)
    {
        var note = place.Note.Document;
        var mention = place.Mention;
        var fragment = mention.Place.In(note);
        var section = mention.Place.Kind == PlaceKind.Footnote ? null : note.Sections[mention.Place.Index];
        var run = (TextSlot)fragment.Slots[mention.Slot];
        return new Backlink(
            place.From, note.Path, mention.Line,
            section?.Heading is null ? null : place.Note.Concepts.Anchors[section.Index],
            section is null ? [] : [.. Anchors.Path(note, section).Select(heading => heading.Trim(HeadingTitle.OuterMarks)).Where(heading => heading.Length > 0)],
            Around(fragment.Blocks[run.Block], run.Start + mention.Start, mention.Length),
            mention.IsLinked);
    }

    /// <summary>Whether the one before it stands in the same sentence.</summary>
    internal bool IsInSentenceOf(Backlink before) =>
        Path == before.Path && Anchor == before.Anchor && Sentence.Text == before.Sentence.Text && Sentence.MarkStart > before.Sentence.MarkStart;

    /// <summary>The sentence of a mention; of code the line, since a line is what is read and typed there.</summary>
    private static Sentence Around(TextBlock block, int start, int length)
    {
        if (block.Kind != BlockKind.Code)
            return Sentences.Around(block.Text, start, length);
        var first = block.Text.LastIndexOf('\n', start) + 1;
        var behind = block.Text.IndexOf('\n', start + length);
        return Sentences.Around(block.Text[first..(behind < 0 ? block.Text.Length : behind)], start - first, length);
    }
}

/// <summary>The backlinks from one concept, or from a note's own text.</summary>
/// <param name="Shown">Each sentence once, however often it mentions the concept.</param>
/// <param name="Mentions">How many mentions those sentences are.</param>
public sealed record BacklinkGroup(Slug? From, string Path, ImmutableArray<Backlink> Shown, int Mentions)
{
    /// <summary>One group for each concept that mentions it, in the order of the notes; of each the first few sentences.</summary>
    public static ImmutableArray<BacklinkGroup> Of(IEnumerable<MentionPlace> places, int each) =>
        [.. places.GroupBy(place => place.From?.Value ?? "\0" + place.Note.Path).Select(group => Of([.. group], each))];

    private static BacklinkGroup Of(ImmutableArray<MentionPlace> places, int each)
    {
        var shown = ImmutableArray.CreateBuilder<Backlink>();
        var mentions = 0;
        foreach (var link in places.Select(Backlink.Of))
        {
            if (shown.Count == 0 || !link.IsInSentenceOf(shown[^1]))
            {
                if (shown.Count == each)
                    break;
                shown.Add(link);
            }

            mentions++;
        }

        return new BacklinkGroup(places[0].From, places[0].Note.Path, shown.ToImmutable(), mentions);
    }
}
