using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Rendering.Code;

namespace KubeGuide.Core.Linking;

/// <summary>Decides where the terms of the glossary stand in a note, and which of them become links.</summary>
public static class Linker
{
    /// <summary>
    /// Every mention in the note, section by section and then the footnotes, each with its reason. Where several hold, the first of:
    /// heading, own page, opted out, ambiguous, search only or code only, repeated, linked.
    /// </summary>
    /// <param name="owners">For each section the concept that its text belongs to.</param>
    /// <param name="noLinkTerms">
    /// Folded terms of <c>nolink:</c> in <c>kubeguide.yml</c>: an entry that is a concept's slug switches all its spellings off, any other only itself.
    /// </param>
    public static ImmutableArray<Mention> Link(
        NoteDocument note, ImmutableArray<Slug?> owners, TermIndex index, IReadOnlySet<string> noLinkTerms)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(noLinkTerms);
        using var scanner = new RunScanner(index);
        var pass = new Pass(index, scanner, noLinkTerms);
        foreach (var section in note.Sections)
        {
            if (section.Heading is { } heading)
                pass.Visit(heading.Fragment, new Place(PlaceKind.Heading, section.Index), owners[section.Index]);
            pass.Visit(section.Body, new Place(PlaceKind.Body, section.Index), owners[section.Index]);
        }

        for (var i = 0; i < note.Footnotes.Length; i++)
            pass.Visit(note.Footnotes[i].Body, new Place(PlaceKind.Footnote, i), null);
        return pass.Mentions;
    }

    private sealed class Pass(TermIndex index, RunScanner scanner, IReadOnlySet<string> noLinkTerms)
    {
        private readonly ImmutableArray<Mention>.Builder mentions = ImmutableArray.CreateBuilder<Mention>();
        private readonly HashSet<Slug> linked = [];
        private LineCount lines;
        private Place place;
        private Slug? owner;

        public ImmutableArray<Mention> Mentions => mentions.DrainToImmutable();

        public void Visit(Fragment fragment, Place where, Slug? concept)
        {
            (place, owner) = (where, concept);
            linked.Clear();
            var prose = new ProseWindow(fragment.Slots);
            for (var i = 0; i < fragment.Slots.Length; i++)
            {
                if (fragment.Slots[i] is not TextSlot run)
                    continue;
                var at = new Position(i, run, fragment.Blocks[run.Block]);
                lines = new LineCount(run.Line);
                prose.MoveTo(i, run);
                if (run.Kind == RunKind.Kubectl)
                    VisitKubectl(at, 0, run.Length);
                else if (at.Block.Kind == BlockKind.Code)
                    continue;
                else if (run.Kind == RunKind.CodeSpan)
                    VisitCodeSpan(at);
                else if (run.Kind == RunKind.Prose)
                    VisitProse(at, prose);
            }
        }

        private void VisitProse(Position at, ProseWindow prose)
        {
            var end = Math.Min(prose.End, at.Block.Text.Length);
            var text = at.Block.Text.AsSpan(prose.Start, end - prose.Start);
            foreach (var match in scanner.Scan(text, at.Run.Start - prose.Start, at.Run.Length))
                Add(at, match.Start, match.End - match.Start, match.Spelling, match.Spelling.Reason);
        }

        /// <summary>A code span is a term as a whole, or a command; a term inside anything else is part of a name.</summary>
        private void VisitCodeSpan(Position at)
        {
            var text = at.Text;
            var start = text.Length - text.TrimStart().Length;
            var length = text.Trim().Length;
            if (index.Find(text.Slice(start, length)) is { } whole)
                Add(at, start, length, whole, whole.Reason == MentionReason.Misspelling ? MentionReason.Misspelling : MentionReason.Code);
            else
                foreach (var (resource, size) in KubectlCommand.Resources(text))
                    VisitKubectl(at, resource, size);
        }

        private void VisitKubectl(Position at, int start, int length)
        {
            if (index.Find(at.Text.Slice(start, length)) is { } resource)
                Add(at, start, length, resource, MentionReason.Kubectl);
        }

        private void Add(Position at, int start, int length, Spelling spelling, MentionReason reason)
        {
            if (spelling.Term is not { } term)
                return;
            var run = at.Text;
            var written = run.Slice(start, length);
            var text = written.SequenceEqual(term.Text) ? term.Text : written.ToString();
            mentions.Add(new Mention(
                term, text, Decide(at, spelling, term, reason), place, at.Slot, start, length, lines.At(run, start)));
        }

        private MentionReason Decide(Position at, Spelling spelling, Term term, MentionReason reason)
        {
            if (place.Kind == PlaceKind.Heading)
                return MentionReason.Heading;
            if (term.Concept == owner)
                return MentionReason.OwnPage;
            if (at.Block.NoLink || IsOptedOut(spelling, term))
                return MentionReason.OptedOut;
            if (term.IsAmbiguous)
                return MentionReason.Ambiguous;
            if (term.Policy == TermPolicy.SearchOnly)
                return MentionReason.SearchOnly;
            if (term.Policy == TermPolicy.CodeOnly && at.Run.Kind == RunKind.Prose)
                return MentionReason.CodeOnly;
            var isFirst = at.Run.Kind == RunKind.Kubectl || linked.Add(term.Concept);
            return isFirst || at.AlwaysLinks ? reason : MentionReason.Repeated;
        }

        private bool IsOptedOut(Spelling spelling, Term term) =>
            noLinkTerms.Count > 0
            && (noLinkTerms.Contains(term.Concept.Value)
                || noLinkTerms.Contains(Folding.Fold(term.Text))
                || noLinkTerms.Contains(Folding.Fold(spelling.Folded)));
    }

    /// <summary>A run with the block that it is part of.</summary>
    private readonly record struct Position(int Slot, TextSlot Run, TextBlock Block)
    {
        public ReadOnlySpan<char> Text => Block.Text.AsSpan(Run.Start, Run.Length);

        /// <summary>Where every mention is linked, not only the first of its section: one reads lists and tables by the line.</summary>
        public bool AlwaysLinks => Run.Kind != RunKind.Prose || Block.Kind is BlockKind.ListItem or BlockKind.TableCell;
    }
}
