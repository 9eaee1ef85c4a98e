using System.Text;
using KubeGuide.Core.Concepts;
using KubeGuide.Web.Components;

namespace KubeGuide.Web.Endpoints;

/// <summary>The glossary's table of contents for language models: every concept with its Markdown, as llmstxt.org describes it.</summary>
internal static class LlmsText
{
    public static string Of(Frame frame)
    {
        var text = new StringBuilder($"# {Line(frame.Options.Title)}\n\n> {Words.Tagline}\n");
        foreach (var group in frame.Glossary.Groups)
        {
            var concepts = frame.Glossary.InGroup(group.Id).Where(concept => !concept.IsChoice).ToList();
            if (concepts.Count == 0)
                continue;
            text.Append("\n## " + Line(group.Title) + "\n\n");
            foreach (var concept in concepts)
                text.Append(Entry(concept, frame));
        }

        return text.ToString() + $"""

            ## Optional

            - [すべての概念とノート]({frame.Address("/index.json")}): JSONの一覧
            - [参照している記事]({frame.Address("/references.json")}): 引いている概念つきのJSON
            - [APIの説明]({frame.Address("/openapi.json")}): OpenAPI

            """;
    }

    private static string Entry(Concept concept, Frame frame)
    {
        var link = $"- [{Line(concept.Name)}]({frame.Address(concept.Url)}.md)";
        return concept.Summary is { } definition ? $"{link}: {Line(definition)}\n" : link + "\n";
    }

    /// <summary>The text on one line, with no bracket that would end a link.</summary>
    private static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            line.Append(c is '[' or ']' or '\\' ? $"\\{c}" : char.IsControl(c) ? " " : c.ToString());
        return line.ToString();
    }
}
