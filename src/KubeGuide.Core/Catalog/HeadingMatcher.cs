using System.Collections.Frozen;
using System.Collections.Immutable;
using KubeGuide.Core.Linking;

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

    private readonly FrozenDictionary<string, CatalogMatch> asWritten;
    private readonly FrozenDictionary<string, CatalogMatch> folded;
    private readonly FrozenSet<string> neverMisspelled;
    private readonly ImmutableArray<Name> names;

    public HeadingMatcher(IEnumerable<CatalogEntry> entries, IEnumerable<Homonym> homonyms, FrozenSet<string> headings, IEnumerable<string> ordinaryWords)
    {
        var subjects = entries.Select(entry => new Subject(entry, null, entry.Terms))
            .Concat(homonyms.Select(homonym => new Subject(null, homonym, homonym.Terms)))
            .ToArray();
        var spellings = subjects.SelectMany(subject => subject.Terms, (subject, term) => new Spelling(subject, term)).ToArray();
        var ordinary = spellings.Where(spelling => spelling.Term.Policy == TermPolicy.SearchOnly && !headings.Contains(spelling.Term.Text))
            .Select(spelling => spelling.Term.Text)
            .Concat(ordinaryWords);
        neverMisspelled = ordinary.Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);
        asWritten = First(spellings.Where(spelling => Rank(spelling) is MatchKind.Exact or MatchKind.Plural or MatchKind.Alias), spelling => spelling.Term.Text);
        folded = First(spellings.Where(spelling => Rank(spelling) is not null && !IsStrict(spelling) && !IsTakenShortName(spelling)), spelling => Folding.Fold(spelling.Term.Text));
        names = [.. subjects.Where(HasComparedName).Select(subject => new Name(Folding.Fold(subject.Terms[0].Text), subject.As(MatchKind.Misspelling)))];

        MatchKind? Rank(Spelling spelling) => spelling.Term switch
        {
            { Kind: TermKind.Name } => MatchKind.Exact,
            { Kind: TermKind.Plural } => MatchKind.Plural,
            { Kind: TermKind.Alias, Policy: TermPolicy.Link } => MatchKind.Alias,
            { Kind: TermKind.Alias } when headings.Contains(spelling.Term.Text) => MatchKind.Alias,
            { Kind: TermKind.Misspelling } => MatchKind.Misspelling,
            { Kind: TermKind.ShortName, Text.Length: >= ShortestShortName } => MatchKind.ShortName,
            _ => null,
        };

        bool IsTakenShortName(Spelling spelling) => spelling.Term.Kind == TermKind.ShortName && neverMisspelled.Contains(spelling.Term.Text);

        FrozenDictionary<string, CatalogMatch> First(IEnumerable<Spelling> chosen, Func<Spelling, string> key) =>
            chosen.OrderBy(Rank)
                .DistinctBy(key, StringComparer.Ordinal)
                .ToFrozenDictionary(key, spelling => spelling.Subject.As(Rank(spelling)!.Value), StringComparer.Ordinal);
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
        return Nearest(key);
    }

    /// <summary>The one name that is nearest within the limit; null where none or several are.</summary>
    private CatalogMatch? Nearest(string title)
    {
        var limit = EditDistance.LimitFor(title.Length);
        if (limit == 0 || !title.All(char.IsAsciiLetterOrDigit) || neverMisspelled.Contains(title))
            return null;
        CatalogMatch? nearest = null;
        var letters = Name.LettersOf(title);
        var best = limit + 1;
        foreach (var name in names)
        {
            if (Math.Abs(name.Folded.Length - title.Length) > limit || name.CannotBeWithin(limit, letters))
                continue;
            var distance = EditDistance.Within(title, name.Folded, limit);
            if (distance < best)
                (best, nearest) = (distance, name.Match);
            else if (distance == best && distance <= limit)
                nearest = null;
        }

        return nearest;
    }

    /// <summary>Names that are too ordinary for prose are headings only as they are written.</summary>
    private static bool IsStrict(Spelling spelling) => spelling.Term.Policy == TermPolicy.CodeOnly && spelling.Term.Kind is TermKind.Name or TermKind.Plural;

    private static bool IsNameItself(CatalogMatch match, string title)
    {
        var terms = match.Entry?.Terms ?? match.Homonym!.Terms;
        return terms.TakeWhile(term => term.Kind == TermKind.Name)
            .Select(term => Folding.FoldKeepingCase(term.Text).Text)
            .Any(name => name == title || IsCapitalised(name, title));
    }

    private static bool IsCapitalised(string name, string title) =>
        !name.Any(char.IsAsciiLetterUpper) && char.ToUpperInvariant(name[0]) == title[0] && name.AsSpan(1).SequenceEqual(title.AsSpan(1));

    private static bool HasComparedName(Subject subject) =>
        subject.Entry is not { Kind: EntryKind.Concept } && subject.Terms[0].Policy == TermPolicy.Link
        && Folding.Fold(subject.Terms[0].Text).All(char.IsAsciiLetterOrDigit);

    private sealed record Subject(CatalogEntry? Entry, Homonym? Homonym, ImmutableArray<CatalogTerm> Terms)
    {
        public CatalogMatch As(MatchKind kind) => new(Entry, Homonym, kind);
    }

    private sealed record Spelling(Subject Subject, CatalogTerm Term);

    /// <summary>A name to compare with, and the set of its letters: one edit changes that set by two at most.</summary>
    private sealed class Name(string folded, CatalogMatch match)
    {
        private readonly uint letters = LettersOf(folded);

        public string Folded { get; } = folded;

        public CatalogMatch Match { get; } = match;

        public bool CannotBeWithin(int limit, uint others) => System.Numerics.BitOperations.PopCount(letters ^ others) > 2 * limit;

        public static uint LettersOf(string text)
        {
            var set = 0u;
            foreach (var c in text)
                set |= char.IsAsciiLetterLower(c) ? 1u << (c - 'a') : 1u << 31;
            return set;
        }
    }
}
