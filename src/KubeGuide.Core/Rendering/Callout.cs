namespace KubeGuide.Core.Rendering;

/// <summary>A boxed remark: GitHub's alerts, Zenn's messages and Qiita's notes are one thing.</summary>
internal sealed record Callout(string Class, string Title)
{
    private static readonly Callout Note = new("note", "補足");
    private static readonly Callout Tip = new("tip", "ヒント");
    private static readonly Callout Important = new("important", "重要");
    private static readonly Callout Warning = new("warning", "注意");
    private static readonly Callout Caution = new("caution", "警告");

    public string OpenTag => $"<aside class=\"alert alert-{Class}\">\n<p class=\"alert-title\">{HtmlText.Escape(Title)}</p>\n";

    public static Callout OfAlert(ReadOnlySpan<char> kind) => kind.Trim().ToString().ToUpperInvariant() switch
    {
        "TIP" => Tip,
        "IMPORTANT" => Important,
        "WARNING" => Warning,
        "CAUTION" => Caution,
        _ => Note,
    };

    /// <summary>A container that nobody knows keeps its name as the title, so that nothing is lost.</summary>
    public static Callout OfContainer(string? info, string? arguments) => (info, arguments?.Trim()) switch
    {
        ("message", "alert") => Caution,
        ("message", _) => Note,
        ("note", "warn") => Warning,
        ("note", "alert") => Caution,
        ("note", _) => Note,
        _ => new Callout("note", $"{info} {arguments}".Trim()),
    };
}
