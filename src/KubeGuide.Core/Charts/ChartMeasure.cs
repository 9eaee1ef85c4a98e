namespace KubeGuide.Core.Charts;

/// <summary>The sizes that all drawings share, in pixels.</summary>
internal static class ChartMeasure
{
    public const double NodeHeight = 28;

    /// <summary>Of a node with a line above its text.</summary>
    public const double TallNodeHeight = 42;

    public const double LabelHeight = 16;

    /// <summary>Kept free around a drawing, so that no border is cut.</summary>
    public const double Margin = 4;

    /// <summary>Between two things above one another.</summary>
    public const double Gap = 10;

    private const double NodeFont = 12;
    private const double LabelFont = 11;
    private const double NodePadding = 10;
    private const double LabelPadding = 5;

    public static double WidthOf(ChartNode node) =>
        Math.Ceiling(Math.Max(TextWidth.Of(node.Text) * NodeFont, TextWidth.Of(node.Above ?? "") * LabelFont) + (2 * NodePadding));

    public static double HeightOf(ChartNode node) => node.Above is null ? NodeHeight : TallNodeHeight;

    public static double LabelWidth(string label) => label.Length == 0 ? 0 : Math.Ceiling((TextWidth.Of(label) * LabelFont) + (2 * LabelPadding));
}
