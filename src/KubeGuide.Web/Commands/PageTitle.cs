using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KubeGuide.Core.References;

namespace KubeGuide.Web.Commands;

/// <summary>What a page says of itself.</summary>
internal sealed record PageTitle(string Title, DateOnly? Date)
{
    private const int MaxLength = 300;

    private const int CharsetWithin = 2048;

    private static readonly ImmutableArray<string> Separators = [" | ", " - ", " – ", " — ", " · ", "｜"];

    static PageTitle() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>From a page's head, or from the answer of Qiita's API; null where neither has a title.</summary>
    internal static PageTitle? Of(FetchAnswer answer, Reference reference) =>
        answer.MediaType == "application/json" ? FromJson(answer.Body) : FromHtml(Decode(answer), reference);

    private static PageTitle? FromHtml(string html, Reference reference)
    {
        var head = new HtmlParser().ParseHead(html);
        var title = Clean(Meta(head, "og:title")) ?? Clean(head?.QuerySelector("title")?.TextContent);
        return title is null ? null : new PageTitle(WithoutSite(title, reference.Site), DateOf(Meta(head, "article:published_time")));
    }

    private static string? Meta(INode? head, string property) => (head as IElement)?.QuerySelectorAll("meta")
        .FirstOrDefault(meta => meta.GetAttribute("property") == property || meta.GetAttribute("name") == property)?.GetAttribute("content");

    private static PageTitle? FromJson(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } item && Clean(StringOf(item, "title")) is { } title
                ? new PageTitle(title, DateOf(StringOf(item, "created_at")))
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? StringOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>One line without control characters, cut where it is too long to be a title; null where nothing is left.</summary>
    private static string? Clean(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var visible = string.Concat(line.EnumerateRunes().Where(IsVisible).Take(MaxLength).Select(rune => rune.ToString())).Trim();
        return visible.Length > 0 ? visible : null;
    }

    private static bool IsVisible(Rune rune) =>
        rune.Value != 0xFFFD && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned);

    private static string WithoutSite(string title, string site)
    {
        var separator = Separators.FirstOrDefault(s => title.EndsWith(s + site, StringComparison.OrdinalIgnoreCase));
        return separator is null || title.Length == separator.Length + site.Length ? title : title[..^(separator.Length + site.Length)].TrimEnd();
    }

    private static DateOnly? DateOf(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    /// <summary>By byte order mark, the header's charset, the page's own, else UTF-8.</summary>
    private static string Decode(FetchAnswer answer)
    {
        var encoding = EncodingOf(answer.Charset) ?? EncodingOf(CharsetIn(answer.Body)) ?? Encoding.UTF8;
        using var reader = new StreamReader(new MemoryStream(answer.Body), encoding, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding? EncodingOf(string? charset)
    {
        try
        {
            return charset is null ? null : Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? CharsetIn(byte[] body)
    {
        var start = Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, CharsetWithin));
        var at = start.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : string.Concat(start[(at + "charset=".Length)..].TrimStart('"', '\'').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }
}
