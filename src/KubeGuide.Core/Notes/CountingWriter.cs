using System.Text;

namespace KubeGuide.Core.Notes;

/// <summary>Collects rendered text and stops the renderer when it grows past its limit.</summary>
/// <param name="limit">UTF-16 units; see <see cref="NoteLimits.OutputLength"/>.</param>
internal sealed class CountingWriter(int limit) : StringWriter(new StringBuilder())
{
    /// <exception cref="StructureException">The text would pass the limit.</exception>
    public override void Write(char value)
    {
        Make(1);
        base.Write(value);
    }

    /// <inheritdoc cref="Write(char)"/>
    public override void Write(string? value)
    {
        Make(value?.Length ?? 0);
        base.Write(value);
    }

    /// <inheritdoc cref="Write(char)"/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        Make(buffer.Length);
        base.Write(buffer);
    }

    /// <inheritdoc cref="Write(char)"/>
    public override void Write(char[] buffer, int index, int count)
    {
        Make(count);
        base.Write(buffer, index, count);
    }

    private void Make(int length)
    {
        if (GetStringBuilder().Length + length > limit)
            throw new StructureException(1, $"表示すると大きくなりすぎます（上限は{limit:N0}字）。");
    }
}
