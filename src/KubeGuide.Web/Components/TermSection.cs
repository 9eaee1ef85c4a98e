using System.Collections.Immutable;
using KubeGuide.Core;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Text;

namespace KubeGuide.Web.Components;

/// <summary>A spelling and what it names.</summary>
public sealed record TermEntry(string Text, Concept Concept);

/// <summary>The terms under one letter, one row of the kana table, or 漢字.</summary>
public sealed record TermSection(string Id, string Title, ImmutableArray<TermEntry> Entries)
{
    private const string Rows = "あかさたなはまやらわ";

    /// <summary>Every term of every listed concept, A–Z, then あ–わ, then what begins with kanji or a digit.</summary>
    public static ImmutableArray<TermSection> Of(Glossary glossary) =>
    [
        .. glossary.Listed
            .SelectMany(concept => concept.Aliases.Prepend(concept.Name).Select(text => new TermEntry(text, concept)))
            .DistinctBy(entry => (entry.Text, entry.Concept.Slug))
            .GroupBy(entry => TitleOf(entry.Text))
            .OrderBy(group => Rank(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new TermSection("t-" + group.Key, group.Key,
                [.. group.OrderBy(entry => Folding.Fold(entry.Text), StringComparer.Ordinal).ThenBy(entry => entry.Text, StringComparer.Ordinal)])),
    ];

    private static int Rank(string title) => char.IsAsciiLetter(title[0]) ? 0 : Rows.Contains(title[0], StringComparison.Ordinal) ? 1 : 2;

    private static string TitleOf(string term)
    {
        var first = Folding.Fold(term) is { Length: > 0 } folded ? folded[0] : '#';
        if (char.IsAsciiLetter(first))
            return char.ToUpperInvariant(first).ToString();
        var kana = Folding.IsKatakana(first) ? (char)(first - 0x60) : first;
        return Folding.IsHiragana(kana) ? RowOf(kana).ToString() : Folding.IsKanji(first) ? "漢字" : "記号・数字";
    }

    private static char RowOf(char kana) => kana switch
    {
        <= 'お' => 'あ',
        <= 'ご' => 'か',
        <= 'ぞ' => 'さ',
        <= 'ど' => 'た',
        <= 'の' => 'な',
        <= 'ぽ' => 'は',
        <= 'も' => 'ま',
        <= 'よ' => 'や',
        <= 'ろ' => 'ら',
        'ゔ' => 'あ',
        _ => 'わ',
    };
}
