using KubeGuide.Core.Concepts;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Rendering;

/// <summary>Where an explicit link inside the notes leads.</summary>
/// <param name="Path">Path-absolute URL without the site's prefix; empty for the page itself.</param>
/// <param name="Fragment">Heading id, or null.</param>
/// <param name="Concept">The concept it leads to, or null for a note or a file.</param>
public sealed record ResolvedLink(string Path, string? Fragment, Slug? Concept)
{
    /// <summary>The URL with the site's prefix.</summary>
    public string Href(SiteLinks links) => (Path.Length == 0 ? "" : links.To(Path)) + (Fragment is null ? "" : "#" + Uri.EscapeDataString(Fragment));
}

/// <summary>Resolves <c>[[Pod]]</c>, <c>[[note#見出し]]</c>, <c>[text](pod.md#id)</c> and <c>[text](#見出し)</c> to concepts and headings.</summary>
public sealed class LinkResolver(NameIndex names, IReadOnlyDictionary<Slug, Concept> concepts, IReadOnlyDictionary<string, LinkedNote> notes, NotesSnapshot files)
{
    private static readonly string[] ReadMes = ["README.md", "readme.md", "index.md"];

    private readonly Lazy<Dictionary<string, NoteConcepts>> notesByName = new(() => NotesByName(notes.Values));

    private readonly Lazy<Dictionary<string, string>> folders = new(() => FoldersOf(notes.Values));

    private readonly Lazy<Dictionary<string, NoteAsset>> picturesByName = new(() => PicturesByName(files.Assets.Values));

    /// <summary>
    /// Null where the link leads nowhere. In Markdown <c>%23</c> and <c>%3F</c> belong to the path; a plain <c>#</c> or <c>?</c> does where
    /// there is a file of that very name.
    /// </summary>
    /// <param name="note">The note that the link stands in.</param>
    public ResolvedLink? Resolve(NoteConcepts note, LinkOpenSlot link)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(link);
        var hash = link.Target.IndexOf('#', StringComparison.Ordinal);
        var target = (hash < 0 ? link.Target : link.Target[..hash]).Trim();
        if (link.IsWiki)
        {
            var last = hash < 0 ? null : link.Target[(link.Target.LastIndexOf('#') + 1)..].Trim();
            return target.Length == 0 ? Heading(note, last) : ByWikiName(target, last);
        }

        var query = target.IndexOf('?', StringComparison.Ordinal);
        if ((hash >= 0 || query >= 0) && Combine(note.Document.Path, LinkTarget.Decode(link.Target)) is { } whole && File(whole, null) is { } file)
            return file;
        var fragment = hash < 0 ? null : LinkTarget.Decode(link.Target[(hash + 1)..]).Trim();
        target = LinkTarget.Decode(query < 0 ? target : target[..query]).Trim();
        if (target.Length == 0)
            return fragment is { Length: > 0 } ? Heading(note, fragment) : null;
        return ByPath(note, target, fragment);
    }

    /// <summary>The image that a note shows: seen from the note, from the notes folder, or, by its file's name alone, anywhere in it; null where there is none.</summary>
    public NoteAsset? Picture(string notePath, string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        foreach (var from in (ReadOnlySpan<string>)[notePath, ""])
        {
            if (Combine(from, target) is { } path && files.TryGetAsset(path, out var asset))
                return asset;
        }

        return picturesByName.Value.GetValueOrDefault(target);
    }

    /// <summary>The path that a relative target means, seen from a note; null where it leaves the folder.</summary>
    public static string? Combine(string notePath, string target)
    {
        ArgumentNullException.ThrowIfNull(notePath);
        ArgumentNullException.ThrowIfNull(target);
        var parts = target.StartsWith('/') ? [] : new List<string>(notePath.Split('/')[..^1]);
        foreach (var part in target.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    /// <summary>The target of a wiki link: a concept, else a note by its file name, with or without its folders.</summary>
    private ResolvedLink? ByWikiName(string target, string? fragment)
    {
        if (names.Find(target) is { } slug)
            return OfConcept(slug, fragment);
        var name = NoteName.WithoutExtension(target);
        if (notesByName.Value.TryGetValue(Folding.Fold(name), out var note))
            return OfNote(note, fragment);
        return names.Find(name[(name.LastIndexOf('/') + 1)..]) is { } last ? OfConcept(last, fragment) : null;
    }

    private ResolvedLink? ByName(string name, string? fragment) => names.Find(name) is { } slug ? OfConcept(slug, fragment) : null;

    private ResolvedLink? OfConcept(Slug slug, string? fragment)
    {
        if (fragment is not { Length: > 0 } || IsBlock(fragment))
            return new ResolvedLink(slug.Url, null, slug);
        return concepts[slug].Places
            .Select(place => FindSection(place.Note, fragment, section => StandsBelow(place.Note.Document, section, place.Place.Section)) is { } section ? To(place.Note, section) : null)
            .FirstOrDefault(found => found is not null);
    }

    private ResolvedLink? OfNote(NoteConcepts note, string? fragment)
    {
        if (fragment is { Length: > 0 } && !IsBlock(fragment))
            return Heading(note, fragment);
        return note.Own is { } own ? new ResolvedLink(own.Slug.Url, null, own.Slug) : new ResolvedLink(SiteLinks.NotePath(note.Document.Path), null, null);
    }

    /// <summary>Obsidian's name for a paragraph (<c>^37066d</c>), which has no place of its own here.</summary>
    private static bool IsBlock(string fragment) => fragment[0] == '^';

    private static bool StandsBelow(NoteDocument note, Section section, int head)
    {
        var at = section;
        while (at.Index != head && at.Parent >= 0)
            at = note.Sections[at.Parent];
        return at.Index == head || head == 0;
    }

    /// <summary>Of several with one name the one with the shortest path.</summary>
    private static Dictionary<string, NoteAsset> PicturesByName(IEnumerable<NoteAsset> pictures)
    {
        var byName = new Dictionary<string, NoteAsset>(StringComparer.Ordinal);
        foreach (var picture in pictures.OrderBy(picture => picture.Path.Length).ThenBy(picture => picture.Path, StringComparer.Ordinal))
            byName.TryAdd(picture.Path[(picture.Path.LastIndexOf('/') + 1)..], picture);
        return byName;
    }

    /// <summary>Every note by its path without extension, and by each end of it (<c>web/入口</c>, <c>入口</c>); of several the one with the shortest path.</summary>
    private static Dictionary<string, NoteConcepts> NotesByName(IEnumerable<LinkedNote> notes)
    {
        var byName = new Dictionary<string, NoteConcepts>(StringComparer.Ordinal);
        foreach (var note in notes.OrderBy(note => note.Path.Length).ThenBy(note => note.Path, StringComparer.Ordinal))
        {
            var path = NoteName.WithoutExtension(note.Path);
            for (var start = 0; start >= 0; start = path.IndexOf('/', start) is >= 0 and var slash ? slash + 1 : -1)
                byName.TryAdd(Folding.Fold(path[start..]), note.Concepts);
        }

        return byName;
    }

    private ResolvedLink? ByPath(NoteConcepts from, string target, string? fragment)
    {
        if (target.StartsWith("/concepts/", StringComparison.Ordinal))
            return ByName(target["/concepts/".Length..], fragment);
        if (Combine(from.Document.Path, target) is not { } path)
            return null;
        if (notes.ContainsKey(path) || files.TryGetAsset(path, out _))
            return File(path, fragment);
        if (notes.TryGetValue(path + ".md", out var linked))
            return OfNote(linked.Concepts, fragment);
        if (ReadMe(path) is { } readMe)
            return OfNote(readMe, fragment);
        var named = target.Contains('.', StringComparison.Ordinal) ? null : ByName(target, fragment);
        return named ?? (fragment is { Length: > 0 } ? null : Folder(path));
    }

    /// <summary>A note or a picture by its path.</summary>
    private ResolvedLink? File(string path, string? fragment)
    {
        if (notes.TryGetValue(path, out var note))
            return OfNote(note.Concepts, fragment);
        return files.TryGetAsset(path, out _) ? new ResolvedLink(SiteLinks.NotePath(path), null, null) : null;
    }

    /// <summary>Where the notes of a folder are listed.</summary>
    private ResolvedLink? Folder(string path) =>
        folders.Value.TryGetValue(path, out var listed) ? new ResolvedLink("/notes", SiteLinks.FolderId(listed), null) : null;

    /// <summary>Every folder that has notes, in itself or below, by its path without a slash at the end, and which one of them is listed first.</summary>
    private static Dictionary<string, string> FoldersOf(IEnumerable<LinkedNote> notes)
    {
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var own in notes.Select(note => NoteName.FolderOf(note.Path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            listed[own] = own;
            for (var end = own.LastIndexOf('/'); end >= 0; end = end == 0 ? -1 : own.LastIndexOf('/', end - 1))
                listed.TryAdd(own[..end], own);
        }

        return listed;
    }

    /// <summary>The note that speaks for a folder.</summary>
    private NoteConcepts? ReadMe(string folder)
    {
        foreach (var name in ReadMes)
        {
            if (notes.TryGetValue(folder.Length == 0 ? name : $"{folder}/{name}", out var note))
                return note.Concepts;
        }

        return null;
    }

    private ResolvedLink? Heading(NoteConcepts note, string? fragment) =>
        fragment is { Length: > 0 } && FindSection(note, fragment, _ => true) is { } section
            ? To(note, section)
            : fragment is { Length: > 0 } && names.Find(fragment) is { } slug ? new ResolvedLink(slug.Url, null, slug) : null;

    private static Section? FindSection(NoteConcepts note, string fragment, Func<Section, bool> where)
    {
        var sections = note.Document.Sections.Where(s => s.Heading is { Text.Length: > 0 } && where(s)).ToList();
        var folded = Folding.Fold(fragment);
        return sections.Find(s => note.Anchors[s.Index] == fragment)
            ?? sections.Find(s => Anchors.GitHubId(s.Heading!.Text) == fragment)
            ?? sections.Find(s => s.Heading!.Formerly.Contains(fragment) || s.Heading.Names.Contains(fragment))
            ?? sections.Find(s => Folding.Fold(s.Heading!.Text) == folded)
            ?? sections.Find(s => Folding.Fold(HeadingTitle.Clean(s.Heading!.Text)) == folded);
    }

    private static ResolvedLink To(NoteConcepts note, Section section)
    {
        var anchor = note.Anchors[section.Index];
        if (note.Owners[section.Index] is not { } owner)
            return new ResolvedLink(SiteLinks.NotePath(note.Document.Path), anchor, null);
        return note.Places.Any(place => place.Section == section.Index)
            ? new ResolvedLink(owner.Url, null, owner)
            : new ResolvedLink(owner.Url, anchor, owner);
    }
}
