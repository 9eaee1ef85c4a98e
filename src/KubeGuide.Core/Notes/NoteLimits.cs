namespace KubeGuide.Core.Notes;

/// <summary>
/// What a note may cost. A Markdown parser can be brought to minutes by a few kilobytes, so the limits bound structure, not size alone;
/// each default is several times the largest value met in thousands of real notes (given in brackets).
/// </summary>
public sealed record NoteLimits
{
    public static NoteLimits Default { get; } = new();

    /// <summary>Notes of one folder.</summary>
    public int Notes { get; init; } = 20_000;

    /// <summary>UTF-8 bytes of one note that is rendered (348 KB).</summary>
    public int NoteBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>UTF-8 bytes between the two <c>---</c> lines (1.9 KB).</summary>
    public int FrontMatterBytes { get; init; } = 16 * 1024;

    /// <summary>Quote, list and footnote markers at the head of one line (5).</summary>
    public int ContainerMarkers { get; init; } = 32;

    /// <summary>Columns before a list marker, tabs counted to the next multiple of four (30).</summary>
    public int ListIndent { get; init; } = 128;

    /// <summary>Columns of one table (11).</summary>
    public int TableColumns { get; init; } = 64;

    /// <summary>Columns × rows of one table, and <c>|</c> of one paragraph.</summary>
    public int TableCells { get; init; } = 50_000;

    /// <summary><c>:::</c> containers that are open at once.</summary>
    public int OpenFences { get; init; } = 32;

    /// <summary>Lines × containers that may be open on them: every line is held against every open container (about 40 ns each).</summary>
    public long OpenContainerLines { get; init; } = 10_000_000;

    /// <summary>Paragraphs, headings and container markers of one note (a few µs each).</summary>
    public int Blocks { get; init; } = 100_000;

    /// <summary>Link reference and footnote definitions of one note: those of one paragraph cost the square of their number.</summary>
    public int Definitions { get; init; } = 5_000;

    /// <summary>Headings of one note (400).</summary>
    public int Headings { get; init; } = 5_000;

    /// <summary>UTF-16 units of one heading: names are looked for in it and made of it.</summary>
    public int HeadingLength { get; init; } = 4_000;

    /// <summary><c>[</c> on one line (29).</summary>
    public int LineBrackets { get; init; } = 2_000;

    /// <summary><c>[</c> of one paragraph that no <c>]</c> closes.</summary>
    public int OpenBrackets { get; init; } = 2_000;

    /// <summary><c>* _ ~ ^ +</c> in one paragraph.</summary>
    public int Delimiters { get; init; } = 4_000;

    /// <summary>Sum over all paragraphs of <c>[</c> squared plus delimiters squared; a unit costs about 8 ns (1.7 million).</summary>
    public long InlineCost { get; init; } = 50_000_000;

    /// <summary>
    /// Sum over all paragraphs of length × what each makes the parser read on to the end for: every <c>&lt;!</c> and <c>&lt;?</c>,
    /// and backtick runs of as many lengths as the longest has (about 2.5 ns a unit).
    /// </summary>
    public long LookAhead { get; init; } = 200_000_000;

    /// <summary>Sum over all link reference definitions of length × uses, in UTF-16 units: what they add to the page.</summary>
    public long DefinitionText { get; init; } = 1024 * 1024;

    /// <summary>Largest HTML of one note, in UTF-16 units.</summary>
    public int Output { get; init; } = 8 * 1024 * 1024;

    /// <summary>Largest HTML, in UTF-16 units, that a note of this length may become: 20 times its length and 64 Ki, at most <see cref="Output"/>.</summary>
    public int OutputLength(int inputLength) => (int)Math.Min((20L * inputLength) + (64 * 1024), Output);
}
