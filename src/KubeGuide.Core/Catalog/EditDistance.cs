namespace KubeGuide.Core.Catalog;

/// <summary>Damerau–Levenshtein distance with restricted transposition: a letter left out, put in, changed, or swapped with its neighbour counts one.</summary>
public static class EditDistance
{
    private const int LongestCompared = 64;

    /// <summary>How far a spelling of this length may be from a name: 0 up to 4 letters, 1 up to 8, else 2.</summary>
    public static int LimitFor(int length) => length <= 4 ? 0 : length <= 8 ? 1 : 2;

    /// <summary>The distance, or <paramref name="limit"/> + 1 where it is more than that. Ordinal.</summary>
    public static int Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || b.Length > LongestCompared)
            return limit + 1;
        Span<int> rows = stackalloc int[3 * (LongestCompared + 1)];
        var twoBack = rows[..(b.Length + 1)];
        var previous = rows.Slice(LongestCompared + 1, b.Length + 1);
        var current = rows.Slice(2 * (LongestCompared + 1), b.Length + 1);
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance = Math.Min(distance, twoBack[j - 2] + 1);
                current[j] = distance;
                best = Math.Min(best, distance);
            }

            if (best > limit)
                return limit + 1;
            var free = twoBack;
            twoBack = previous;
            previous = current;
            current = free;
        }

        return Math.Min(previous[b.Length], limit + 1);
    }
}
