using System.Collections.Immutable;

namespace KubeGuide.Core.Search;

/// <summary>
/// What a query reads of a document, or of some documents, one behind the other: a common word makes it read them all
/// in their order, and memory gives what lies together much faster than what lies apart.
/// </summary>
/// <param name="Text">Each document's text begins at a multiple of <see cref="Step"/>.</param>
/// <param name="WordStarts">A bit for each character of <paramref name="Text"/>.</param>
internal sealed record PartTexts(string Text, Segment[] Segments, ulong[] WordStarts)
{
    /// <summary>Characters whose bits are one word of <see cref="WordStarts"/>.</summary>
    public const int Step = 64;

    /// <summary>The same parts with their texts joined.</summary>
    public static ImmutableArray<SearchPart> Join(ImmutableArray<SearchPart> parts)
    {
        var segments = new Segment[parts.Sum(part => part.Segments.Length)];
        var wordStarts = new ulong[parts.Sum(part => part.WordStarts.Length)];
        var joined = new PartTexts(string.Create(Step * wordStarts.Length, parts, Write), segments, wordStarts);
        var members = ImmutableArray.CreateBuilder<SearchPart>(parts.Length);
        var (segment, word) = (0, 0);
        foreach (var part in parts)
        {
            part.Segments.CopyTo(segments.AsSpan(segment));
            part.WordStarts.CopyTo(wordStarts.AsSpan(word));
            members.Add(part.In(joined, Step * word, segment));
            segment += part.Segments.Length;
            word += part.WordStarts.Length;
        }

        return members.MoveToImmutable();
    }

    private static void Write(Span<char> text, ImmutableArray<SearchPart> parts)
    {
        foreach (var part in parts)
        {
            part.Text.CopyTo(text);
            text = text[(Step * part.WordStarts.Length)..];
        }
    }
}
