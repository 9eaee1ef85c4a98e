namespace KubeGuide.Core.Notes;

/// <summary>The container markers (<c>&gt;</c>, <c>-</c>, <c>1.</c>, <c>[^1]:</c>) that a line begins with.</summary>
/// <param name="Markers">At least as many as Markdown would see.</param>
/// <param name="ListColumn">Columns before the last list marker.</param>
/// <param name="Length">Where the line's own text begins, in UTF-16 units.</param>
internal readonly record struct LineHead(int Markers, int ListColumn, int Length)
{
    public static LineHead Of(ReadOnlySpan<char> line)
    {
        var (markers, listColumn, column, i) = (0, 0, 0, 0);
        while (true)
        {
            for (; i < line.Length && line[i] is ' ' or '\t'; i++)
                column += line[i] == '\t' ? 4 - (column % 4) : 1;
            var length = MarkerLength(line[i..]);
            if (length == 0)
                return new LineHead(markers, listColumn, i);
            if (line[i] is not ('>' or '['))
                listColumn = column;
            markers++;
            i += length;
            column += length;
        }
    }

    /// <summary>Length of the marker that the text begins with; 0 where there is none.</summary>
    public static int MarkerLength(ReadOnlySpan<char> text) => text switch
    {
        [] => 0,
        ['>', ..] => 1,
        ['-' or '+' or '*', ..] => EndsWord(text[1..]) ? 1 : 0,
        ['[', '^', ..] => text.IndexOf("]:") is > 0 and var end ? end + 2 : 0,
        [>= '0' and <= '9', ..] => NumberLength(text),
        _ => 0,
    };

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 9 && text[digits] is '.' or ')' && EndsWord(text[(digits + 1)..]) ? digits + 1 : 0;
    }

    private static bool EndsWord(ReadOnlySpan<char> rest) => rest is [] or [' ' or '\t', ..];
}
