using KubeGuide.Core.Charts;

namespace KubeGuide.Core.Tests.Charts;

/// <summary>What must hold for every drawing.</summary>
internal static class ChartGeometry
{
    /// <summary>Room for rounding; what only touches does not overlap.</summary>
    private const double Slack = 0.1;

    private const int Samples = 24;

    public static void AssertClear(Chart chart, IReadOnlyList<ChartEdge> edges)
    {
        var boxes = chart.Nodes.Concat(chart.Routes.Select(route => route.Label).OfType<ChartBox>()).ToArray();
        foreach (var (a, i) in boxes.Select((box, i) => (box, i)))
        {
            Assert.True(a.X >= 0 && a.Y >= 0 && a.Right <= chart.Width + Slack && a.Bottom <= chart.Height + Slack, $"{a} is cut off");
            Assert.DoesNotContain(boxes.Skip(i + 1), b => Overlap(a, b));
        }

        for (var i = 0; i < edges.Count; i++)
        {
            var others = chart.Nodes.Where((_, node) => node != edges[i].From && node != edges[i].To)
                .Concat(chart.Routes.Where((_, other) => other != i).Select(route => route.Label).OfType<ChartBox>()).ToArray();
            foreach (var point in Along(chart.Routes[i]))
            {
                Assert.True(point.X >= 0 && point.Y >= 0 && point.X <= chart.Width && point.Y <= chart.Height, $"edge {i} leaves the drawing at {point}");
                Assert.DoesNotContain(others, box => Holds(box, point));
            }
        }
    }

    private static bool Overlap(ChartBox a, ChartBox b) =>
        a.X < b.Right - Slack && b.X < a.Right - Slack && a.Y < b.Bottom - Slack && b.Y < a.Bottom - Slack;

    private static bool Holds(ChartBox box, ChartPoint point) =>
        point.X > box.X + Slack && point.X < box.Right - Slack && point.Y > box.Y + Slack && point.Y < box.Bottom - Slack;

    private static IEnumerable<ChartPoint> Along(ChartRoute route)
    {
        for (var i = 1; i < route.Points.Length; i++)
        {
            for (var step = 0; step <= Samples; step++)
                yield return Between(route.Points[i - 1], route.Points[i], step / (double)Samples);
        }
    }

    /// <summary>On the cubic curve that the path draws; a straight line where the ends share a coordinate.</summary>
    private static ChartPoint Between(ChartPoint a, ChartPoint b, double t)
    {
        var middle = (a.X + b.X) / 2;
        return new ChartPoint(Cubic(a.X, middle, middle, b.X, t), Cubic(a.Y, a.Y, b.Y, b.Y, t));
    }

    private static double Cubic(double a, double b, double c, double d, double t) =>
        ((1 - t) * (1 - t) * (1 - t) * a) + (3 * (1 - t) * (1 - t) * t * b) + (3 * (1 - t) * t * t * c) + (t * t * t * d);
}
