using System.Text;
using KubeGuide.Core.Rendering.Code;

namespace KubeGuide.Core.Tests.Rendering.Code;

/// <summary>Annotated code as text: <c>«key:kind»: «text:Pod»</c>; one line for each line of the code.</summary>
internal static class Shown
{
    public static string Of(string code, string language, bool isDiff = false) => string.Join('\n', CodeAnnotator.Annotate(code, language, isDiff).Select(Line));

    /// <summary>Every value of YAML that has a place, as <c>spec.containers[].name=app</c>.</summary>
    public static IEnumerable<string> Values(string yaml) =>
        from line in CodeAnnotator.Annotate(yaml, "yaml")
        from token in line.Tokens
        where token.Kind != TokenKind.Key && token.Path is not null
        select $"{token.Path}={line.TextOf(token)}";

    private static string Line(AnnotatedLine line)
    {
        var shown = new StringBuilder(line.Change == LineChange.None ? "" : $"{line.Change}|");
        var at = 0;
        foreach (var token in line.Tokens)
        {
            shown.Append(line.Text, at, token.Start - at);
            shown.Append($"«{token.Kind.ToString().ToLowerInvariant()}:{line.TextOf(token)}»");
            at = token.Start + token.Length;
        }

        return shown.Append(line.Text, at, line.Text.Length - at).ToString();
    }
}
