using KubeGuide.Core.Rendering;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Diagnostics;

/// <summary>Matters of taste in Japanese technical text: each is said only where a team switched it on.</summary>
internal static class StyleRules
{
    private const int LongestSentence = 120;

    private static readonly string[] Polite = ["です", "ます", "ません", "でした", "ました", "でしょう", "ましょう", "ください"];

    private static readonly string[] Plain = ["である", "であった", "だ", "だった", "であろう", "だろう"];

    public static IEnumerable<Diagnostic> LatinSpacing(NoteText note)
    {
        foreach (var run in note.Prose)
        {
            for (var i = 1; i + 1 < run.Text.Length; i++)
            {
                if (run.Text[i] == ' ' && IsBetweenScripts(run.Text[i - 1], run.Text[i + 1]))
                    yield return note.At("latin-spacing", LineAt(run, i), run.Text[(i - 1)..(i + 2)], "和文と英数字の間に空白があります。", "空白を取り除いてください");
            }
        }
    }

    public static IEnumerable<Diagnostic> HalfWidthKana(NoteText note)
    {
        foreach (var run in note.Prose)
        {
            for (var i = 0; i < run.Text.Length; i++)
            {
                var start = i;
                while (i < run.Text.Length && run.Text[i] is >= '\uFF66' and <= '\uFF9F')
                    i++;
                if (i > start)
                    yield return note.At("half-width-kana", LineAt(run, start), run.Text[start..i], $"「{run.Text[start..i]}」は半角のカタカナです。", "全角で書いてください");
            }
        }
    }

    /// <summary>The sentences of the style that the note uses less.</summary>
    public static IEnumerable<Diagnostic> MixedStyle(NoteText note)
    {
        var sentences = note.Blocks.Where(block => block.Kind == BlockKind.Paragraph && !block.IsCard).SelectMany(SentencesOf).ToList();
        var polite = sentences.Where(sentence => EndsIn(sentence.Text, Polite)).ToList();
        var plain = sentences.Where(sentence => EndsIn(sentence.Text, Plain)).ToList();
        if (polite.Count == 0 || plain.Count == 0)
            yield break;
        var (rarer, usual) = plain.Count <= polite.Count ? (plain, "です・ます") : (polite, "である");
        foreach (var sentence in rarer)
            yield return note.At("mixed-style", sentence.Line, sentence.Text, $"このノートの多くの文は「{usual}」で終わります。", "文末をそろえてください");
    }

    /// <summary>The first sign of the pair that the note uses less.</summary>
    public static IEnumerable<Diagnostic> MixedPunctuation(NoteText note)
    {
        var signs = note.Prose.SelectMany(run => Signs(run)).ToList();
        var japanese = signs.Where(sign => sign.Sign is '、' or '。').ToList();
        var latin = signs.Where(sign => sign.Sign is '，' or '．').ToList();
        if (japanese.Count == 0 || latin.Count == 0)
            yield break;
        var (rarer, usual) = latin.Count <= japanese.Count ? (latin[0], "、。") : (japanese[0], "，．");
        yield return note.At("mixed-punctuation", rarer.Line, rarer.Sign.ToString(), $"このノートの句読点の多くは「{usual}」です。", "句読点をそろえてください");
    }

    public static IEnumerable<Diagnostic> LongSentences(NoteText note)
    {
        foreach (var sentence in note.Blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote && !block.IsCard).SelectMany(SentencesOf))
        {
            if (sentence.Text.Length > LongestSentence)
                yield return note.At("long-sentence", sentence.Line, sentence.Text[..20], $"{sentence.Text.Length}文字の文です。", $"{LongestSentence}文字以内の文に分けてください");
        }
    }

    private static IEnumerable<(string Text, int Line)> SentencesOf(TextBlock block)
    {
        var start = 0;
        for (var i = 0; i < block.Text.Length; i++)
        {
            if (block.Text[i] is not ('。' or '．' or '！' or '？') && i + 1 < block.Text.Length)
                continue;
            var sentence = block.Text[start..(i + 1)];
            var lead = sentence.Length - sentence.TrimStart().Length;
            if (sentence.Length > lead)
                yield return (sentence.Trim(), block.Line + block.Text.AsSpan(0, start + lead).Count('\n'));
            start = i + 1;
        }
    }

    private static bool EndsIn(string sentence, string[] endings)
    {
        var text = sentence.TrimEnd('。', '．', '！', '？', '）', ')', '」', ' ');
        return endings.Any(ending => text.EndsWith(ending, StringComparison.Ordinal));
    }

    private static IEnumerable<(char Sign, int Line)> Signs(ProseRun run)
    {
        for (var i = 0; i < run.Text.Length; i++)
        {
            if (run.Text[i] is '、' or '。' or '，' or '．')
                yield return (run.Text[i], LineAt(run, i));
        }
    }

    private static bool IsBetweenScripts(char left, char right) =>
        (char.IsAsciiLetterOrDigit(left) && Folding.IsJapanese(right)) || (Folding.IsJapanese(left) && char.IsAsciiLetterOrDigit(right));

    private static int LineAt(ProseRun run, int offset) => run.Line + run.Text.AsSpan(0, offset).Count('\n');
}
