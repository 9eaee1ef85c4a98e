using KubeGuide.Core.Catalog;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Linking;

/// <summary>A form under which a term is looked for, folded in its own case.</summary>
/// <param name="Breaks">Bit i says that a space may stand before character i.</param>
/// <param name="Term">Null for a shield word, which matches and links nowhere.</param>
/// <param name="Reason">What a linked mention of this form says.</param>
internal sealed record Spelling(string Folded, ulong Breaks, Term? Term, MentionReason Reason)
{
    /// <summary>One bit a character.</summary>
    public const int MaxLength = 64;

    /// <summary>Short names of one and two letters (<c>vs</c>, <c>ro</c>, <c>pa</c>) are ordinary words in prose: a list of them would hide the rest.</summary>
    public bool IsForProse => Term is not { Policy: TermPolicy.CodeOnly } || Folded.Length >= 3;

    /// <summary>The places where a space breaks the word, seen from its end: bit 63 is the last character.</summary>
    private readonly ulong forbidden = ~(Breaks << (MaxLength - Folded.Length)) & (ulong.MaxValue << (MaxLength - Folded.Length) << 1);

    /// <summary>Whether the spaces in a text are only where the word has a break of its own.</summary>
    /// <param name="spaces">From <see cref="Gap.Spaces"/>, of at least as many characters.</param>
    public bool Allows(ulong spaces) => (spaces & forbidden) == 0;

    /// <summary>The term as its source spells it; null where nothing is left of it, or too much.</summary>
    public static Spelling? Of(string text, Term? term)
    {
        var (folded, starts, ends) = Folding.FoldKeepingCase(text);
        if (folded.Length is 0 or > MaxLength)
            return null;
        var breaks = 0UL;
        for (var i = 1; i < folded.Length; i++)
        {
            if (starts.Span[i] > ends.Span[i - 1] || IsHump(folded, i) || IsChangeOfScript(folded[i - 1], folded[i]))
                breaks |= 1UL << i;
        }

        return new Spelling(folded, breaks, term, ReasonFor(term?.Kind));
    }

    /// <summary>
    /// The forms that a reader takes for the same word: for a name with capitals its English plural, for an all-lower
    /// word the capitalised forms (<c>Rolling update</c>, <c>Rolling Update</c>), for a shield word both. Short names have none.
    /// </summary>
    public IEnumerable<Spelling> Derived()
    {
        if (Term is { Policy: TermPolicy.CodeOnly } or { Kind: TermKind.ShortName })
            return [];
        var isLower = !Folded.Any(char.IsAsciiLetterUpper);
        IEnumerable<Spelling> plurals = (isLower && Term is not null) || Term?.Kind == TermKind.Plural || Plural() is not { } plural ? [] : [plural];
        return isLower && char.IsAsciiLetterLower(Folded[0]) ? [.. plurals, Capitalised(1), Capitalised(Breaks | 1)] : plurals;
    }

    private Spelling? Plural()
    {
        var plural = Folded switch
        {
            [.., var last] when !char.IsAsciiLetter(last) => null,
            [.., 's' or 'S' or 'x' or 'z'] or [.., 's' or 'c', 'h'] => Folded + "es",
            [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => Folded[..^1] + "ies",
            _ => Folded + "s",
        };
        if (plural is null or { Length: > MaxLength })
            return null;
        return new Spelling(plural, Breaks, Term, Reason == MentionReason.Misspelling ? Reason : MentionReason.Plural);
    }

    private Spelling Capitalised(ulong places)
    {
        var chars = Folded.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if ((places >> i & 1) != 0 && char.IsAsciiLetterLower(chars[i]))
                chars[i] = (char)(chars[i] - 0x20);
        }

        return new Spelling(new string(chars), Breaks, Term, Reason == MentionReason.Name ? MentionReason.Alias : Reason);
    }

    private static MentionReason ReasonFor(TermKind? kind) => kind switch
    {
        TermKind.Plural => MentionReason.Plural,
        TermKind.Alias or TermKind.ShortName => MentionReason.Alias,
        TermKind.Misspelling => MentionReason.Misspelling,
        _ => MentionReason.Name,
    };

    /// <summary><c>Config|Map</c>, and <c>HTTP|Route</c>, but not <c>AP|Is</c>.</summary>
    private static bool IsHump(string text, int i) =>
        char.IsAsciiLetterUpper(text[i])
        && (char.IsAsciiLetterLower(text[i - 1])
            || (char.IsAsciiLetterUpper(text[i - 1]) && i + 2 < text.Length
                && char.IsAsciiLetterLower(text[i + 1]) && char.IsAsciiLetterLower(text[i + 2])));

    private static bool IsChangeOfScript(char left, char right)
    {
        var (a, b) = (WordEdge.ScriptOf(left), WordEdge.ScriptOf(right));
        return a != b && a is not (Script.Other or Script.Punctuation) && b is not (Script.Other or Script.Punctuation);
    }
}
