namespace KubeGuide.Core.Manifests.Yaml;

/// <summary>U+3000 where only a space separates: YAML takes it for a letter, and the eye for indentation.</summary>
internal static class FullWidthSpace
{
    private const char Space = '\u3000';

    /// <summary>How far from the place of the parser's complaint the cause may be: it notices a missing colon on the next line.</summary>
    private const int Nearby = 1;

    /// <summary>What is odd about a key; null where nothing is.</summary>
    public static YamlFault? Before(YamlScalar key) => key.IsPlain && key.Text.StartsWith(Space) ? InIndentation(key.Start) : null;

    /// <summary>What is odd about a value that stands below its key, or in a list: it may have been meant as a key with its own.</summary>
    public static YamlFault? In(YamlNode value) =>
        value is YamlScalar { IsPlain: true } scalar && AfterColon(scalar.Text) is var at and >= 0 ? Behind(new YamlPlace(scalar.Start.Line, scalar.Start.Column + at)) : null;

    /// <summary>The cause of a complaint about a place; null where it is none of this.</summary>
    public static YamlFault? Near(YamlPlace place, YamlSlice source)
    {
        var line = source.FirstLine;
        foreach (var text in source.Text.AsSpan().EnumerateLines())
        {
            var start = text.IndexOfAnyExcept(' ', Space);
            if (Math.Abs(line - place.Line) <= Nearby && start >= 0 && text[start] != '#')
            {
                if (text[..start].IndexOf(Space) is var at and >= 0)
                    return InIndentation(new YamlPlace(line, at + 1));
                var key = text[start..].StartsWith("- ") ? start + 2 : start;
                if (AfterColon(text[key..]) is var colon and >= 0)
                    return Behind(new YamlPlace(line, key + colon + 1));
            }

            line++;
        }

        return null;
    }

    private static YamlFault InIndentation(YamlPlace at) => new("parse", at, "インデントに全角の空白は使えません。半角の空白で字下げしてください。");

    private static YamlFault Behind(YamlPlace at) => new("parse", at, "「:」の後の空白が全角なので、キーと値に分かれません。半角の空白にしてください。");

    /// <summary>Where the space stands behind the colon of what reads like a key; else negative.</summary>
    private static int AfterColon(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && colon + 1 < text.Length && text[colon + 1] == Space && IsKey(text[..colon]) ? colon + 1 : -1;
    }

    private static bool IsKey(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '/'))
                return false;
        }

        return true;
    }
}
