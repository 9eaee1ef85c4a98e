using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Diagnostics;

/// <summary>What is to be mended in the notes, beyond what parsing one note finds.</summary>
public static class Findings
{
    /// <summary>By path, line, column and rule.</summary>
    public static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> findings) =>
    [
        .. findings.OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Rule, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal).Distinct(),
    ];

    public static IEnumerable<Diagnostic> Of(ImmutableArray<NoteConcepts> notes, LinkResolver links, NotesSnapshot files) =>
        notes.SelectMany(note => note.Document.Diagnostics.Concat(Headings(note)).Concat(Links(note, links, files)));

    private static IEnumerable<Diagnostic> Headings(NoteConcepts note)
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
                yield return new Diagnostic("repeated-id", Severity.Warning, path, heading.Line, heading.Column, $"見出しのid「{heading.Id}」が二度使われています。", $"{{#{note.Anchors[section.Index]}}} など、別のidにしてください");
        }

        foreach (var place in note.Places)
        {
            var heading = note.Document.Sections[place.Section].Heading;
            var (line, column) = (heading?.Line ?? 1, heading?.Column ?? 1);
            if (place.Match?.Kind == MatchKind.Misspelling)
                yield return new Diagnostic("misspelt-kind", Severity.Warning, path, line, column, $"「{place.Written}」は「{place.Name}」の綴り誤りと思われます。", place.Name);
            if (place.IsHashed)
                yield return new Diagnostic("no-slug", Severity.Info, path, line, column, $"「{place.Name}」のURLは題名から作れないため、{place.Slug} にしています。", $"{{#{place.Slug}}} のように、見出しの終わりに好きなidを書いてください");
            var given = (place.IsNoteTitle ? note.Document.FrontMatter.Slug : null) ?? heading?.Id;
            if (given is not null && !Slug.TryParse(given, out _))
                yield return new Diagnostic("bad-slug", Severity.Warning, path, line, column, $"「{given}」はURLに使えません。", "小文字の英数字とハイフンで書いてください");
        }
    }

    private static IEnumerable<Diagnostic> Links(NoteConcepts note, LinkResolver links, NotesSnapshot files)
    {
        foreach (var slot in note.Document.Sections.SelectMany(section => section.Body.Slots).Concat(note.Document.Footnotes.SelectMany(footnote => footnote.Body.Slots)))
        {
            if (slot is LinkOpenSlot link && links.Resolve(note, link) is null)
                yield return new Diagnostic("dead-link", Severity.Warning, note.Document.Path, link.Line, link.Column, $"リンク先「{link.Target}」が見つかりません。", "用語、見出し、ファイルの名前を確かめてください");
            if (slot is ImageSlot image && !(LinkResolver.Combine(note.Document.Path, image.Target) is { } path && files.TryGetAsset(path, out _)))
                yield return new Diagnostic("missing-image", Severity.Warning, note.Document.Path, image.Line, image.Column, $"画像「{image.Target}」が見つかりません。", "ファイルの場所と名前を確かめてください");
        }
    }
}
