using System.Buffers;
using System.Text;

namespace KubeGuide.Core.Rendering;

/// <summary>Writes text into HTML.</summary>
public static class HtmlText
{
    /// <summary>The characters that stand for markup.</summary>
    internal static readonly SearchValues<char> Markup = SearchValues.Create("&<>\"");

    /// <summary>Appends the text so that it is text in an element and in a double-quoted attribute.</summary>
    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        ArgumentNullException.ThrowIfNull(html);
        while (text.IndexOfAny(Markup) is var index and >= 0)
        {
            html.Append(text[..index]).Append(EntityOf(text[index]));
            text = text[(index + 1)..];
        }

        html.Append(text);
    }

    /// <summary>What is written instead of one of <see cref="Markup"/>.</summary>
    internal static string EntityOf(char markup) => markup switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => "&quot;",
    };

    /// <summary>The text with the characters of markup replaced.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny(Markup) < 0)
            return text;
        var html = new StringBuilder(text.Length + 16);
        Append(html, text);
        return html.ToString();
    }
}
