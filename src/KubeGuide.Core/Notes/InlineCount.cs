using System.Text;
using Markdig.Syntax;

namespace KubeGuide.Core.Notes;

/// <summary>The inline markup of a note's paragraphs and headings, held against the limits.</summary>
internal sealed class InlineCount(NoteLimits limits)
{
    /// <summary>A longer label is none (CommonMark's own limit).</summary>
    private const int LongestLabel = 999;

    private readonly Dictionary<string, int> labels = new(StringComparer.OrdinalIgnoreCase);
    private long cost;
    private long lookAhead;

    /// <exception cref="StructureException">The block passes a limit, or the note does with it.</exception>
    public void Add(LeafBlock block)
    {
        var run = default(InlineRun);
        var isTable = false;
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i].Slice.AsSpan();
            run.Add(line);
            if (run.LineBrackets > limits.LineBrackets)
                throw new StructureException(block.Line + i + 1, $"1行に「[」が多すぎます（{run.LineBrackets:N0}個、上限は{limits.LineBrackets:N0}個）。");
            isTable |= IsDelimiterRow(line);
        }

        Hold(block, run);
        if (isTable)
            HoldTable(block, run);
        cost += run.Cost;
        lookAhead += run.LookAhead;
        if (cost > limits.InlineCost)
            throw new StructureException(block.Line + 1, $"強調やリンクの記号が多すぎます（段落ごとの個数の二乗の和の上限は{limits.InlineCost:N0}）。");
        if (lookAhead > limits.LookAhead)
            throw new StructureException(block.Line + 1, $"長い段落に「<!」「<?」や長い「`」の並びが多すぎます（長さ×個数の和の上限は{limits.LookAhead:N0}）。");
        if (run.Brackets > 0)
            CountLabels(block.Lines.ToString());
    }

    /// <exception cref="StructureException">The definitions would be written out too often.</exception>
    public void CheckDefinitions(MarkdownDocument document)
    {
        var total = 0L;
        foreach (var (label, definition) in document.GetLinkReferenceDefinitions(false).Links)
        {
            var length = (definition.Url?.Length ?? 0) + (definition.Title?.Length ?? 0);
            total += (long)length * labels.GetValueOrDefault(Collapsed(label));
            if (total > limits.DefinitionText)
                throw new StructureException(definition.Line + 1, $"リンク定義が長く、使われる回数も多すぎます（長さ×回数の和の上限は{limits.DefinitionText:N0}字）。");
        }
    }

    private void Hold(LeafBlock block, in InlineRun run)
    {
        if (run.OpenBrackets > limits.OpenBrackets)
            throw new StructureException(block.Line + 1, $"段落の中に閉じられていない「[」が多すぎます（{run.OpenBrackets:N0}個、上限は{limits.OpenBrackets:N0}個）。");
        if (run.Delimiters > limits.Delimiters)
            throw new StructureException(block.Line + 1, $"1つの段落に強調の記号が多すぎます（{run.Delimiters:N0}個、上限は{limits.Delimiters:N0}個）。");
        if (run.Pipes > limits.TableCells)
            throw new StructureException(block.Line + 1, $"1つの段落に「|」が多すぎます（{run.Pipes:N0}個、上限は{limits.TableCells:N0}個）。");
    }

    private void HoldTable(LeafBlock block, in InlineRun run)
    {
        if (run.Columns > limits.TableColumns)
            throw new StructureException(block.Line + 1, $"表の列が多すぎます（{run.Columns:N0}列、上限は{limits.TableColumns:N0}列）。");
        if (run.Columns * run.Lines > limits.TableCells)
            throw new StructureException(block.Line + 1, $"表が大きすぎます（{run.Columns:N0}列×{run.Lines:N0}行、上限は{limits.TableCells:N0}セル）。");
    }

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) => line.Contains('-') && line.IndexOfAnyExcept("|-: \t") < 0;

    private void CountLabels(string text)
    {
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '[')
                start = i + 1;
            else if (text[i] == ']' && start >= 0)
            {
                if (i - start is > 0 and <= LongestLabel)
                {
                    var label = Collapsed(text[start..i]);
                    labels[label] = labels.GetValueOrDefault(label) + 1;
                }

                start = -1;
            }
        }
    }

    private static string Collapsed(string label)
    {
        var words = new StringBuilder(label.Length);
        foreach (var word in label.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
            words.Append(words.Length > 0 ? " " : "").Append(word);
        return words.ToString();
    }
}
