using System.Collections.Immutable;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>The documents that have all of some words, ranked.</summary>
/// <param name="Count">How many have them; names are in the ranking only after <see cref="Ranking.AddNames"/>.</param>
/// <param name="Matcher">Asks for the words that are kept.</param>
internal sealed record TextResult(Ranking Ranking, int Count, TextMatcher Matcher, ImmutableArray<QueryWord> Dropped);

/// <summary>Finds the documents that have the words: all of the words or, where none has, as many as any has.</summary>
/// <param name="capacity">Places of the ranking that can be asked for.</param>
internal sealed class TextSearch(SearchStock stock, Dictionary<int, NameHit> names, int capacity)
{
    /// <summary>The only name among the words tells more than another word: the query is about it.</summary>
    private const double SubjectWeight = 2;

    /// <summary>A shorter heading (設定) stands in too many places to be the answer.</summary>
    private const int ShortestAnswer = 5;

    public TextResult All(ImmutableArray<QueryWord> words, QuerySpelling? phrase)
    {
        var matcher = new TextMatcher(stock, words, phrase);
        var ranking = new Ranking(stock, names, capacity);
        var count = 0;
        var asksForTopic = words is [{ Word.Length: >= ShortestAnswer }]
            && names.Values.Any(name => name.Tier == MatchTier.Topic) && names.Values.All(name => name.Tier is MatchTier.Topic or MatchTier.Prefix);
        foreach (var document in words.Select(word => word.Candidates).Aggregate((left, right) => left.And(right)).Documents())
        {
            if (matcher.Match(document) is not { } match)
                continue;
            ranking.AddText(document, asksForTopic && Answers(document, match, words[0]) ? new TextMatch(MatchTier.Topic, Ranking.AnswerWeight + match.Score, match.Section) : match);
            count++;
        }

        return new TextResult(ranking, count, matcher, []);
    }

    /// <summary>Whether a heading says what was typed: a Latin word somewhere in it (CrashLoopBackOffの直し方), a Japanese one as the whole of it.</summary>
    private bool Answers(int document, TextMatch match, QueryWord word)
    {
        if (match.Tier != MatchTier.Heading || match.Section < 0 || stock.Parts[document].Document.Sections[match.Section].Heading is not { } heading)
            return false;
        var folded = Folding.Fold(heading);
        return word.Word.Spellings.Any(spelling => folded == spelling.Text || (SearchText.IsLatin(spelling.Text[0]) && folded.Contains(spelling.Text, StringComparison.Ordinal)));
    }

    /// <summary>All words; else the set of them that tells most among those that some document has.</summary>
    public TextResult AllOrNearest(ImmutableArray<QueryWord> words, QuerySpelling? phrase)
    {
        var all = All(words, phrase);
        if (all.Count > 0)
            return all;
        foreach (var set in Sets(words))
        {
            var result = All([.. words.Where((_, index) => Has(set, index))], phrase);
            if (result.Count > 0)
                return result with { Dropped = [.. words.Where((_, index) => !Has(set, index))] };
        }

        return all;
    }

    /// <summary>The sets of words that documents may have, the most telling first; single words are among them.</summary>
    private IEnumerable<int> Sets(ImmutableArray<QueryWord> words)
    {
        var sets = new HashSet<int>(Enumerable.Range(0, words.Length).Select(index => 1 << index));
        for (var document = 0; document < stock.Parts.Length; document++)
        {
            var set = 0;
            for (var index = 0; index < words.Length; index++)
                set |= words[index].Candidates.Contains(document) ? 1 << index : 0;
            sets.Add(set);
        }

        sets.Remove(0);
        var names = words.Where(word => stock.Names.IsName(word.Word.Shown)).ToList();
        var weights = words.Select(word => names.Count == 1 && names[0] == word ? SubjectWeight * word.Weight : word.Weight).ToList();
        return sets.OrderByDescending(set => weights.Where((_, index) => Has(set, index)).Sum()).ThenBy(set => set);
    }

    private static bool Has(int set, int index) => (set >> index & 1) != 0;
}
