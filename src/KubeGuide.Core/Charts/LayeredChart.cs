namespace KubeGuide.Core.Charts;

/// <summary>
/// Draws any small graph in columns from left to right. Between two columns of boxes stands a column of labels in which every line that passes
/// has a place of its own, so nothing can overlap. The cost grows with the number of lines times the columns that they cross.
/// </summary>
public static class LayeredChart
{
    /// <summary>Nodes and edges beyond these are for the caller to leave out.</summary>
    public const int MaxNodes = 200;

    public const int MaxEdges = 400;

    private const int Sweeps = 4;

    /// <summary>What a line needs where it passes through a column.</summary>
    private const double LaneHeight = 6;

    private const double NarrowestGutter = 14;
    private const double WidestGutter = 44;
    private const double Steepness = 5;

    /// <summary>Equal input gives equal output. An edge from a node to itself is not drawn.</summary>
    /// <exception cref="ArgumentException">There are more nodes or edges than the limits allow.</exception>
    public static Chart Of(IReadOnlyList<ChartNode> nodes, IReadOnlyList<ChartEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(edges);
        if (nodes.Count > MaxNodes || edges.Count > MaxEdges)
            throw new ArgumentException($"A drawing has at most {MaxNodes} nodes and {MaxEdges} edges.");
        var layers = Layers.Of(nodes.Count, edges);
        var columns = Enumerable.Range(0, nodes.Count == 0 ? 0 : (2 * layers.Max()) + 1).Select(_ => new Column()).ToArray();
        var boxes = nodes.Select(node => new ColumnItem(ChartMeasure.WidthOf(node), ChartMeasure.HeightOf(node))).ToArray();
        for (var i = 0; i < boxes.Length; i++)
            columns[2 * layers[i]].Items.Add(boxes[i]);
        var degrees = edges.SelectMany(edge => new[] { edge.From, edge.To }).CountBy(node => node).ToDictionary();
        var chains = edges.Select(edge => Chain(edge, layers, degrees, boxes, columns)).ToArray();
        Arrange(columns);
        var (width, height) = Place(columns);
        return new Chart(width, height, [.. boxes.Select(box => box.Box)], [.. edges.Select((edge, i) => Route(chains[i], isTurned: layers[edge.From] > layers[edge.To], columns, Math.Min(layers[edge.From], layers[edge.To])))]);
    }

    /// <summary>The items of an edge from its left end to its right one; empty where it is not drawn.</summary>
    private static List<ColumnItem> Chain(ChartEdge edge, int[] layers, Dictionary<int, int> degrees, ColumnItem[] boxes, Column[] columns)
    {
        if (edge.From == edge.To)
            return [];
        var (left, right) = layers[edge.From] <= layers[edge.To] ? (edge.From, edge.To) : (edge.To, edge.From);
        var (first, last) = ((2 * layers[left]) + 1, (2 * layers[right]) - 1);
        var labelled = degrees[left] < degrees[right] ? first : last;
        var chain = new List<ColumnItem> { boxes[left] };
        for (var at = first; at <= last; at++)
        {
            var item = at == labelled && edge.Label.Length > 0 ? new ColumnItem(ChartMeasure.LabelWidth(edge.Label), ChartMeasure.LabelHeight) : new ColumnItem(0, LaneHeight);
            columns[at].Items.Add(item);
            chain.Add(item);
        }

        chain.Add(boxes[right]);
        for (var i = 1; i < chain.Count; i++)
        {
            chain[i - 1].After.Add(chain[i]);
            chain[i].Before.Add(chain[i - 1]);
        }

        return chain;
    }

    private static void Arrange(Column[] columns)
    {
        foreach (var column in columns)
            column.Number();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in columns)
                column.Sort(item => item.Before);
            foreach (var column in columns.Reverse())
                column.Sort(item => item.After);
        }

        foreach (var column in columns)
            column.Settle(_ => []);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in columns)
                column.Settle(item => item.Before);
            foreach (var column in columns.Reverse())
                column.Settle(item => item.After);
        }

        // Labels last: next to the box that they belong to, which has fewer lines.
        for (var at = 1; at < columns.Length; at += 2)
            columns[at].Settle(item => item.Before[0].After.Count <= item.After[0].Before.Count ? item.Before : item.After);
    }

    private static (double Width, double Height) Place(Column[] columns)
    {
        var items = columns.SelectMany(column => column.Items).ToList();
        var top = items.Select(item => item.Y - (item.Height / 2)).DefaultIfEmpty(0).Min() - ChartMeasure.Margin;
        foreach (var item in items)
            item.Y -= top;
        var x = ChartMeasure.Margin;
        for (var at = 0; at < columns.Length; at++)
        {
            var column = columns[at];
            x += at == 0 ? 0 : Gutter(columns[at - 1]);
            column.X = x;
            column.Width = column.Items.Select(item => item.Width).DefaultIfEmpty(0).Max();
            foreach (var item in column.Items)
                item.X = x + ((column.Width - item.Width) * (at == 0 ? 1 : at == columns.Length - 1 ? 0 : 0.5));
            x += column.Width;
        }

        return (x + ChartMeasure.Margin, items.Select(item => item.Y + (item.Height / 2)).DefaultIfEmpty(0).Max() + ChartMeasure.Margin);
    }

    /// <summary>The room behind a column: the more its lines climb, the wider.</summary>
    private static double Gutter(Column column) =>
        Math.Clamp(Math.Ceiling(column.Items.SelectMany(item => item.After, (item, next) => Math.Abs(item.Y - next.Y)).DefaultIfEmpty(0).Max() / Steepness), NarrowestGutter, WidestGutter);

    private static ChartRoute Route(List<ColumnItem> chain, bool isTurned, Column[] columns, int layer)
    {
        if (chain.Count == 0)
            return ChartRoute.None;
        var points = new List<ChartPoint>();
        for (var i = 0; i < chain.Count; i++)
        {
            var (item, column) = (chain[i], columns[(2 * layer) + i]);
            if (i > 0)
                points.Add(new ChartPoint(column.X, item.Y));
            if (i == chain.Count - 1)
                points.Add(new ChartPoint(item.X, item.Y));
            else if (i == 0)
                points.Add(new ChartPoint(item.Box.Right, item.Y));
            if (i < chain.Count - 1)
                points.Add(new ChartPoint(column.X + column.Width, item.Y));
        }

        var label = chain.FindIndex(1, chain.Count - 2, item => item.Width > 0);
        if (isTurned)
            points.Reverse();
        return new ChartRoute([.. points.Distinct()], label < 0 ? null : chain[label].Box);
    }
}
