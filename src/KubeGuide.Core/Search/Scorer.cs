using System.Collections.Immutable;

namespace KubeGuide.Core.Search;

/// <summary>Weighs a document's text for some words, in the manner of BM25 with the sections as its texts.</summary>
/// <param name="averageLength">Mean length of a section.</param>
internal sealed class Scorer(ImmutableArray<WordMatches> words, Spelling? phrase, double averageLength)
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;
    private const double NameWeight = 6;
    private const double HeadingWeight = 3;
    private const double DefinitionWeight = 2;
    private const double FactsWeight = 0.2;
    private const double PhraseWeight = 4;

    /// <summary>A word inside a longer one of its script says less: 部 in 外部.</summary>
    private const double InsideWeight = 0.5;

    /// <summary>Sections behind the best one.</summary>
    private const double RestWeight = 0.1;

    /// <summary>More occurrences in a segment than this change nothing any more.</summary>
    private const int MaxCount = 8;

    private double[] sections = [];

    /// <summary>The weight, and the index of the section that weighs most, -1 where the words are in no section.</summary>
    public (double Score, int Section) Score(SearchPart part)
    {
        if (sections.Length < part.Document.Sections.Length)
            sections = new double[part.Document.Sections.Length];
        var scores = sections.AsSpan(0, part.Document.Sections.Length);
        scores.Clear();
        var score = 0.0;
        foreach (var word in words)
        {
            foreach (var spelling in word.Word.Spellings)
            {
                if (part.Filter.MayContain(spelling.Hashes))
                    score += Add(part, spelling, word.Rarity, scores);
            }
        }

        if (phrase is not null && part.Filter.MayContain(phrase.Hashes) && phrase.Find(part, 0) >= 0)
            score += PhraseWeight;
        var (best, total) = (-1, 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            total += scores[i];
            if (scores[i] > (best < 0 ? 0 : scores[best]))
                best = i;
        }

        return (score + (best < 0 ? 0 : scores[best] + (RestWeight * (total - scores[best]))), best);
    }

    /// <summary>Adds what a spelling weighs in each section to the section; gives what it weighs elsewhere.</summary>
    private double Add(SearchPart part, Spelling spelling, double rarity, Span<double> scores)
    {
        var elsewhere = 0.0;
        var segment = 0;
        for (var at = spelling.Find(part, 0); at >= 0;)
        {
            while (segment + 1 < part.Segments.Length && part.Segments[segment + 1].Start <= at)
                segment++;
            var end = part.EndOf(segment);
            var (kind, item) = (part.Segments[segment].Kind, part.Segments[segment].Item);
            var (count, next) = Count(part, spelling, at, end);
            var weight = rarity * WeightOf(kind, count, spelling.Text.Length, end - part.Segments[segment].Start);
            if (kind is SegmentKind.Heading or SegmentKind.Body)
                scores[item] += weight;
            else
                elsewhere += weight;
            at = next;
        }

        return elsewhere;
    }

    private static (double Count, int Next) Count(SearchPart part, Spelling spelling, int at, int end)
    {
        var count = 0.0;
        for (var found = 0; at >= 0 && at < end; at = spelling.Find(part, at + 1))
        {
            count += IsWholeWord(part, at, spelling.Text.Length) ? 1 : InsideWeight;
            if (++found == MaxCount)
                return (count, spelling.Find(part, end));
        }

        return (count, at);
    }

    private double WeightOf(SegmentKind kind, double count, int spelled, int length) => kind switch
    {
        SegmentKind.Name => NameWeight * spelled / length,
        SegmentKind.Heading => HeadingWeight * (1 + ((double)spelled / length)),
        SegmentKind.Definition => DefinitionWeight * Frequency(count, length),
        SegmentKind.Body => Frequency(count, length),
        _ => FactsWeight * Frequency(count, length),
    };

    private double Frequency(double count, int length) =>
        count * (Saturation + 1) / (count + (Saturation * (1 - LengthWeight + (LengthWeight * length / averageLength))));

    private static bool IsWholeWord(SearchPart part, int at, int length)
    {
        var behind = at + length;
        return part.StartsWord(at) && (part.StartsWord(behind) || part.Text[behind] == '\n');
    }
}
