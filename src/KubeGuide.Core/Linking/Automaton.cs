namespace KubeGuide.Core.Linking;

/// <summary>
/// Aho–Corasick: finds every word of a list in one pass over a text, however long the list. States are numbered breadth
/// first, so that the children of a state lie side by side and a transition is a search among their labels.
/// </summary>
internal sealed class Automaton
{
    public const int Root = 0;

    private readonly int[] fromRoot = new int[char.MaxValue + 1];
    private readonly State[] states;
    private readonly char[] labels;
    private readonly int[] words;

    /// <param name="sorted">Words without duplicates in ordinal order, none empty.</param>
    public Automaton(IReadOnlyList<string> sorted)
    {
        (states, labels, words) = BuildTrie(sorted);
        for (var child = states[Root].FirstChild; child < states[Root].EndOfChildren; child++)
            fromRoot[labels[child]] = child;
        for (var state = Root; state < states.Length; state++)
        {
            var (firstChild, children, fallback, _) = states[state];
            for (var child = firstChild; child < firstChild + children; child++)
            {
                var target = state == Root ? Root : Next(fallback, labels[child]);
                states[child] = states[child] with { Fallback = target, Longest = words[child] >= 0 ? child : states[target].Longest };
            }
        }
    }

    /// <summary>The state after one more character. A text of n characters takes at most 2n transitions.</summary>
    public int Next(int state, char c)
    {
        while (state != Root)
        {
            ref readonly var from = ref states[state];
            var child = Child(from.FirstChild, from.Children, c);
            if (child >= 0)
                return child;
            state = from.Fallback;
        }

        return fromRoot[c];
    }

    /// <summary>The state of the longest word that ends here; <see cref="Root"/> where none does.</summary>
    public int Longest(int state) => states[state].Longest;

    /// <summary>The state of the next shorter word that ends at the same character; <see cref="Root"/> where none does.</summary>
    public int Shorter(int state) => states[states[state].Fallback].Longest;

    /// <summary>Index of the word that ends in a state given by <see cref="Longest"/> or <see cref="Shorter"/>.</summary>
    public int Word(int state) => words[state];

    private int Child(int first, int count, char c)
    {
        if (count > 8)
            return labels.AsSpan(first, count).BinarySearch(c) is >= 0 and var index ? first + index : -1;
        for (var child = first; child < first + count; child++)
        {
            if (labels[child] == c)
                return child;
        }

        return -1;
    }

    /// <summary>Each state stands for the slice of the sorted words that share its prefix.</summary>
    private static (State[] States, char[] Labels, int[] Words) BuildTrie(IReadOnlyList<string> sorted)
    {
        var slices = new List<(int Low, int High, int Depth)> { (0, sorted.Count, 0) };
        var states = new List<State>();
        var labels = new List<char> { '\0' };
        var words = new List<int>();
        for (var state = 0; state < slices.Count; state++)
        {
            var (low, high, depth) = slices[state];
            var isWord = low < high && sorted[low].Length == depth;
            words.Add(isWord ? low++ : -1);
            var firstChild = slices.Count;
            while (low < high)
            {
                var end = low + 1;
                while (end < high && sorted[end][depth] == sorted[low][depth])
                    end++;
                slices.Add((low, end, depth + 1));
                labels.Add(sorted[low][depth]);
                low = end;
            }

            states.Add(new State(firstChild, slices.Count - firstChild, Root, Root));
        }

        return ([.. states], [.. labels], [.. words]);
    }

    /// <summary>Kept in one piece: a step reads one place in memory.</summary>
    /// <param name="Fallback">The state of the longest proper suffix that begins a word, too.</param>
    /// <param name="Longest">The state of the longest word that ends here.</param>
    private readonly record struct State(int FirstChild, int Children, int Fallback, int Longest)
    {
        public int EndOfChildren => FirstChild + Children;
    }
}
