namespace KubeGuide.Core.Text;

/// <summary>Texts of any length where there is room for a few characters.</summary>
public static class Shortened
{
    /// <summary>The text, or what <paramref name="most"/> characters hold of it and an ellipsis; no character is cut in two.</summary>
    /// <param name="most">UTF-16 code units, at least one.</param>
    public static string To(int most, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");
    }
}
