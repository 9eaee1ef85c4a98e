using System.Collections.Frozen;

namespace KubeGuide.Core.Rendering;

/// <summary>A boxed remark: GitHub's alerts, Obsidian's callouts, Zenn's messages, Qiita's notes and the boxes of other tools are one thing.</summary>
internal sealed record Callout(string Class, string Title)
{
    private static readonly Callout Note = new("note", "補足");
    private static readonly Callout Tip = new("tip", "ヒント");
    private static readonly Callout Important = new("important", "重要");
    private static readonly Callout Warning = new("warning", "注意");
    private static readonly Callout Caution = new("caution", "警告");

    private static readonly FrozenDictionary<string, Callout> Kinds = new Dictionary<string, Callout>(StringComparer.OrdinalIgnoreCase)
    {
        ["note"] = Note,
        ["info"] = Note,
        ["tip"] = Tip,
        ["hint"] = Tip,
        ["success"] = Tip,
        ["check"] = Tip,
        ["done"] = Tip,
        ["important"] = Important,
        ["warning"] = Warning,
        ["attention"] = Warning,
        ["caution"] = Caution,
        ["danger"] = Caution,
        ["error"] = Caution,
        ["failure"] = Caution,
        ["fail"] = Caution,
        ["bug"] = Caution,
        ["missing"] = Caution,
        ["abstract"] = Note with { Title = "要約" },
        ["summary"] = Note with { Title = "要約" },
        ["tldr"] = Note with { Title = "要約" },
        ["todo"] = Note with { Title = "やること" },
        ["question"] = Note with { Title = "質問" },
        ["faq"] = Note with { Title = "質問" },
        ["help"] = Note with { Title = "質問" },
        ["example"] = Note with { Title = "例" },
        ["quote"] = Note with { Title = "引用" },
        ["cite"] = Note with { Title = "引用" },
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="title">The author's words for it; empty for those of the kind.</param>
    public static Callout OfAlert(string kind, string title) => Titled(Kinds.GetValueOrDefault(kind) ?? Note with { Title = kind }, title);

    /// <summary>A container that nobody knows keeps its name as the title, so that nothing is lost.</summary>
    public static Callout OfContainer(string? info, string? arguments)
    {
        var title = arguments?.Trim() ?? "";
        return (info, title) switch
        {
            ("message", "alert") => Caution,
            ("message", _) => Note,
            ("note", "warn") => Warning,
            ("note", "alert") => Caution,
            ("note", "info") => Note,
            _ when Kinds.TryGetValue(info ?? "", out var known) => Titled(known, title),
            _ when BracketedTitle($"{info} {title}") is var (kind, words) && Kinds.TryGetValue(kind, out var known) => Titled(known, words),
            _ => new Callout("note", $"{info} {title}".Trim()),
        };
    }

    private static Callout Titled(Callout callout, string title) => title.Length == 0 ? callout : callout with { Title = title };

    /// <summary>Docusaurus writes <c>:::note[題]</c>.</summary>
    private static (string Kind, string Title)? BracketedTitle(string words)
    {
        var text = words.Trim();
        return text.EndsWith(']') && text.IndexOf('[', StringComparison.Ordinal) is > 0 and var open ? (text[..open], text[(open + 1)..^1]) : null;
    }
}
