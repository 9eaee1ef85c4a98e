using System.Collections.Immutable;
using KubeGuide.Core.Concepts;
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

    /// <summary>A shorter heading (設定) stands in too many places to be the answer to a topic of that very word.</summary>
    private const int ShortestAnswer = 5;

    public TextResult All(QueryPlan plan)
    {
        var matcher = new TextMatcher(stock, plan.Words, plan.Phrase);
        var ranking = new Ranking(stock, names, capacity);
        var count = 0;
        var typed = string.Concat(plan.Tokens);
        var candidates = plan.Words.Select(word => word.Candidates).Aggregate((left, right) => left.And(right));
        var (heads, says, isUnwritten) = (AsksForHeading(plan, typed), SaysOfName(plan, matcher), IsOfUnwritten());
        var line = names.Values.Any(name => name.Tier == MatchTier.Topic) ? plan.Line : null;
        var told = new List<(int Document, TextMatch Match)>();
        foreach (var document in candidates.Documents())
        {
            if (matcher.Match(document) is not { } match)
                continue;
            count++;
            if (isUnwritten && IsToldUnderName(document, match, plan))
                told.Add((document, match));
            else if ((says && match is { HasPhrase: true, Tier: < MatchTier.Facts }) || (heads && IsHeaded(document, match, typed, plan.Words)))
                ranking.AddText(document, Answering(match, MatchTier.Topic));
            else if (line is { } whole && match.Tier < MatchTier.Facts && HasLine(document, whole))
                ranking.AddText(document, Answering(match with { Score = match.Score + TopicWeight(document) }, MatchTier.Topic));
            else
                ranking.AddText(document, match);
        }

        foreach (var (document, match) in told)
            ranking.AddText(document, told.Count == 1 ? Answering(match, MatchTier.Name) : match);
        return new TextResult(ranking, count, matcher, []);
    }

    /// <summary>Whether a heading may answer before the topic: nothing but topics and beginnings of names was found, and no topic is just what was typed.</summary>
    private bool AsksForHeading(QueryPlan plan, string typed)
    {
        var topics = names.Values.Where(name => name.Tier == MatchTier.Topic).ToList();
        return topics.Count > 0 && names.Values.All(name => name.Tier is MatchTier.Topic or MatchTier.Prefix)
            && (plan.Words is [{ Word.Length: >= ShortestAnswer }] || !topics.Exists(topic => Folding.Fold(topic.Name.Name.Text) == typed));
    }

    private static TextMatch Answering(TextMatch match, MatchTier tier) => match with { Tier = tier, Score = Ranking.AnswerWeight + match.Score };

    /// <summary>Whether the query is the name of concepts whose pages say nothing of them.</summary>
    private bool IsOfUnwritten()
    {
        var named = names.Where(name => name.Value.Tier == MatchTier.Name).ToList();
        return named.Count > 0 && named.TrueForAll(name => stock.Parts[name.Key].State != ConceptState.Written);
    }

    /// <summary>
    /// Whether the team wrote under a heading that is the name. Where one document alone has it, it comes before the empty page; a heading of
    /// several (マニフェスト) is only a part of theirs.
    /// </summary>
    private bool IsToldUnderName(int document, TextMatch match, QueryPlan plan)
    {
        var part = stock.Parts[document];
        return match is { Tier: MatchTier.Heading, Section: >= 0 } && !part.IsManual && part.Document.Sections[match.Section] is { Heading: { } heading } section
            && section.Blocks.Any(block => block.Length > 0) && plan.Keys.Contains(SearchText.FoldName(HeadingTitle.Clean(heading)).Key);
    }

    /// <summary>
    /// Whether the query says more than a topic of a concept that it names, and the concept's page does not say it: <c>PodがPendingのまま</c>.
    /// </summary>
    private bool SaysOfName(QueryPlan plan, TextMatcher matcher)
    {
        if (plan.Phrase is null || names.Values.Any(name => name.Tier == MatchTier.Topic && name.IsWords))
            return false;
        var named = plan.Content.Select(word => stock.Names.Named(word.Word.Shown)).ToList();
        return named.Any(entries => entries.Count > 0) && named.Any(entries => entries.Count == 0)
            && !named.SelectMany(entries => entries).Any(entry => matcher.Match(entry.Document) is { HasPhrase: true });
    }

    /// <summary>Whether what was typed is the whole of a line or of a sentence: an error message, say.</summary>
    private bool HasLine(int document, QuerySpelling line)
    {
        var part = stock.Parts[document];
        var text = part.Text;
        for (var at = line.Candidates.Contains(document) ? 0 : -1; at >= 0 && (at = line.Spelling.Find(part, at, text.Length)) >= 0; at++)
        {
            if ((at == 0 || text[at - 1] is '\n' or '。') && text[(at + line.Spelling.Text.Length)..] is ['\n' or '。', ..] or ['.', '\n', ..])
                return true;
        }

        return false;
    }

    /// <summary>Of several pages with a line (<c>apiVersion: apps/v1</c>) those that usually answer it stay in their order.</summary>
    private double TopicWeight(int document) => names.TryGetValue(document, out var name) && name.Tier == MatchTier.Topic ? name.Closeness : 0;

    /// <summary>
    /// Whether a heading says what was typed: as the whole of it, all of several words at its beginning, a single Latin word somewhere
    /// in it (CrashLoopBackOffの直し方), too. A title that the team wrote does as a heading does.
    /// </summary>
    private bool IsHeaded(int document, TextMatch match, string typed, ImmutableArray<QueryWord> words)
    {
        if (match.Tier < MatchTier.Heading)
            return words.Length > 1 && stock.Parts[document] is { State: ConceptState.Written } part && part.Document.Names.Any(name => BeginsWith(Folding.Fold(name.Text), words));
        if (match.Tier != MatchTier.Heading || match.Section < 0 || stock.Parts[document].Document.Sections[match.Section].Heading is not { } heading)
            return false;
        var folded = Folding.Fold(heading);
        return folded == typed
            || (words.Length > 1 && BeginsWith(Folding.Fold(HeadingTitle.Clean(heading)), words))
            || (words is [var word] && word.Word.Spellings.Any(spelling => folded == spelling.Text || (SearchText.IsLatin(spelling.Text[0]) && folded.Contains(spelling.Text, StringComparison.Ordinal))));
    }

    private static bool BeginsWith(string text, ImmutableArray<QueryWord> words) => Sentence.BeginsWith(text, words.Select(word => word.Word));

    /// <summary>All words; else the set of them that tells most among those that some document has.</summary>
    public TextResult AllOrNearest(QueryPlan plan)
    {
        var all = All(plan);
        if (all.Count > 0)
            return all;
        foreach (var set in Sets(plan.Words))
        {
            var result = All(plan with { Words = [.. plan.Words.Where((_, index) => Has(set, index))] });
            if (result.Count > 0)
                return result with { Dropped = [.. plan.Words.Where((_, index) => !Has(set, index))] };
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
