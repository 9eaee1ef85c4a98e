using System.Collections.Immutable;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Catalog;

/// <summary>
/// Finds what a heading names. Most headings are settled by one look into a table; only a Latin word that no table
/// knows is compared with the names of nearly its length.
/// </summary>
internal sealed class HeadingMatcher
{
    /// <summary>No spelling in the catalog is longer; longer titles are not even folded.</summary>
    private const int LongestTitle = 80;

    private const int ShortestShortName = 3;

    private readonly Dictionary<string, CatalogMatch> asWritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogMatch> folded = new(StringComparer.Ordinal);
    private readonly NearestName nearest;

    /// <param name="headings">Search-only spellings that are a name as a whole heading.</param>
    /// <param name="ordinaryWords">Words that are never a misspelling of a name.</param>
    public HeadingMatcher(
        ImmutableArray<CatalogEntry> entries, ImmutableArray<Homonym> homonyms, IReadOnlySet<string> headings, IEnumerable<string> ordinaryWords)
    {
        // A heading for one sense of a homonym is one for the name: the notes then write of all senses on one page.
        var subjects = homonyms.Select(homonym => new Subject(null, homonym, homonym.Terms))
            .Concat(entries.Select(entry => new Subject(entry, null, entry.Terms)))
            .ToArray();
        var spellings = subjects.SelectMany(subject => subject.Terms, (subject, term) => new Spelling(subject, term, RankOf(term, headings))).ToArray();
        var ordinary = spellings.Where(spelling => spelling.IsOrdinary).Select(spelling => spelling.Term.Text)
            .Concat(ordinaryWords)
            .Select(Folding.Fold)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var spelling in spellings.Where(spelling => spelling.Rank is not null).OrderBy(spelling => spelling.Rank))
        {
            if (spelling.Rank < MatchKind.Misspelling)
                asWritten.TryAdd(spelling.Term.Text, spelling.Match);
            var key = Folding.Fold(spelling.Term.Text);
            if (!spelling.IsStrict && (spelling.Rank != MatchKind.ShortName || !ordinary.Contains(key)))
                folded.TryAdd(key, spelling.Match);
        }

        nearest = new NearestName(subjects.Where(subject => subject.HasDistinctName).Select(subject => subject.ForMisspellings), ordinary);
    }

    public CatalogMatch? Match(string title)
    {
        if (title.Length is 0 or > LongestTitle)
            return null;
        if (asWritten.TryGetValue(title, out var match))
            return match;
        var keepingCase = Folding.FoldKeepingCase(title).Text;
        var key = keepingCase.ToLowerInvariant();
        if (folded.TryGetValue(key, out match))
            return match.Kind == MatchKind.Exact && !IsNameItself(match, keepingCase) ? match with { Kind = MatchKind.Case } : match;
        return nearest.Of(key) is { } near && !HasMarkOfItsOwn(title) ? near : null;
    }

    /// <summary>Whether a title is a name with a letter or a number beside it, which tells two things apart: Service A, Deployment v2.</summary>
    private bool HasMarkOfItsOwn(string title)
    {
        var words = title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.Any(word => (word.Length == 1 || word.Any(char.IsDigit))
            && folded.ContainsKey(Folding.Fold(string.Concat(words.Where(other => !ReferenceEquals(other, word))))));
    }

    /// <summary>How a heading of this spelling matches; null where it never does.</summary>
    private static MatchKind? RankOf(CatalogTerm term, IReadOnlySet<string> headings) => term switch
    {
        { Kind: TermKind.Name } => MatchKind.Exact,
        { Kind: TermKind.Plural } => MatchKind.Plural,
        { Kind: TermKind.Alias, Policy: TermPolicy.Link } => MatchKind.Alias,
        { Kind: TermKind.Alias } when headings.Contains(term.Text) => MatchKind.Alias,
        { Kind: TermKind.Misspelling } => MatchKind.Misspelling,
        { Kind: TermKind.ShortName, Text.Length: >= ShortestShortName } => MatchKind.ShortName,
        _ => null,
    };

    private static bool IsNameItself(CatalogMatch match, string title)
    {
        var terms = match.Entry?.Terms ?? match.Homonym!.Terms;
        return terms.TakeWhile(term => term.Kind == TermKind.Name)
            .Select(term => Folding.FoldKeepingCase(term.Text).Text)
            .Any(name => name == title || IsCapitalised(name, title));
    }

    private static bool IsCapitalised(string name, string title) =>
        !name.Any(char.IsAsciiLetterUpper) && char.ToUpperInvariant(name[0]) == title[0] && name.AsSpan(1).SequenceEqual(title.AsSpan(1));

    private sealed record Subject(CatalogEntry? Entry, Homonym? Homonym, ImmutableArray<CatalogTerm> Terms)
    {
        /// <summary>Whether a word near the name is rather a slip than another word.</summary>
        public bool HasDistinctName => Entry is not { Kind: EntryKind.Concept } && Terms[0].Policy == TermPolicy.Link;

        public (string Name, CatalogMatch Match) ForMisspellings => (Folding.Fold(Terms[0].Text), new CatalogMatch(Entry, Homonym, MatchKind.Misspelling));
    }

    private sealed record Spelling(Subject Subject, CatalogTerm Term, MatchKind? Rank)
    {
        public CatalogMatch Match => new(Subject.Entry, Subject.Homonym, Rank!.Value);

        public bool IsOrdinary => Rank is null && Term.Policy == TermPolicy.SearchOnly;

        /// <summary>A name too ordinary for prose is a heading only as it is written.</summary>
        public bool IsStrict => Term is { Policy: TermPolicy.CodeOnly, Kind: TermKind.Name or TermKind.Plural };
    }
}
