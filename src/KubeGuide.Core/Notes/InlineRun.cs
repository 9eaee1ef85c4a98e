using System.Buffers;

namespace KubeGuide.Core.Notes;

/// <summary>The inline markup in a stretch of lines.</summary>
internal struct InlineRun
{
    private static readonly SearchValues<char> Counted = SearchValues.Create("[]*_~^+|<`");

    private int htmlOpenings;
    private int longestBackticks;

    public int Lines { get; private set; }

    public int Length { get; private set; }

    public long Brackets { get; private set; }

    /// <summary>Most <c>[</c> on one line.</summary>
    public int LineBrackets { get; private set; }

    /// <summary><c>[</c> that no <c>]</c> closes.</summary>
    public int OpenBrackets { get; private set; }

    public long Delimiters { get; private set; }

    public int Pipes { get; private set; }

    /// <summary>Columns of the widest row, were this a table; 0 without a <c>|</c>.</summary>
    public long Columns { get; private set; }

    /// <summary>How often <c>]:</c> stands here, as after each definition's label.</summary>
    public int Labels { get; private set; }

    /// <summary>Whether a line begins as a definition does.</summary>
    public bool MayDefine { get; private set; }

    /// <summary>See <see cref="NoteLimits.InlineCost"/>.</summary>
    public readonly long Cost => (Brackets * Brackets) + (Delimiters * Delimiters);

    /// <summary>See <see cref="NoteLimits.LookAhead"/>.</summary>
    public readonly long LookAhead => (long)Length * (htmlOpenings + longestBackticks);

    public void Add(ReadOnlySpan<char> line, bool mayDefine = false)
    {
        Lines++;
        Length += line.Length + 1;
        MayDefine |= mayDefine;
        var (brackets, pipes) = (Brackets, Pipes);
        for (int i; (i = line.IndexOfAny(Counted)) >= 0;)
        {
            line = line[i..];
            line = line[Mark(line)..];
        }

        LineBrackets = Math.Max(LineBrackets, (int)(Brackets - brackets));
        if (Pipes > pipes)
            Columns = Math.Max(Columns, Pipes - pipes + 1);
    }

    /// <summary>Counts the mark that the text begins with; its length.</summary>
    private int Mark(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '[':
                Brackets++;
                OpenBrackets++;
                return 1;
            case ']':
                OpenBrackets = Math.Max(0, OpenBrackets - 1);
                Labels += text is [_, ':', ..] ? 1 : 0;
                return 1;
            case '|':
                Pipes++;
                return 1;
            case '<':
                htmlOpenings += text is [_, '!' or '?', ..] ? 1 : 0;
                return 1;
            case '`':
                var length = text.IndexOfAnyExcept('`') is > 0 and var end ? end : text.Length;
                longestBackticks = Math.Max(longestBackticks, length);
                return length;
            default:
                Delimiters++;
                return 1;
        }
    }
}
