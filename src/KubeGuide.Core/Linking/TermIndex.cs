namespace KubeGuide.Core.Linking;

/// <summary>Every term of the glossary, ready to be looked for all at once. Immutable; may be used by several threads.</summary>
public sealed class TermIndex
{
    private readonly Spelling[] words;
    private readonly Dictionary<string, Spelling>.AlternateLookup<ReadOnlySpan<char>> byFolded;

    private TermIndex(Dictionary<string, Spelling> spellings)
    {
        byFolded = spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        words = [.. spellings.Values.Where(s => s.IsForProse).OrderBy(s => s.Folded, StringComparer.Ordinal)];
        Automaton = new Automaton([.. words.Select(w => w.Folded)]);
    }

    internal Automaton Automaton { get; }

    /// <summary>
    /// A spelling as given comes before a form derived from another one, a term before a shield word, and of several
    /// terms with one spelling the first; where they name one concept, the one with the freest policy.
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
        }

        foreach (var form in given.SelectMany(s => s.Derived()))
            spellings.TryAdd(form.Folded, form);
        return new TermIndex(spellings);
    }

    internal Spelling Word(int index) => words[index];

    /// <summary>The term that is the whole of a text, whatever its policy.</summary>
    internal Spelling? Find(ReadOnlySpan<char> text)
    {
        const int limit = 2 * Spelling.MaxLength;
        if (text.Length is 0 or > limit)
            return null;
        Span<char> chars = stackalloc char[limit];
        Span<int> starts = stackalloc int[limit];
        Span<int> ends = stackalloc int[limit];
        var length = Folding.FoldInto(text, chars, starts, ends);
        if (!byFolded.TryGetValue(chars[..length], out var spelling) || spelling.Term is null)
            return null;
        return spelling.Allows(Gap.Spaces(text, starts, ends, length - 1, length)) ? spelling : null;
    }

    private static bool IsFreer(Term? term, Term? known) =>
        term is not null && known is not null && term.Concept == known.Concept && term.Policy < known.Policy;
}
