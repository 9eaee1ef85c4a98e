namespace KubeGuide.Core.Notes;

/// <summary>
/// One pass over a note's lines that counts generously: every character counts as markup, in code, too, and only an empty line ends a paragraph.
/// What stays within the limits so counted stays within them however Markdown reads it, which settles nearly every note at little cost.
/// </summary>
internal ref struct StructureScan
{
    private readonly ReadOnlySpan<char> text;
    private readonly NoteLimits limits;
    private InlineRun run;
    private bool withinLimits = true;
    private int lines;
    private int markers;
    private int headings;
    private int longestHeading;
    private int fences;
    private int deepestMarkers;
    private int deepestList;
    private int deepestLine = 1;
    private long brackets;
    private long inlineCost;
    private long lookAhead;
    private int definitions;
    private int definitionsLine = 1;
    private int longestDefinitions;

    public StructureScan(ReadOnlySpan<char> text, NoteLimits limits)
    {
        this.text = text;
        this.limits = limits;
        Count();
    }

    /// <summary>True when no limit can be passed; false when one is, or when it takes <see cref="StructureCount"/> to know.</summary>
    public readonly bool IsHarmless =>
        withinLimits
        && headings <= limits.Headings
        && longestHeading <= limits.HeadingLength
        && fences <= limits.OpenFences
        && lines + markers <= limits.Blocks
        && inlineCost <= limits.InlineCost
        && lookAhead <= limits.LookAhead
        && longestDefinitions * brackets <= limits.DefinitionText;

    /// <summary>What no count inside the Markdown parser could stop in time: empty lines in deep containers, definitions.</summary>
    public readonly StructureFault? Fault()
    {
        var depth = Math.Min(deepestMarkers, limits.ContainerMarkers) + (Math.Min(deepestList, limits.ListIndent) / 2) + Math.Min(fences, limits.OpenFences);
        if ((long)depth * lines > limits.OpenContainerLines)
            return new StructureFault(deepestLine, $"行数のわりに入れ子が深すぎます（{lines:N0}行×{depth:N0}段、積の上限は{limits.OpenContainerLines:N0}）。");
        return definitions > limits.Definitions
            ? new StructureFault(definitionsLine, $"リンクや脚注の定義が多すぎます（{definitions:N0}個、上限は{limits.Definitions:N0}個）。")
            : null;
    }

    private void Count()
    {
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            lines++;
            if (line.IndexOfAnyExcept(' ', '\t') >= 0)
                Add(line);
            else
                EndRun();
        }

        EndRun();
    }

    private void Add(ReadOnlySpan<char> line)
    {
        var head = LineHead.Of(line);
        var own = line[head.Length..];
        if (own is ['#', ..] || IsUnderline(own))
        {
            headings++;
            longestHeading = Math.Max(longestHeading, run.Length + own.Length);
        }

        if (own.StartsWith(":::"))
            fences++;

        markers += head.Markers;
        if (head.Markers > deepestMarkers || head.ListColumn > deepestList)
            deepestLine = lines;
        deepestMarkers = Math.Max(deepestMarkers, head.Markers);
        deepestList = Math.Max(deepestList, head.ListColumn);
        run.Add(line, mayDefine: own is ['[', ..] || line[..head.Length].Contains('['));
        withinLimits &= head.Markers <= limits.ContainerMarkers && head.ListColumn <= limits.ListIndent;
    }

    private static bool IsUnderline(ReadOnlySpan<char> own) =>
        own is ['=' or '-', ..] && own.TrimEnd(" \t").IndexOfAnyExcept(own[0]) < 0;

    private void EndRun()
    {
        brackets += run.Brackets;
        inlineCost += run.Cost;
        lookAhead += run.LookAhead;
        withinLimits &= run.LineBrackets <= limits.LineBrackets
            && run.Brackets <= limits.OpenBrackets
            && run.Delimiters <= limits.Delimiters
            && run.Pipes <= limits.TableCells
            && run.Columns <= limits.TableColumns
            && run.Columns * run.Lines <= limits.TableCells;
        if (run.MayDefine && run.Labels > 0)
        {
            longestDefinitions = Math.Max(longestDefinitions, run.Length);
            definitions += run.Labels;
            if (definitions > limits.Definitions && definitionsLine == 1)
                definitionsLine = lines;
        }

        run = default;
    }
}
