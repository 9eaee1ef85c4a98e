using System.Numerics;

namespace KubeGuide.Core.Search;

/// <summary>Some of an index's documents: a bit for each, 64 to a word.</summary>
internal readonly struct DocumentSet(ulong[] words)
{
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in words)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    public bool Contains(int document) => (words[document >> 6] >> (document & 63) & 1) != 0;

    public DocumentSet And(DocumentSet other) => new([.. words.Zip(other.Words, (left, right) => left & right)]);

    public DocumentSet Or(DocumentSet other) => new([.. words.Zip(other.Words, (left, right) => left | right)]);

    private ulong[] Words => words;

    /// <summary>The documents in their order.</summary>
    public int[] Documents()
    {
        var documents = new int[Count];
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            for (var rest = words[i]; rest != 0; rest &= rest - 1)
                documents[count++] = (i << 6) + BitOperations.TrailingZeroCount(rest);
        }

        return documents;
    }
}
