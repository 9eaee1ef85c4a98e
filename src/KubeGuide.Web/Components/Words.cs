using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Web.Components;

/// <summary>The site's own words, in one place: no component holds any.</summary>
internal static class Words
{
    // On every page
    /// <summary>Where the tagline may break, since few browsers find Japanese phrases by themselves.</summary>
    public static readonly ImmutableArray<string> TaglinePhrases = ["チームのKubernetesノートを、", "概念ごとに", "一ページずつ", "引けるように", "したサイトです。"];
    public static readonly string Tagline = string.Concat(TaglinePhrases);
    public const string SkipToText = "本文へ";
    public const string Search = "用語を検索";
    public const string SearchSite = "サイト内検索";
    public const string SearchExample = "Pod、po、ポッド、ローリングアップデート…";
    public const string SchemeAuto = "配色：端末に合わせる";
    public const string SchemeLight = "配色：明るい";
    public const string SchemeDark = "配色：暗い";
    public const string SiteNav = "サイトのページ";
    public const string Terms = "用語";
    public const string Resources = "APIリソース";
    public const string Map = "地図";
    public const string References = "参照記事";
    public const string Notes = "ノート";
    public const string Manifest = "マニフェスト";
    public const string Board = "ボード";
    public const string Groups = "分類";
    public const string SeeAll = "すべて見る";
    public const string Here = "現在地";
    public const string Outline = "目次";
    public const string OutlineOfPage = "このページの目次";
    public const string Bar = "画面下のメニュー";
    public const string List = "一覧";
    public const string Edit = "編集";
    public const string SourceOfFacts = "事実の出典：";
    public const string LostFragment = "という見出しは、このページにはありません。";
    public const string NearHeading = "近い見出し：";
    public const string Gone = "このページのノートはなくなりました。";

    // What scripts say
    public const string CopyLink = "リンクをコピー";
    public const string TitleAndUrl = "題名とURL";
    public const string Copied = "コピーしました";
    public const string CopyFailed = "コピーできませんでした";
    public const string Updated = "ノートの変更を反映しました";
    public const string Suggestions = "候補";
    public const string SearchStart = "名前・別名・略称・本文から探します。Enterで検索結果のページへ。";
    public const string SearchNone = "見つかりません。Enterで近い名前を探します。";
    public const string SearchCount = "{n}件。↑↓で選び、Enterで開きます。";
    public const string SearchFailed = "候補を取得できません。Enterで検索結果のページへ。";
    public const string ConnectionLost = "接続が切れました。つなぎ直しています。";
    public const string ConnectionFailed = "接続できません。";
    public const string Reload = "読み込み直す";
    public const string WhyLink = "なぜリンク？";

    // Home, groups, terms, resources, notes
    public const string SearchTerms = "用語から探す";
    public const string NoConcepts = "ノートに概念がまだありません。見出しに「Pod」のような名前を書いたMarkdownを置くと、ここに並びます。";
    public const string ListOfNotes = "ノートの一覧";
    public const string ListOfTerms = "用語の一覧";
    public const string TermsLead = "この用語集のすべての綴りです。別名と略称には、指す概念を添えています。";
    public const string Index = "索引";
    public const string ResourcesLead = "が表示する一覧に、ノートの有無を添えました。";
    public const string ListOfResources = "APIリソースの一覧";
    public const string Origin = "出典";
    public const string NotesLead = "もとのMarkdownを、書かれた順のまま読めます。";
    public const string TextOnly = "本文のみ";
    public const string NoNotes = "フォルダーにMarkdownのファイル（.md）がまだありません。置くと、ここに並びます。";
    public const string Refused = "このノートは整形せずに、書かれたとおりに表示しています。";

    // A concept
    public const string Children = "この下の概念";
    public const string ReadFirst = "先に読むと分かりやすい";
    public const string Backlinks = "言及されている場所";
    public const string NoBacklinks = "ほかのノートからの言及はまだありません。";
    public const string Mentions = "言及";
    public const string AmbiguousMentions = "どれとも決められなかった言及";
    public const string Neighbours = "前後の概念";
    public const string Previous = "前";
    public const string Next = "次";
    public const string Pages = "ページ送り";
    public const string PreviousPage = "前へ";
    public const string NextPage = "次へ";

    // Facts
    public const string CatalogFacts = "Kubernetesの事実";
    public const string Kind = "種類";
    public const string KubectlName = "kubectlでの名前";
    public const string Besides = "ほかに";
    public const string ScopeTitle = "範囲";
    public const string OfficialDocs = "公式の文書";
    public const string InEnglish = "（英語）";
    public const string InJapanese = "（日本語）";
    public const string FieldPlace = "書く場所";
    public const string Relations = "関係";
    public const string InNotes = "ノートでは";
    public const string Neighbourhood = "まわりの概念";

    // References
    public const string ConceptReferences = "参照";
    public const string CitedByConcepts = "この記事を引いている概念";
    public const string NoReferences = "ノートが引いている記事はまだありません。ノートにURLだけの段落を書くと、ここに並びます。";
    public const string Unlisted = "限定公開";
    public const string Order = "並べ方";
    public const string ByTitle = "題名順";
    public const string ByDate = "日付順";
    public const string ByCitations = "引用の多い順";

    // Map and comparison
    public const string MapLead = "分類を列に、概念を状態とともに並べています。概念を選ぶと、つながりを線で示します。";
    public const string MapDrawing = "概念の地図。同じ内容が下の一覧にあります";
    public const string ClearLines = "線を消す";
    public const string MentionsInNotes = "ノートでの言及";
    public const string CompareLead = "違いを一つの表で見比べます。";
    public const string CannotCompare = "並べて比べられません";
    public const string Comparison = "比較";
    public const string NotWritten = "まだ書かれていません";
    public const string StateTitle = "状態";
    public const string WhatItIs = "説明";
    public const string Reach = "届く範囲";
    public const string Layer = "層";

    // Search, and what was not found
    public const string SearchTitle = "検索";
    public const string SearchAgain = "検索し直す";
    public const string SearchThisName = "この名前で検索";
    public const string NothingFound = "見つかりませんでした。言葉を短くするか、一覧から探してください。";
    public const string NearNames = "近い名前";
    public const string IsInNotes = "ならノートにあります。";
    public const string NotFound = "見つかりません";
    public const string NotFoundLead = "綴りが違うか、名前が変わったのかもしれません。近い名前を選ぶか、検索してください。";
    public const string PagesWithWord = "この言葉が出てくるページ";
    public const string ErrorTitle = "表示できませんでした";
    public const string ErrorHeading = "このページを表示できませんでした";
    public const string ErrorText = "サイトの側の誤りです。もう一度読み込んでも直らないときは、次の番号を添えて管理者に知らせてください。";

    // The board
    public const string BoardLead = "ノートで次に書くこと、直すこと。";
    public const string BoardFollows = "ノートを保存すると、ここも変わります。";
    public const string BuildFailed = "いちばん新しいノートからページを作れませんでした。前の内容を表示しています。原因はサーバーのログにあります。";
    public const string Written = "記述あり";
    public const string Stub = "見出しのみ";
    public const string Mentioned = "言及のみ";
    public const string Findings = "指摘";
    public const string NextToWrite = "次に書くとよい概念";
    public const string NextToWriteHint = "見出しだけのもの、言及だけのものを、言及の多い順に並べています。";
    public const string TableOfNextToWrite = "次に書くとよい概念の表";
    public const string Concept = "概念";
    public const string Place = "場所";
    public const string Unmentioned = "どこからも言及されていない概念";
    public const string UnmentionedHint = "ほかの説明の中に名前が出てきません。たどり着けるのは、一覧、検索、ノートに書かれたリンクからだけです。";
    public const string NoFindings = "直すところは見つかりませんでした。";
    public const string NoMatchingFindings = "この条件に合う指摘はありません。";
    public const string FilterFindings = "指摘を絞り込む";
    public const string Rule = "規則";
    public const string Weight = "重さ";
    public const string File = "ファイル";
    public const string GroupedBy = "まとめ方";
    public const string All = "すべて";
    public const string ByRule = "規則ごと";
    public const string ByGroup = "分類ごと";
    public const string ByFile = "ファイルごと";
    public const string Filter = "絞り込む";
    public const string ShowAll = "すべて表示";
    public const string OutsideConcepts = "どの概念にも属さない場所";

    // The manifest reader
    public const string ReadManifest = "マニフェストを読む";
    public const string ManifestLead = "YAMLを貼ると、チームのノートとKubernetesの事実で説明します。サーバーには保存しません。";
    public const string ManifestInput = "入力";
    public const string ManifestFollows = "入力が止まると、下の説明も変わります。ファイルは欄に落としても読めます。入力は、このタブを閉じるまでブラウザーの中にだけ残ります。";
    public const string Read = "読む";
    public const string ReadFile = "ファイルを読む";
    public const string Examples = "例：";
    public const string AnnotatedManifest = "注釈つきのマニフェスト";
    public const string Picture = "図";
    public const string WholePicture = "図の全体";
    public const string PictureOfObjects = "オブジェクトと参照の図。同じ内容が下の「オブジェクト」に文章であります";
    public const string PictureHint = "実線は参照、破線は、この中に参照先がない参照です。名前を選ぶと説明に移ります。";
    public const string Objects = "オブジェクト";
    public const string Namespace = "名前空間";
    public const string PointsTo = "参照しているもの";
    public const string PointedAtBy = "参照されているところ";

    public static string State(ConceptState state) => state switch
    {
        ConceptState.Written => Written,
        ConceptState.Stub => Stub,
        ConceptState.Mentioned => Mentioned,
        _ => "カタログのみ",
    };

    public const string NamedInHeadings = "この名前だけの説明はまだありませんが、ノートでは次の見出しの下で触れています。";

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

    public static string More(int count) => $"他 {count} 件";

    /// <summary>Says that a list is cut; empty where it is not.</summary>
    public static string OutOf(int total, int shown) => total > shown ? $"{total}件のうち{shown}件です。" : "";

    public static string Concepts(int count) => $"概念 {count}";

    public static string GroupLead(IReadOnlyCollection<Concept> concepts) =>
        $"概念は{concepts.Count}件です（{string.Join("、", concepts.GroupBy(concept => concept.State).OrderBy(state => state.Key).Select(state => $"{State(state.Key)} {state.Count()}"))}）。";

    public static string TeamNote(string path, int line) => $"チームのノート {path}:{line}";

    public static string WhichOne(string name) => $"「{name}」という名前は一つに決まりません。どれをお探しですか。";

    public static string Senses(string name, IEnumerable<string> senses) => $"「{name}」という名前は、次のどれも指します：{string.Join("、", senses)}。";

    public static string MentionsOf(string name) => $"{name}への言及";

    public static string MentionsShown(int total, int first, int last) => total == 0 ? "まだありません。" : $"{total}件のうち、{first}件目から{last}件目までです。";

    public static string MoreRelations(int count) => $"ほか {count} 件の関係";

    public static string NeighbourhoodOf(string name) => $"{name}と関係する概念の図。文章では上の「関係」にあります";

    public static string ReferencesLead(int count) => $"ノートが引いている記事は{count}件です。";

    public static string MapOf(string name) => $"地図：{name}";

    public static string MapFocus(int links) => $"のつながりを線で示しています（{links}件）。";

    public static string FactsAbout(string name) => $"{CatalogFacts}：{name}";

    public static string PageOf(string name) => $"{name}のページ";

    public static string ShowLinksOf(Concept concept) => $"{concept.Name}（{State(concept.State)}）のつながりを示す";

    public static string NotedBy(string name) => $"{name}のノートが触れています。";

    public static string Touches(string name) => $"{name}に触れています。";

    public static string CompareThese(IEnumerable<string> names) => $"{string.Join("・", names)}を並べて比べる";

    public static string Compared(IEnumerable<string> names) => $"{string.Join("・", names)}を比べる";

    public static string CompareCount(int count) =>
        $"比べられるのは二つから六つまでの概念ですが、ここには{(count == 0 ? "一つもありません" : $"{count}個あります")}。アドレスに名前をコンマで並べてください：";

    public static string ResultsOf(string query) => $"「{query}」の検索結果";

    public static string Hits(int count) => $"{count}件見つかりました。";

    public static string QueryWasCut(int length) => $"長すぎるため、はじめの{length}文字で探しました。";

    public static string QueryWithout(IEnumerable<string> words) => $"すべての語を含むものはありません。{string.Join("、", words.Select(word => $"「{word}」"))}を除いて探しました。";

    public static string NoSuchPage(string name) => $"「{name}」というページはありません";

    public static string FindingsCount(int count) => $"{count}件です。";

    public static string FindingsShown(int count, int shown) => $"{count}件のうち{shown}件を表示しています。条件を絞ると残りも見られます。";

    public static string BoardUpdated(int findings) => $"ノートの変更を反映しました。指摘は{findings}件です。";

    public static string Line(int line) => $"{line}行目";

    public static string LinesShown(int total, int shown) => $"{total}行のうち、はじめの{shown}行を表示しています。";

    public static string FirstOf(int total, int shown) => $"{total}件のうち、はじめの{shown}件です。";

    public static string FirstShown(int count) => $"はじめの{count}件を表示しています。";

    public static string ManifestSummary(int objects, int references, int missing, int findings) =>
        $"オブジェクト{objects}個と参照{references}件を読みました{(missing > 0 ? $"（うち{missing}件は、この中に参照先がありません）" : "")}。"
        + (findings == 0 ? "気になるところは見つかりませんでした。" : $"指摘は{findings}件です。");

    public static string NotExplained(bool isKnown) => isKnown ? "ノートには、まだ説明がありません。" : "この種類の説明は、ノートにもカタログにもありません。";

    /// <summary>Says that a picture is cut; empty where it is not.</summary>
    public static string ObjectsDrawn(int total, int drawn) => total > drawn ? $"オブジェクト{total}個のうち、はじめの{drawn}個です。" : "";

    public static string ExplanationOf(string name) => $"{name}の説明";

    public static string IsMissing(string name) => $"{name}（この中にありません）";
}
