using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering;

/// <summary>Zenn's embeds: <c>@[card](url)</c>, <c>@[youtube](id)</c>, <c>@[speakerdeck](id)</c> and those of other sites by their URL.</summary>
internal static class Embed
{
    private static readonly HashSet<string> Names = new(
        ["card", "youtube", "speakerdeck", "slideshare", "docswell", "tweet", "gist", "github", "figma", "codepen", "codesandbox", "stackblitz", "jsfiddle"], StringComparer.Ordinal);

    /// <summary>Whether the link is the second half of an embed: its text is one's name, and an <c>@</c> stands before it.</summary>
    public static bool IsEmbed(LinkInline link) =>
        link.PreviousSibling is LiteralInline literal && literal.Content.AsSpan().EndsWith("@") && Names.Contains(InlineText.Of(link));

    /// <summary>Whether a paragraph that begins with this can be a card at all: most are ruled out here.</summary>
    public static bool MayBeCard(Inline? first) => first switch
    {
        AutolinkInline or LinkInline { IsImage: false } => true,
        LiteralInline literal => literal.Content.AsSpan().Trim() is "@" or "",
        _ => false,
    };

    /// <summary>What a line of a paragraph shows as a card, or null where it is anything more than an address.</summary>
    public static CardSource? CardIn(IReadOnlyList<Inline> line)
    {
        var inlines = line.Where(inline => inline is not LiteralInline literal || !literal.Content.IsEmptyOrWhitespace()).ToList();
        return inlines switch
        {
            [AutolinkInline { IsEmail: false } auto] => new CardSource(auto.Url, null, auto),
            [LinkInline { IsImage: false } link] when LinkTarget.IsOutside(link.Url ?? "") && !link.Any(child => child is LinkInline { IsImage: true } or Markdown.SizedImageInline) => new CardSource(link.Url!, TitleOf(link), link),
            [LiteralInline literal, LinkInline { IsImage: false } link] when literal.Content.AsSpan().Trim() is "@" => Embedded(link),
            _ => null,
        };
    }

    /// <summary>The paragraph's inlines line by line; null where emphasis or anything else spans lines.</summary>
    public static List<List<Inline>> Lines(ParagraphBlock paragraph)
    {
        var lines = new List<List<Inline>> { new() };
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LineBreakInline)
                lines.Add([]);
            else
                lines[^1].Add(inline);
        }

        return lines;
    }

    private static string? TitleOf(LinkInline link)
    {
        var title = InlineText.Of(link).Trim();
        return title.Length == 0 || LinkTarget.IsOutside(title) ? null : title;
    }

    private static CardSource? Embedded(LinkInline link)
    {
        var url = link.Url ?? "";
        return InlineText.Of(link) switch
        {
            var name when LinkTarget.IsOutside(url) => Names.Contains(name) ? new CardSource(url, null, link) : null,
            "youtube" when IsIdentifier(url) => new CardSource("https://www.youtube.com/watch?v=" + url, null, link),
            "speakerdeck" when IsIdentifier(url) => new CardSource("https://speakerdeck.com/player/" + url, null, link),
            _ => null,
        };
    }

    private static bool IsIdentifier(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <summary>An address that stands alone.</summary>
/// <param name="Title">The author's words for it, or null.</param>
internal sealed record CardSource(string Url, string? Title, Inline Place);
