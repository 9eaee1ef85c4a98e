namespace KubeGuide.Core.Rendering;

/// <summary>What a piece of raw HTML in a note is to us.</summary>
internal enum RawTag
{
    /// <summary>Shown as the text it is.</summary>
    None,
    Open,
    Close,

    /// <summary>A line break.</summary>
    Void,
}

/// <summary>The few tags without attributes that a note may use; every other one is text.</summary>
internal static class RawHtml
{
    private static readonly string[] Phrases = ["kbd", "sub", "sup", "mark"];

    public static bool IsComment(ReadOnlySpan<char> html) => html.TrimStart().StartsWith("<!--");

    /// <summary>The text of a block that is nothing but one comment, or null.</summary>
    public static string? CommentText(ReadOnlySpan<char> html)
    {
        var text = html.Trim();
        if (!text.StartsWith("<!--") || !text.EndsWith("-->") || text.Length < 7)
            return null;
        var inner = text[4..^3];
        return inner.Contains("-->", StringComparison.Ordinal) ? null : inner.Trim().ToString();
    }

    public static bool IsPhrase(string name) => Phrases.Contains(name);

    public static RawTag Classify(ReadOnlySpan<char> tag, out string name)
    {
        name = "";
        if (tag.Length < 3 || tag[0] != '<' || tag[^1] != '>')
            return RawTag.None;
        var inner = tag[1..^1];
        var closes = inner[0] == '/';
        inner = inner.TrimStart('/').TrimEnd(" /");
        foreach (var known in (ReadOnlySpan<string>)["br", "details", "summary", .. Phrases])
        {
            if (!inner.Equals(known, StringComparison.OrdinalIgnoreCase))
                continue;
            name = known;
            return known == "br" ? closes ? RawTag.None : RawTag.Void : closes ? RawTag.Close : RawTag.Open;
        }

        return RawTag.None;
    }
}
