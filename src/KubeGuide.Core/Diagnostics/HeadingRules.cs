using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Diagnostics;

/// <summary>Slips in headings, and in what stands below them.</summary>
internal static class HeadingRules
{
    public static IEnumerable<Diagnostic> Headings(NoteConcepts note)
    {
        var path = note.Document.Path;
        foreach (var section in note.Document.Sections)
        {
            if (section.Heading is not { } heading)
                continue;
            if (HeadingTitle.Clean(heading.Text).Length == 0)
                yield return new Diagnostic("empty-heading", Severity.Warning, path, heading.Line, 1, "見出しに文字がありません。", "見出しを書くか、行ごと消してください");
            if (heading.EscapedEmphasis)
                yield return new Diagnostic("escaped-emphasis", Severity.Info, path, heading.Line, heading.Column, $"見出し「{heading.Text}」に強調の記号が文字として残っています。", HeadingTitle.Clean(heading.Text));
            if (note.RepeatedIds.Contains(section.Index))
                yield return RepeatedId(note, section, heading);
        }
    }

    private static Diagnostic RepeatedId(NoteConcepts note, Section section, Heading heading)
    {
        var message = heading.Id is { } id ? $"見出しのid「{id}」が二度使われています。" : $"見出し「{heading.Text}」が二度あり、idが重なっています。";
        return new Diagnostic("repeated-id", Severity.Warning, note.Document.Path, heading.Line, heading.Column, message, $"{{#{note.Anchors[section.Index]}}} など、別のidにしてください");
    }

    public static IEnumerable<Diagnostic> Titles(NoteConcepts note)
    {
        var path = note.Document.Path;
        foreach (var place in note.Places)
        {
            var (line, column) = PlaceOf(note, place);
            if (place.Match?.Kind == MatchKind.Misspelling)
                yield return new Diagnostic("misspelt-kind", Severity.Warning, path, line, column, $"「{place.Written}」は「{place.Name}」の綴り誤りと思われます。", place.Name);
            if (place.IsHashed)
                yield return new Diagnostic("no-slug", Severity.Info, path, line, column, $"「{place.Name}」のURLは題名から作れないため、{place.Slug} にしています。", IdFor(note, place));
            var given = (place.IsNoteTitle ? note.Document.FrontMatter.Slug : null) ?? note.Document.Sections[place.Section].Heading?.Id;
            if (given is not null && !Slug.TryParse(given, out _))
                yield return new Diagnostic("bad-slug", Severity.Warning, path, line, column, $"「{given}」はURLに使えません。", "小文字の英数字とハイフンで書いてください");
        }
    }

    /// <summary>Concepts with a heading that nothing is written below, not even another concept.</summary>
    public static IEnumerable<Diagnostic> EmptySections(NoteConcepts note)
    {
        var sections = note.Document.Sections;
        var isAbove = new bool[sections.Length];
        foreach (var place in note.Places)
        {
            for (var above = sections[place.Section].Parent; above >= 0 && !isAbove[above]; above = sections[above].Parent)
                isAbove[above] = true;
        }

        foreach (var place in note.Places.Where(place => sections[place.Section].Heading is not null && !isAbove[place.Section]))
        {
            var bodies = ConceptMerger.OwnSections(note, place).Select(section => section.Body).ToList();
            if (bodies.Any(body => body.HasProse))
                continue;
            var (line, column) = PlaceOf(note, place);
            var only = bodies.SelectMany(body => body.Blocks).FirstOrDefault(block => !block.IsCard && Placeholder.Is(block.Text))?.Text.Trim() is { } text ? $"「{text}」"
                : bodies.Any(body => body.Blocks.Length > 0) ? "参照" : "見出し";
            var message = $"「{place.Name}」には{only}だけがあり、説明がありません。";
            yield return new Diagnostic("empty-section", Severity.Info, note.Document.Path, line, column, message, "最初の一文を書くか、見出しを消してください");
        }
    }

    /// <summary>Where the author can write the id: behind the heading, or in the front matter where the title stands there.</summary>
    private static string IdFor(NoteConcepts note, ConceptPlace place) => note.Document.Sections[place.Section].Heading is not null
        ? $"{{#{place.Slug}}} のように、見出しの終わりに好きなidを書いてください"
        : $"slug: {place.Slug} のように、フロントマターに好きなidを書いてください";

    private static (int Line, int Column) PlaceOf(NoteConcepts note, ConceptPlace place) =>
        note.Document.Sections[place.Section].Heading is { } heading ? (heading.Line, heading.Column) : (note.Document.FrontMatter.Lines.GetValueOrDefault("title", 1), 1);
}
