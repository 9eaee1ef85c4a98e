using YamlDotNet.Core;

namespace KubeGuide.Core.Manifests.Yaml;

/// <summary>What the parser stumbled over, in Japanese. Nothing of the text itself is repeated: it may be a Secret's.</summary>
internal static class YamlFaultText
{
    /// <summary>Parts of the parser's messages, the first that fits decides.</summary>
    private static readonly (string Part, string Message)[] Known =
    [
        ("Mapping values are not allowed", "ここに「:」は書けません。インデントか、値を囲む引用符を確かめてください。"),
        ("invalid mapping", "ここに「:」は書けません。インデントか、値を囲む引用符を確かめてください。"),
        ("Mapping keys are not allowed", "ここに「?」は書けません。"),
        ("Block sequence entries are not allowed", "ここにリストの「-」は書けません。前の行とインデントを確かめてください。"),
        ("expected ':'", "キーの後に「:」がありません。"),
        ("expected '-' indicator", "リストの「-」の位置がそろっていません。インデントを確かめてください。"),
        ("expected key", "キーの位置がそろっていません。インデントを確かめてください。"),
        ("',' or ']'", "「[」で始まるリストが「]」で閉じていません。"),
        ("',' or '}'", "「{」で始まる組が「}」で閉じていません。"),
        ("escape character", "「\\」の後の文字が正しくありません。"),
        ("hexadecimal", "「\\」の後の文字が正しくありません。"),
        ("character escape code", "「\\」の後の文字が正しくありません。"),
        ("quoted scalar", "引用符が閉じていないか、閉じた後に余計な文字があります。"),
        ("block scalar", "「|」か「>」で始まる複数行の値の書き方が正しくありません。"),
        ("cannot start any token", "この文字では値を始められません。引用符で囲んでください。"),
        ("comment", "コメントの位置が正しくありません。「#」の前に空白を入れてください。"),
        ("nchor", "アンカー「&」かエイリアス「*」の書き方が正しくありません。"),
        ("tag", "「!」で始まるタグの書き方が正しくありません。"),
        ("irective", "「%」で始まる行の書き方が正しくありません。"),
        ("expected node content", "値がありません。"),
    ];

    public static YamlFault Of(YamlException fault, YamlSlice source, YamlPlace at)
    {
        if (Template(source) is { } template)
            return template;
        if (Tab(source, at, fault) is { } tab)
            return tab;
        if (FullWidthSpace.Near(at, source) is { } space)
            return space;
        if (Fence(source, at) is { } fence)
            return fence;
        var message = Known.FirstOrDefault(known => fault.Message.Contains(known.Part, StringComparison.Ordinal)).Message;
        return new YamlFault("parse", at, "YAMLとして読めません。" + (message ?? "書き方を確かめてください。"));
    }

    /// <summary>The first <c>{{</c> outside a comment: a document with templates is not YAML yet, whatever the parser says.</summary>
    private static YamlFault? Template(YamlSlice source)
    {
        var line = source.FirstLine;
        foreach (var text in source.Text.AsSpan().EnumerateLines())
        {
            if (text.IndexOf("{{") is var column and >= 0 && !text.TrimStart().StartsWith('#'))
                return new YamlFault("template", new YamlPlace(line, column + 1), "テンプレートの記法「{{ }}」があるため、YAMLとして読めません。値を埋めた後のマニフェストを入力してください。");
            line++;
        }

        return null;
    }

    /// <summary>The first tab in the indentation, where the parser complains of it or about its line.</summary>
    private static YamlFault? Tab(YamlSlice source, YamlPlace at, YamlException fault)
    {
        var isMeant = fault.Message.Contains("tab ", StringComparison.Ordinal);
        var line = source.FirstLine;
        foreach (var text in source.Text.AsSpan().EnumerateLines())
        {
            if (text.IndexOfAnyExcept(' ') is var column and >= 0 && text[column] == '\t' && (isMeant || line == at.Line))
                return new YamlFault("parse", new YamlPlace(line, column + 1), "インデントにタブは使えません。空白で字下げしてください。");
            line++;
        }

        return null;
    }

    /// <summary>A fence of Markdown that was pasted along, where the parser complains about its line.</summary>
    private static YamlFault? Fence(YamlSlice source, YamlPlace at)
    {
        var line = source.FirstLine;
        foreach (var text in source.Text.AsSpan().EnumerateLines())
        {
            if (line == at.Line && text.TrimStart().StartsWith("```"))
                return new YamlFault("parse", at, "Markdownのコードブロックの囲み「```」が残っているため、YAMLとして読めません。囲みの行を消してください。");
            line++;
        }

        return null;
    }
}
