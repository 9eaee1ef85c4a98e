namespace KubeGuide.Core.Rendering.Code;

/// <summary>The classes by which the style sheet colours code.</summary>
public static class TokenClass
{
    /// <summary>Null for what has no colour.</summary>
    public static string? Of(TokenKind kind) => kind switch
    {
        TokenKind.Key => "tok-key",
        TokenKind.Text => "tok-string",
        TokenKind.Number => "tok-number",
        TokenKind.Literal => "tok-literal",
        TokenKind.Comment => "tok-comment",
        TokenKind.Command => "tok-command",
        TokenKind.Option => "tok-option",
        TokenKind.Keyword => "tok-keyword",
        _ => null,
    };
}
