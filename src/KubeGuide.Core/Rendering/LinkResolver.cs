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

/// <summary>Resolves <c>[[Pod]]</c>, <c>[text](pod.md#id)</c> and <c>[text](#見出し)</c> to concepts and headings.</summary>
public sealed class LinkResolver(NameIndex names, IReadOnlyDictionary<Slug, Concept> concepts, IReadOnlyDictionary<string, LinkedNote> notes, NotesSnapshot files)
{
    /// <summary>Null where the link leads nowhere.</summary>
    /// <param name="note">The note that the link stands in.</param>
    public ResolvedLink? Resolve(NoteConcepts note, LinkOpenSlot link)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(link);
        var hash = link.Target.IndexOf('#', StringComparison.Ordinal);
        var target = (hash < 0 ? link.Target : link.Target[..hash]).Trim();
        var fragment = hash < 0 ? null : link.Target[(hash + 1)..].Trim();
        if (link.IsWiki)
            return target.Length == 0 ? Heading(note, fragment) : ByName(target, fragment);
        var query = target.IndexOf('?', StringComparison.Ordinal);
        target = query < 0 ? target : target[..query];
        if (target.Length == 0)
            return fragment is { Length: > 0 } ? Heading(note, fragment) : null;
        return ByPath(note, target, fragment);
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

    private ResolvedLink? ByName(string name, string? fragment)
    {
        if (names.Find(name) is not { } slug)
            return null;
        if (fragment is not { Length: > 0 })
            return new ResolvedLink(slug.Url, null, slug);
        return concepts[slug].Places.Select(place => place.Note)
            .Select(note => FindSection(note, fragment, section => note.Owners[section.Index] == slug) is { } section ? To(note, section) : null)
            .FirstOrDefault(found => found is not null);
    }

    private ResolvedLink? ByPath(NoteConcepts from, string target, string? fragment)
    {
        if (target.StartsWith("/concepts/", StringComparison.Ordinal))
            return ByName(target["/concepts/".Length..], fragment);
        if (Combine(from.Document.Path, target) is not { Length: > 0 } path)
            return null;
        if (notes.TryGetValue(path, out var linked) || notes.TryGetValue(path + ".md", out linked))
        {
            var note = linked.Concepts;
            if (fragment is { Length: > 0 })
                return Heading(note, fragment);
            return note.Own is { } own ? new ResolvedLink(own.Slug.Url, null, own.Slug) : new ResolvedLink(SiteLinks.NotePath(note.Document.Path), null, null);
        }

        if (files.TryGetAsset(path, out _))
            return new ResolvedLink(SiteLinks.NotePath(path), null, null);
        return target.Contains('.', StringComparison.Ordinal) ? null : ByName(target, fragment);
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
            ?? sections.Find(s => s.Heading!.Formerly.Contains(fragment))
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
