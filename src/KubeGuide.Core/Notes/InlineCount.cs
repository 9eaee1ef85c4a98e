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

    /// <exception cref="StructureException">The block passes a limit, or the note does with it.</exception>
    public void Add(LeafBlock block)
    {
        var (brackets, open, delimiters, pipes, isTable) = (0L, 0, 0L, 0, false);
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i].Slice.AsSpan();
            var opened = line.Count('[');
            if (opened > limits.LineBrackets)
                throw new StructureException(block.Line + i + 1, $"1行に「[」が多すぎます（{opened:N0}個、上限は{limits.LineBrackets:N0}個）。");
            brackets += opened;
            open = Unclosed(line, open);
            delimiters += Delimiters(line);
            pipes = Math.Max(pipes, line.Count('|'));
            isTable |= IsDelimiterRow(line);
        }

        Hold(block, open, delimiters, isTable ? pipes + 1 : 0);
        cost += (brackets * brackets) + (delimiters * delimiters);
        if (cost > limits.InlineCost)
            throw new StructureException(block.Line + 1, $"強調やリンクの記号が多すぎます（段落ごとの個数の二乗の和の上限は{limits.InlineCost:N0}）。");
        if (brackets > 0)
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

    private void Hold(LeafBlock block, int open, long delimiters, int columns)
    {
        if (open > limits.OpenBrackets)
            throw new StructureException(block.Line + 1, $"段落の中に閉じられていない「[」が多すぎます（{open:N0}個、上限は{limits.OpenBrackets:N0}個）。");
        if (delimiters > limits.Delimiters)
            throw new StructureException(block.Line + 1, $"1つの段落に強調の記号が多すぎます（{delimiters:N0}個、上限は{limits.Delimiters:N0}個）。");
        if (columns > limits.TableColumns)
            throw new StructureException(block.Line + 1, $"表の列が多すぎます（{columns:N0}列、上限は{limits.TableColumns:N0}列）。");
        if ((long)columns * block.Lines.Count > limits.TableCells)
            throw new StructureException(block.Line + 1, $"表が大きすぎます（{columns:N0}列×{block.Lines.Count:N0}行、上限は{limits.TableCells:N0}セル）。");
    }

    private static int Unclosed(ReadOnlySpan<char> line, int open)
    {
        for (int i; (i = line.IndexOfAny('[', ']')) >= 0; line = line[(i + 1)..])
            open = line[i] == '[' ? open + 1 : Math.Max(0, open - 1);
        return open;
    }

    private static int Delimiters(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var c in line)
            count += c is '*' or '_' or '~' or '^' or '+' ? 1 : 0;
        return count;
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
