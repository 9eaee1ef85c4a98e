using System.Buffers;

namespace KubeGuide.Core.Notes;

/// <summary>
/// One pass over a note's lines that counts generously: every character counts as markup, in code, too, and only an empty line ends a paragraph.
/// What stays within the limits so counted stays within them however Markdown reads it, which settles nearly every note at little cost.
/// </summary>
internal ref struct StructureScan(ReadOnlySpan<char> text, NoteLimits limits)
{
    private static readonly SearchValues<char> Counted = SearchValues.Create("[*_~^+|");

    private readonly ReadOnlySpan<char> text = text;
    private readonly NoteLimits limits = limits;
    private Run run;
    private int headings;
    private int fences;
    private long brackets;
    private long inlineCost;
    private int longestDefinitions;

    /// <summary>A stretch of lines without an empty one: no paragraph is longer.</summary>
    private record struct Run(int Start, int Lines, int Brackets, int Delimiters, int Pipes, bool MayDefine);

    /// <summary>True when no limit can be passed; false when it takes <see cref="StructureCount"/> to know.</summary>
    public bool IsHarmless()
    {
        var start = 0;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (line.IndexOfAnyExcept(' ', '\t') < 0)
            {
                if (!EndRun(start))
                    return false;
                run = new Run { Start = start + line.Length };
            }
            else if (!Line(line))
            {
                return false;
            }

            start += line.Length + 1;
        }

        return EndRun(text.Length)
            && headings <= limits.Headings
            && fences <= limits.OpenFences
            && longestDefinitions * brackets <= limits.DefinitionText;
    }

    private bool Line(ReadOnlySpan<char> line)
    {
        var head = LineHead.Of(line);
        var own = line[head.Length..];
        if (own is ['#', ..] || IsUnderline(own))
            headings++;
        if (own.StartsWith(":::"))
            fences++;

        run.Lines++;
        run.MayDefine |= own is ['[', ..];
        return Count(line) && head.Markers <= limits.ContainerMarkers && head.ListColumn <= limits.ListIndent;
    }

    private static bool IsUnderline(ReadOnlySpan<char> own) =>
        own is ['=' or '-', ..] && own.TrimEnd(" \t").IndexOfAnyExcept(own[0]) < 0;

    private bool Count(ReadOnlySpan<char> line)
    {
        var (opened, pipes) = (0, 0);
        for (int i; (i = line.IndexOfAny(Counted)) >= 0; line = line[(i + 1)..])
        {
            if (line[i] == '[')
                opened++;
            else if (line[i] == '|')
                pipes++;
            else
                run.Delimiters++;
        }

        run.Brackets += opened;
        run.Pipes = Math.Max(run.Pipes, pipes);
        return opened <= limits.LineBrackets;
    }

    private bool EndRun(int end)
    {
        brackets += run.Brackets;
        inlineCost += ((long)run.Brackets * run.Brackets) + ((long)run.Delimiters * run.Delimiters);
        if (run.MayDefine && text[run.Start..end].Contains("]:", StringComparison.Ordinal))
            longestDefinitions = Math.Max(longestDefinitions, end - run.Start);
        return run.Brackets <= limits.OpenBrackets
            && run.Delimiters <= limits.Delimiters
            && inlineCost <= limits.InlineCost
            && (run.Pipes == 0 || (run.Pipes < limits.TableColumns && (run.Pipes + 1L) * run.Lines <= limits.TableCells));
    }
}
