namespace KubeGuide.Core.Text;

/// <summary>
/// How many single-character edits lie between two spellings: insertion, deletion, replacement, and exchanging two
/// neighbours, where no character is edited twice (restricted Damerau–Levenshtein).
/// </summary>
public static class EditDistance
{
    private const int StackLimit = 128;

    /// <summary>How many edits a spelling of that many characters may have and still name the same thing: 0 up to 4, 1 up to 8, else 2.</summary>
    public static int LimitFor(int length) => length switch
    {
        <= 4 => 0,
        <= 8 => 1,
        _ => 2,
    };

    /// <summary>The distance, or <paramref name="limit"/> + 1 when it is more than <paramref name="limit"/>. Compares ordinally: fold first.</summary>
    /// <remarks>Allocates nothing up to 127 characters; time is the product of both lengths at worst.</remarks>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;
        var shared = left.CommonPrefixLength(right);
        left = left[shared..];
        right = right[shared..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (left.IsEmpty || right.IsEmpty)
            return Math.Max(left.Length, right.Length);
        var width = right.Length + 1;
        var rows = width <= StackLimit ? stackalloc int[3 * width] : new int[3 * width];
        return Fill(left, right, limit, rows[..width], rows[width..(2 * width)], rows[(2 * width)..]);
    }

    private static int Fill(
        ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit, Span<int> beforeLast, Span<int> last, Span<int> current)
    {
        for (var j = 0; j < last.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(last[j], current[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    edits = Math.Min(edits, beforeLast[j - 2] + 1);
                current[j] = edits;
                least = Math.Min(least, edits);
            }

            if (least > limit)
                return limit + 1;
            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return Math.Min(last[^1], limit + 1);
    }
}
