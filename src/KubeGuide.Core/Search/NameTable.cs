using System.Collections.Immutable;
using System.Numerics;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>A name in the form in which it is looked up.</summary>
internal sealed class NameKey
{
    public NameKey(SearchName name, int index)
    {
        Name = name;
        Index = index;
        (Key, Parts) = SearchText.FoldName(name.Text);
        ForgivesTyping = !HasKanji(Key);
    }

    public SearchName Name { get; }

    public int Index { get; }

    public string Key { get; }

    /// <summary>Offsets at which a later word of the name begins.</summary>
    public int[] Parts { get; }

    /// <summary>One kanji more or less is another word, not a typing error.</summary>
    private bool ForgivesTyping { get; }

    /// <summary>Which of 64 classes of characters occur; each edit changes at most two of them.</summary>
    public static ulong LettersOf(string key)
    {
        var letters = 0UL;
        foreach (var c in key)
            letters |= 1UL << (c & 63);
        return letters;
    }

    private static bool HasKanji(string key)
    {
        foreach (var c in key)
        {
            if (Folding.IsKanji(c))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word ends before a place in the key: another begins there, the name goes on in hiragana (証明書の期限切れ|による全断) or ends.</summary>
    public bool EndsWord(int place) => place == Key.Length || Parts.Contains(place) || (Folding.IsKatakanaRun(Key[place]) && Folding.IsHiragana(SearchText.Letters(Name.Text)[place]));

    /// <summary>The edits between the name and a key, or null beyond the limit, which is the name's own when it is null.</summary>
    public int? DistanceTo(string key, int? limit)
    {
        var allowed = limit ?? EditDistance.LimitFor(Key.Length);
        var distance = ForgivesTyping ? EditDistance.Between(Key, key, allowed) : allowed + 1;
        return distance <= allowed ? distance : null;
    }
}

/// <summary>All names of all documents, sorted, each once from its start and once from each later word in it.</summary>
internal sealed class NameTable
{
    private readonly Entry[] entries;

    /// <summary>Places of the entries that are whole names and, side by side because a search for near names reads nothing else of most, their letters.</summary>
    private readonly int[] wholes;
    private readonly ulong[] letters;

    public NameTable(ImmutableArray<SearchPart> parts)
    {
        var list = new List<Entry>();
        for (var document = 0; document < parts.Length; document++)
        {
            foreach (var name in parts[document].Names)
            {
                if (name.Key.Length == 0)
                    continue;
                list.Add(new Entry(name, 0, document));
                foreach (var part in name.Parts)
                {
                    if (part < name.Key.Length)
                        list.Add(new Entry(name, part, document));
                }
            }
        }

        entries = [.. list];
        Array.Sort(entries);
        wholes = [.. Enumerable.Range(0, entries.Length).Where(place => entries[place].Start == 0)];
        letters = [.. wholes.Select(place => NameKey.LettersOf(entries[place].Name.Key))];
    }

    /// <summary>Whether a name folds to what the text folds to.</summary>
    public bool IsName(string text) => Named(text).Count > 0;

    /// <summary>The names that fold to what the text folds to.</summary>
    public List<Entry> Named(string text)
    {
        var key = SearchText.FoldName(text).Key;
        var named = new List<Entry>();
        foreach (var entry in StartingWith(key))
        {
            if (entry.Rest.Length > key.Length)
                break;
            if (entry.Start == 0)
                named.Add(entry);
        }

        return named;
    }

    /// <summary>Names and ends of names that begin with the key.</summary>
    public ReadOnlySpan<Entry> StartingWith(string key)
    {
        if (key.Length == 0)
            return [];
        var first = LowerBound(key, (rest, k) => rest.SequenceCompareTo(k) < 0);
        var behind = LowerBound(key, (rest, k) => rest.SequenceCompareTo(k) < 0 || rest.StartsWith(k));
        return entries.AsSpan(first, behind - first);
    }

    /// <summary>Whole names that differ from the key by typing errors.</summary>
    /// <param name="limit">Edits to forgive; null forgives each name as many as its length allows.</param>
    public IEnumerable<(Entry Entry, int Distance)> Near(string key, int? limit = null)
    {
        var own = NameKey.LettersOf(key);
        var mostLetters = 2 * (limit ?? EditDistance.LimitFor(int.MaxValue));
        for (var i = 0; i < letters.Length; i++)
        {
            if (BitOperations.PopCount(letters[i] ^ own) <= mostLetters && entries[wholes[i]] is var entry && entry.Name.DistanceTo(key, limit) is { } distance)
                yield return (entry, distance);
        }
    }

    private int LowerBound(string key, Func<ReadOnlySpan<char>, ReadOnlySpan<char>, bool> isBefore)
    {
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBefore(entries[middle].Rest, key))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <param name="Start">0 for the whole name, else where the word begins.</param>
    internal readonly record struct Entry(NameKey Name, int Start, int Document) : IComparable<Entry>
    {
        public ReadOnlySpan<char> Rest => Name.Key.AsSpan(Start);

        public int CompareTo(Entry other)
        {
            var order = Rest.SequenceCompareTo(other.Rest);
            if (order == 0)
                order = Document.CompareTo(other.Document);
            return order != 0 ? order : Name.Index.CompareTo(other.Name.Index);
        }
    }
}
