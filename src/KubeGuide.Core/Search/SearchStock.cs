using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Search;

/// <summary>All documents made ready, with what finds them by name and by text.</summary>
internal sealed class SearchStock
{
    private readonly BigramFilter filter;

    public SearchStock(ImmutableArray<SearchPart> parts, ImmutableArray<Topic> topics, SearchStock? previous)
    {
        var unchanged = previous is not null && HasSameNames(parts, previous.Parts) ? previous : null;
        Names = unchanged?.Names ?? new NameTable(parts);
        Topics = unchanged is not null && unchanged.Topics.Topics == topics ? unchanged.Topics : new TopicTable(topics, parts);
        filter = BigramFilter.Of(parts, previous?.filter);
        Parts = filter.Parts;
        var sections = parts.Sum(part => (long)part.Document.Sections.Length);
        AverageLength = Math.Max(1, (double)parts.Sum(part => (long)part.Text.Length) / Math.Max(1, sections));
    }

    public ImmutableArray<SearchPart> Parts { get; }

    public NameTable Names { get; }

    public TopicTable Topics { get; }

    /// <summary>Mean length of a section, in folded characters.</summary>
    public double AverageLength { get; }

    public QueryWord Find(SearchWord word)
    {
        ImmutableArray<QuerySpelling> spellings = [.. word.Spellings.Select(Find)];
        var candidates = spellings.Select(spelling => spelling.Candidates).Aggregate((left, right) => left.Or(right));
        var count = candidates.Count;
        return new QueryWord(word, spellings, candidates, count, Math.Log(1 + ((Parts.Length - count + 0.5) / (count + 0.5))));
    }

    public QuerySpelling Find(Spelling spelling) => new(spelling, filter.Candidates(spelling.Hashes));

    private static bool HasSameNames(ImmutableArray<SearchPart> parts, ImmutableArray<SearchPart> others)
    {
        if (parts.Length != others.Length)
            return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Names != others[i].Names)
                return false;
        }

        return true;
    }

    /// <summary>Whether any document has the word.</summary>
    public bool Has(QueryWord word)
    {
        foreach (var document in word.Candidates.Documents())
        {
            foreach (var spelling in word.Word.Spellings)
            {
                if (spelling.Find(Parts[document], 0, Parts[document].Text.Length) >= 0)
                    return true;
            }
        }

        return false;
    }
}
