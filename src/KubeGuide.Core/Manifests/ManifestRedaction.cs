using System.Text;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests;

/// <summary>Shows a manifest without the values of its Secrets.</summary>
public static class ManifestRedaction
{
    private static readonly ManifestLimits Limits = ManifestLimits.Default;

    /// <summary>
    /// The text with each hidden value replaced by <c>（伏せています）</c>, on the same lines, line ends as <c>\n</c>. Where a document
    /// that may hold a Secret does not parse, everything but its keys is hidden.
    /// </summary>
    public static string Redact(string yaml)
    {
        var text = YamlSlice.Normalize(yaml);
        var lines = text.Split('\n');
        var isReadable = Encoding.UTF8.GetByteCount(text) <= Limits.Bytes;
        var budget = new YamlBudget(Limits);
        var documents = 0;
        foreach (var slice in YamlSlice.Split(text))
        {
            var root = isReadable && ++documents <= Limits.Objects ? YamlTreeBuilder.Read(slice, budget).Root : null;
            if (root is not null)
                Hide(lines, slice, SecretValues.Hide(root));
            else if (BrokenSecret.MayBeIn(slice))
                BrokenSecret.Hide(lines, slice);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Comments go, too: they may be the values that were there before.</summary>
    private static void Hide(string[] lines, YamlSlice slice, List<YamlScalar> values)
    {
        if (values.Count == 0)
            return;
        foreach (var onLine in values.SelectMany(value => SpansOf(value, lines)).Distinct().GroupBy(span => span.Line))
            lines[onLine.Key - 1] = Without(lines[onLine.Key - 1], onLine.OrderBy(span => span.From));
        var end = slice.FirstLine + slice.LineCount;
        for (var line = slice.FirstLine; line < end; line++)
            lines[line - 1] = WithoutComment(lines[line - 1]);
    }

    /// <summary>What a value takes up on each of its lines, without indentation; columns from 0.</summary>
    private static IEnumerable<(int Line, int From, int To)> SpansOf(YamlScalar value, string[] lines)
    {
        var last = Math.Min(value is { IsBlock: true, End.Column: 1 } ? value.End.Line - 1 : value.End.Line, lines.Length);
        for (var line = value.Start.Line; line <= last; line++)
        {
            var text = lines[line - 1];
            var from = line == value.Start.Line ? value.Start.Column - 1 : text.Length - text.TrimStart().Length;
            var to = line == value.End.Line && !value.IsBlock ? Math.Min(value.End.Column - 1, text.Length) : text.Length;
            if (from < to)
                yield return (line, from, to);
        }
    }

    private static string Without(string line, IEnumerable<(int Line, int From, int To)> spans)
    {
        var text = new StringBuilder(line.Length);
        var at = 0;
        foreach (var (_, from, to) in spans.Where(span => span.To <= line.Length))
        {
            if (from >= at)
                text.Append(line, at, from - at).Append(YamlScalar.HiddenText);
            at = Math.Max(at, to);
        }

        return text.Append(line, at, line.Length - at).ToString();
    }

    /// <summary>The parser takes <c>{}#</c> for the start of a comment, too.</summary>
    private static string WithoutComment(string line)
    {
        for (var at = line.IndexOf('#', StringComparison.Ordinal); at >= 0; at = line.IndexOf('#', at + 1))
        {
            if (at == 0 || !char.IsAsciiLetterOrDigit(line[at - 1]))
                return $"{line[..at]}# {YamlScalar.HiddenText}";
        }

        return line;
    }
}
