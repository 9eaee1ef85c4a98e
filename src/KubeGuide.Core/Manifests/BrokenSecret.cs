using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests;

/// <summary>Hides the values of a document that cannot be read, line by line: better too much than too little.</summary>
internal static class BrokenSecret
{
    /// <summary>Whether the document has a word that only Secrets have, or a kind that may be one.</summary>
    public static bool MayBeIn(YamlSlice slice) =>
        slice.Text.Contains("stringData", StringComparison.OrdinalIgnoreCase)
        || slice.Text.Contains(SecretValues.LastApplied, StringComparison.Ordinal)
        || slice.Text.Contains("secretGenerator", StringComparison.OrdinalIgnoreCase)
        || HasSecretWord(slice.Text)
        || (slice.Text.Contains("data", StringComparison.Ordinal) && !slice.Text.Contains("kind", StringComparison.Ordinal));

    /// <summary>Keeps indentation, dashes and keys.</summary>
    public static void Hide(string[] lines, YamlSlice slice)
    {
        var end = slice.FirstLine + slice.LineCount;
        for (var line = slice.FirstLine; line < end; line++)
        {
            var text = lines[line - 1];
            var kept = KeptLength(text);
            if (!text.AsSpan(kept).IsWhiteSpace() && !IsHarmless(text))
                lines[line - 1] = text[..kept] + YamlScalar.HiddenText;
        }
    }

    /// <summary>Any word near <c>Secret</c>, as a kind may be written next to anything in a broken document.</summary>
    private static bool HasSecretWord(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var length = 0;
            while (length < text.Length && char.IsAsciiLetter(text[length]))
                length++;
            if (length >= 4 && SecretValues.LooksLikeSecret(text[..length]))
                return true;
            text = text[Math.Max(length, 1)..];
        }

        return false;
    }

    private static int KeptLength(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] is ' ' or '\t' || (at + 1 < text.Length && text[at] == '-' && text[at + 1] == ' '))
            at++;
        var key = at;
        while (key < text.Length && (char.IsAsciiLetterOrDigit(text[key]) || text[key] is '_' or '.' or '-' or '/'))
            key++;
        var isKey = key > at && key < text.Length && text[key] == ':' && (key + 1 == text.Length || text[key + 1] is ' ' or '\t');
        return !isKey ? at : key + 1 < text.Length ? key + 2 : key + 1;
    }

    /// <summary>Lines that cannot hold a value of a Secret whatever is around them.</summary>
    private static bool IsHarmless(string text) => text.Trim() is "---" or "kind: Secret" or "apiVersion: v1" or "type: Opaque" or "metadata:";
}
