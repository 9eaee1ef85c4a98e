using System.Collections.Frozen;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>
/// Cuts Japanese typed without spaces into the words that carry its content. There is no dictionary: the script tells,
/// since content is written in Latin letters, katakana and kanji, and hiragana joins it.
/// </summary>
internal static class Sentence
{
    private static readonly FrozenSet<string> Particles = new[]
    {
        "の", "を", "が", "は", "に", "で", "と", "へ", "も", "や", "か", "から", "まで", "より", "など", "って", "とは", "とか", "との",
        "では", "でも", "には", "にも", "への", "での", "からの", "までの", "という", "として", "について", "における", "による", "によって",
        "ための", "のための", "をする", "する",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>They stand in every question and in any text, and none is a name of Kubernetes; <c>no</c> is one.</summary>
    private static readonly FrozenSet<string> Fillers = new[]
    {
        "何", "何か", "何ですか", "なに", "なんですか", "教えて", "知りたい",
        "a", "an", "the", "this", "that", "these", "it", "its", "there", "all", "i", "me", "my", "we", "us", "our", "you", "your",
        "is", "are", "was", "be", "been", "do", "does", "did", "can", "could", "should", "would", "will", "have", "has",
        "what", "what's", "which", "who", "when", "where", "why", "how", "to", "of", "in", "on", "at", "by", "for", "from", "with", "as", "and", "or", "if",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Asking = new[]
    {
        "違い", "差", "差異", "比較", "関係", "使い方", "使いかた", "使う", "書き方", "書く", "作り方", "作成", "作成方法", "設定方法", "確認方法", "やり方", "方法", "手順",
        "例", "具体例", "サンプル", "一覧", "意味", "役割", "目的", "用途", "種類", "仕組み", "しくみ", "概要", "説明", "基本", "特徴", "定義", "メリット", "デメリット",
        "利点", "注意点", "とは", "なぜ", "必要", "理由",
        "difference", "differences", "between", "compare", "use", "using", "create", "write", "make", "example", "examples", "usage", "mean", "means", "meaning", "purpose",
        "overview", "explain", "list", "show", "add", "change", "delete", "remove", "need", "want", "work", "works", "working", "not",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string VerbEndings = "うくぐすつぬぶむる";

    /// <summary>
    /// Cuts where a whole run of hiragana is particles: <c>PodとServiceの違い</c> gives Pod, Service, 違い. Not behind a single
    /// kanji, which is rather the beginning of an expression: 元に戻す.
    /// </summary>
    public static List<(int Start, int End)> CutAtParticles(string text)
    {
        var pieces = new List<(int Start, int End)>();
        var start = 0;
        foreach (var (at, length) in HiraganaRuns(text))
        {
            var isSingleKanji = at - start == 1 && Folding.IsKanji(text[start]);
            var particle = IsBeforeAsking(text.AsSpan(at)) ? 1 : length;
            if (isSingleKanji || !Particles.Contains(text.Substring(at, particle)))
                continue;
            Keep(at);
            start = at + particle;
        }

        Keep(text.Length);
        return pieces;

        void Keep(int end)
        {
            if (end > start && !Fillers.Contains(text[start..end]))
                pieces.Add((start, end));
        }
    }

    /// <summary>Whether a word says only what is asked about the others.</summary>
    /// <param name="isBetween">Whether it stands between two of them: <c>pod vs node</c>.</param>
    public static bool OnlyAsks(string word, bool isBetween) => Asking.Contains(word) || (isBetween && word.Equals("vs", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Cuts at all hiragana but for a single one behind kanji, which ends a word (仕組み, 使い方): <c>落ちたら自動復旧する</c>
    /// gives 落, 自動復旧, each also with the hiragana behind it, which may be its inflection (落ちたら).
    /// </summary>
    /// <param name="isName">Whether a word is a name: one written in hiragana stays (ぽっどの公開).</param>
    public static List<(string Word, string Inflected)> CutAtHiragana(string text, Func<string, bool> isName)
    {
        var pieces = new List<(string Word, string Inflected)>();
        var start = 0;
        foreach (var (at, length) in HiraganaRuns(text))
        {
            var isBehindKanji = at > 0 && Folding.IsKanji(text[at - 1]);
            if (isBehindKanji && length == 1 && !Particles.Contains(text.Substring(at, 1)))
                continue;
            Keep(text[start..at], isBehindKanji ? text[start..(at + length)] : text[start..at]);
            var name = NameIn(text.Substring(at, length), isName);
            Keep(name, name);
            start = at + length;
        }

        Keep(text[start..], text[start..]);
        return pieces;

        void Keep(string word, string inflected)
        {
            if (word.Length > 0 && !Fillers.Contains(word))
                pieces.Add((word, inflected));
        }
    }

    /// <summary>A sentence without its last hiragana, which others inflect differently: <c>再起動を繰り返</c> is in 再起動を繰り返します.</summary>
    public static string WithoutEnding(string text)
    {
        var end = text.Length;
        while (end > 0 && Folding.IsHiragana(text[end - 1]))
            end--;
        return end == 0 ? text : text[..end];
    }

    /// <summary>How much of a text stands before its first hiragana; all of one that begins with it.</summary>
    public static int HeadLength(string text)
    {
        var head = 0;
        while (head < text.Length && !Folding.IsHiragana(text[head]))
            head++;
        return head == 0 ? text.Length : head;
    }

    /// <summary>A verb without the last hiragana of its dictionary form, as its other forms begin: <c>繰り返</c> of 繰り返す.</summary>
    public static string Stem(string word) =>
        word.Length > 2 && VerbEndings.Contains(word[^1]) && Folding.IsKanji(word[0]) && word.AsSpan(1, word.Length - 2).ContainsAnyInRange('ぁ', 'ゖ') ? word[..^1] : word;

    /// <summary>Cuts wherever the script changes, and leaves hiragana out: <c>クラスタ外部</c> gives クラスタ, 外部.</summary>
    public static List<string> CutAtScripts(string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var script = SearchText.ScriptOf(text[start]);
            var end = start + 1;
            while (end < text.Length && SearchText.ScriptOf(text[end]) == script)
                end++;
            if (script is not (TextScript.Hiragana or TextScript.Other))
                Keep(pieces, text[start..end]);
            start = end;
        }

        return pieces;
    }

    /// <summary>Whether の stands before a word that asks and begins in hiragana: カナリアリリースのやり方.</summary>
    private static bool IsBeforeAsking(ReadOnlySpan<char> text)
    {
        if (text is not ['の', var next, ..] || !Folding.IsHiragana(next))
            return false;
        foreach (var word in Asking)
        {
            if (text[1..].StartsWith(word))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a folded text begins with words in their order, nothing but particles between them, and a word ends behind the last:
    /// <c>証明書の更新</c> with 証明書, 更新.
    /// </summary>
    public static bool BeginsWith(string text, IEnumerable<SearchWord> words)
    {
        var at = 0;
        foreach (var word in words)
        {
            var end = word.Spellings.Select(spelling => EndOf(text, at, spelling.Text)).Max();
            if (end < 0)
                return false;
            at = end;
        }

        return at == text.Length || SearchText.ScriptOf(text[at]) != SearchText.ScriptOf(text[at - 1]);
    }

    /// <summary>Offset behind a word that stands at a place, or behind a particle there; else -1.</summary>
    private static int EndOf(string text, int at, string word)
    {
        var found = text.IndexOf(word, at, StringComparison.Ordinal);
        return found == at || (at > 0 && found > at && Particles.Contains(text[at..found])) ? found + word.Length : -1;
    }

    private static string NameIn(string run, Func<string, bool> isName)
    {
        for (var length = run.Length; length >= 2; length--)
        {
            if (isName(run[..length]))
                return run[..length];
        }

        return "";
    }

    private static void Keep(List<string> pieces, string piece)
    {
        if (piece.Length > 0 && !Fillers.Contains(piece))
            pieces.Add(piece);
    }

    /// <summary>A ー behind hiragana belongs to it, so that its kana is no particle: <c>でーたべーす</c>.</summary>
    private static IEnumerable<(int At, int Length)> HiraganaRuns(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var length = 0;
            while (at + length < text.Length && (Folding.IsHiragana(text[at + length]) || (length > 0 && text[at + length] == 'ー')))
                length++;
            if (length > 0)
                yield return (at, length);
            at += length;
        }
    }
}
