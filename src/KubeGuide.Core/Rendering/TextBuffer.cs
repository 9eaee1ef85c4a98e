using System.Buffers;

namespace KubeGuide.Core.Rendering;

/// <summary>A text that grows and is written again and again; its memory is lent by a pool and goes back with <see cref="Dispose"/>.</summary>
internal sealed class TextBuffer : IDisposable
{
    private const int Smallest = 1024;

    private char[] chars = ArrayPool<char>.Shared.Rent(Smallest);

    public int Length { get; private set; }

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > chars.Length - Length)
            Grow(text.Length);
        text.CopyTo(chars.AsSpan(Length));
        Length += text.Length;
    }

    public void Clear() => Length = 0;

    public override string ToString() => new(chars, 0, Length);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(chars);
        (chars, Length) = ([], 0);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + more, 2 * chars.Length));
        chars.AsSpan(0, Length).CopyTo(larger);
        if (chars.Length > 0)
            ArrayPool<char>.Shared.Return(chars);
        chars = larger;
    }
}
