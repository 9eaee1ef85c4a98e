using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>A query as search understood it, with where its words are.</summary>
/// <param name="Keys">Forms of the whole query to look up among the names.</param>
/// <param name="Tokens">What was typed between spaces, folded.</param>
/// <param name="Content">The words without those that only ask about the others (違い, 使い方); all where nothing else was typed.</param>
/// <param name="Phrase">The words as they stood together, without the ending that inflects; text that has them so is better. Null for a single word.</param>
/// <param name="Line">The same with its punctuation and its ending, as a line that was copied has them.</param>
internal sealed record QueryPlan(
    bool WasCut, ImmutableArray<string> Keys, ImmutableArray<string> Tokens, QuerySpelling? Phrase, QuerySpelling? Line, ImmutableArray<QueryWord> Words,
    ImmutableArray<QueryWord> Content);

/// <summary>Turns what was typed into words that the index has, as far as it has them.</summary>
internal sealed class QueryPlanner(SearchStock stock)
{
    /// <summary>More words than this say nothing more.</summary>
    private const int MaxWords = 12;

    /// <summary>More spellings of one word than this are not looked for.</summary>
    private const int MaxSpellings = 5;

    /// <summary>No name has more pieces than this.</summary>
    private const int MostNameWords = 4;

    /// <summary>Less of a compound is no word.</summary>
    private const int ShortestPart = 2;

    private static readonly char[] LineEnds = ['。', '.'];

    public QueryPlan Plan(TypedQuery typed)
    {
        var tokens = JoinedTokens(typed.Tokens);
        if (ShellLine.Read(tokens, stock) is { } line)
            return PlanOf(line, typed.WasCut);
        var words = Pieces(tokens).SelectMany(piece => piece.IsPhrase || Sentence.OnlyAsks(piece.Text, isBetween: false) ? [Find(piece.Text, piece.IsPhrase)] : WordsOf(piece.Text)).ToList();
        if (words.Any(word => !IsIdle(word)))
            words.RemoveAll(IsIdle);
        if (words.Count == 0)
            words.AddRange(tokens.Select(token => Find(token.Text)));
        ImmutableArray<QueryWord> distinct = [.. words.DistinctBy(word => word.Word.Spellings[0].Text, StringComparer.Ordinal)];
        var asTyped = string.Join(' ', tokens.Select(token => token.Text));
        ImmutableArray<QueryWord> kept = [.. distinct.Take(MaxWords)];
        ImmutableArray<QueryWord> content = [.. kept.Where((word, index) => !Sentence.OnlyAsks(word.Word.Shown, index > 0 && index + 1 < kept.Length))];
        return new QueryPlan(
            typed.WasCut || distinct.Length > MaxWords, Keys(asTyped, Joined(kept)), [.. tokens.Select(token => Folding.Fold(token.Text))],
            distinct.Length > 1 ? stock.Find(new Spelling(Sentence.WithoutEnding(Folding.Fold(asTyped)))) : null,
            distinct.Length > 1 ? stock.Find(new Spelling(Folding.Fold(typed.Text).TrimEnd(LineEnds))) : null, kept, content.IsEmpty ? kept : content);
    }

    /// <summary>A command that is a topic is looked for as it stands in texts, and is no name.</summary>
    private QueryPlan PlanOf(ShellLine line, bool wasCut)
    {
        var names = line.Names.Select(name => Find(name));
        ImmutableArray<QueryWord> words = line.Topic is { } topic ? [Find(topic.Name.Name.Text, isPhrase: true), .. names] : [.. names];
        return new QueryPlan(wasCut, line.Topic is null ? [SearchText.FoldName(Joined(words)).Key] : [], line.Topic?.Words ?? [], null, null, words, words);
    }

    /// <summary>The tokens, those that together are a topic's word as that word: <c>kube proxyとは</c> is kube-proxyとは. Where they are names, they stay.</summary>
    private ImmutableArray<QueryToken> JoinedTokens(ImmutableArray<QueryToken> tokens)
    {
        var joined = ImmutableArray.CreateBuilder<QueryToken>(tokens.Length);
        for (var first = 0; first < tokens.Length; first++)
        {
            var count = Math.Min(MostNameWords, tokens.Length - first);
            QueryToken? word = null;
            while (count > 1 && (word = TopicWord(tokens.AsSpan(first, count))) is null)
                count--;
            joined.Add(word ?? tokens[first]);
            first += count - 1;
        }

        return joined.DrainToImmutable();
    }

    private QueryToken? TopicWord(ReadOnlySpan<QueryToken> tokens)
    {
        var (text, areNames) = ("", true);
        foreach (var token in tokens)
        {
            if (token.IsPhrase)
                return null;
            text += token.Text;
            areNames &= stock.Names.IsName(token.Text);
        }

        var end = text.Length - tokens[^1].Text.Length + Sentence.HeadLength(tokens[^1].Text);
        return areNames || stock.Names.IsName(text[..end]) || stock.Topics.WordOf(text[..end]) is not { } word ? null : new QueryToken(word + text[end..], IsPhrase: false);
    }

    /// <summary>
    /// The same in a wider sense: a name stands for the other names of its concept, too, and a word that is nowhere gives
    /// way to the name nearest to it.
    /// </summary>
    public QueryPlan Widen(QueryPlan plan) => plan with { Words = [.. plan.Words.Select(Widen)] };

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

    /// <summary>Whether a word only asks about the others, and no text has it.</summary>
    private bool IsIdle(QueryWord word) => Sentence.OnlyAsks(word.Word.Shown, isBetween: false) && !stock.Has(word);

    /// <summary>The tokens cut at particles, and neighbours that are one name together: <c>rolling update</c>, <c>リソースの要求と制限</c>.</summary>
    private List<QueryToken> Pieces(ImmutableArray<QueryToken> tokens)
    {
        var text = string.Join(' ', tokens.Select(token => token.Text));
        var cuts = new List<(int Start, int End, bool IsPhrase)>();
        var at = 0;
        foreach (var token in tokens)
        {
            cuts.AddRange(token.IsPhrase
                ? [(at, at + token.Text.Length, true)]
                : Sentence.CutAtParticles(token.Text).Select(cut => (at + cut.Start, at + cut.End, false)));
            at += token.Text.Length + 1;
        }

        var pieces = new List<QueryToken>();
        for (var first = 0; first < cuts.Count; first++)
        {
            var last = Math.Min(first + MostNameWords, cuts.Count) - 1;
            while (last > first && (cuts[first..(last + 1)].Any(cut => cut.IsPhrase) || !stock.Names.IsName(text[cuts[first].Start..cuts[last].End])))
                last--;
            pieces.Add(new QueryToken(text[cuts[first].Start..cuts[last].End], cuts[first].IsPhrase || last > first));
            first = last;
        }

        return pieces;
    }

    private IEnumerable<QueryWord> WordsOf(string piece)
    {
        var whole = Find(piece);
        return stock.Has(whole) ? [whole] : WordsIn(whole);
    }

    /// <summary>The words in a piece that as a whole is nowhere.</summary>
    private IEnumerable<QueryWord> WordsIn(QueryWord piece)
    {
        foreach (var (word, inflected) in Sentence.CutAtHiragana(piece.Word.Shown, stock.Names.IsName))
        {
            var matches = inflected == piece.Word.Shown ? piece : Find(inflected);
            for (var length = inflected.Length - 1; length >= word.Length && !stock.Has(matches); length--)
                matches = Find(inflected[..length]);
            var smaller = stock.Has(matches) || Sentence.OnlyAsks(word, isBetween: false) ? [] : Sentence.CutAtScripts(word);
            if (smaller.Count == 0)
                yield return matches;
            foreach (var part in smaller.SelectMany(Parts))
                yield return part == word ? matches : Find(part);
        }
    }

    private IEnumerable<string> Parts(string word) => SearchText.ScriptOf(word[0]) switch
    {
        TextScript.Katakana => HeadAndRest(word),
        TextScript.Kanji => Halves(word),
        _ => [word],
    };

    /// <summary>A compound of kanji that is nowhere, as two words that are somewhere, the first as long as can be: <c>証明書更新</c> gives 証明書, 更新.</summary>
    private IEnumerable<string> Halves(string word)
    {
        if (word.Length < 2 * ShortestPart || stock.Has(Find(word)))
            return [word];
        for (var at = word.Length - ShortestPart; at >= ShortestPart; at--)
        {
            if (stock.Has(Find(word[..at])) && stock.Has(Find(word[at..])))
                return [word[..at], word[at..]];
        }

        return [word];
    }

    /// <summary>
    /// A katakana word that is nowhere and begins or ends with a name, as two; it is a kind of what its end names, and that
    /// comes first: <c>スタートアッププローブ</c> gives プローブ, スタートアップ.
    /// </summary>
    private IEnumerable<string> HeadAndRest(string word)
    {
        if (stock.Has(Find(word)))
            return [word];
        for (var at = ShortestPart; at + ShortestPart <= word.Length; at++)
        {
            if (stock.Names.IsName(word[at..]))
                return [word[at..], word[..at]];
        }

        for (var at = word.Length - ShortestPart; at >= ShortestPart; at--)
        {
            if (stock.Names.IsName(word[..at]) && stock.Has(Find(word[at..])))
                return [word[..at], word[at..]];
        }

        return [word];
    }

    private QueryWord Find(string word, bool isPhrase = false) => stock.Find(SearchWord.Of(word, isPhrase));

    private static string Joined(IEnumerable<QueryWord> words) => string.Join(' ', words.Select(word => word.Word.Shown));

    private static ImmutableArray<string> Keys(string asTyped, string understood)
    {
        var typedKey = SearchText.FoldName(asTyped).Key;
        var understoodKey = SearchText.FoldName(understood).Key;
        return typedKey == understoodKey ? [typedKey] : [typedKey, understoodKey];
    }
}
