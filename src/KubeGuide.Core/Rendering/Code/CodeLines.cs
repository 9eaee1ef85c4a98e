using System.Collections.Immutable;

namespace KubeGuide.Core.Rendering.Code;

/// <summary>The lines of a code block in a note.</summary>
internal static class CodeLines
{
    private const string Shell = "bash";

    /// <summary>Characters of markup that a token costs at most, and how much more than its text a block may become by them.</summary>
    private const int TokenMarkup = 40;
    private const int LargestGrowth = 8;
    private const int SmallBlock = 4_096;

    /// <summary>Annotated, but for a block that its tokens would swell.</summary>
    public static ImmutableArray<AnnotatedLine> Of(TextBlock block, CodeInfo info)
    {
        var code = block.Text.EndsWith('\n') ? block.Text[..^1] : block.Text;
        var lines = CodeAnnotator.Annotate(code, info.Language, info.IsDiff);
        return lines.Sum(line => (long)line.Tokens.Length) * TokenMarkup > SmallBlock + ((long)code.Length * LargestGrowth)
            ? CodeAnnotator.Annotate(code, null, info.IsDiff)
            : lines;
    }

    /// <summary>What kubectl is asked for in a shell's block, as offsets in its text.</summary>
    public static IEnumerable<(int Start, int Length)> Resources(TextBlock block, CodeInfo info)
    {
        if (info.Language != Shell)
            yield break;
        var start = 0;
        foreach (var line in Of(block, info))
        {
            foreach (var token in line.Tokens)
            {
                if (token.Kind == TokenKind.Resource)
                    yield return (start + token.Start, token.Length);
            }

            start += line.Text.Length + 1;
        }
    }
}
