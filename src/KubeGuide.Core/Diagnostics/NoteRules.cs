using System.Collections.Frozen;
using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Diagnostics;

/// <summary>The rules that look at one note and its mentions: an unchanged note is not looked at again.</summary>
/// <param name="titles">Names of the concepts that have a heading.</param>
internal sealed class NoteRules(KubernetesCatalog catalog, NotesSettings settings, IReadOnlyDictionary<Slug, string> titles)
{
    private readonly FrozenDictionary<string, string> corrections = TermRules.Corrections(catalog);
    private readonly FrozenDictionary<string, string> capitalised = WordRules.CapitalisedNames(catalog);
    private readonly FrozenSet<string> fields = WordRules.FieldNames(catalog);
    private readonly ImmutableArray<MisspellingJa> slips = WordRules.Slips(catalog);

    /// <summary>What parsing found, and what these rules find; a rule that is off by default is asked only where it is on.</summary>
    public ImmutableArray<Diagnostic> Check(NoteConcepts note, ImmutableArray<Mention> mentions)
    {
        var text = new NoteText(note.Document);
        return
        [
            .. note.Document.Diagnostics,
            .. HeadingRules.Headings(note),
            .. HeadingRules.Titles(note),
            .. HeadingRules.EmptySections(note),
            .. TermRules.Misspelt(text, note, mentions, corrections, titles),
            .. WordRules.MisspeltJapanese(text, slips),
            .. WordRules.FullWidth(text),
            .. WordRules.OtherCapitals(text, capitalised, fields),
            .. RemovedApiRule.Check(text, catalog),
            .. Style(text),
        ];
    }

    private IEnumerable<Diagnostic> Style(NoteText text) =>
        new (string Rule, Func<NoteText, IEnumerable<Diagnostic>> Check)[]
        {
            ("latin-spacing", StyleRules.LatinSpacing),
            ("half-width-kana", StyleRules.HalfWidthKana),
            ("mixed-style", StyleRules.MixedStyle),
            ("mixed-punctuation", StyleRules.MixedPunctuation),
            ("long-sentence", StyleRules.LongSentences),
        }.Where(style => settings.IsOn(style.Rule)).SelectMany(style => style.Check(text));
}
