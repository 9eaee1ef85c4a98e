using Markdig.Parsers;
using Markdig.Syntax;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>Looks ahead for the line that closes a block, so that one that is never closed swallows nothing.</summary>
internal static class ClosingLine
{
    private const int CodeIndent = 4;

    /// <summary>
    /// The index of the next line that is only the fence, where the current one is, too; null within lists and quotes, and where there is
    /// none. Lines inside fenced code do not count. What opens closes what opened before it, so a note is looked through twice at most.
    /// </summary>
    public static int? Of(BlockProcessor processor, string fence)
    {
        if (processor.CurrentContainer is not MarkdownDocument || processor.IsCodeIndent || !processor.Line.AsSpan().TrimEnd().SequenceEqual(fence))
            return null;
        var (index, isCode) = (processor.LineIndex, false);
        foreach (var line in processor.Line.Text.AsSpan(Math.Min(processor.Line.End + 1, processor.Line.Text.Length)).EnumerateLines())
        {
            var text = line.TrimStart(' ');
            if (text.StartsWith("```") || text.StartsWith("~~~"))
                isCode = !isCode;
            else if (!isCode && line.Length - text.Length < CodeIndent && text.TrimEnd().SequenceEqual(fence))
                return index;
            index++;
        }

        return null;
    }
}
