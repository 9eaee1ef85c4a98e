using System.Collections.Immutable;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Diagnostics;

/// <summary>What one note says that another one decides: links, images, names, concepts in two places.</summary>
internal static class ReferenceRules
{
    /// <param name="concepts">The concepts that have a heading.</param>
    public static IEnumerable<Diagnostic> Check(
        IReadOnlyDictionary<string, NoteConcepts> notes, ImmutableArray<Concept> concepts, NameIndex names, LinkResolver links, NotesSnapshot files)
    {
        var titles = concepts.ToDictionary(concept => concept.Slug, concept => concept.Name);
        return notes.Values.SelectMany(note => Links(note, links, files).Concat(Aliases(note, names, titles))).Concat(Duplicates(concepts, notes));
    }

    private static IEnumerable<Diagnostic> Links(NoteConcepts note, LinkResolver links, NotesSnapshot files)
    {
        var path = note.Document.Path;
        foreach (var slot in note.Document.Sections.SelectMany(section => section.Body.Slots).Concat(note.Document.Footnotes.SelectMany(footnote => footnote.Body.Slots)))
        {
            if (slot is LinkOpenSlot link && links.Resolve(note, link) is null)
                yield return new Diagnostic("dead-link", Severity.Warning, path, link.Line, link.Column, $"リンク先「{link.Target}」が見つかりません。", "用語、見出し、ファイルの名前を確かめてください");
            if (slot is not ImageSlot image)
                continue;
            if (!(LinkResolver.Combine(path, image.Target) is { } target && files.TryGetAsset(target, out _)))
                yield return new Diagnostic("missing-image", Severity.Warning, path, image.Line, image.Column, $"画像「{image.Target}」が見つかりません。", "ファイルの場所と名前を確かめてください");
            if (string.IsNullOrWhiteSpace(image.Alt))
                yield return new Diagnostic("image-without-alt", Severity.Info, path, image.Line, image.Column, $"画像「{image.Target}」に代替テキストがありません。", "![…] の角かっこの中に、画像の内容を書いてください");
        }
    }

    /// <summary>Aliases in front matter that lead to another concept than their own.</summary>
    private static IEnumerable<Diagnostic> Aliases(NoteConcepts note, NameIndex names, Dictionary<Slug, string> titles)
    {
        if (note.Places.FirstOrDefault(place => place.IsNoteTitle) is not { } own)
            yield break;
        var line = note.Document.FrontMatter.Lines.GetValueOrDefault("aliases", 1);
        foreach (var alias in note.Document.FrontMatter.Aliases)
        {
            if (names.Find(alias) is { } other && other != own.Slug)
                yield return new Diagnostic("alias-claimed-twice", Severity.Warning, note.Document.Path, line, 1, $"別名「{alias}」は「{titles.GetValueOrDefault(other) ?? other.Value}」を指しています。", "どちらか一方の別名にしてください");
        }
    }

    /// <summary>Every place but the first of a concept that two notes have prose on.</summary>
    private static IEnumerable<Diagnostic> Duplicates(ImmutableArray<Concept> concepts, IReadOnlyDictionary<string, NoteConcepts> notes)
    {
        foreach (var concept in concepts.Where(concept => concept.Sources.Length > 1))
        {
            var written = concept.Sources.Where(source => HasProse(notes[source.Path], source.Section)).DistinctBy(source => source.Path).ToList();
            foreach (var source in written.Skip(1))
            {
                var column = notes[source.Path].Document.Sections[source.Section].Heading?.Column ?? 1;
                yield return new Diagnostic(
                    "duplicate-concept", Severity.Info, source.Path, source.Line, column,
                    $"「{concept.Name}」は {written[0].Path}:{written[0].Line} にも説明があります。", "一方にまとめるか、見出しを分けてください");
            }
        }
    }

    private static bool HasProse(NoteConcepts note, int section) =>
        note.Places.FirstOrDefault(place => place.Section == section) is { } place && ConceptMerger.OwnSections(note, place).Any(own => own.Body.HasProse);
}
