using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>Every spelling that names a concept of the catalog or of the notes.</summary>
public static class ConceptTerms
{
    private const int ShortestBareTitle = 4;

    /// <summary>
    /// The catalog's terms lead to the notes' concept where the notes have one, those of a sense to the homonym that the notes write of,
    /// but for what names the sense alone; the team's own come behind them.
    /// </summary>
    public static IEnumerable<Term> Of(IReadOnlyList<NoteConcepts> notes, IReadOnlyList<Concept> concepts, KubernetesCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(concepts);
        var byEntry = concepts.Where(c => c.Entry is not null).ToDictionary(c => c.Entry!.Slug, c => c.Slug);
        var homonyms = concepts.Where(c => c.Senses.Length > 0).ToDictionary(c => c.Senses[0].HomonymOf!, c => c.Slug);
        foreach (var entry in catalog.Entries)
        {
            var own = byEntry.GetValueOrDefault(entry.Slug, entry.Slug);
            var shared = entry.HomonymOf is { } name && !byEntry.ContainsKey(entry.Slug) ? homonyms.GetValueOrDefault(name, own) : own;
            foreach (var term in entry.Terms)
                yield return new Term(term.Text, entry.NamesItAlone(term) ? own : shared, term.Kind, term.Policy) { IsFieldName = entry.IsFieldName(term) };
        }

        foreach (var homonym in catalog.Homonyms)
        {
            var written = homonyms.GetValueOrDefault(homonym.Slug);
            ImmutableArray<Slug> senses = written is not null ? [] : [.. homonym.Senses.Select(sense => byEntry.GetValueOrDefault(sense.Slug, sense.Slug))];
            foreach (var term in homonym.Terms)
                yield return new Term(term.Text, written ?? homonym.Slug, term.Kind, term.Policy) { Senses = senses };
        }

        foreach (var note in notes)
        {
            foreach (var term in note.Terms)
                yield return term;
        }
    }

    /// <summary>The spellings that one note brings.</summary>
    internal static IEnumerable<Term> Own(NoteDocument note, ImmutableArray<ConceptPlace> places)
    {
        foreach (var place in places)
        {
            if (place.Match is { } match)
            {
                if (match.Kind == MatchKind.Misspelling)
                    yield return new Term(place.Written, place.Slug, TermKind.Misspelling, TermPolicy.Link);
            }
            else
            {
                yield return new Term(place.Name, place.Slug, TermKind.Name, LinksByItself(place.Name) ? TermPolicy.Link : TermPolicy.SearchOnly);
            }

            if (!place.IsNoteTitle)
                continue;
            foreach (var alias in note.FrontMatter.Aliases)
                yield return new Term(alias, place.Slug, TermKind.Alias, TermPolicy.Link);
        }
    }

    private static bool LinksByItself(string title) =>
        !HeadingTitle.IsOrdinary(title) && (title.Length >= ShortestBareTitle || title.Any(c => char.IsAsciiLetter(c) || Folding.IsKatakana(c)));
}
