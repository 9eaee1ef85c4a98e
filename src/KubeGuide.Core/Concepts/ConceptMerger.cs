using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Concepts;

/// <summary>Makes one concept of all the places in all the notes that speak of it.</summary>
public static class ConceptMerger
{
    /// <summary>The concepts that have a heading, in the order of the notes.</summary>
    public static ImmutableArray<Concept> Merge(IReadOnlyList<NoteConcepts> notes, GroupNames groups)
    {
        var bySlug = new Dictionary<Slug, List<(NoteConcepts Note, ConceptPlace Place)>>();
        var order = new List<Slug>();
        foreach (var note in notes)
        {
            foreach (var place in note.Places)
            {
                if (!bySlug.TryGetValue(place.Slug, out var places))
                {
                    bySlug[place.Slug] = places = [];
                    order.Add(place.Slug);
                }

                places.Add((note, place));
            }
        }

        var parents = Parents(notes);
        var children = order.Where(parents.ContainsKey).ToLookup(slug => parents[slug]);
        var byGroup = new Dictionary<Slug, string>();
        return [.. order.Select(slug => Merged(slug, bySlug[slug], parents, children[slug], groups, byGroup))];
    }

    /// <summary>The nearest concept above the first place of each; never itself, never in a circle.</summary>
    private static Dictionary<Slug, Slug> Parents(IReadOnlyList<NoteConcepts> notes)
    {
        var parents = new Dictionary<Slug, Slug>();
        foreach (var note in notes)
        {
            foreach (var place in note.Places)
            {
                var above = note.Document.Sections[place.Section].Parent;
                var parent = above >= 0 ? note.Owners[above] : place.Section > 0 ? note.Owners[0] : null;
                if (parent is { } slug && slug != place.Slug && !parents.ContainsKey(place.Slug) && !LeadsTo(parents, slug, place.Slug))
                    parents[place.Slug] = slug;
            }
        }

        return parents;
    }

    private static bool LeadsTo(Dictionary<Slug, Slug> parents, Slug from, Slug to)
    {
        while (parents.TryGetValue(from, out from))
        {
            if (from == to)
                return true;
        }

        return false;
    }

    private static Concept Merged(
        Slug slug, List<(NoteConcepts Note, ConceptPlace Place)> places, Dictionary<Slug, Slug> parents, IEnumerable<Slug> children,
        GroupNames groups, Dictionary<Slug, string> byGroup)
    {
        var match = places.Select(p => p.Place.Match).FirstOrDefault(m => m is not null);
        var own = places.Where(p => p.Place.IsNoteTitle).Select(p => p.Note.Document.FrontMatter).ToList();
        var bodies = places.SelectMany(p => OwnSections(p.Note, p.Place)).Select(s => s.Body).ToList();
        Slug? parent = parents.TryGetValue(slug, out var above) ? above : null;
        var group = places.Select(p => p.Note.Document.FrontMatter.Group).FirstOrDefault(g => g is not null) is { } given
            ? groups.IdOf(given)
            : match?.Group ?? (parent is { } p && byGroup.TryGetValue(p, out var inherited) ? inherited : groups.IdOfFolder(places[0].Note.Document.Path));
        byGroup[slug] = group;
        var name = places[0].Place.Name;
        return new Concept
        {
            Slug = slug,
            Name = match?.Name ?? name,
            State = bodies.Any(body => body.HasProse) ? ConceptState.Written : ConceptState.Stub,
            Group = group,
            Definition = own.Select(f => f.Summary).FirstOrDefault(s => !string.IsNullOrWhiteSpace(s)) ?? FirstSentence(bodies),
            Aliases = Aliases(match, match?.Name ?? name, places.Select(p => p.Place.Written), own),
            Updated = places.Select(p => p.Note.Document.FrontMatter.Updated).Where(date => date is not null).Max(StringComparer.Ordinal),
            Order = own.Select(f => f.Order).FirstOrDefault(o => o is not null),
            Sources = [.. places.Select(p => Source(p.Note, p.Place))],
            Parent = parent,
            Children = [.. children],
            Entry = match?.Entry,
            Senses = match?.Homonym?.Senses ?? [],
        };
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
            if (note.Owners[i] == place.Slug && note.Heads[i] == place.Section)
                yield return sections[i];
        }
    }

    private static ConceptSource Source(NoteConcepts note, ConceptPlace place)
    {
        var head = note.Document.Sections[place.Section];
        return new ConceptSource(note.Document.Path, head.Line, Math.Max(head.Line, OwnSections(note, place).Where(s => s.Body.Blocks.Length > 0).Select(s => s.EndLine).DefaultIfEmpty().Max()), head.Index);
    }

    private static string? FirstSentence(List<Fragment> bodies)
    {
        foreach (var block in bodies.SelectMany(body => body.Blocks))
        {
            if (!block.IsCard && block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote && !string.IsNullOrWhiteSpace(block.Text))
                return Sentences.First(block.Text);
        }

        return null;
    }

    private static ImmutableArray<string> Aliases(CatalogMatch? match, string name, IEnumerable<string> written, List<FrontMatter> own)
    {
        IEnumerable<CatalogTerm> known = match?.Entry?.Terms ?? match?.Homonym?.Terms ?? [];
        return
        [
            .. ConceptList.Spellings(known, name)
                .Concat(written)
                .Concat(own.SelectMany(f => f.Aliases))
                .Where(alias => alias != name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }
}
