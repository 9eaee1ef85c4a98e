using KubeGuide.Core.Charts;

namespace KubeGuide.Core.Tests.Charts;

/// <summary>What must hold for every drawing: nothing overlaps, nothing is cut off, every line joins its own two boxes and passes through none.</summary>
internal static class ChartGeometry
{
    /// <summary>Room for rounding; what only touches does not overlap.</summary>
    private const double Slack = 0.1;

    /// <summary>Between two points that are looked at along a curve, in pixels: less than any box is high.</summary>
    private const double Step = 2;

    public static void AssertClear(Chart chart, IReadOnlyList<ChartEdge> edges)
    {
        var boxes = chart.Nodes.Concat(chart.Routes.Select(route => route.Label).OfType<ChartBox>()).ToArray();
        foreach (var (a, i) in boxes.Select((box, i) => (box, i)))
        {
            Assert.True(IsWithin(chart, a), $"{a} is cut off");
            Assert.DoesNotContain(boxes.Skip(i + 1), b => Overlap(a, b));
        }

        Assert.Equal(edges.Count, chart.Routes.Length);
        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i].From != edges[i].To)
                AssertClear(chart, edges[i], i);
        }
    }

    private static void AssertClear(Chart chart, ChartEdge edge, int index)
    {
        var route = chart.Routes[index];
        Assert.True(Touches(chart.Nodes[edge.From], route.Points[0]), $"edge {index} does not start at its box");
        Assert.True(Touches(chart.Nodes[edge.To], route.Points[^1]), $"edge {index} does not end at its box");
        var others = chart.Nodes.Concat(chart.Routes.Where((_, other) => other != index).Select(other => other.Label).OfType<ChartBox>()).ToArray();
        var pieces = Along(route).ToArray();
        Assert.All(pieces, piece => Assert.True(IsWithin(chart, piece), $"edge {index} leaves the drawing at {piece}"));
        Assert.All(others, box => Assert.False(Array.Exists(pieces, piece => Overlap(box, piece)), $"edge {index} passes through {box}"));
        Assert.True(route.Label is not { } label || Array.Exists(pieces, piece => Overlap(label, piece)), $"the label of edge {index} is not on its line");
    }

    private static bool IsWithin(Chart chart, ChartBox box) => box.X >= 0 && box.Y >= 0 && box.Right <= chart.Width + Slack && box.Bottom <= chart.Height + Slack;

    private static bool Overlap(ChartBox a, ChartBox b) =>
        a.X < b.Right - Slack && b.X < a.Right - Slack && a.Y < b.Bottom - Slack && b.Y < a.Bottom - Slack;

    /// <summary>On the edge of the box, or within it by less than the slack.</summary>
    private static bool Touches(ChartBox box, ChartPoint point) =>
        point.X >= box.X - Slack && point.X <= box.Right + Slack && point.Y >= box.Y - Slack && point.Y <= box.Bottom + Slack
        && (point.X <= box.X + Slack || point.X >= box.Right - Slack || point.Y <= box.Y + Slack || point.Y >= box.Bottom - Slack);

    /// <summary>Pieces of the line without thickness: whole where it is straight, short ones along a curve.</summary>
    private static IEnumerable<ChartBox> Along(ChartRoute route)
    {
        for (var i = 1; i < route.Points.Length; i++)
        {
            var (a, b) = (route.Points[i - 1], route.Points[i]);
            var steps = a.X == b.X || a.Y == b.Y ? 1 : (int)Math.Ceiling((Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y)) * 2 / Step);
            for (var step = 0; step < steps; step++)
                yield return Around(Between(a, b, step / (double)steps), Between(a, b, (step + 1) / (double)steps));
        }
    }

    private static ChartBox Around(ChartPoint a, ChartPoint b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));

    /// <summary>On the cubic curve that the path draws; a straight line where the ends share a coordinate.</summary>
    private static ChartPoint Between(ChartPoint a, ChartPoint b, double t)
    {
        var middle = (a.X + b.X) / 2;
        return new ChartPoint(Cubic(a.X, middle, middle, b.X, t), Cubic(a.Y, a.Y, b.Y, b.Y, t));
    }

    private static double Cubic(double a, double b, double c, double d, double t) =>
        ((1 - t) * (1 - t) * (1 - t) * a) + (3 * (1 - t) * (1 - t) * t * b) + (3 * (1 - t) * t * t * c) + (t * t * t * d);
}
