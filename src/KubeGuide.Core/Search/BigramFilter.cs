using System.Collections.Immutable;
using System.Numerics;

namespace KubeGuide.Core.Search;

/// <summary>
/// Which documents may contain a character or a pair of neighbouring characters. Pairs are hashed into rows, and a row
/// has a bit for each of 64 documents: reading one word of memory asks 64 documents at once. "No" is certain; what is
/// let through is verified on the text.
/// </summary>
internal sealed class BigramFilter
{
    /// <summary>Documents side by side in a block: the bits of a row.</summary>
    private const int Width = 64;

    /// <summary>A row for so many characters of a block: in a text of usual length one row in twenty is then set.</summary>
    private const int CharactersPerRow = 4;

    private readonly Block[] blocks;

    private BigramFilter(Block[] blocks) => this.blocks = blocks;

    /// <summary>The parts of the index, those of a block with their texts joined.</summary>
    public ImmutableArray<SearchPart> Parts => [.. blocks.SelectMany(block => block.Members)];

    public long Bytes => blocks.Sum(block => (long)block.Rows.Length * sizeof(ulong));

    /// <summary>Builds the filter; a block of the previous one whose documents are the same is taken over.</summary>
    public static BigramFilter Of(ImmutableArray<SearchPart> parts, BigramFilter? previous)
    {
        var blocks = new Block[(parts.Length + Width - 1) / Width];
        Parallel.For(0, blocks.Length, i =>
        {
            var members = parts.Slice(i * Width, Math.Min(Width, parts.Length - (i * Width)));
            var known = previous is not null && i < previous.blocks.Length ? previous.blocks[i] : null;
            blocks[i] = known is not null && known.Members.SequenceEqual(members) ? known : Block.Of(members);
        });
        return new BigramFilter(blocks);
    }

    /// <summary>What <see cref="Candidates"/> asks for: the pairs of a spelling; its first character, too, where it is the only one or begins a Latin word.</summary>
    public static uint[] HashesOf(string spelling)
    {
        var hashes = new List<uint>(spelling.Length);
        if (spelling.Length == 1 || SearchText.IsLatin(spelling[0]))
            hashes.Add(Hash('\0', spelling[0]));
        for (var i = 1; i < spelling.Length; i++)
            hashes.Add(Hash(spelling[i - 1], spelling[i]));
        return [.. hashes];
    }

    public DocumentSet Candidates(ReadOnlySpan<uint> hashes)
    {
        var words = new ulong[blocks.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = blocks[i].Candidates(hashes);
        return new DocumentSet(words);
    }

    private static uint Hash(char first, char second)
    {
        var mixed = (((uint)first << 16) | second) * 0x9E3779B1u;
        return BitOperations.RotateLeft(mixed, 15) * 0x85EBCA77u;
    }

    private sealed record Block(ImmutableArray<SearchPart> Members, ulong[] Rows)
    {
        public static Block Of(ImmutableArray<SearchPart> parts)
        {
            var members = PartTexts.Join(parts);
            var rows = new ulong[(members.Sum(part => part.Text.Length) / CharactersPerRow) + 1];
            for (var i = 0; i < members.Length; i++)
                Set(rows, members[i], 1UL << i);
            return new Block(members, rows);
        }

        public ulong Candidates(ReadOnlySpan<uint> hashes)
        {
            var found = ulong.MaxValue;
            foreach (var hash in hashes)
            {
                found &= Rows[Row(hash, Rows)];
                if (found == 0)
                    break;
            }

            return found;
        }

        /// <summary>A Latin character counts by itself where a word begins, since Latin words are found there only.</summary>
        private static void Set(ulong[] rows, SearchPart part, ulong bit)
        {
            var text = part.Text;
            var starts = part.WordStarts;
            var before = '\0';
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (!SearchText.IsLatin(c) || (starts[i >> 6] >> (i & 63) & 1) != 0)
                    rows[Row(Hash('\0', c), rows)] |= bit;
                rows[Row(Hash(before, c), rows)] |= bit;
                before = c;
            }
        }

        private static int Row(uint hash, ulong[] rows) => (int)(hash * (ulong)rows.Length >> 32);
    }
}
