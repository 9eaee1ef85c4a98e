using System.Collections.Immutable;

namespace KubeGuide.Core.Charts;

/// <summary>A node below another one, and what the line to it says.</summary>
public sealed record ChartRow(ChartNode Node, string Label);

/// <summary>Draws a node and what it is joined to as narrow as it can be, for a phone: the node above, a stem down its left, a row for each line.</summary>
public static class OutlineChart
{
    private const double Stem = 14;
    private const double BeforeLabel = 26;
    private const double BeforeNode = 14;
    private const double Pitch = ChartMeasure.NodeHeight + ChartMeasure.Gap;

    /// <summary>The first node of the drawing is <paramref name="top"/>; its n-th edge leads from there to the n-th row.</summary>
    public static Chart Of(ChartNode top, IReadOnlyList<ChartRow> rows)
    {
        ArgumentNullException.ThrowIfNull(top);
        ArgumentNullException.ThrowIfNull(rows);
        var labels = rows.Select(row => ChartMeasure.LabelWidth(row.Label)).DefaultIfEmpty(0).Max();
        var first = new ChartBox(ChartMeasure.Margin, ChartMeasure.Margin, ChartMeasure.WidthOf(top), ChartMeasure.NodeHeight);
        var boxes = rows.Select((row, i) => new ChartBox(first.X + BeforeLabel + labels + BeforeNode, first.Y + ((i + 1) * Pitch), ChartMeasure.WidthOf(row.Node), ChartMeasure.NodeHeight));
        ImmutableArray<ChartBox> all = [first, .. boxes];
        return new Chart(
            all.Max(box => box.Right) + ChartMeasure.Margin, all[^1].Bottom + ChartMeasure.Margin, all,
            [.. rows.Select((row, i) => Route(row.Label, first, all[i + 1]))]);
    }

    private static ChartRoute Route(string label, ChartBox first, ChartBox box)
    {
        var stem = first.X + Stem;
        var width = ChartMeasure.LabelWidth(label);
        return new ChartRoute(
            [new(stem, first.Bottom), new(stem, box.CentreY), new(box.X, box.CentreY)],
            width == 0 ? null : new ChartBox(first.X + BeforeLabel, box.CentreY - (ChartMeasure.LabelHeight / 2), width, ChartMeasure.LabelHeight));
    }
}
