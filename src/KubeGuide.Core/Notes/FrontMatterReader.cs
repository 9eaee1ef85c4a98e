using System.Collections.Immutable;
using System.Text;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Yaml;

namespace KubeGuide.Core.Notes;

/// <summary>A note's front matter and where the Markdown after it begins.</summary>
/// <param name="BodyOffset">First character of the Markdown; 0 without front matter.</param>
/// <param name="BodyLine">Line of that character in the file; 1 without front matter.</param>
public sealed record FrontMatterBlock(FrontMatter Values, int BodyOffset, int BodyLine, ImmutableArray<Diagnostic> Diagnostics)
{
    public static FrontMatterBlock None { get; } = new(FrontMatter.None, 0, 1, []);
}

/// <summary>
/// Reads the YAML mapping between <c>---</c> and <c>---</c> at a note's very start. What never closes (which is said where it begins with a
/// key) or is no mapping is Markdown, and so is a <c>---</c> above an empty line (a thematic break). Keys that are not ours are left alone: other tools keep theirs there.
/// </summary>
public static class FrontMatterReader
{
    /// <param name="text">Line ends are <c>\n</c>.</param>
    public static FrontMatterBlock Read(string path, string text, NoteLimits? limits = null)
    {
        if (Locate(text) is not { } yaml)
            return Misbegun(text) is { } slip
                ? FrontMatterBlock.None with { Diagnostics = [new Diagnostic("front-matter", Severity.Warning, path, 1, 1, slip.Message, slip.Suggestion)] }
                : FrontMatterBlock.None;
        if (Encoding.UTF8.GetByteCount(text.AsSpan()[yaml]) > (limits ?? NoteLimits.Default).FrontMatterBytes)
            return FrontMatterBlock.None;

        var block = text[yaml];
        var values = new FrontMatterValues(path);
        try
        {
            if (!values.Read(block))
                return FrontMatterBlock.None;
        }
        catch (UnreadableYamlException fault)
        {
            if (!BeginsWithKey(block))
                return FrontMatterBlock.None;
            values.Unreadable(fault);
        }

        var bodyOffset = text.IndexOf('\n', yaml.End.Value);
        bodyOffset = bodyOffset < 0 ? text.Length : bodyOffset + 1;
        return new FrontMatterBlock(values.Result(), bodyOffset, 1 + text.AsSpan(0, bodyOffset).Count('\n'), values.Diagnostics());
    }

    /// <summary>What is wrong where a note begins as front matter does and has none; null where it is plain text, below a thematic break perhaps.</summary>
    private static (string Message, string Suggestion)? Misbegun(string text)
    {
        var second = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        if (second <= 0 || text[0] is not ('-' or '+'))
            return null;
        var behind = text.AsSpan(second);
        return text.AsSpan(0, second).TrimEnd() switch
        {
            "---" when char.IsAsciiLetterLower(text.ElementAtOrDefault(second)) && BeginsWithKey(behind) =>
                ("フロントマターが「---」で始まっていますが、閉じる「---」がありません。", "最後のキーの次の行に --- を書いてください。"),
            "+++" when behind[..(behind.IndexOf('\n') is >= 0 and var end ? end : behind.Length)].Contains('=') =>
                ("「+++」で囲むTOMLのフロントマターは読めません。", "--- で囲み、title: のようにYAMLで書いてください。"),
            _ => null,
        };
    }

    /// <summary>The fault of a note whose front matter is longer than allowed; null for every other note.</summary>
    internal static StructureFault? Oversized(string text, NoteLimits limits)
    {
        if (Locate(text) is not { } yaml)
            return null;
        var block = text.AsSpan()[yaml];
        var bytes = Encoding.UTF8.GetByteCount(block);
        return bytes > limits.FrontMatterBytes && HasOnlyYamlLines(block)
            ? new StructureFault(1, $"フロントマターが大きすぎます（{bytes:N0}バイト、上限は{limits.FrontMatterBytes:N0}バイト）。")
            : null;
    }

    /// <summary>The lines between the two fences; the range ends where the closing fence begins.</summary>
    private static Range? Locate(string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal))
            return null;
        var first = -1;
        var start = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].TrimEnd(" \t");
            if (first >= 0 && line is "---" or "...")
                return first..start;
            if (first < 0 ? line is not "---" : start == first && line.IsEmpty)
                return null;
            start = range.End.GetOffset(text.Length) + 1;
            first = first < 0 ? start : first;
        }

        return null;
    }

    /// <summary>Whether the first line that says something is <c>key:</c>, as an author means it who slips later on.</summary>
    private static bool BeginsWithKey(ReadOnlySpan<char> yaml)
    {
        foreach (var line in yaml.EnumerateLines())
        {
            if (!line.IsWhiteSpace() && line[0] != '#')
                return IsKey(line);
        }

        return false;
    }

    /// <summary>Tells a long block of YAML from prose between two thematic breaks without reading it as YAML.</summary>
    private static bool HasOnlyYamlLines(ReadOnlySpan<char> block)
    {
        foreach (var line in block.EnumerateLines())
        {
            if (line.IsWhiteSpace() || line[0] is ' ' or '#' or '-' or '}' or ']' || IsKey(line))
                continue;
            return false;
        }

        return BeginsWithKey(block);
    }

    private static bool IsKey(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t')))
            return false;
        foreach (var c in line[..colon])
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '"' or '\''))
                return false;
        }

        return true;
    }
}
