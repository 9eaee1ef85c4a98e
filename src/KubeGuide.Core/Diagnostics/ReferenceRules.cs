using KubeGuide.Core.Concepts;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Diagnostics;

/// <summary>What one note says that another one decides: links, images, names, concepts in two places.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<Diagnostic> Check(Glossary glossary) =>
        glossary.Notes.SelectMany(note => Links(note.Concepts, glossary).Concat(Aliases(note.Concepts, glossary))).Concat(Duplicates(glossary));

    private static IEnumerable<Diagnostic> Links(NoteConcepts note, Glossary glossary)
    {
        var path = note.Document.Path;
        foreach (var slot in note.Document.Sections.SelectMany(section => section.Body.Slots).Concat(note.Document.Footnotes.SelectMany(footnote => footnote.Body.Slots)))
        {
            if (slot is LinkOpenSlot link && glossary.Links.Resolve(note, link) is null)
                yield return DeadLink(path, link);
            if (slot is not ImageSlot image)
                continue;
            if (glossary.Links.Picture(path, image.Target) is null)
                yield return new Diagnostic("missing-image", Severity.Warning, path, image.Line, image.Column, $"画像「{image.Target}」が見つかりません。", "ファイルの場所と名前を確かめてください");
            if (string.IsNullOrWhiteSpace(image.Alt))
                yield return new Diagnostic("image-without-alt", Severity.Info, path, image.Line, image.Column, $"画像「{image.Target}」に代替テキストがありません。", "![…] の角かっこの中に、画像の内容を書いてください");
        }
    }

    /// <summary>Only notes and pictures are served: whether another file is there makes no difference to the reader.</summary>
    private static Diagnostic DeadLink(string path, LinkOpenSlot link)
    {
        var target = link.IsWiki ? link.Target : LinkTarget.Decode(link.Target);
        var extension = Path.GetExtension(target.AsSpan()).ToString();
        return !link.IsWiki && extension.Length > 1 && !target.Contains('#', StringComparison.Ordinal) && !NoteName.IsMarkdown(target)
            ? new Diagnostic("dead-link", Severity.Warning, path, link.Line, link.Column, $"リンク先「{target}」は、ノートでも画像でもないため表示できません。", "置き場所のURLを書くか、コードとして書いてください")
            : new Diagnostic("dead-link", Severity.Warning, path, link.Line, link.Column, $"リンク先「{target}」が見つかりません。", "用語、見出し、ファイルの名前を確かめてください");
    }

    /// <summary>Aliases in front matter that lead to another concept than their own.</summary>
    private static IEnumerable<Diagnostic> Aliases(NoteConcepts note, Glossary glossary)
    {
        if (note.Places.FirstOrDefault(place => place.IsNoteTitle) is not { } own)
            yield break;
        var line = note.Document.FrontMatter.Lines.GetValueOrDefault("aliases", 1);
        foreach (var alias in note.Document.FrontMatter.Aliases)
        {
            if (glossary.Names.Find(alias) is not { } other || other == own.Slug)
                continue;
            var title = glossary.Concepts[other] is { Places.IsEmpty: false } concept ? concept.Name : other.Value;
            yield return new Diagnostic("alias-claimed-twice", Severity.Warning, note.Document.Path, line, 1, $"別名「{alias}」は「{title}」を指しています。", "どちらか一方の別名にしてください");
        }
    }

    /// <summary>Every place but the first of a concept that two notes have prose on.</summary>
    private static IEnumerable<Diagnostic> Duplicates(Glossary glossary)
    {
        foreach (var concept in glossary.Listed.Where(concept => concept.Places.Length > 1))
        {
            var written = concept.Places.Zip(concept.Sources, (place, source) => (place.Note, place.Place, Source: source))
                .Where(place => ConceptMerger.OwnSections(place.Note, place.Place).Any(own => own.Body.HasProse)).DistinctBy(place => place.Source.Path).ToList();
            foreach (var (note, _, source) in written.Skip(1))
            {
                var column = note.Document.Sections[source.Section].Heading?.Column ?? 1;
                yield return new Diagnostic(
                    "duplicate-concept", Severity.Info, source.Path, source.Line, column,
                    $"「{concept.Name}」は {written[0].Source.Path}:{written[0].Source.Line} にも説明があります。", "一方にまとめるか、見出しを分けてください");
            }
        }
    }
}
