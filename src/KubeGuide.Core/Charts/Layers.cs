namespace KubeGuide.Core.Charts;

/// <summary>Which column each node stands in: lines run from left to right, but for those that close a circle.</summary>
internal static class Layers
{
    public static int[] Of(int count, IReadOnlyList<ChartEdge> edges)
    {
        var outgoing = edges.Where(edge => edge.From != edge.To).ToLookup(edge => edge.From, edge => edge.To);
        var forward = WithoutCircles(count, outgoing);
        var layers = LongestPaths(count, forward);
        for (var node = 0; node < count; node++)
        {
            // What nothing leads to stands next to what it leads to.
            if (layers[node] == 0 && forward[node].Count > 0)
                layers[node] = forward[node].Min(to => layers[to]) - 1;
        }

        return layers;
    }

    /// <summary>The edges by their start, those that close a circle turned round.</summary>
    private static List<int>[] WithoutCircles(int count, ILookup<int, int> outgoing)
    {
        var forward = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        var state = new byte[count];
        for (var node = 0; node < count; node++)
        {
            if (state[node] == 0)
                Visit(node);
        }

        return forward;

        void Visit(int node)
        {
            state[node] = 1;
            foreach (var to in outgoing[node])
            {
                if (state[to] == 1)
                {
                    forward[to].Add(node);
                    continue;
                }

                forward[node].Add(to);
                if (state[to] == 0)
                    Visit(to);
            }

            state[node] = 2;
        }
    }

    private static int[] LongestPaths(int count, List<int>[] forward)
    {
        var layers = new int[count];
        var waiting = new int[count];
        foreach (var to in forward.SelectMany(list => list))
            waiting[to]++;
        var ready = new Queue<int>(Enumerable.Range(0, count).Where(node => waiting[node] == 0));
        while (ready.TryDequeue(out var node))
        {
            foreach (var to in forward[node])
            {
                layers[to] = Math.Max(layers[to], layers[node] + 1);
                if (--waiting[to] == 0)
                    ready.Enqueue(to);
            }
        }

        return layers;
    }
}
