using KubeGuide.Core.Catalog;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Linking;

/// <summary>Every term of the glossary, ready to be looked for all at once. Immutable; may be used by several threads.</summary>
public sealed class TermIndex
{
    private readonly Spelling[] words;
    private readonly Dictionary<string, Spelling>.AlternateLookup<ReadOnlySpan<char>> byFolded;
    private readonly Dictionary<string, Spelling>.AlternateLookup<ReadOnlySpan<char>> resources;
    private readonly Dictionary<Slug, Spelling> bySlug = [];

    private TermIndex(Dictionary<string, Spelling> spellings, List<Spelling> given)
    {
        byFolded = spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        var named = new Dictionary<string, Spelling>(StringComparer.Ordinal);
        foreach (var spelling in given.Where(s => s.Term is { Kind: TermKind.ResourceName or TermKind.ShortName }))
            named.TryAdd(spelling.Folded, spelling);
        resources = named.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var spelling in given.Where(s => s.Term is not null))
            bySlug.TryAdd(spelling.Term!.Concept, spelling);
        words = [.. spellings.Values.Where(s => s.IsForProse).OrderBy(s => s.Folded, StringComparer.Ordinal)];
        Automaton = new Automaton([.. words.Select(w => w.Folded)]);
    }

    internal Automaton Automaton { get; }

    /// <summary>
    /// A spelling as given comes before a form derived from another one, a term before a shield word, one that links before
    /// one that does not, and of several terms with one spelling the first; where they name one concept, the one with the freest policy.
    /// A search-only spelling of a term that links (<c>Load Balancer</c>) says that the term is never written apart there.
    /// A term of more than 64 folded characters is not looked for.
    /// </summary>
    /// <param name="shieldWords">Words that contain a term and mean something else, such as <c>Node.js</c>.</param>
    public static TermIndex Build(IReadOnlyList<Term> terms, IReadOnlyList<string> shieldWords)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(shieldWords);
        var given = terms.Select(t => Spelling.Of(t.Text, t))
            .Concat(shieldWords.Select(w => Spelling.Of(w, null)))
            .OfType<Spelling>().ToList();
        var spellings = new Dictionary<string, Spelling>(StringComparer.Ordinal);
        foreach (var spelling in given)
        {
            if (!spellings.TryGetValue(spelling.Folded, out var known) || IsFreer(spelling.Term, known.Term))
                spellings[spelling.Folded] = spelling;
            else if (spelling.Term is { Policy: TermPolicy.SearchOnly } apart && apart.Concept == known.Term?.Concept && apart.Text != known.Term.Text)
                spellings[spelling.Folded] = new Spelling(known.Folded, known.Breaks & ~spelling.Breaks, known.Term, known.Reason);
        }

        foreach (var form in spellings.Values.ToList().SelectMany(s => s.Derived()))
            spellings.TryAdd(form.Folded, form);
        return new TermIndex(spellings, given);
    }

    internal Spelling Word(int index) => words[index];

    /// <summary>The term that is the whole of a text, whatever its policy.</summary>
    internal Spelling? Find(ReadOnlySpan<char> text) => Find(text, byFolded);

    /// <summary>The same for an argument of kubectl, where a name of a resource is nothing else.</summary>
    internal Spelling? FindResource(ReadOnlySpan<char> text) => Find(text, resources) ?? Find(text, byFolded);

    /// <summary>The same for the target of a link that the author wrote, which may be a slug, too.</summary>
    internal Spelling? FindTarget(string target) =>
        Find(target.AsSpan().Trim()) ?? (Slug.TryParse(target, out var slug) ? bySlug.GetValueOrDefault(slug) : null);

    private static Spelling? Find(ReadOnlySpan<char> text, Dictionary<string, Spelling>.AlternateLookup<ReadOnlySpan<char>> spellings)
    {
        const int limit = 2 * Spelling.MaxLength;
        if (text.Length is 0 or > limit)
            return null;
        Span<char> chars = stackalloc char[limit];
        Span<int> starts = stackalloc int[limit];
        Span<int> ends = stackalloc int[limit];
        var length = Folding.FoldInto(text, chars, starts, ends);
        if (!spellings.TryGetValue(chars[..length], out var spelling) || spelling.Term is null)
            return null;
        return spelling.Allows(Gap.Spaces(text, starts, ends, length - 1, length)) ? spelling : null;
    }

    private static bool IsFreer(Term? term, Term? known) =>
        term is not null && known is not null && term.Policy < known.Policy && (term.Policy == TermPolicy.Link || term.Concept == known.Concept);
}
