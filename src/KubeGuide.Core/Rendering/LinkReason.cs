using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Rendering;

/// <summary>Says in words why a mention is a link: term, rule, file and line.</summary>
public static class LinkReason
{
    public static string Of(Mention mention, string path)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var rule = mention.Reason switch
        {
            MentionReason.Name => "名前に一致",
            MentionReason.Plural => "名前の複数形に一致",
            MentionReason.Alias => "別名に一致",
            MentionReason.Misspelling => "よくある綴り誤りに一致",
            MentionReason.Code => "コード全体が用語に一致",
            _ => "kubectlの引数に一致",
        };
        return mention.Term.Text == mention.Text
            ? $"「{mention.Term.Text}」の{rule}（{path}:{mention.Line}）"
            : $"「{mention.Text}」は「{mention.Term.Text}」の{rule}（{path}:{mention.Line}）";
    }
}
