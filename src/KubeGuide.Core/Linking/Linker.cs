using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Rendering.Code;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Linking;

/// <summary>Decides where the terms of the glossary stand in a note, and which of them become links.</summary>
public static class Linker
{
    private static readonly string[] NamedThings = ["ディレクトリ", "フォルダ", "ファイル", "フィールド", "キー", "列"];

    /// <summary>
    /// Every mention in the note, section by section and then the footnotes, each with its reason. Where several hold, the first of:
    /// heading, own page, opted out, search only or code only, ambiguous, repeated, linked.
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
        private readonly HashSet<Slug> linkedInSection = [];
        private readonly HashSet<Slug> linkedInBlock = [];
        private LineCount lines;
        private Place place;
        private Slug? owner;

        public ImmutableArray<Mention> Mentions => mentions.DrainToImmutable();

        public void Visit(Fragment fragment, Place where, Slug? concept)
        {
            (place, owner) = (where, concept);
            linkedInSection.Clear();
            var prose = new ProseWindow(fragment.Slots);
            var block = -1;
            for (var i = 0; i < fragment.Slots.Length; i++)
            {
                if (fragment.Slots[i] is not TextSlot run)
                    continue;
                if (run.Block != block)
                {
                    block = run.Block;
                    linkedInBlock.Clear();
                }

                lines = new LineCount(run.Line);
                prose.MoveTo(i, run);
                VisitRun(new Position(i, run, fragment.Blocks[block]), prose, i > 0 ? fragment.Slots[i - 1] as LinkOpenSlot : null);
            }
        }

        private void VisitRun(Position at, ProseWindow prose, LinkOpenSlot? link)
        {
            if (at.Run.Code is { } code)
                VisitCode(at, code);
            else if (at.Run.Kind == RunKind.CodeSpan)
                VisitCodeSpan(at);
            else if (at.Run.Kind == RunKind.WikiLink)
                VisitWikiLink(at, link!);
            else
                VisitProse(at, prose);
        }

        private void VisitProse(Position at, ProseWindow prose)
        {
            var end = Math.Min(prose.End, at.Block.Text.Length);
            var text = at.Block.Text.AsSpan(prose.Start, end - prose.Start);
            var commands = new CommandArguments(this, at);
            foreach (var match in scanner.Scan(text, at.Run.Start - prose.Start, at.Run.Length))
            {
                if (!commands.Take(match.Start))
                    Add(at, match.Start, match.End - match.Start, match.Spelling, match.Spelling.Reason);
            }

            commands.Take(at.Run.Length);
        }

        /// <summary>A code span is a term as a whole, or a command; a term inside anything else is part of a name.</summary>
        private void VisitCodeSpan(Position at)
        {
            var text = at.Text;
            var start = text.Length - text.TrimStart().Length;
            var length = text.Trim().Length;
            if (index.Find(text.Slice(start, length)) is { Term: { } term } whole)
            {
                if (!term.IsFieldName && !(term.Policy == TermPolicy.CodeOnly && IsNameOfSomethingElse(at.TextBehind)))
                    Add(at, start, length, whole, whole.Reason == MentionReason.Misspelling ? MentionReason.Misspelling : MentionReason.Code);
                return;
            }

            foreach (var (resource, size) in KubectlCommand.Resources(text))
                VisitKubectl(at, resource, size);
        }

        private void VisitCode(Position at, CodeInfo info)
        {
            foreach (var (resource, size) in CodeLines.Resources(at.Block, info))
                VisitKubectl(at, resource, size);
        }

        private bool VisitKubectl(Position at, int start, int length)
        {
            if (index.FindResource(at.Text.Slice(start, length)) is not { } resource)
                return false;
            Add(at, start, length, resource, MentionReason.Kubectl);
            return true;
        }

        /// <summary>What the commands in a run of prose name, taken in between the terms of the prose.</summary>
        private ref struct CommandArguments(Pass pass, Position at)
        {
            private readonly IReadOnlyList<(int Start, int Length)> arguments = KubectlCommand.ResourcesInProse(at.Text);
            private int next;
            private int taken;

            /// <summary>Records those that begin up to a place; whether one of them reaches over it.</summary>
            public bool Take(int place)
            {
                for (; next < arguments.Count && arguments[next].Start <= place; next++)
                {
                    var (start, length) = arguments[next];
                    taken = pass.VisitKubectl(at, start, length) ? start + length : taken;
                }

                return place < taken;
            }
        }

        /// <summary>The author's own link is a mention of what its target names, whatever the text says.</summary>
        private void VisitWikiLink(Position at, LinkOpenSlot link)
        {
            if (index.FindTarget(link.Target) is { Term: { } term } target)
                Record(at, 0, at.Run.Length, term, DecideExplicit(at, term, target.Reason));
        }

        private void Add(Position at, int start, int length, Spelling spelling, MentionReason reason)
        {
            if (spelling.Term is { } term)
                Record(at, start, length, term, Decide(at, spelling, term, reason));
        }

        private void Record(Position at, int start, int length, Term term, MentionReason reason)
        {
            var run = at.Text;
            var written = run.Slice(start, length);
            var text = written.SequenceEqual(term.Text) ? term.Text : written.ToString();
            mentions.Add(new Mention(term, text, reason, place, at.Slot, start, length, lines.At(run, start)));
        }

        private MentionReason Decide(Position at, Spelling spelling, Term term, MentionReason reason)
        {
            if (place.Kind == PlaceKind.Heading)
                return MentionReason.Heading;
            if (IsOwn(term))
                return MentionReason.OwnPage;
            if (at.Block.NoLink || IsOptedOut(spelling, term))
                return MentionReason.OptedOut;
            if (term.Policy == TermPolicy.SearchOnly)
                return MentionReason.SearchOnly;
            if (term.Policy == TermPolicy.CodeOnly && at.Run.Kind == RunKind.Prose && reason != MentionReason.Kubectl)
                return MentionReason.CodeOnly;
            if (term.IsAmbiguous)
                return MentionReason.Ambiguous;
            return IsFirst(at, term.Concept) ? reason : MentionReason.Repeated;
        }

        /// <summary>What is written as a link is one, but on the concept's own page.</summary>
        private MentionReason DecideExplicit(Position at, Term term, MentionReason reason)
        {
            if (place.Kind == PlaceKind.Heading)
                return MentionReason.Heading;
            if (term.Concept == owner)
                return MentionReason.OwnPage;
            IsFirst(at, term.Concept);
            return reason;
        }

        /// <summary>On the page of one sense the shared name means that sense.</summary>
        private bool IsOwn(Term term) => owner is { } own && (term.Concept == own || term.Senses.Contains(own));

        /// <summary>
        /// Lists and tables are read by the line, so that every item and cell has a link of its own. A code span has one in each block, too,
        /// and never takes the one of the prose around it. In a shell block every command is linked.
        /// </summary>
        private bool IsFirst(Position at, Slug concept)
        {
            if (at.Run.Kind == RunKind.Code)
                return true;
            if (at.Run.Kind == RunKind.CodeSpan)
                return linkedInBlock.Add(concept);
            if (at.Block.Kind is not (BlockKind.ListItem or BlockKind.TableCell))
                return linkedInSection.Add(concept);
            if (!linkedInBlock.Add(concept))
                return false;
            linkedInSection.Add(concept);
            return true;
        }

        private bool IsOptedOut(Spelling spelling, Term term) =>
            noLinkTerms.Count > 0
            && (noLinkTerms.Contains(term.Concept.Value)
                || noLinkTerms.Contains(Folding.Fold(term.Text))
                || noLinkTerms.Contains(Folding.Fold(spelling.Folded)));
    }

    /// <summary>Whether a code span is followed by what it is: <c>`crds`ディレクトリ</c> is no resource.</summary>
    private static bool IsNameOfSomethingElse(ReadOnlySpan<char> behind)
    {
        foreach (var thing in NamedThings)
        {
            if (behind.StartsWith(thing, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>A run with the block that it is part of.</summary>
    private readonly record struct Position(int Slot, TextSlot Run, TextBlock Block)
    {
        public ReadOnlySpan<char> Text => Block.Text.AsSpan(Run.Start, Run.Length);

        /// <summary>The rest of the block.</summary>
        public ReadOnlySpan<char> TextBehind => Block.Text.AsSpan(Run.Start + Run.Length);
    }
}
