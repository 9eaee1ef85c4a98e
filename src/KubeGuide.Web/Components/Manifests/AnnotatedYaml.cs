using System.Globalization;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Rendering.Code;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace KubeGuide.Web.Components.Manifests;

/// <summary>The lines of a manifest, numbered, each an anchor. Written by hand, since every space counts in them.</summary>
public sealed class AnnotatedYaml : ComponentBase
{
    [Parameter, EditorRequired] public Frame Frame { get; set; } = null!;

    [Parameter, EditorRequired] public ManifestModel Model { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var links = ManifestLinks.In(Model.Lines);
        var found = Model.Manifest.Findings.Select(finding => finding.Line).ToHashSet();
        var (objects, next) = (Model.Manifest.Objects, 0);
        for (var i = 0; i < Model.Lines.Length; i++)
        {
            while (next < objects.Length && objects[next].Line <= i + 1)
                next++;
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", found.Contains(i + 1) ? "line found" : "line");
            builder.AddAttribute(2, "id", string.Create(CultureInfo.InvariantCulture, $"line-{i + 1}"));
            builder.AddAttribute(3, "data-object", next == 0 ? null : ManifestModel.AnchorOf(next - 1));
            AddTokens(builder, Model.Lines[i], links);
            builder.CloseElement();
            builder.AddContent(4, "\n");
        }
    }

    private void AddTokens(RenderTreeBuilder builder, AnnotatedLine line, ManifestLinks links)
    {
        var at = 0;
        foreach (var token in line.Tokens)
        {
            builder.AddContent(5, line.Text[at..token.Start]);
            AddToken(builder, line, token, links);
            at = token.Start + token.Length;
        }

        builder.AddContent(6, line.Text[at..]);
    }

    private void AddToken(RenderTreeBuilder builder, AnnotatedLine line, CodeToken token, ManifestLinks links)
    {
        var concept = links.Of(line, token) is { } link ? KindConcepts.Find(Frame.Glossary, link.ApiVersion, link.Kind) : null;
        if (concept is not null)
        {
            builder.OpenElement(7, "a");
            builder.AddAttribute(8, "class", "concept-link");
            builder.AddAttribute(9, "href", Frame.Links.Concept(concept.Slug));
        }

        builder.OpenElement(10, "span");
        builder.AddAttribute(11, "class", TokenClass.Of(token.Kind));
        builder.AddContent(12, line.TextOf(token).ToString());
        builder.CloseElement();
        if (concept is not null)
            builder.CloseElement();
    }
}
