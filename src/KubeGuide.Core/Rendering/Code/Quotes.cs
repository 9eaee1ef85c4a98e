namespace KubeGuide.Core.Rendering.Code;

/// <summary>Finds the end of quoted text: <c>\</c> escapes between double quotes, a doubled quote between single ones.</summary>
internal static class Quotes
{
    /// <summary>Length with both quotes of text that begins with one; all of it where none closes.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var end = End(text[1..], text[0]);
        return end < 0 ? text.Length : end + 1;
    }

    /// <summary>Length up to and with the closing quote; -1 where there is none.</summary>
    public static int End(ReadOnlySpan<char> text, char quote)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && (quote == '"' ? text[i] == '\\' : text[i] == quote && text[i + 1] == quote);
            if (isPair)
                i++;
            else if (text[i] == quote)
                return i + 1;
        }

        return -1;
    }
}
