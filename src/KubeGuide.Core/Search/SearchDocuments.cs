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
    /// <summary>Id of the group that the notes shipped with KubeGuide keep their manual in.</summary>
    private const string ManualGroup = "kubeguide";

    /// <param name="earlier">With equal terms: the document of an unchanged concept or note is taken over.</param>
    public static ImmutableArray<SearchDocument> Of(Glossary glossary, Glossary? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(glossary);
        var known = earlier?.Spellings == glossary.Spellings ? earlier : null;
        var spellings = new Lazy<ILookup<Slug, Term>>(
            () => glossary.Spellings.All.OrderBy(term => term.Policy == TermPolicy.SearchOnly).ThenBy(term => term.Kind).ToLookup(term => term.Concept));
        var documents = ImmutableArray.CreateBuilder<SearchDocument>(glossary.Concepts.Count);
        foreach (var concept in glossary.Concepts.Values)
            documents.Add(Known(concept, known) ?? OfConcept(concept, spellings.Value[concept.Slug], glossary.Catalog));
        foreach (var note in glossary.Notes)
        {
            if (HasOwnText(note.Concepts))
                documents.Add(Known(note, known) ?? OfNote(note.Concepts));
        }

        return documents.DrainToImmutable();
    }

    private static SearchDocument? Known(Concept concept, Glossary? known) =>
        ReferenceEquals(known?.Concepts.GetValueOrDefault(concept.Slug), concept) ? known.Search.Find(concept.Url) : null;

    private static SearchDocument? Known(LinkedNote note, Glossary? known) =>
        ReferenceEquals(known?.NotesByPath.GetValueOrDefault(note.Path), note) ? known.Search.Find(SiteLinks.NotePath(note.Path)) : null;

    /// <param name="terms">Those that rather name it first.</param>
    private static SearchDocument OfConcept(Concept concept, IEnumerable<Term> terms, KubernetesCatalog catalog)
    {
        var names = ImmutableArray.CreateBuilder<SearchName>();
        Add(concept.Name, TermKind.Name);
        foreach (var term in terms)
            Add(term.Text, term.Kind);
        foreach (var alias in concept.Aliases)
            Add(alias, TermKind.Alias);
        return new SearchDocument(concept.Slug, concept.Name, concept.Url, concept.State, names.ToImmutable(), concept.Definition, SectionsOf(concept), Facts(concept, catalog)) { IsManual = concept.Group == ManualGroup };

        void Add(string text, TermKind kind)
        {
            foreach (var name in names)
            {
                if (name.Text == text)
                    return;
            }

            names.Add(new SearchName(text, kind));
        }
    }

    private static ImmutableArray<SearchSection> SectionsOf(Concept concept)
    {
        var sections = ImmutableArray.CreateBuilder<SearchSection>();
        foreach (var (note, place) in concept.Places)
        {
            foreach (var section in ConceptMerger.OwnSections(note, place))
            {
                sections.Add(section.Index == place.Section
                    ? new SearchSection(null, null, TextOf(section))
                    : new SearchSection(note.Anchors[section.Index], section.Heading?.Text, TextOf(section)));
            }
        }

        return sections.ToImmutable();
    }

    /// <summary>Whether a note has a document of its own: text of no concept.</summary>
    private static bool HasOwnText(NoteConcepts note) =>
        note.Document.Refusal is not null || note.Document.Sections.Any(section => note.Owners[section.Index] is null && (section.Heading is not null || section.Body.Blocks.Length > 0));

    private static SearchDocument OfNote(NoteConcepts note)
    {
        var path = note.Document.Path;
        var title = note.Title ?? path;
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
        var relations = catalog.RelationsOf(entry.Key).Select(relation => (relation.From == entry.Key ? relation.Sentence : relation.InverseSentence) + "。");
        return $"{entry.SummaryJa}{string.Concat(relations)}\n{(entry.Facts is { } facts ? $"{facts.Kind} {facts.ApiVersion} {facts.Plural}" : entry.Field)}";
    }
}
