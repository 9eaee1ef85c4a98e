using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Concepts;

/// <summary>All that speaks of a concept, and where it stands among the others: what a concept is made of.</summary>
/// <param name="Match">What the catalog knows it as; null for a title of the team's own.</param>
internal sealed record ConceptDraft(Slug Slug, CatalogMatch? Match, List<NotePlace> Places, Slug? Parent, ImmutableArray<Slug> Children, string Group)
{
    /// <summary>Whether a concept of an earlier glossary is what would be made of this.</summary>
    public bool IsOf(Concept known)
    {
        if (known.Parent != Parent || known.Group != Group || !known.Children.SequenceEqual(Children)
            || known.Places.Length != Places.Count || known.Entry != Match?.Entry || known.Senses.IsEmpty != (Match?.Homonym is null))
            return false;
        for (var i = 0; i < Places.Count; i++)
        {
            if (!ReferenceEquals(known.Places[i].Place, Places[i].Place))
                return false;
        }

        return true;
    }

    /// <summary>The concept, with what its places say of it.</summary>
    public Concept Concept(KubernetesCatalog catalog)
    {
        var own = Places.Where(place => place.Place.IsNoteTitle).Select(place => place.Note.Document.FrontMatter).ToList();
        var sections = new List<(Section Section, bool IsHead)>();
        ImmutableArray<ConceptSource> sources = [.. Places.Select(place => Source(place.Note, place.Place, sections))];
        var name = Match?.Name ?? Places[0].Place.Written;
        return new Concept
        {
            Slug = Slug,
            Name = name,
            State = sections.Exists(section => section.Section.Body.HasProse) ? ConceptState.Written : ConceptState.Stub,
            Group = Group,
            Definition = own.Find(front => !string.IsNullOrWhiteSpace(front.Summary))?.Summary ?? DefinitionFinder.Find(sections, name, Match is null ? catalog : null),
            Aliases = Aliases(name, own),
            Updated = Places.Select(place => place.Note.Document.FrontMatter.Updated).Where(date => date is not null).Max(StringComparer.Ordinal),
            Order = own.Find(front => front.Order is not null)?.Order,
            Sources = sources,
            Places = [.. Places],
            Parent = Parent,
            Children = Children,
            Entry = Match?.Entry,
            Senses = Match?.Homonym?.Senses ?? [],
        };
    }

    private static ConceptSource Source(NoteConcepts note, ConceptPlace place, List<(Section Section, bool IsHead)> sections)
    {
        var head = note.Document.Sections[place.Section];
        var end = head.Line;
        foreach (var section in ConceptMerger.OwnSections(note, place))
        {
            sections.Add((section, section.Index == place.Section));
            if (section.Body.Blocks.Length > 0)
                end = Math.Max(end, section.EndLine);
        }

        return new ConceptSource(note.Document.Path, head.Line, end, head.Index);
    }

    private ImmutableArray<string> Aliases(string name, List<FrontMatter> own)
    {
        if (Match is null && Places.TrueForAll(place => place.Place.Written == name) && own.TrueForAll(front => front.Aliases.IsEmpty))
            return [];
        IEnumerable<CatalogTerm> known = Match?.Entry?.Terms ?? Match?.Homonym?.TermsOfAll() ?? [];
        var aliases = new SortedSet<string>(ConceptList.Spellings(known, name), StringComparer.Ordinal);
        aliases.UnionWith(Places.Select(place => place.Place.Written));
        aliases.UnionWith(own.SelectMany(front => front.Aliases));
        aliases.Remove(name);
        return [.. aliases];
    }
}
