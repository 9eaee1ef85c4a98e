using KubeGuide.Core.Text;

namespace KubeGuide.Core.Linking;

/// <summary>What stands in a text between two characters that are neighbours once folded.</summary>
internal static class Gap
{
    /// <summary>Before which of the last characters a space stands: bit 63 is the last one, bit 62 the one before it.</summary>
    /// <param name="last">Index of a folded character.</param>
    /// <param name="count">How many characters, up to and with that one; at most 64.</param>
    public static ulong Spaces(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int last, int count)
    {
        var first = last - count + 1;
        if (starts[last] - starts[first] == count - 1)
            return 0;
        var spaces = 0UL;
        for (var i = first + 1; i <= last; i++)
            spaces = spaces >> 1 | (starts[i] > ends[i - 1] && IsSpace(text, ends[i - 1], starts[i]) ? 1UL << 63 : 0);
        return spaces;
    }

    /// <summary>A line feed between two Japanese characters is a wrapped line, not a space.</summary>
    private static bool IsSpace(ReadOnlySpan<char> text, int end, int start)
    {
        if (start - end == 1 && text[end] == '\n')
            return end == 0 || !Folding.IsJapanese(text[end - 1]) || !Folding.IsJapanese(text[start]);
        foreach (var c in text[end..start])
        {
            if (!Folding.IsInvisible(c))
                return true;
        }

        return false;
    }
}
