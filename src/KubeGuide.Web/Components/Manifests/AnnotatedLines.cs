using System.Globalization;
using System.Text;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Rendering.Code;

namespace KubeGuide.Web.Components.Manifests;

/// <summary>The lines of a manifest as HTML, numbered, each an anchor: in pieces, so that a circuit keeps few things and sends only what changed.</summary>
internal static class AnnotatedLines
{
    private const int LinesInPiece = 40;

    public static IEnumerable<Html> Of(ManifestModel model, Frame frame)
    {
        var links = ManifestLinks.In(model.Lines);
        var found = model.Manifest.Findings.Select(finding => finding.Line).ToHashSet();
        var (objects, next) = (model.Manifest.Objects, 0);
        var html = new StringBuilder();
        for (var number = 1; number <= model.Lines.Length; number++)
        {
            while (next < objects.Length && objects[next].Line <= number)
                next++;
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"{(found.Contains(number) ? "line found" : "line")}\" id=\"line-{number}\"");
            if (next > 0)
                html.Append(CultureInfo.InvariantCulture, $" data-object=\"{ManifestModel.AnchorOf(next - 1)}\"");
            html.Append('>');
            AppendTokens(html, model.Lines[number - 1], links, frame);
            html.Append("</span>\n");
            if (number % LinesInPiece != 0 && number != model.Lines.Length)
                continue;
            yield return new Html(html.ToString());
            html.Clear();
        }
    }

    private static void AppendTokens(StringBuilder html, AnnotatedLine line, ManifestLinks links, Frame frame)
    {
        var at = 0;
        foreach (var token in line.Tokens)
        {
            HtmlText.Append(html, line.Text.AsSpan(at, token.Start - at));
            AppendToken(html, line, token, links.Of(line, token) is { } link ? KindConcepts.Find(frame.Glossary, link.ApiVersion, link.Kind) : null, frame);
            at = token.Start + token.Length;
        }

        HtmlText.Append(html, line.Text.AsSpan(at));
    }

    private static void AppendToken(StringBuilder html, AnnotatedLine line, CodeToken token, Concept? concept, Frame frame)
    {
        if (concept is not null)
            html.Append("<a class=\"concept-link\" href=\"").Append(HtmlText.Escape(frame.Links.Concept(concept.Slug))).Append("\">");
        var kind = TokenClass.Of(token.Kind);
        html.Append(kind is null ? "<span>" : $"<span class=\"{kind}\">");
        HtmlText.Append(html, line.TextOf(token));
        html.Append("</span>").Append(concept is null ? "" : "</a>");
    }
}
