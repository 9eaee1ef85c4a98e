using System.Globalization;
using KubeGuide.Core.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace KubeGuide.Web.Components.Concepts;

/// <summary>Text in the middle of a box. Written by hand, since Razor keeps the element <c>text</c> for itself.</summary>
public sealed class ChartText : ComponentBase
{
    [Parameter, EditorRequired] public ChartBox Box { get; set; }

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    [Parameter] public string? Class { get; set; }

    /// <summary>A length in a drawing, to a tenth of a pixel.</summary>
    public static string Px(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", Px(Box.CentreX));
        builder.AddAttribute(3, "y", Px(Box.CentreY));
        builder.AddContent(4, Text);
        builder.CloseElement();
    }
}
