using System.Text;

namespace KubeGuide.Core.Rendering;

/// <summary>Writes text into HTML.</summary>
public static class HtmlText
{
    /// <summary>Appends the text so that it is text in an element and in a double-quoted attribute.</summary>
    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        ArgumentNullException.ThrowIfNull(html);
        while (text.IndexOfAny("&<>\"") is var index and >= 0)
        {
            html.Append(text[..index]).Append(text[index] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => "&quot;",
            });
            text = text[(index + 1)..];
        }

        html.Append(text);
    }

    /// <summary>The text with the characters of markup replaced.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny("&<>\"") < 0)
            return text;
        var html = new StringBuilder(text.Length + 16);
        Append(html, text);
        return html.ToString();
    }
}
