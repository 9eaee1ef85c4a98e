using System.Collections.Immutable;

namespace KubeGuide.Core.Search;

/// <summary>Cuts a piece out of a text that shows why it was found.</summary>
internal static class ExcerptCutter
{
    /// <summary>Aimed at, in characters.</summary>
    private const int Length = 120;

    /// <summary>Allowed for the sake of a sentence's end.</summary>
    private const int MaxLength = 160;

    /// <summary>Kept before the match when a sentence is too long to begin at its beginning.</summary>
    private const int Lead = 30;

    private const string SentenceEnds = "。！？!?\n";

    public static SearchExcerpt Cut(string text, IEnumerable<SearchWord> words)
    {
        text = text.Replace("。\n", "。", StringComparison.Ordinal);
        var marks = MarksIn(text, words);
        var focus = Focus(marks);
        var (start, end) = Bounds(text, focus);
        var (opensInside, closesInside) = (!IsSentenceStart(text, start), !IsSentenceEnd(text, end));
        var prefix = opensInside ? "…" : "";
        var shown = prefix + text[start..end].Replace('\n', ' ') + (closesInside ? "…" : "");
        return new SearchExcerpt(shown, Within(marks, start, end, prefix.Length));
    }

    /// <summary>Ranges of all words in the original text, in order, joined where they overlap.</summary>
    private static List<Mark> MarksIn(string text, IEnumerable<SearchWord> words)
    {
        var folded = SearchText.Fold(text);
        var found = new List<Mark>();
        foreach (var (index, word) in words.Index())
        {
            foreach (var spelling in word.Spellings)
            {
                for (var at = spelling.Find(folded, 0); at >= 0; at = spelling.Find(folded, at + 1))
                    found.Add(new Mark(folded.Starts[at], folded.Ends[at + spelling.Text.Length - 1], 1 << (index & 31)));
            }
        }

        var marks = new List<Mark>();
        foreach (var mark in found.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End))
        {
            if (marks.Count > 0 && mark.Start < marks[^1].End)
                marks[^1] = new Mark(marks[^1].Start, Math.Max(marks[^1].End, mark.End), marks[^1].Words | mark.Words);
            else
                marks.Add(mark);
        }

        return marks;
    }

    /// <summary>The first mark from which an excerpt shows the most different words.</summary>
    private static Mark Focus(List<Mark> marks)
    {
        var (best, most) = (default(Mark), 0);
        for (var i = 0; i < marks.Count; i++)
        {
            var words = 0;
            for (var j = i; j < marks.Count && marks[j].End <= marks[i].Start + Length; j++)
                words |= marks[j].Words;
            var count = int.PopCount(words);
            if (count > most)
                (best, most) = (marks[i], count);
        }

        return best;
    }

    private static (int Start, int End) Bounds(string text, Mark focus)
    {
        var start = focus.Start;
        while (start > 0 && !IsSentenceEnd(text, start))
            start--;
        if (focus.End - start > Length)
            start = Math.Max(start, focus.Start - Lead);
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        var end = Math.Min(text.Length, start + MaxLength);
        while (end > focus.End && !IsSentenceEnd(text, end))
            end--;
        if (end <= focus.End && !IsSentenceEnd(text, end) || end <= start)
            end = Math.Max(focus.End, Math.Min(text.Length, start + Length));
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (OffSurrogate(text, start), OffSurrogate(text, end));
    }

    private static bool IsSentenceStart(string text, int at) => text.AsSpan(0, at).IsWhiteSpace() || IsSentenceEnd(text, at);

    /// <summary>Whether a sentence ends before an offset; closing brackets and spaces belong to it.</summary>
    private static bool IsSentenceEnd(string text, int at)
    {
        if (at == text.Length || text[at] == '\n')
            return true;
        while (at > 0 && text[at - 1] is '」' or '』' or '）' or ')' or ' ')
            at--;
        return at == 0 || SentenceEnds.Contains(text[at - 1]) || (text[at - 1] == '.' && text[at] == ' ');
    }

    private static int OffSurrogate(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static ImmutableArray<TextMark> Within(List<Mark> marks, int start, int end, int shift) =>
        [.. marks.Where(mark => mark.Start >= start && mark.End <= end)
            .Select(mark => new TextMark(mark.Start - start + shift, mark.End - mark.Start))];

    /// <param name="Words">A bit for each word that stands there.</param>
    private readonly record struct Mark(int Start, int End, int Words);
}
