using KubeGuide.Core.Linking;
using KubeGuide.Core.Rendering.Code;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Rendering;

/// <summary>Says in words why something in the notes is a link: term, rule, file and line.</summary>
public static class LinkReason
{
    /// <summary>UTF-16 units of what an author may have written at any length.</summary>
    private const int LongestShown = 60;

    public static string Of(Mention mention, string path)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var (term, at) = (mention.Term.Text, At(path, mention.Line));
        var subject = term == mention.Text ? "" : $"「{mention.Text}」は";
        return mention.Reason switch
        {
            MentionReason.Name => $"{subject}「{term}」の名前に一致{at}",
            MentionReason.Plural => $"{subject}「{term}」の名前の複数形に一致{at}",
            MentionReason.Alias => $"{subject}「{term}」の別名に一致{at}",
            MentionReason.Misspelling => $"{subject}「{term}」のよくある綴り誤りに一致{at}",
            MentionReason.Code => $"{subject}コード全体が用語「{term}」に一致{at}",
            _ => $"{subject}kubectlの引数が「{term}」に一致{at}",
        };
    }

    /// <summary>A link that the author wrote.</summary>
    public static string Of(LinkOpenSlot link, string path)
    {
        ArgumentNullException.ThrowIfNull(link);
        return $"「{Short(link.Text)}」から「{Short(link.IsWiki ? link.Target : LinkTarget.Decode(link.Target))}」への、ノートに書かれたリンク{At(path, link.Line)}";
    }

    /// <summary>A value of a manifest.</summary>
    public static string Of(ManifestLink link, string text, string path, int line)
    {
        ArgumentNullException.ThrowIfNull(link);
        return text == link.Kind
            ? $"「{link.Kind}」はマニフェストの種類{At(path, line)}"
            : $"「{Short(text)}」はマニフェストで「{Short(link.Kind)}」を指す値{At(path, line)}";
    }

    private static string Short(string text) => Shortened.To(LongestShown, text);

    private static string At(string path, int line) => $"（{path}:{line}）";
}
