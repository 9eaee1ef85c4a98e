namespace KubeGuide.Core.Linking;

/// <summary>
/// Aho–Corasick: finds every word of a list in one pass over a text, however long the list. States are numbered breadth
/// first, so that the children of a state lie side by side and a transition is a search among their labels.
/// </summary>
internal sealed class Automaton
{
    public const int Root = 0;

    private readonly int[] fromRoot = new int[char.MaxValue + 1];
    private readonly int[] firstChild;
    private readonly char[] labels;
    private readonly int[] words;
    private readonly int[] fallback;
    private readonly int[] shorter;

    /// <param name="sorted">Words without duplicates in ordinal order, none empty.</param>
    public Automaton(IReadOnlyList<string> sorted)
    {
        (firstChild, labels, words) = BuildTrie(sorted);
        fallback = new int[words.Length];
        shorter = new int[words.Length];
        for (var child = firstChild[Root]; child < firstChild[Root + 1]; child++)
            fromRoot[labels[child]] = child;
        for (var state = Root + 1; state < words.Length; state++)
        {
            for (var child = firstChild[state]; child < firstChild[state + 1]; child++)
            {
                var target = Next(fallback[state], labels[child]);
                fallback[child] = target;
                shorter[child] = words[target] >= 0 ? target : shorter[target];
            }
        }
    }

    /// <summary>The state after one more character. A text of n characters takes at most 2n transitions.</summary>
    public int Next(int state, char c)
    {
        while (state != Root)
        {
            var first = firstChild[state];
            var children = labels.AsSpan(first, firstChild[state + 1] - first);
            var child = children.Length <= 16 ? children.IndexOf(c) : children.BinarySearch(c);
            if (child >= 0)
                return first + child;
            state = fallback[state];
        }

        return fromRoot[c];
    }

    /// <summary>The state of the longest word that ends here; <see cref="Root"/> where none does.</summary>
    public int Longest(int state) => words[state] >= 0 ? state : shorter[state];

    /// <summary>The state of the next shorter word that ends at the same character; <see cref="Root"/> where none does.</summary>
    public int Shorter(int state) => shorter[state];

    /// <summary>Index of the word that ends in a state given by <see cref="Longest"/> or <see cref="Shorter"/>.</summary>
    public int Word(int state) => words[state];

    /// <summary>Each state stands for the slice of the sorted words that share its prefix.</summary>
    private static (int[] FirstChild, char[] Labels, int[] Words) BuildTrie(IReadOnlyList<string> sorted)
    {
        var slices = new List<(int Low, int High, int Depth)> { (0, sorted.Count, 0) };
        var firstChild = new List<int>();
        var labels = new List<char> { '\0' };
        var words = new List<int>();
        for (var state = 0; state < slices.Count; state++)
        {
            var (low, high, depth) = slices[state];
            firstChild.Add(slices.Count);
            var isWord = low < high && sorted[low].Length == depth;
            words.Add(isWord ? low++ : -1);
            while (low < high)
            {
                var end = low + 1;
                while (end < high && sorted[end][depth] == sorted[low][depth])
                    end++;
                slices.Add((low, end, depth + 1));
                labels.Add(sorted[low][depth]);
                low = end;
            }
        }

        firstChild.Add(slices.Count);
        return ([.. firstChild], [.. labels], [.. words]);
    }
}
