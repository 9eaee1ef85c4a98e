namespace KubeGuide.Core.Rendering.Code;

/// <summary>Walks over one line and collects its tokens.</summary>
internal ref struct LineReader(ReadOnlySpan<char> text, List<CodeToken> tokens)
{
    public ReadOnlySpan<char> Text { get; } = text;

    public int At { get; set; }

    public readonly bool IsAtEnd => At >= Text.Length;

    /// <summary>NUL at the end, which no note contains.</summary>
    public readonly char Current => At < Text.Length ? Text[At] : '\0';

    public readonly ReadOnlySpan<char> Rest => Text[At..];

    /// <summary>Whether the line ends, or has a space, so many characters further.</summary>
    public readonly bool IsBlank(int ahead) => IsBlankAt(Text, At + ahead);

    public static bool IsBlankAt(ReadOnlySpan<char> text, int at) => at < 0 || at >= text.Length || text[at] is ' ' or '\t';

    public void SkipSpace()
    {
        while (At < Text.Length && Text[At] is ' ' or '\t')
            At++;
    }

    public void Add(int length, TokenKind kind, YamlPath? path = null)
    {
        if (length > 0)
            tokens.Add(new CodeToken(At, length, kind, path));
        At += length;
    }

    /// <summary>Everything up to the end but its trailing space.</summary>
    public void AddRest(TokenKind kind)
    {
        Add(Rest.TrimEnd().Length, kind);
        At = Text.Length;
    }
}
