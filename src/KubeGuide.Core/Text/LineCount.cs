namespace KubeGuide.Core.Text;

/// <summary>Lines of places in one text that are asked for from front to back: all of them together cost one pass.</summary>
/// <param name="line">Line of the text's first character.</param>
internal struct LineCount(int line)
{
    private int line = line;
    private int at = 0;

    /// <param name="offset">Not before the one asked last.</param>
    public int At(ReadOnlySpan<char> text, int offset)
    {
        line += text[at..offset].Count('\n');
        at = offset;
        return line;
    }
}
