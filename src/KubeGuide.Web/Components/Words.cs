using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Web.Components;

/// <summary>The site's own words, in one place.</summary>
internal static class Words
{
    public const string Tagline = "チームのKubernetesノートを、概念ごとに一ページずつ引けるようにしたサイトです。";
    public const string Search = "用語を検索";
    public const string SearchExample = "Pod、po、ポッド、ローリングアップデート…";
    public const string CatalogFacts = "Kubernetesの事実";

    public static string State(ConceptState state) => state switch
    {
        ConceptState.Written => "記述あり",
        ConceptState.Stub => "見出しのみ",
        ConceptState.Mentioned => "言及のみ",
        _ => "カタログのみ",
    };

    /// <summary>What a page says where the notes have no text on a concept.</summary>
    public static string NothingYet(ConceptState state) => state switch
    {
        ConceptState.Stub => "ノートには見出しだけがあり、説明はまだ書かれていません",
        ConceptState.Mentioned => "ノートではほかの説明の中に名前が出てくるだけで、見出しはまだありません",
        _ => "ノートはまだこれに触れていません。以下はKubernetesの側からわかることです",
    };

    public static string Severity(Severity severity) => severity switch
    {
        Core.Diagnostics.Severity.Error => "誤り",
        Core.Diagnostics.Severity.Warning => "警告",
        _ => "情報",
    };

    public static string Scope(ResourceFacts facts) => facts.Namespaced switch
    {
        true => "名前空間に属する",
        false => "名前空間に属さない（クラスター全体）",
        null => "手元のファイル（クラスターには作られない）",
    };

    public static string RelationGroup(string group) => group switch
    {
        "structure" => "構造",
        "traffic" => "通信",
        "scaling" => "スケール",
        "configuration" => "設定",
        "identity" => "権限",
        "storage" => "保存",
        "policy" => "制限",
        _ => "配布",
    };
}
