using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Search;

/// <summary>A query as search understood it, with where its words are.</summary>
/// <param name="Keys">Forms of the whole query to look up among the names.</param>
/// <param name="Phrase">The words as they stood together; text that has them so is better. Null for a single word.</param>
internal sealed record QueryPlan(string Understood, bool WasCut, ImmutableArray<string> Keys, Spelling? Phrase, ImmutableArray<QueryWord> Words);

/// <summary>Turns what was typed into words that the index has, as far as it has them.</summary>
internal sealed class QueryPlanner(SearchStock stock)
{
    /// <summary>More words than this say nothing more.</summary>
    private const int MaxWords = 12;

    /// <summary>More spellings of one word than this are not looked for.</summary>
    private const int MaxSpellings = 5;

    public QueryPlan Plan(TypedQuery typed)
    {
        if (ResourceArgument.In(typed.Tokens, stock.Names) is { } resource)
            return new QueryPlan(resource, typed.WasCut, [SearchText.FoldName(resource).Key], null, [Find(resource)]);
        var words = new List<QueryWord>();
        foreach (var token in typed.Tokens)
            words.AddRange(token.IsPhrase ? [Find(token.Text)] : WordsOf(token.Text));
        if (words.Count == 0)
            words.AddRange(typed.Tokens.Select(token => Find(token.Text)));
        ImmutableArray<QueryWord> distinct = [.. words.DistinctBy(word => word.Word.Spellings[0].Text, StringComparer.Ordinal)];
        var asTyped = string.Join(' ', typed.Tokens.Select(token => token.Text));
        var understood = Joined(distinct.Take(MaxWords));
        return new QueryPlan(
            understood, typed.WasCut || distinct.Length > MaxWords, Keys(asTyped, understood),
            distinct.Length > 1 ? new Spelling(Folding.Fold(asTyped)) : null, [.. distinct.Take(MaxWords)]);
    }

    /// <summary>
    /// The same in a wider sense: a name stands for the other names of its concept, too, and a word that is nowhere gives
    /// way to the name nearest to it.
    /// </summary>
    public QueryPlan Widen(QueryPlan plan)
    {
        ImmutableArray<QueryWord> words = [.. plan.Words.Select(Widen)];
        return plan with { Words = words, Understood = Joined(words) };
    }

    private QueryWord Widen(QueryWord word)
    {
        var key = SearchText.FoldName(word.Word.Shown).Key;
        var others = new List<string>();
        foreach (var entry in stock.Names.StartingWith(key))
        {
            if (entry.Start == 0 && entry.Rest.Length == key.Length)
                others.AddRange(NamesOf(entry.Document));
        }

        if (others.Count > 0)
            return stock.Find(word.Word.Or(others.Take(MaxSpellings)));
        if (stock.Has(word))
            return word;
        var near = stock.Names.Near(key).OrderBy(near => near.Distance).Select(near => near.Entry.Name.Name.Text).FirstOrDefault();
        return near is null ? word : Find(near);
    }

    private IEnumerable<string> NamesOf(int document) =>
        stock.Parts[document].Document.Names.Where(name => name.Kind is TermKind.Name or TermKind.Alias).Select(name => name.Text);

    private IEnumerable<QueryWord> WordsOf(string token)
    {
        foreach (var piece in Sentence.CutAtParticles(token))
        {
            var whole = Find(piece);
            if (stock.Has(whole))
                yield return whole;
            else
            {
                foreach (var word in WordsIn(whole))
                    yield return word;
            }
        }
    }

    /// <summary>The words in a piece that as a whole is nowhere.</summary>
    private IEnumerable<QueryWord> WordsIn(QueryWord piece)
    {
        foreach (var (word, inflected) in Sentence.CutAtHiragana(piece.Word.Shown, stock.Names.IsName))
        {
            var matches = inflected == piece.Word.Shown ? piece : Find(inflected);
            if (word != inflected && !stock.Has(matches))
                matches = Find(word);
            var smaller = stock.Has(matches) ? [] : Sentence.CutAtScripts(word);
            if (smaller.Count == 0)
                yield return matches;
            foreach (var part in smaller)
                yield return part == word ? matches : Find(part);
        }
    }

    private QueryWord Find(string word) => stock.Find(SearchWord.Of(word));

    private static string Joined(IEnumerable<QueryWord> words) => string.Join(' ', words.Select(word => word.Word.Shown));

    private static ImmutableArray<string> Keys(string asTyped, string understood)
    {
        var typedKey = SearchText.FoldName(asTyped).Key;
        var understoodKey = SearchText.FoldName(understood).Key;
        return typedKey == understoodKey ? [typedKey] : [typedKey, understoodKey];
    }
}
