namespace KubeGuide.Core.Rendering.Code;

/// <summary>Reads a line of a diff: its mark, and behind it a line of the code that was changed.</summary>
internal static class DiffLine
{
    public static AnnotatedLine Annotate(string line, CodeLexer? lexer, List<CodeToken> tokens)
    {
        tokens.Clear();
        if (IsHeader(line))
            return new AnnotatedLine(line, [new CodeToken(0, line.Length, TokenKind.Comment)]);
        var change = ChangeOf(line);
        var mark = change != LineChange.None || line.StartsWith(' ') ? 1 : 0;
        var reader = new LineReader(line.AsSpan(mark), tokens);
        lexer?.Read(ref reader);
        return new AnnotatedLine(line, [.. tokens.Select(token => token with { Start = token.Start + mark })], change);
    }

    /// <summary>A bare <c>---</c> is the unchanged mark of a YAML document, not a removed line.</summary>
    private static LineChange ChangeOf(string line) => line switch
    {
        "---" => LineChange.None,
        ['+', ..] => LineChange.Added,
        ['-', ..] => LineChange.Removed,
        _ => LineChange.None,
    };

    private static bool IsHeader(string line) =>
        line.StartsWith("@@ ", StringComparison.Ordinal)
        || line.StartsWith("--- ", StringComparison.Ordinal)
        || line.StartsWith("+++ ", StringComparison.Ordinal)
        || line.StartsWith("diff --git ", StringComparison.Ordinal)
        || line.StartsWith("index ", StringComparison.Ordinal);
}
