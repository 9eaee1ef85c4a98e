using System.Globalization;

namespace KubeGuide.Core.Rendering.Code;

/// <summary>Recognises numbers as YAML and JSON write them.</summary>
internal static class Numbers
{
    private const int Longest = 64;

    public static bool Is(ReadOnlySpan<char> word) =>
        word.Length is > 0 and <= Longest
        && char.IsAsciiDigit(word[^1])
        && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
