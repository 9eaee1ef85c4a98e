using System.Buffers;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>Folds texts for search, one behind the other, in memory that a pool lends.</summary>
/// <param name="keepsOffsets">Whether somebody will ask for <see cref="Offsets"/>.</param>
internal sealed class SearchTextWriter(bool keepsOffsets) : IDisposable
{
    private const int Smallest = 512;

    private char[] original = ArrayPool<char>.Shared.Rent(Smallest);
    private char[] folded = ArrayPool<char>.Shared.Rent(Smallest);
    private int[] foldedStarts = ArrayPool<int>.Shared.Rent(Smallest);
    private int[] foldedEnds = ArrayPool<int>.Shared.Rent(Smallest);
    private char[] chars = ArrayPool<char>.Shared.Rent(Smallest);
    private int[] starts = ArrayPool<int>.Shared.Rent(Smallest);
    private int[] ends = ArrayPool<int>.Shared.Rent(Smallest);
    private ulong[] words = ArrayPool<ulong>.Shared.Rent(Smallest / 64);

    /// <summary>Folded characters so far.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a text of blocks; a line feed stands between two of them.</summary>
    public void Add(ReadOnlySpan<string> blocks)
    {
        var length = Math.Max(0, blocks.Length - 1);
        foreach (var block in blocks)
            length += block.Length;
        Reserve(ref original, 0, length);
        var at = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (i > 0)
                original[at++] = '\n';
            blocks[i].CopyTo(original.AsSpan(at));
            at += blocks[i].Length;
        }

        Add(original.AsSpan(0, at));
    }

    public void Add(ReadOnlySpan<char> text)
    {
        Reserve(ref folded, 0, text.Length);
        Reserve(ref foldedStarts, 0, text.Length);
        Reserve(ref foldedEnds, 0, text.Length);
        var count = Folding.FoldInto(text, folded, foldedStarts, foldedEnds);
        Reserve(count + text.Count('\n'));
        AddFolded(text, count);
    }

    /// <summary>Ends a segment with a line feed.</summary>
    public void EndSegment()
    {
        Reserve(1);
        Add('\n', false, 0, 0);
    }

    public string Text() => new(chars, 0, Length);

    /// <summary>The places where a word begins, a bit for each character of <see cref="Text"/>.</summary>
    public ulong[] WordStarts()
    {
        var bits = new ulong[(Length / 64) + 1];
        words.AsSpan(0, (Length + 63) / 64).CopyTo(bits);
        return bits;
    }

    /// <summary>Offsets in the text that was added last of each character of <see cref="Text"/>, and behind it.</summary>
    public (int[] Starts, int[] Ends) Offsets() => (starts.AsSpan(0, Length).ToArray(), ends.AsSpan(0, Length).ToArray());

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(original);
        ArrayPool<char>.Shared.Return(folded);
        ArrayPool<int>.Shared.Return(foldedStarts);
        ArrayPool<int>.Shared.Return(foldedEnds);
        ArrayPool<char>.Shared.Return(chars);
        ArrayPool<int>.Shared.Return(starts);
        ArrayPool<int>.Shared.Return(ends);
        ArrayPool<ulong>.Shared.Return(words);
    }

    private void AddFolded(ReadOnlySpan<char> text, int count)
    {
        var letters = folded.AsSpan(0, count);
        var (behind, before) = (0, TextScript.Other);
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            var script = SearchText.ScriptOf(c);
            var (start, end) = (foldedStarts[i], foldedEnds[i]);
            if (start > behind && i > 0 && text[behind..start].Contains('\n'))
                Add('\n', false, behind, start);
            var startsWord = i == 0 || start > behind || script != before || (script == TextScript.Latin && SearchText.IsHump(letters, i));
            Add(SearchText.ToLower(c), startsWord, start, end);
            (behind, before) = (end, script);
        }
    }

    private void Add(char c, bool startsWord, int start, int end)
    {
        chars[Length] = c;
        ref var bits = ref words[Length >> 6];
        if ((Length & 63) == 0)
            bits = 0;
        if (startsWord)
            bits |= 1UL << (Length & 63);
        if (keepsOffsets)
            (starts[Length], ends[Length]) = (start, end);
        Length++;
    }

    private void Reserve(int more)
    {
        Reserve(ref chars, Length, more);
        if (keepsOffsets)
        {
            Reserve(ref starts, Length, more);
            Reserve(ref ends, Length, more);
        }

        Reserve(ref words, (Length + 63) / 64, (more / 64) + 1);
    }

    private static void Reserve<T>(ref T[] array, int used, int more)
    {
        if (array.Length - used >= more)
            return;
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(used + more, 2 * array.Length));
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
