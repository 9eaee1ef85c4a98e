using System.Collections.Immutable;

namespace KubeGuide.Core.Manifests.Yaml;

/// <summary>What keeps a document, or a part of it, from being read.</summary>
internal sealed record YamlFault(string Rule, YamlPlace At, string Message);

/// <summary>One document of the stream.</summary>
/// <param name="Root">Null where nothing could be read.</param>
/// <param name="Faults">Those that made the root null come last.</param>
internal sealed record YamlDocument(YamlSlice Source, YamlNode? Root, ImmutableArray<YamlFault> Faults);

/// <summary>The lines of one document in the whole text.</summary>
/// <param name="Text">Its lines, the marker <c>---</c> included.</param>
/// <param name="FirstLine">Counts from 1.</param>
internal sealed record YamlSlice(string Text, int FirstLine)
{
    public int LineCount => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <summary>Line ends become <c>\n</c>; characters that only YAML 1.1 takes for line ends, and NUL, lose that meaning. Columns stay.</summary>
    public static string Normalize(string text) => text.TrimStart('\uFEFF')
        .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        .Replace('\0', '\uFFFD').Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');

    /// <summary>
    /// Cuts at <c>---</c> and <c>...</c> at the start of a line, where YAML allows no content whatever stands around them,
    /// so that a broken document ends there, too. Documents without content are left out.
    /// </summary>
    /// <param name="text">Normalized.</param>
    public static IEnumerable<YamlSlice> Split(string text)
    {
        var (start, startLine, hasContent, hasDirective) = (0, 1, false, false);
        for (var (at, line) = (0, 1); at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found + 1 : text.Length;
            var (opens, closes) = (IsMarker(text.AsSpan(at, end - at), "---"), IsMarker(text.AsSpan(at, end - at), "..."));
            if ((opens || closes) && hasContent)
                yield return new YamlSlice(text[start..at], startLine);
            if (closes || (opens && (hasContent || !hasDirective)))
                (start, startLine, hasContent, hasDirective) = closes ? (end, line + 1, false, false) : (at, line, false, false);
            if (!closes)
            {
                var rest = text.AsSpan(at, end - at)[(opens ? 3 : 0)..].Trim(" \t\n");
                hasDirective |= !hasContent && rest.StartsWith('%');
                hasContent |= rest.Length > 0 && rest[0] is not ('#' or '%');
            }

            at = end;
        }

        if (hasContent)
            yield return new YamlSlice(text[start..], startLine);
    }

    private static bool IsMarker(ReadOnlySpan<char> line, string marker) =>
        line.StartsWith(marker, StringComparison.Ordinal) && (line.Length == 3 || line[3] is ' ' or '\t' or '\n');
}
