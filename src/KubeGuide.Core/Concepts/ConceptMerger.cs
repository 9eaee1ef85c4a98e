using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Concepts;

/// <summary>Makes one concept of all the places in all the notes that speak of it.</summary>
public static class ConceptMerger
{
    /// <summary>The concepts that have a heading, in the order of the notes.</summary>
    /// <param name="known">Concepts of an earlier glossary: one whose notes and surroundings are the same is taken over.</param>
    public static ImmutableArray<Concept> Merge(
        IReadOnlyList<NoteConcepts> notes, GroupNames groups, KubernetesCatalog catalog, IReadOnlyDictionary<Slug, Concept>? known = null)
    {
        ArgumentNullException.ThrowIfNull(notes);
        var (bySlug, parents) = PlacesOf(notes);
        var children = bySlug.Keys.Where(parents.ContainsKey).ToLookup(slug => parents[slug]);
        var drafts = ImmutableArray.CreateBuilder<ConceptDraft>(bySlug.Count);
        var byGroup = new Dictionary<Slug, string>(bySlug.Count);
        var owners = Owners(bySlug);
        foreach (var (slug, places) in bySlug)
        {
            var match = MatchOf(places) is { } found && owners[found.Slug] == slug ? found : null;
            var parent = parents.GetValueOrDefault(slug);
            var group = byGroup[slug] = GroupOf(places, parent, groups, byGroup);
            drafts.Add(new ConceptDraft(slug, match, places, parent, [.. children[slug]], group));
        }

        return Reuse.Each(
            drafts.MoveToImmutable(),
            (draft, _) => known?.GetValueOrDefault(draft.Slug) is { } before && draft.IsOf(before) ? before : null,
            draft => draft.Concept(catalog));
    }

    /// <summary>All places of each concept, in the order of the notes, and the concepts above them.</summary>
    private static (OrderedDictionary<Slug, List<NotePlace>> BySlug, Dictionary<Slug, Slug> Parents) PlacesOf(IReadOnlyList<NoteConcepts> notes)
    {
        var bySlug = new OrderedDictionary<Slug, List<NotePlace>>();
        var parents = new Dictionary<Slug, Slug>();
        foreach (var note in notes)
        {
            foreach (var place in note.Places)
            {
                if (!bySlug.TryGetValue(place.Slug, out var places))
                    bySlug.Add(place.Slug, places = new List<NotePlace>(1));
                places.Add(new NotePlace(note, place));
                FindParent(note, place, parents);
            }
        }

        return (bySlug, parents);
    }

    /// <summary>The sections whose text is the concept's at this place, in order; the first is the place's own.</summary>
    public static IEnumerable<Section> OwnSections(NoteConcepts note, ConceptPlace place)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(place);
        var sections = note.Document.Sections;
        var head = sections[place.Section];
        for (var i = head.Index; i < sections.Length; i++)
        {
            if (i > head.Index && head.Level > 0 && sections[i].Level <= head.Level)
                yield break;
            if (note.Heads[i] == place.Section)
                yield return sections[i];
        }
    }

    /// <summary>The concept again from places that say the same of its surroundings, though perhaps in other words.</summary>
    internal static Concept Renewed(Concept concept, List<NotePlace> places, KubernetesCatalog catalog)
    {
        var match = concept.Entry is null && concept.Senses.IsEmpty ? null : MatchOf(places);
        return new ConceptDraft(concept.Slug, match, places, concept.Parent, concept.Children, concept.Group).Concept(catalog);
    }

    /// <summary>The nearest concept above a place in its note.</summary>
    internal static Slug? Above(NoteConcepts note, ConceptPlace place)
    {
        var above = note.Document.Sections[place.Section].Parent;
        return above >= 0 ? note.Owners[above] : place.Section > 0 ? note.Owners[0] : null;
    }

    /// <summary>The nearest concept above the first place of each; never itself, never in a circle.</summary>
    private static void FindParent(NoteConcepts note, ConceptPlace place, Dictionary<Slug, Slug> parents)
    {
        if (Above(note, place) is { } slug && slug != place.Slug && !parents.ContainsKey(place.Slug) && !LeadsTo(parents, slug, place.Slug))
            parents[place.Slug] = slug;
    }

    private static bool LeadsTo(Dictionary<Slug, Slug> parents, Slug from, Slug to)
    {
        for (var at = parents.GetValueOrDefault(from); at is not null; at = parents.GetValueOrDefault(at))
        {
            if (at == to)
                return true;
        }

        return false;
    }

    private static string GroupOf(List<NotePlace> places, Slug? parent, GroupNames groups, Dictionary<Slug, string> byGroup)
    {
        foreach (var (note, _) in places)
        {
            if (note.Document.FrontMatter.Group is { } given)
                return groups.IdOf(given);
        }

        return MatchOf(places)?.Group
            ?? (parent is { } above && byGroup.TryGetValue(above, out var inherited) ? inherited : groups.IdOfFolder(places[0].Note.Document.Path));
    }

    private static CatalogMatch? MatchOf(List<NotePlace> places) => places.Find(place => place.Place.Match is not null).Place?.Match;

    /// <summary>
    /// Which concept is the one that the catalog knows. Where the notes give one thing several slugs, it is the concept with the catalog's slug,
    /// else the first; the others are the team's own.
    /// </summary>
    private static Dictionary<Slug, Slug> Owners(OrderedDictionary<Slug, List<NotePlace>> bySlug)
    {
        var owners = new Dictionary<Slug, Slug>();
        foreach (var (slug, places) in bySlug)
        {
            if (MatchOf(places) is { } match && (!owners.ContainsKey(match.Slug) || match.Slug == slug))
                owners[match.Slug] = slug;
        }

        return owners;
    }
}
