namespace KubeGuide.Core.Linking;

/// <summary>What stands in a text between two characters that are neighbours once folded.</summary>
internal static class Gap
{
    /// <summary>Moves the record of spaces one character on: bit 63 says whether a space stands before the latest.</summary>
    /// <param name="end">Behind the character before.</param>
    /// <param name="start">The latest character.</param>
    public static ulong Shift(ulong spaces, ReadOnlySpan<char> text, int end, int start) =>
        spaces >> 1 | (start > end && IsSpace(text, end, start) ? 1UL << 63 : 0);

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
