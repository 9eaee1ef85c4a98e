using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>The ids of a note's headings: unique in the note, never empty, the same on every page that shows them.</summary>
public static class Anchors
{
    /// <summary>
    /// For each section the author's id, else the slug of the concept that it heads, else <c>h-</c> and a hash of its folded
    /// heading path; a repeated one gets <c>-2</c>. Empty for what has no heading.
    /// </summary>
    /// <param name="repeated">Sections whose id an earlier one has already.</param>
    public static ImmutableArray<string> Of(NoteDocument note, IEnumerable<ConceptPlace> places, out ImmutableArray<int> repeated)
    {
        var slugs = places.ToDictionary(place => place.Section, place => place.Slug.Value);
        var paths = new string?[note.Sections.Length];
        var taken = new TakenIds();
        var again = ImmutableArray.CreateBuilder<int>();
        var ids = new string[note.Sections.Length];
        foreach (var section in note.Sections)
        {
            ids[section.Index] = "";
            paths[section.Index] = FoldedPath(section, section.Parent < 0 ? null : paths[section.Parent]);
            if (section.Heading is not { Text.Length: > 0 } heading)
                continue;
            var id = heading.Id ?? slugs.GetValueOrDefault(section.Index) ?? ConceptSlug.HeadingId(paths[section.Index]!);
            if (taken.Contains(id))
                again.Add(section.Index);
            ids[section.Index] = taken.TakeFree(id);
        }

        repeated = again.ToImmutable();
        return ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }

    private static string? FoldedPath(Section section, string? above)
    {
        if (section.Heading is null)
            return above;
        var folded = Folding.Fold(section.Heading.Text);
        return above is null ? folded : $"{above}/{folded}";
    }

    /// <summary>The id that GitHub would give the heading: lower case, without punctuation, hyphens for spaces.</summary>
    public static string GitHubId(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        var id = new StringBuilder(heading.Length);
        foreach (var rune in heading.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or 'ー')
                id.Append(Rune.ToLowerInvariant(rune));
            else if (rune.Value == ' ')
                id.Append('-');
        }

        return id.ToString();
    }

    /// <summary>What else leads to a heading: its old ids, names given by hand, the id that GitHub would give it.</summary>
    internal static IEnumerable<string> Others(Heading heading) => heading.Formerly.Concat(heading.Names).Append(GitHubId(heading.Text));

    /// <summary>The headings above a section and its own, outermost first.</summary>
    public static IEnumerable<string> Path(NoteDocument note, Section section)
    {
        var path = new Stack<string>();
        for (var at = section; ; at = note.Sections[at.Parent])
        {
            if (at.Heading is not null)
                path.Push(at.Heading.Text);
            if (at.Parent < 0)
                return path;
        }
    }
}
