namespace KubeGuide.Core.Notes;

/// <summary>Counts what a note becomes while it is written, and stops the writing where that grows past the limit.</summary>
/// <param name="limit">UTF-16 units; see <see cref="NoteLimits.OutputLength"/>.</param>
internal sealed class OutputCount(int limit)
{
    private long length;

    /// <param name="line">Where the note stands that became so much; counts from 1.</param>
    /// <exception cref="StructureException">There would be more than allowed.</exception>
    public void Add(long units, int line)
    {
        length += units;
        if (length > limit)
            throw new StructureException(line, $"表示すると大きくなりすぎます（上限は{limit:N0}字）。");
    }
}
