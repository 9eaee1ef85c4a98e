using System.Collections.Immutable;

namespace KubeGuide.Core.Rendering.Code;

/// <summary>What a piece of code is; decides on its colour.</summary>
public enum TokenKind
{
    Key,

    /// <summary>Strings, and the plain values of YAML.</summary>
    Text,
    Number,

    /// <summary>A word with a meaning of its own: <c>true</c>, <c>null</c>.</summary>
    Literal,

    /// <summary>A remark of any kind: comments, a diff's header, a shell's prompt.</summary>
    Comment,
    Command,
    Option,

    /// <summary>What the language itself or a template reads: instructions, variables, anchors, <c>{{ }}</c>.</summary>
    Keyword,

    /// <summary>A resource that kubectl is asked for; it has no colour, but it may link.</summary>
    Resource,
}

/// <summary>What a diff says of a line.</summary>
public enum LineChange
{
    None,
    Added,
    Removed,
}

/// <summary>A piece of a line that is more than text.</summary>
/// <param name="Start">First character in the line.</param>
/// <param name="Path">
/// In YAML the place of a key, or of a value that stands on one line; null where the place is unknown or too deep to be a known field.
/// </param>
public readonly record struct CodeToken(int Start, int Length, TokenKind Kind, YamlPath? Path = null);

/// <summary>A line of code.</summary>
/// <param name="Text">Without the line end.</param>
/// <param name="Tokens">Ascending, without overlap; what lies between them is text.</param>
public sealed record AnnotatedLine(string Text, ImmutableArray<CodeToken> Tokens, LineChange Change = LineChange.None)
{
    /// <summary>The token's characters; quotes are part of a string.</summary>
    public ReadOnlySpan<char> TextOf(CodeToken token) => Text.AsSpan(token.Start, token.Length);
}
