using System.Numerics;

namespace KubeGuide.Core.Search;

/// <summary>
/// The characters and pairs of neighbouring characters of one text, hashed into a bit set of four bits a character. It
/// says "no" for certain and "maybe" otherwise, so that a query reads few texts; what it lets through is verified.
/// </summary>
internal readonly struct BigramFilter
{
    private readonly ulong[] bits;

    private BigramFilter(ulong[] bits) => this.bits = bits;

    public long Bytes => bits.Length * sizeof(ulong);

    public static BigramFilter Of(ReadOnlySpan<char> text)
    {
        var filter = new BigramFilter(new ulong[(text.Length / 16) + 1]);
        for (var i = 0; i < text.Length; i++)
        {
            filter.Set(Hash(text[i], '\0'));
            if (i > 0 && text[i] != '\n' && text[i - 1] != '\n')
                filter.Set(Hash(text[i - 1], text[i]));
        }

        return filter;
    }

    /// <summary>What <see cref="MayContain"/> asks for: the pairs of a spelling, or its only character.</summary>
    public static uint[] HashesOf(string spelling)
    {
        if (spelling.Length == 1)
            return [Hash(spelling[0], '\0')];
        var hashes = new uint[spelling.Length - 1];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = Hash(spelling[i], spelling[i + 1]);
        return hashes;
    }

    public bool MayContain(ReadOnlySpan<uint> hashes)
    {
        var size = (ulong)bits.Length * 64;
        foreach (var hash in hashes)
        {
            var bit = (hash * size) >> 32;
            if ((bits[bit >> 6] >> (int)(bit & 63) & 1) == 0)
                return false;
        }

        return true;
    }

    private void Set(uint hash)
    {
        var bit = (hash * ((ulong)bits.Length * 64)) >> 32;
        bits[bit >> 6] |= 1UL << (int)(bit & 63);
    }

    private static uint Hash(char first, char second)
    {
        var mixed = (((uint)first << 16) | second) * 0x9E3779B1u;
        return BitOperations.RotateLeft(mixed, 15) * 0x85EBCA77u;
    }
}
