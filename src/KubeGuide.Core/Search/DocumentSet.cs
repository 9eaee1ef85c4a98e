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

    public DocumentSet And(DocumentSet other)
    {
        var both = (ulong[])words.Clone();
        for (var i = 0; i < both.Length; i++)
            both[i] &= other.Words[i];
        return new DocumentSet(both);
    }

    public DocumentSet Or(DocumentSet other)
    {
        var either = (ulong[])words.Clone();
        for (var i = 0; i < either.Length; i++)
            either[i] |= other.Words[i];
        return new DocumentSet(either);
    }

    private ulong[] Words => words;

    /// <summary>The documents in their order.</summary>
    public IEnumerable<int> Documents()
    {
        for (var i = 0; i < words.Length; i++)
        {
            for (var rest = words[i]; rest != 0; rest &= rest - 1)
                yield return (i << 6) + BitOperations.TrailingZeroCount(rest);
        }
    }
}
