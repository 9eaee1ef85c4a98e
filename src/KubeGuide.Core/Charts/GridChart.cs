using System.Collections.Immutable;

namespace KubeGuide.Core.Charts;

/// <summary>Nodes that stand below one heading.</summary>
public sealed record ChartGroup(ChartNode Heading, ImmutableArray<ChartNode> Nodes);

/// <summary>Draws groups as columns, side by side and then in the next band, with every node where its group has it; lines run in the gutters and between rows.</summary>
public static class GridChart
{
    private const double RowHeight = 24;
    private const double RowGap = 8;
    private const double BandGap = 26;
    private const double Gutter = 18;

    /// <summary>The nodes of the drawing are each group's heading, then its nodes; edges count them so. Labels of edges are not drawn.</summary>
    /// <param name="across">Groups in one band, at least one.</param>
    public static Chart Of(IReadOnlyList<ChartGroup> groups, int across, IReadOnlyList<ChartEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentOutOfRangeException.ThrowIfLessThan(across, 1);
        var width = groups.SelectMany(group => group.Nodes.Prepend(group.Heading)).Select(ChartMeasure.WidthOf).DefaultIfEmpty(0).Max();
        var boxes = new List<ChartBox>();
        var columnOf = new List<int>();
        var top = ChartMeasure.Margin;
        foreach (var band in groups.Chunk(across))
        {
            for (var column = 0; column < band.Length; column++)
            {
                var x = ChartMeasure.Margin + (column * (width + Gutter));
                boxes.AddRange(Enumerable.Range(0, band[column].Nodes.Length + 1).Select(row => new ChartBox(x, top + (row * (RowHeight + RowGap)), width, RowHeight)));
                columnOf.AddRange(Enumerable.Repeat(column, band[column].Nodes.Length + 1));
            }

            top += ((band.Max(group => group.Nodes.Length) + 1) * (RowHeight + RowGap)) - RowGap + BandGap;
        }

        var columns = Enumerable.Range(0, Math.Min(across, groups.Count)).Select(column => boxes.Where((_, i) => columnOf[i] == column).ToArray()).ToArray();
        return new Chart(
            (2 * ChartMeasure.Margin) + (columns.Length * (width + Gutter)), Math.Max(0, top - BandGap) + ChartMeasure.Margin, [.. boxes],
            [.. edges.Select(edge => Route(boxes[edge.From], columnOf[edge.From], boxes[edge.To], columnOf[edge.To], columns))]);
    }

    private static ChartRoute Route(ChartBox from, int fromColumn, ChartBox to, int toColumn, ChartBox[][] columns)
    {
        if (from == to)
            return ChartRoute.None;
        if (fromColumn > toColumn)
            return new ChartRoute([.. Route(to, toColumn, from, fromColumn, columns).Points.Reverse()], null);
        var points = new List<ChartPoint> { new(from.Right, from.CentreY) };
        var y = from.CentreY;
        for (var column = fromColumn; column < Math.Max(toColumn, fromColumn + 1); column++)
        {
            var x = columns[column][0].Right + (Gutter / 2);
            var next = column + 1 < toColumn ? FreeRow(columns[column + 1], to.CentreY) : to.CentreY;
            points.Add(new ChartPoint(x, y));
            points.Add(new ChartPoint(x, next));
            y = next;
        }

        points.Add(new ChartPoint(fromColumn == toColumn ? to.Right : to.X, y));
        return new ChartRoute([.. points.Distinct()], null);
    }

    /// <summary>The height nearest to the one wanted at which a line passes between the boxes of a column.</summary>
    private static double FreeRow(ChartBox[] column, double wanted)
    {
        var (low, high) = (0, column.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = column[middle].Bottom < wanted ? (middle + 1, high) : (low, middle);
        }

        if (low == column.Length || wanted < column[low].Y)
            return wanted;
        var box = column[low];
        return wanted < box.CentreY ? box.Y - (RowGap / 2) : box.Bottom + (RowGap / 2);
    }
}
