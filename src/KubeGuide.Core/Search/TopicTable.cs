using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>What people look for without knowing the name, with the documents that answer it.</summary>
internal sealed class TopicTable
{
    /// <summary>A topic of one word that is shorter is taken only where nothing else was typed: 設定 alone is ConfigMap, Podの設定 is not.</summary>
    private const int SpecificLength = 3;

    /// <summary>Above any number of characters: a concept that the query names is meant before the topic's others.</summary>
    private const int NamedWeight = 10_000;

    /// <summary>Where the notes have nothing on the best answer, one of which they say what was typed comes first.</summary>
    private const int ToldWeight = 1000;

    private readonly ImmutableArray<TopicRow> rows;

    /// <summary>By their keys the words of all topics.</summary>
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    public TopicTable(ImmutableArray<Topic> topics, ImmutableArray<SearchPart> parts)
    {
        Topics = topics;
        var documents = new Dictionary<Slug, int>();
        for (var document = 0; document < parts.Length; document++)
        {
            if (parts[document].Document.Slug is { } slug)
                documents[slug] = document;
        }

        rows =
        [
            .. topics.Select(topic => new TopicRow(
                new NameKey(new SearchName(string.Join(' ', topic.Words), TermKind.Alias), 0), [.. topic.Words.Select(Folding.Fold)],
                [.. topic.Concepts.Where(documents.ContainsKey).Select(slug => documents[slug])])),
        ];
        foreach (var word in rows.SelectMany(row => row.Words))
            words.TryAdd(SearchText.FoldName(word).Key, word);
    }

    /// <summary>What the table was made of.</summary>
    public ImmutableArray<Topic> Topics { get; }

    /// <summary>The word of a topic that is written so, joints and spaces aside; else null.</summary>
    public string? WordOf(string text) => words.GetValueOrDefault(SearchText.FoldName(text).Key);

    /// <summary>The longest <c>kubectl …</c> among the topics that a command begins with, if it has an answer.</summary>
    /// <param name="arguments">What stands behind the command.</param>
    public TopicRow? OfCommand(List<string> arguments) =>
        rows.Where(row => row.Words[0] == "kubectl" && !row.Documents.IsEmpty && row.Words.Skip(1).SequenceEqual(arguments.Take(row.Words.Length - 1), StringComparer.Ordinal))
            .MaxBy(row => row.Words.Length);

    /// <summary>The documents for the topics that a query speaks of; where it also names concepts and is no message, those that speak of them.</summary>
    public IEnumerable<(int Document, NameHit Hit)> Find(QueryPlan plan, SearchStock stock)
    {
        var told = new TextMatcher(stock, plan.Words, null);
        foreach (var row in rows)
        {
            if (!row.Words.All(word => plan.Tokens.Any(token => Holds(token, word))))
                continue;
            var others = plan.Content.Where(content => !row.Words.Any(word => Overlap(Folding.Fold(content.Word.Shown), word))).ToList();
            var length = row.Words.Sum(word => word.Length);
            if (others.Count > 0 && row.Words.Length == 1 && length < SpecificLength)
                continue;
            var named = others.Where(other => stock.Names.IsName(other.Word.Shown)).ToImmutableArray();
            var owners = named.SelectMany(name => stock.Names.Named(name.Word.Shown)).Select(entry => entry.Document).ToHashSet();
            var context = new TextMatcher(stock, named, null);
            var isOpen = row.Documents.Any() && stock.Parts[row.Documents[0]].State != ConceptState.Written;
            foreach (var (index, document) in row.Documents.Index())
            {
                var weight = (10 * length) - index + (owners.Contains(document) ? NamedWeight : 0) + (isOpen && told.Match(document)?.Tier < MatchTier.Facts ? ToldWeight : 0);
                if (named.IsEmpty || row.IsMessage || context.Match(document) is not null)
                    yield return (document, new NameHit(row.Name, MatchTier.Topic, weight) { IsWords = others.Count == 0 });
            }
        }
    }

    private static bool Overlap(string content, string word) =>
        content.Contains(word, StringComparison.Ordinal) || word.Contains(content, StringComparison.Ordinal);

    /// <summary>Japanese has no gaps; a Latin word has to stand alone, and one of two katakana (ログ) begins and ends longer ones (ログイン).</summary>
    private static bool Holds(string word, string topic)
    {
        for (var at = word.IndexOf(topic, StringComparison.Ordinal); at >= 0; at = word.IndexOf(topic, at + 1, StringComparison.Ordinal))
        {
            if (!Joins(topic, topic[0], at > 0 ? word[at - 1] : ' ') && !Joins(topic, topic[^1], at + topic.Length < word.Length ? word[at + topic.Length] : ' '))
                return true;
        }

        return false;
    }

    private static bool Joins(string topic, char edge, char neighbour) => SearchText.ScriptOf(edge) switch
    {
        TextScript.Latin => SearchText.IsLatin(neighbour) || neighbour is '.' or '-' or '/' or '_',
        TextScript.Katakana => topic.Length < SpecificLength && Folding.IsKatakanaRun(neighbour),
        _ => false,
    };
}

/// <summary>A topic with the documents that answer it, the best first.</summary>
/// <param name="Name">Its words as one name.</param>
/// <param name="Words">Folded.</param>
internal sealed record TopicRow(NameKey Name, ImmutableArray<string> Words, ImmutableArray<int> Documents)
{
    /// <summary>Words of a command, or of a message that Kubernetes prints: the names beside them are those of the objects that it happened to.</summary>
    public bool IsMessage { get; } = Words.Length > 1 && Words.All(word => word.All(char.IsAscii));
}
