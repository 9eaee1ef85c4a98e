using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KubeGuide.Core.Diagnostics;

/// <summary>Every rule there is, in the order in which they are listed to an author.</summary>
public static class Rules
{
    public static ImmutableArray<Rule> All { get; } =
    [
        new("misspelt-kind", Severity.Warning, "種類の名前の綴り誤りと思われる見出しです。"),
        new("misspelt-term", Severity.Warning, "本文にある用語の綴り誤りです。"),
        new("misspelt-japanese", Severity.Warning, "よくある誤字です（「仮装IP」など）。"),
        new("empty-heading", Severity.Warning, "文字のない見出しです。"),
        new("empty-section", Severity.Info, "見出しだけで説明のない概念です。"),
        new("escaped-emphasis", Severity.Info, "見出しに強調の記号が文字として残っています。"),
        new("unclosed-container", Severity.Warning, "「:::」で始まる囲みが閉じられていません。"),
        new("list-wrapped", Severity.Info, "ファイル全体がリストの項目になっています。"),
        new("term-variants", Severity.Info, "一つの用語が二とおりに書かれています。"),
        new("full-width", Severity.Info, "英字や数字が全角で書かれています。"),
        new("duplicate-concept", Severity.Info, "別々のノートが同じ概念を説明しています。"),
        new("alias-claimed-twice", Severity.Warning, "別名がほかの概念の名前と重なっています。"),
        new("repeated-id", Severity.Warning, "見出しのidが重なっています。"),
        new("no-slug", Severity.Info, "題名からURLを作れない概念です。"),
        new("bad-slug", Severity.Warning, "URLに使えないidです。"),
        new("dead-link", Severity.Warning, "リンク先がノートの中に見つかりません。"),
        new("missing-image", Severity.Warning, "画像のファイルが見つかりません。"),
        new("image-without-alt", Severity.Info, "代替テキストのない画像です。"),
        new("link-scheme", Severity.Warning, "表示できない形式のリンクや画像です。"),
        new("removed-api", Severity.Warning, "Kubernetesから削除されたapiVersionを使うマニフェストです。"),
        new("encoding", Severity.Warning, "UTF-8として読めない文字があります。"),
        new("structure-limit", Severity.Error, "構造が複雑すぎて、整形せずに表示しているノートです。"),
        new("unreadable", Severity.Error, "読めないファイルやフォルダーです。"),
        new("too-many-notes", Severity.Error, "ノートの数が上限を超えています。"),
        new("notes-vanished", Severity.Error, "ノートがフォルダーごと、または半分より多く消えています。"),
        new("front-matter", Severity.Warning, "フロントマターに読めないところがあります。"),
        new("settings", Severity.Warning, "kubeguide.ymlに読めない項目があります。"),
        new("reference-bad-url", Severity.Warning, "URLとして読めないため、リンクにならない参照です。"),
        new("reference-too-long", Severity.Warning, "長すぎるため、リンクにならないURLです。"),
        new("reference-credentials", Severity.Error, "URLにユーザー名やパスワードが含まれています。"),
        new("references-parse", Severity.Error, "references.ymlがYAMLとして読めません。"),
        new("references-bad-url", Severity.Warning, "references.ymlの項目がURLではありません。"),
        new("references-duplicate", Severity.Warning, "references.ymlに同じ記事が二度書かれています。"),
        new("references-unknown-key", Severity.Warning, "references.ymlに知らない項目があります。"),
        new("references-bad-date", Severity.Warning, "references.ymlの日付が読めません。"),
        new("references-not-cited", Severity.Info, "references.ymlの記事を、どのノートも引いていません。"),
        new("latin-spacing", Severity.Info, "和文と英数字の間に空白があります。", IsOn: false),
        new("mixed-style", Severity.Info, "「です・ます」と「である」が一つのノートに混ざっています。", IsOn: false),
        new("half-width-kana", Severity.Info, "半角のカタカナがあります。", IsOn: false),
        new("mixed-punctuation", Severity.Info, "「、。」と「，．」が一つのノートに混ざっています。", IsOn: false),
        new("long-sentence", Severity.Info, "120文字を超える文です。", IsOn: false),
    ];

    private static readonly FrozenDictionary<string, Rule> ById = All.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule with exactly this id, or null.</summary>
    public static Rule? Find(string id) => ById.GetValueOrDefault(id);
}
