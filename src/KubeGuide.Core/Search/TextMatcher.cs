using System.Collections.Immutable;

namespace KubeGuide.Core.Search;

/// <summary>How a document's text matches all of the words.</summary>
/// <param name="Tier">The worst of the words' best places.</param>
/// <param name="Section">Index of the section that weighs most; -1 where the words are in no section.</param>
/// <param name="HasPhrase">Whether the words stand somewhere as they were typed.</param>
internal readonly record struct TextMatch(MatchTier Tier, double Score, int Section, bool HasPhrase);

/// <summary>
/// Verifies words on a document's folded text and weighs them in the manner of BM25, with the sections as its texts. It
/// keeps buffers: one for each query.
/// </summary>
/// <param name="phrase">Text that has the words so is better.</param>
internal sealed class TextMatcher(SearchStock stock, ImmutableArray<QueryWord> words, QuerySpelling? phrase)
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

    /// <summary>A word in more documents than this is common: how often and how it stands in one says little, and its first place is enough.</summary>
    private const int CommonCount = 1000;

    private readonly MatchTier[] tiers = new MatchTier[words.Length];
    private double[] sections = [];

    public ImmutableArray<QueryWord> Words => words;

    /// <summary>The best place of each word in the document that <see cref="Match"/> was asked for last.</summary>
    public ReadOnlySpan<MatchTier> WordTiers => tiers;

    /// <summary>Null where a word is missing.</summary>
    public TextMatch? Match(int document)
    {
        var part = stock.Parts[document];
        var scores = CleanSections(part.SectionCount);
        var score = 0.0;
        var worst = words.Length == 0 ? MatchTier.None : MatchTier.Name;
        for (var i = 0; i < words.Length; i++)
        {
            tiers[i] = MatchTier.None;
            foreach (var (spelling, candidates) in words[i].Spellings)
            {
                if (candidates.Contains(document))
                    score += Add(part, spelling, words[i], scores, ref tiers[i]);
            }

            if (tiers[i] == MatchTier.None)
                return null;
            if (tiers[i] > worst)
                worst = tiers[i];
        }

        var hasPhrase = phrase is { } together && together.Candidates.Contains(document) && together.Spelling.Find(part, 0, part.Text.Length) >= 0;
        var (best, inSections) = Best(scores);
        return new TextMatch(worst, score + inSections + (hasPhrase ? PhraseWeight : 0), best, hasPhrase);
    }

    /// <summary>Of the document that <see cref="Match"/> was asked for last, the section that weighs most of those that have the phrase; -1 where none has.</summary>
    public int SectionWithPhrase(int document)
    {
        if (phrase is not { } together)
            return -1;
        var part = stock.Parts[document];
        var segments = part.Segments;
        var best = -1;
        for (var i = 0; i < segments.Length; i++)
        {
            var (start, item, kind) = segments[i];
            var end = i + 1 < segments.Length ? segments[i + 1].Start : part.Text.Length;
            if (kind is SegmentKind.Heading or SegmentKind.Body && (best < 0 || sections[item] > sections[best]) && together.Spelling.Find(part, start, end) >= 0)
                best = item;
        }

        return best;
    }

    private Span<double> CleanSections(int count)
    {
        if (sections.Length < count)
            sections = new double[count];
        var scores = sections.AsSpan(0, count);
        scores.Clear();
        return scores;
    }

    private static (int Section, double Score) Best(ReadOnlySpan<double> scores)
    {
        var (best, total) = (-1, 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            total += scores[i];
            if (scores[i] > (best < 0 ? 0 : scores[best]))
                best = i;
        }

        return (best, best < 0 ? 0 : scores[best] + (RestWeight * (total - scores[best])));
    }

    /// <summary>Adds what a spelling weighs in each section to the section; gives what it weighs elsewhere.</summary>
    private double Add(SearchPart part, Spelling spelling, QueryWord word, Span<double> scores, ref MatchTier best)
    {
        var elsewhere = 0.0;
        var segment = 0;
        var isCommon = word.Count > CommonCount;
        var segments = part.Segments;
        var length = part.Text.Length;
        for (var at = spelling.Find(part, 0, length); at >= 0; at = spelling.Find(part, at, length))
        {
            while (segment + 1 < segments.Length && segments[segment + 1].Start <= at)
                segment++;
            var (start, item, kind) = segments[segment];
            var end = (segment + 1 < segments.Length ? segments[segment + 1].Start : length) - 1;
            var tier = TierAt(part, kind, at, at - start, at + spelling.Text.Length == end);
            if (tier < best)
                best = tier;
            var count = isCommon ? 1 : Count(part, spelling, at, end);
            var weight = word.Rarity * WeightOf(kind, count, spelling.Text.Length, end - start);
            if (kind is SegmentKind.Heading or SegmentKind.Body)
                scores[item] += weight;
            else
                elsewhere += weight;
            if (isCommon)
                break;
            at = end;
        }

        return elsewhere;
    }

    private static MatchTier TierAt(SearchPart part, SegmentKind kind, int at, int offset, bool isAtEnd) => kind switch
    {
        SegmentKind.Name when offset > 0 => part.StartsWord(at) ? MatchTier.NamePart : MatchTier.InsideName,
        SegmentKind.Name => isAtEnd ? MatchTier.Name : MatchTier.Prefix,
        SegmentKind.Heading => MatchTier.Heading,
        SegmentKind.Definition => MatchTier.Definition,
        SegmentKind.Body => MatchTier.Body,
        _ => MatchTier.Facts,
    };

    /// <summary>Counts from a place to the segment's end, up to so many.</summary>
    private static double Count(SearchPart part, Spelling spelling, int at, int end)
    {
        var count = 0.0;
        for (var found = 1; at >= 0; found++)
        {
            count += IsWholeWord(part, at, spelling.Text.Length) ? 1 : InsideWeight;
            at = found < MaxCount ? spelling.Find(part, at + 1, end) : -1;
        }

        return count;
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
        count * (Saturation + 1) / (count + (Saturation * (1 - LengthWeight + (LengthWeight * length / stock.AverageLength))));

    private static bool IsWholeWord(SearchPart part, int at, int length)
    {
        var behind = at + length;
        return part.StartsWord(at) && (part.StartsWord(behind) || part.Text[behind] == '\n');
    }
}
