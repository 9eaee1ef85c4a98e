namespace KubeGuide.Core.Rendering.Code;

/// <summary>Reads the words of YAML, in blocks and between brackets alike; a quote may stay open over lines.</summary>
internal sealed class YamlScalars
{
    private char quote;

    public bool IsOpen => quote != '\0';

    public void Abandon() => quote = '\0';

    /// <summary>Anchors and tags in front of a value.</summary>
    public static void ReadProperties(ref LineReader line, bool inFlow)
    {
        while (line.Current is '&' or '!')
        {
            var length = line.Rest.IndexOfAny(inFlow ? " \t,[]{}" : " \t");
            line.Add(length < 0 ? line.Rest.Length : length, TokenKind.Keyword);
            line.SkipSpace();
        }
    }

    public void ReadQuoted(ref LineReader line, YamlPath? path)
    {
        var end = Quotes.End(line.Rest[1..], line.Current);
        if (end >= 0)
        {
            line.Add(end + 1, TokenKind.Text, path);
            return;
        }

        quote = line.Current;
        line.AddRest(TokenKind.Text);
    }

    public void ReadOn(ref LineReader line)
    {
        var end = Quotes.End(line.Rest, quote);
        if (end < 0)
        {
            line.AddRest(TokenKind.Text);
            return;
        }

        quote = '\0';
        line.Add(end, TokenKind.Text);
    }

    public static void ReadPlain(ref LineReader line, YamlPath? path, bool inFlow)
    {
        var length = PlainLength(line.Rest, inFlow);
        line.Add(length, KindOf(line.Rest[..length]), path);
    }

    /// <summary>Length of the key that a line of a block begins with, without the space before its colon; 0 where there is none.</summary>
    public static int KeyLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || ("[]{},#&*!|>%@`".Contains(text[0], StringComparison.Ordinal) && !Templates.Begins(text)))
            return 0;
        var length = text[0] is '"' or '\'' ? Quotes.Length(text) : PlainLength(text, inFlow: false, untilColon: true);
        var behind = text[length..].TrimStart(" \t");
        return behind.StartsWith(":") && LineReader.IsBlankAt(behind, 1) ? length : 0;
    }

    /// <summary>Length without the space at its end; at least 1.</summary>
    public static int PlainLength(ReadOnlySpan<char> text, bool inFlow, bool untilColon = false)
    {
        var end = 1;
        if (Templates.Begins(text))
            end = Templates.Length(text);
        while (end < text.Length && !EndsPlain(text, end, inFlow, untilColon))
            end += Templates.Begins(text[end..]) ? Templates.Length(text[end..]) : 1;
        return Math.Max(1, text[..end].TrimEnd(" \t").Length);
    }

    private static bool EndsPlain(ReadOnlySpan<char> text, int at, bool inFlow, bool untilColon) => text[at] switch
    {
        '#' => LineReader.IsBlankAt(text, at - 1),
        ':' => (inFlow || untilColon) && (LineReader.IsBlankAt(text, at + 1) || (inFlow && IsFlowMark(text[at + 1]))),
        var c => inFlow && IsFlowMark(c) && !Templates.Begins(text[at..]),
    };

    public static bool IsFlowMark(char c) => c is ',' or '[' or ']' or '{' or '}';

    private static TokenKind KindOf(ReadOnlySpan<char> text) => text switch
    {
        "true" or "false" or "null" or "~" or "True" or "False" or "Null" or "TRUE" or "FALSE" or "NULL" => TokenKind.Literal,
        ['*', _, ..] => TokenKind.Keyword,
        _ when text.Contains("{{", StringComparison.Ordinal) => TokenKind.Keyword,
        _ when Numbers.Is(text) => TokenKind.Number,
        _ => TokenKind.Text,
    };
}
