using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.References;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core;

/// <summary>
/// What an ordinary saved note needs: a glossary in which some notes say the same in other words. No note, concept, term or group came, went or
/// moved, so only the changed notes, their concepts and what is found of them are made again, and everything else is taken over unseen.
/// </summary>
internal static class GlossaryRevision
{
    /// <summary>Null where more is different than the words of some notes.</summary>
    /// <param name="notes">Those of the files, the very ones of the earlier glossary where nothing changed.</param>
    public static Glossary? TryRevise(Glossary before, NotesSnapshot files, ImmutableArray<NoteConcepts> notes, string version, ReferenceTitles ownTitles)
    {
        if (Changed(before, notes) is not { } changed)
            return null;
        var linked = Link(before, notes, changed);
        var mentions = before.Mentions.With(linked, changed);
        var renewed = Renewed(before, notes, changed);
        if (!AreNamedAsBefore(before, linked, changed, mentions) || !renewed.TrueForAll(pair => pair.Before.Order == pair.Now.Order))
            return null;
        var concepts = new Dictionary<Slug, Concept>(before.Concepts);
        foreach (var (_, concept) in renewed)
            concepts[concept.Slug] = concept;
        var byPath = new Dictionary<string, LinkedNote>(before.NotesByPath, StringComparer.Ordinal);
        foreach (var i in changed)
            byPath[linked[i].Path] = linked[i];
        return new Glossary(before.Spellings, mentions, before.Settings, ownTitles, before)
        {
            Version = version,
            Concepts = concepts,
            Listed = Replaced(before.Listed, renewed),
            Groups = before.Groups,
            Notes = linked,
            NotesByPath = byPath,
            Names = before.Names,
            Links = new LinkResolver(before.Names, concepts, byPath, files),
            Titles = ownTitles.Over(ReferenceTitles.Bundled),
            Files = files,
            Catalog = before.Catalog,
        };
    }

    /// <summary>The places of the notes that changed; null where another note may see a difference.</summary>
    private static List<int>? Changed(Glossary before, ImmutableArray<NoteConcepts> notes)
    {
        if (notes.Length != before.Notes.Length)
            return null;
        var changed = new List<int>();
        for (var i = 0; i < notes.Length; i++)
        {
            if (ReferenceEquals(before.Notes[i].Concepts, notes[i]))
                continue;
            if (!IsSameToOthers(before.Notes[i].Concepts, notes[i]))
                return null;
            changed.Add(i);
        }

        return changed;
    }

    private static bool IsSameToOthers(NoteConcepts before, NoteConcepts now)
    {
        return now.Document.Path == before.Document.Path
            && now.Document.FrontMatter.Group == before.Document.FrontMatter.Group
            && now.Terms.AsSpan().SequenceEqual(before.Terms.AsSpan())
            && GlossaryTerms.Formerly(now).SequenceEqual(GlossaryTerms.Formerly(before))
            && Outline(now).SequenceEqual(Outline(before));

        static IEnumerable<(ConceptPlace Place, Slug? Above)> Outline(NoteConcepts note) =>
            note.Places.Select(place => (place with { Section = 0 }, ConceptMerger.Above(note, place)));
    }

    private static ImmutableArray<LinkedNote> Link(Glossary before, ImmutableArray<NoteConcepts> notes, List<int> changed)
    {
        var linked = before.Notes.ToArray();
        Parallel.ForEach(changed, i => linked[i] = LinkedNote.Of(notes[i], before.Spellings, before.Settings));
        return ImmutableCollectionsMarshal.AsImmutableArray(linked);
    }

    /// <summary>Whether lists have the same concepts that the notes only name.</summary>
    private static bool AreNamedAsBefore(Glossary before, ImmutableArray<LinkedNote> linked, List<int> changed, MentionIndex mentions) =>
        changed.SelectMany(i => before.Notes[i].Mentions.Concat(linked[i].Mentions)).Select(mention => mention.To).Distinct()
            .Select(slug => before.Concepts.GetValueOrDefault(slug))
            .All(concept => concept is not { Places.IsEmpty: true, Entry: { } entry } || concept.State == ConceptList.StateWithoutHeading(entry, mentions));

    /// <summary>The concepts that changed notes speak of, with what they are now.</summary>
    private static List<(Concept Before, Concept Now)> Renewed(Glossary before, ImmutableArray<NoteConcepts> notes, List<int> changed)
    {
        var byPath = changed.ToDictionary(i => notes[i].Document.Path, i => notes[i], StringComparer.Ordinal);
        var slugs = changed.SelectMany(i => notes[i].Places).Select(place => place.Slug).Distinct();
        return [.. slugs.Select(slug => before.Concepts[slug]).Select(concept => (concept, ConceptMerger.Renewed(concept, [.. concept.Places.Select(Now)], before.Catalog)))];

        NotePlace Now(NotePlace place) => byPath.TryGetValue(place.Note.Document.Path, out var now) ? new NotePlace(now, now.Places[place.Note.Places.IndexOf(place.Place)]) : place;
    }

    private static ImmutableArray<Concept> Replaced(ImmutableArray<Concept> listed, List<(Concept Before, Concept Now)> renewed)
    {
        var now = new Dictionary<Concept, Concept>(renewed.Select(pair => KeyValuePair.Create(pair.Before, pair.Now)), ReferenceEqualityComparer.Instance);
        return [.. listed.Select(concept => now.GetValueOrDefault(concept, concept))];
    }
}
