using System.Collections.Frozen;

namespace KubeGuide.Core.References;

/// <summary>Kinds of pages and what people call them.</summary>
internal static class PageKinds
{
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["article"] = "記事",
        ["item"] = "記事",
        ["book"] = "本",
        ["chapter"] = "チャプター",
        ["scrap"] = "スクラップ",
        ["publication"] = "パブリケーション",
        ["topic"] = "トピック",
        ["tag"] = "タグ",
        ["profile"] = "プロフィール",
        ["docs"] = "ドキュメント",
        ["repository"] = "リポジトリ",
        ["file"] = "ファイル",
        ["commit"] = "コミット",
        ["issue"] = "issue",
        ["pull"] = "プルリクエスト",
        ["release"] = "リリース",
        ["discussion"] = "ディスカッション",
        ["gist"] = "Gist",
        ["image"] = "コンテナイメージ",
        ["question"] = "質問",
        ["video"] = "動画",
        ["slides"] = "スライド",
        ["page"] = "ページ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The kind is none of ours.</exception>
    internal static string LabelOf(string kind) => Labels[kind];
}
