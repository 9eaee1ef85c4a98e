using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Search;

/// <summary>What search knows of a glossary: a document for each concept, and one for each note with text of no concept.</summary>
public static class SearchDocuments
{
    public static ImmutableArray<SearchDocument> Of(IReadOnlyList<Concept> concepts, IEnumerable<Term> terms, IReadOnlyDictionary<string, NoteConcepts> notes, KubernetesCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        ArgumentNullException.ThrowIfNull(notes);
        var spellings = terms.ToLookup(term => term.Concept);
        return
        [
            .. concepts.Select(concept => OfConcept(concept, spellings[concept.Slug], notes, catalog)),
            .. notes.Values.OrderBy(note => note.Document.Path, StringComparer.Ordinal).Where(HasOwnText).Select(OfNote),
        ];
    }

    private static SearchDocument OfConcept(Concept concept, IEnumerable<Term> terms, IReadOnlyDictionary<string, NoteConcepts> notes, KubernetesCatalog catalog)
    {
        ImmutableArray<SearchName> names =
        [
            new(concept.Name, TermKind.Name),
            .. terms.OrderBy(term => term.Policy == TermPolicy.SearchOnly).ThenBy(term => term.Kind)
                .Select(term => new SearchName(term.Text, term.Kind))
                .Concat(concept.Aliases.Select(alias => new SearchName(alias, TermKind.Alias)))
                .Where(name => name.Text != concept.Name).DistinctBy(name => name.Text),
        ];
        var sections = concept.Sources.SelectMany(source => Sections(notes[source.Path], source));
        return new SearchDocument(concept.Slug, concept.Name, concept.Url, concept.State, names, concept.Definition, [.. sections], Facts(concept, catalog));
    }

    private static IEnumerable<SearchSection> Sections(NoteConcepts note, ConceptSource source)
    {
        var place = note.Places.First(p => p.Section == source.Section);
        return ConceptMerger.OwnSections(note, place).Select(section => section.Index == source.Section
            ? new SearchSection(null, null, TextOf(section))
            : new SearchSection(note.Anchors[section.Index], section.Heading?.Text, TextOf(section)));
    }

    private static bool HasOwnText(NoteConcepts note) =>
        note.Document.Refusal is not null || note.Document.Sections.Any(section => note.Owners[section.Index] is null && (section.Heading is not null || section.Body.Blocks.Length > 0));

    private static SearchDocument OfNote(NoteConcepts note)
    {
        var path = note.Document.Path;
        var title = note.Document.FrontMatter.Title ?? path;
        IEnumerable<SearchSection> sections = note.Document.Refusal is null
            ? note.Document.Sections.Where(section => note.Owners[section.Index] is null).Select(section => new SearchSection(Empty(note.Anchors[section.Index]), section.Heading?.Text, TextOf(section)))
            : [new SearchSection(null, null, [note.Document.Source])];
        return new SearchDocument(null, title, SiteLinks.NotePath(path), ConceptState.Written, [new(title, TermKind.Name), new(path, TermKind.Alias)], null, [.. sections], "");
    }

    private static ImmutableArray<string> TextOf(Section section)
    {
        var blocks = ImmutableArray.CreateBuilder<string>(section.Body.Blocks.Length);
        foreach (var block in section.Body.Blocks)
        {
            if (!block.IsCard)
                blocks.Add(block.Text);
        }

        return blocks.DrainToImmutable();
    }

    private static string? Empty(string anchor) => anchor.Length == 0 ? null : anchor;

    private static string Facts(Concept concept, KubernetesCatalog catalog)
    {
        if (concept.Entry is not { } entry)
            return string.Join('\n', concept.Senses.Select(sense => sense.SummaryJa));
        var facts = entry.Facts is { } f ? $"{f.Kind} {f.ApiVersion} {f.Plural}" : entry.Field;
        var relations = catalog.RelationsOf(entry.Key).Select(relation => relation.From == entry.Key ? relation.Sentence : relation.InverseSentence);
        return string.Join('\n', new[] { entry.SummaryJa, facts }.Concat(relations).Where(line => !string.IsNullOrEmpty(line)));
    }
}
