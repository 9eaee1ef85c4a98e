using System.Collections.Immutable;

namespace KubeGuide.Core.Rendering.Code;

/// <summary>Annotates code for everything that shows it: code blocks and the manifest reader.</summary>
public static class CodeAnnotator
{
    /// <summary>Every line of the text in order; the lines joined by <c>\n</c> are the text. Time is linear in the text, and no text throws.</summary>
    /// <param name="language">A canonical name such as <c>yaml</c>, <c>bash</c>, <c>json</c>, <c>dockerfile</c>; lines of any other have no tokens.</param>
    /// <param name="isDiff">Whether a line's first character says that it was added (<c>+</c>) or removed (<c>-</c>).</param>
    public static ImmutableArray<AnnotatedLine> Annotate(string code, string? language, bool isDiff = false)
    {
        ArgumentNullException.ThrowIfNull(code);
        var lines = code.Split('\n');
        var lexer = LexerOf(language, lines);
        var tokens = new List<CodeToken>();
        var annotated = ImmutableArray.CreateBuilder<AnnotatedLine>(lines.Length);
        foreach (var line in lines)
            annotated.Add(isDiff ? DiffLine.Annotate(line, lexer, tokens) : Annotate(line, lexer, tokens));
        return annotated.MoveToImmutable();
    }

    /// <summary>Whether lines of the language can have tokens.</summary>
    public static bool Knows(string? language) => LexerOf(language, []) is not null;

    private static AnnotatedLine Annotate(string line, CodeLexer? lexer, List<CodeToken> tokens)
    {
        tokens.Clear();
        var reader = new LineReader(line, tokens);
        lexer?.Read(ref reader);
        return new AnnotatedLine(line, [.. tokens]);
    }

    private static CodeLexer? LexerOf(string? language, string[] lines) => language switch
    {
        "yaml" => new YamlLexer(),
        "bash" => new ShellLexer(isSession: Array.Exists(lines, line => ShellLexer.PromptLength(line) > 0)),
        "json" or "jsonc" or "json5" => new JsonLexer(),
        "dockerfile" => new DockerfileLexer(),
        _ => null,
    };
}
