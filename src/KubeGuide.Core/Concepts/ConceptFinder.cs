using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>Decides which headings of a note are concepts.</summary>
public static class ConceptFinder
{
    private const int FewestKnownSiblings = 3;

    /// <summary>The same note gives the same concepts, whatever the other notes are.</summary>
    public static NoteConcepts Find(NoteDocument note, KubernetesCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(catalog);
        var places = new ConceptPlace?[note.Sections.Length];
        if (note.Refusal is null)
            new Search(note, catalog, places).Run();
        ImmutableArray<ConceptPlace> found = [.. places.OfType<ConceptPlace>()];
        var heads = Heads(note, places);
        return new NoteConcepts(note, found, Owners(heads, places), heads, Anchors.Of(note, found, out var repeated), repeated);
    }

    private static ImmutableArray<int> Heads(NoteDocument note, ConceptPlace?[] places)
    {
        var heads = ImmutableArray.CreateBuilder<int>(places.Length);
        foreach (var section in note.Sections)
            heads.Add(places[section.Index] is not null ? section.Index : section.Parent >= 0 ? heads[section.Parent] : 0);
        return heads.MoveToImmutable();
    }

    private static ImmutableArray<Slug?> Owners(ImmutableArray<int> heads, ConceptPlace?[] places)
    {
        var owners = ImmutableArray.CreateBuilder<Slug?>(heads.Length);
        foreach (var head in heads)
            owners.Add(places[head]?.Slug);
        return owners.MoveToImmutable();
    }

    private sealed class Search(NoteDocument note, KubernetesCatalog catalog, ConceptPlace?[] places)
    {
        private readonly ILookup<int, Section> children = note.Sections.Where(s => s.Heading is not null).ToLookup(s => s.Parent);

        public void Run()
        {
            if (TitleSection() is { } title)
                places[title.Section.Index] = Place(title.Section, Read(title.Title, above: null), isNoteTitle: true);
            Decide(-1, places[0]);
        }

        /// <summary>The note's own title: front matter's, else its single top heading, else its file's name.</summary>
        private (Section Section, string Title)? TitleSection()
        {
            var single = note.TopSection;
            var written = single is null ? "" : HeadingTitle.Clean(single.Heading!.Text);
            if (note.FrontMatter.Title is not { Length: > 0 } given)
                return single is not null && written.Length > 0 && !HeadingTitle.IsOrdinary(written) ? (single, written) : FileTitle();
            var title = HeadingTitle.Clean(given);
            if (title.Length == 0)
                return null;
            return single is not null && IsSame(title, written) ? (single, title) : (note.Sections[0], title);
        }

        /// <summary>
        /// A file's name is the title where the note has text above its headings, or only ordinary ones, but no chapters of its own, and the
        /// catalog knows the name or front matter speaks of a concept: a vault's <c>Pod.md</c> says its title nowhere else. A name all in
        /// small letters (<c>node.md</c>) may be about anything.
        /// </summary>
        private (Section Section, string Title)? FileTitle()
        {
            var top = note.Sections.Where(s => s.Heading is not null).GroupBy(s => s.Level).MinBy(level => level.Key)?.ToList() ?? [];
            var name = HeadingTitle.Clean(NoteName.Of(note.Path));
            var front = note.FrontMatter;
            var areOrdinary = top.TrueForAll(s => HeadingTitle.IsOrdinary(HeadingTitle.Clean(s.Heading!.Text)));
            if (name.Length == 0 || !(areOrdinary || (top[0].Level > 1 && note.Sections[0].Body.HasProse)))
                return null;
            var isNamed = (name.Any(c => !char.IsAscii(c) || char.IsAsciiLetterUpper(c)) && catalog.Match(name) is { Kind: not MatchKind.Misspelling })
                || front.Slug is not null || front.Summary is not null || !front.Aliases.IsEmpty;
            return isNamed ? (note.Sections[0], name) : null;
        }

        private bool IsSame(string title, string written) =>
            Folding.Fold(title) == Folding.Fold(written)
            || (Read(title, above: null).Match is { } match && Read(written, above: null).Match?.Slug == match.Slug);

        /// <summary>
        /// Decides the headings under one parent together, then those below them. Ordinary words are sections of a concept that the catalog
        /// knows; below a title of the team's own (用語集) enough of them are the terms that it lists.
        /// </summary>
        /// <param name="above">The nearest concept above them.</param>
        private void Decide(int parent, ConceptPlace? above)
        {
            var siblings = children[parent].ToList();
            if (siblings.Count == 0)
                return;
            var titles = siblings.ConvertAll(s => Read(HeadingTitle.Clean(s.Heading!.Text), above));
            var known = siblings.Select((s, i) => titles[i].Match is { } match && (above is null || StandsBelow(match) || s.Heading!.Id is not null)).ToList();
            var named = titles.Count(title => title.Written.Length > 0);
            var count = above is { Match: null } ? titles.Count(title => title.Match is not null) : known.Count(k => k);
            var othersToo = count >= FewestKnownSiblings && count * 3 > named * 2;
            for (var i = 0; i < siblings.Count; i++)
            {
                var section = siblings[i];
                if (places[section.Index] is null && titles[i].Written.Length > 0 && (known[i] || (othersToo && CanBeConcept(section.Heading!.Text, titles[i]))))
                    places[section.Index] = Place(section, titles[i], isNoteTitle: false);
                Decide(section.Index, places[section.Index] ?? above);
            }
        }

        private bool CanBeConcept(string heading, Title title) =>
            HeadingTitle.CanNameConcept(title.Written)
            && (title.Match is not null || (!HeadingTitle.SaysMoreThan(heading, title.Written) && !NamesSeveral(title.Written)));

        /// <summary>Whether a title is a row of names that the catalog knows (ConfigMap / Secret), which is no third thing.</summary>
        private bool NamesSeveral(string title)
        {
            var names = NameInTitle.Several(title);
            return names.Length > 1 && names.Count(name => catalog.Match(name) is { Kind: not MatchKind.Misspelling }) > 1;
        }

        /// <summary>A title and what it names: as a whole, without its gloss, or the name that it has within.</summary>
        /// <param name="above">A heading that says more than this concept's name is one of its sections (Podの基本 below Pod).</param>
        private Title Read(string title, ConceptPlace? above)
        {
            if (title.Length == 0)
                return new Title(title, null);
            if (Known(title) is { } whole)
                return whole;
            if (HeadingMarks.BehindMeeting(title) is { } topic && Read(topic, above) is { Match: not null } met)
                return met;
            return NameInTitle.Find(title, out var rest) is { } name && Known(name) is { Match: { Kind: not MatchKind.Misspelling } match } named
                && match.Slug != above?.Match?.Slug && (rest.Length == 0 || (NameInTitle.IsRemark(rest) && (catalog.Match(rest)?.Slug ?? match.Slug) == match.Slug))
                ? named
                : InSeveralSpellings(title) ?? new Title(title, null);
        }

        /// <summary>Null where the catalog knows neither the title nor what is left of it without its gloss.</summary>
        private Title? Known(string title)
        {
            if (catalog.Match(title) is { } whole)
                return new Title(title, whole);
            return NameInTitle.WithoutGloss(title) is { } bare && catalog.Match(bare) is { } glossed ? new Title(bare, glossed) : null;
        }

        /// <summary>A row of names of one thing: <c>Pod / ポッド</c>.</summary>
        private Title? InSeveralSpellings(string title)
        {
            var names = NameInTitle.Several(title);
            return names.Length > 1 && catalog.Match(names[0]) is { Kind: not MatchKind.Misspelling } first && names.All(name => catalog.Match(name)?.Slug == first.Slug)
                ? new Title(names[0], first)
                : null;
        }

        private static bool StandsBelow(CatalogMatch match) =>
            match.EntryKind is EntryKind.Kind or EntryKind.ServiceType or EntryKind.Product or EntryKind.Orchestrator or EntryKind.Component;

        private ConceptPlace Place(Section section, Title title, bool isNoteTitle)
        {
            var (written, match) = title;
            var given = (isNoteTitle ? note.FrontMatter.Slug : null) ?? section.Heading?.Id;
            var hashed = false;
            if (!Slug.TryParse(given, out var slug))
                slug = match?.Slug ?? ConceptSlug.Of(written, out hashed);
            return new ConceptPlace(section.Index, slug, match?.Name ?? written, written, match, isNoteTitle, hashed);
        }

        /// <param name="Written">The author's spelling of the name.</param>
        private readonly record struct Title(string Written, CatalogMatch? Match);
    }
}
