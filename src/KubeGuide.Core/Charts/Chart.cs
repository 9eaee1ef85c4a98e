using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace KubeGuide.Core.Charts;

/// <summary>Something that a drawing shows as a box with text.</summary>
/// <param name="Text">All of it is shown: long names are for the caller to cut, see <see cref="TextWidth.Fit"/>.</param>
/// <param name="Above">A smaller line above the text, in layered drawings only; null for none.</param>
public sealed record ChartNode(string Text, string? Above = null);

/// <summary>A line between two nodes, by their indices.</summary>
/// <param name="Label">A word or two; empty for none.</param>
public sealed record ChartEdge(int From, int To, string Label = "");

/// <summary>A rectangle in pixels, from its upper left corner.</summary>
public readonly record struct ChartBox(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CentreX => X + (Width / 2);

    public double CentreY => Y + (Height / 2);
}

/// <summary>A place in a drawing, in pixels from its upper left corner.</summary>
public readonly record struct ChartPoint(double X, double Y);

/// <summary>Where an edge runs.</summary>
/// <param name="Points">From the edge's start to its end: straight between points that share a coordinate, else an S that leaves and arrives level. Empty for an edge that is not drawn.</param>
/// <param name="Label">Where the label stands; null without one.</param>
public sealed record ChartRoute(ImmutableArray<ChartPoint> Points, ChartBox? Label)
{
    internal static ChartRoute None { get; } = new([], null);

    /// <summary>The line with the tip of an arrow at its end, as the data of an SVG path.</summary>
    public string Path
    {
        get
        {
            if (Points.IsEmpty)
                return "";
            var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{Points[0].X:0.#} {Points[0].Y:0.#}");
            for (var i = 1; i < Points.Length; i++)
                AppendStep(path, Points[i - 1], Points[i]);
            AppendTip(path, Points[^2], Points[^1]);
            return path.ToString();
        }
    }

    private static void AppendStep(StringBuilder path, ChartPoint from, ChartPoint to)
    {
        var middle = (from.X + to.X) / 2;
        path = Math.Abs(from.Y - to.Y) < 0.05 ? path.Append(CultureInfo.InvariantCulture, $"H{to.X:0.#}")
            : Math.Abs(from.X - to.X) < 0.05 ? path.Append(CultureInfo.InvariantCulture, $"V{to.Y:0.#}")
            : path.Append(CultureInfo.InvariantCulture, $"C{middle:0.#} {from.Y:0.#} {middle:0.#} {to.Y:0.#} {to.X:0.#} {to.Y:0.#}");
    }

    /// <summary>Every line arrives level.</summary>
    private static void AppendTip(StringBuilder path, ChartPoint before, ChartPoint tip)
    {
        var back = before.X <= tip.X ? -5 : 5;
        path.Append(CultureInfo.InvariantCulture, $"M{tip.X + back:0.#} {tip.Y - 3:0.#}L{tip.X:0.#} {tip.Y:0.#}L{tip.X + back:0.#} {tip.Y + 3:0.#}");
    }
}

/// <summary>A finished drawing: no label overlaps a label or a box, and no line passes through a box that is not its own.</summary>
/// <param name="Nodes">In the order in which the nodes were given.</param>
/// <param name="Routes">In the order in which the edges were given.</param>
public sealed record Chart(double Width, double Height, ImmutableArray<ChartBox> Nodes, ImmutableArray<ChartRoute> Routes);
