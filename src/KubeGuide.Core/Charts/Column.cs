namespace KubeGuide.Core.Charts;

/// <summary>A box, a label, or the place where a line passes between them.</summary>
internal sealed class ColumnItem(double width, double height)
{
    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>Items of the column before that a line joins to this one.</summary>
    public List<ColumnItem> Before { get; } = [];

    public List<ColumnItem> After { get; } = [];

    public int Rank { get; set; }

    public double X { get; set; }

    /// <summary>The middle.</summary>
    public double Y { get; set; }

    public ChartBox Box => new(X, Y - (Height / 2), Width, Height);
}

/// <summary>Items above one another: boxes in one column, the labels of the lines in the next, in turns.</summary>
internal sealed class Column
{
    public List<ColumnItem> Items { get; private set; } = [];

    public double X { get; set; }

    public double Width { get; set; }

    /// <summary>Sorts by the mean rank of what the items are joined to; where that leaves it open, the order stays.</summary>
    public void Sort(Func<ColumnItem, List<ColumnItem>> side)
    {
        Items = [.. Items.OrderBy(item => side(item) is { Count: > 0 } joined ? joined.Average(other => other.Rank) : item.Rank)];
        Number();
    }

    public void Number()
    {
        for (var i = 0; i < Items.Count; i++)
            Items[i].Rank = i;
    }

    /// <summary>Moves the items as near to what they are joined to as their order and the gaps allow.</summary>
    public void Settle(Func<ColumnItem, List<ColumnItem>> side)
    {
        if (Items.Count == 0)
            return;
        var wanted = Items.Select(item => side(item) is { Count: > 0 } joined ? joined.Average(other => other.Y) : item.Y).ToArray();
        var settled = Spread(wanted, [.. Items.Select(item => item.Height)]);
        for (var i = 0; i < Items.Count; i++)
            Items[i].Y = settled[i];
    }

    /// <summary>The middles with the least squared distance from those wanted: neighbours that press on each other share their mean.</summary>
    private static double[] Spread(double[] wanted, double[] heights)
    {
        var offsets = new double[wanted.Length];
        for (var i = 1; i < wanted.Length; i++)
            offsets[i] = offsets[i - 1] + ((heights[i - 1] + heights[i]) / 2) + ChartMeasure.Gap;
        var blocks = new Stack<(double Sum, int Count)>();
        for (var i = 0; i < wanted.Length; i++)
        {
            var block = (Sum: wanted[i] - offsets[i], Count: 1);
            while (blocks.TryPeek(out var above) && above.Sum / above.Count >= block.Sum / block.Count)
            {
                blocks.Pop();
                block = (above.Sum + block.Sum, above.Count + block.Count);
            }

            blocks.Push(block);
        }

        var middles = blocks.Reverse().SelectMany(block => Enumerable.Repeat(block.Sum / block.Count, block.Count)).ToArray();
        return [.. middles.Select((middle, i) => middle + offsets[i])];
    }
}
