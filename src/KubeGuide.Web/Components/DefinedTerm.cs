using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Web.Components;

/// <summary>A concept in the vocabulary of schema.org, for programs that unfurl links.</summary>
internal static class DefinedTerm
{
    /// <summary>Keeps Japanese as it is and escapes <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>, so that no text ends the element.</summary>
    private static readonly JsonSerializerOptions InHtml = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A data block, which no browser executes. It has addresses only where a public one is configured.</summary>
    public static Html Script(Concept concept, Frame frame) =>
        new($"<script type=\"application/ld+json\">{Of(concept, frame).ToJsonString(InHtml)}</script>");

    private static JsonObject Of(Concept concept, Frame frame)
    {
        var set = new JsonObject { ["@type"] = "DefinedTermSet", ["name"] = frame.Options.Title, ["inLanguage"] = "ja" };
        var term = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "DefinedTerm",
            ["name"] = concept.Name,
            ["termCode"] = concept.Slug.Value,
            ["inDefinedTermSet"] = set,
        };
        if (concept.Summary is { } description)
            term["description"] = description;
        if (concept.Aliases.Length > 0)
            term["alternateName"] = new JsonArray([.. concept.Aliases.Select(alias => JsonValue.Create(alias))]);
        if (frame.Options.PublicUrl is not null)
        {
            term["url"] = frame.Address(concept.Url);
            set["url"] = frame.Address("/terms");
        }

        return term;
    }
}
