namespace KubeGuide.Core.Charts;

/// <summary>How wide text will be, estimated by classes of characters: a server has no fonts, and a drawing must not depend on the reader's.</summary>
public static class TextWidth
{
    private const string Narrow = "ijlftrI.,:;'|!()[] -";
    private const string Broad = "mwMW@%";

    /// <summary>In ems; a little more than the usual sans faces need.</summary>
    public static double Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune.Value);
        return width;
    }

    /// <summary>The text, or as much of it as fits with <c>…</c> behind it.</summary>
    /// <param name="most">In ems, at least one.</param>
    public static string Fit(string text, double most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Of(text) <= most)
            return text;
        var (width, end) = (1.0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune.Value);
            if (width > most)
                break;
            end += rune.Utf16SequenceLength;
        }

        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static double Of(int c) => c switch
    {
        < 0x80 when Narrow.Contains((char)c, StringComparison.Ordinal) => 0.38,
        < 0x80 when Broad.Contains((char)c, StringComparison.Ordinal) => 0.95,
        >= 'A' and <= 'Z' => 0.68,
        < 0x300 => 0.59,
        >= 0x300 and < 0x370 => 0.0,
        >= 0xFF61 and <= 0xFF9F => 0.55,
        _ => 1.0,
    };
}
