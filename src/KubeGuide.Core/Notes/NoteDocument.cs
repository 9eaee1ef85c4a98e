using System.Collections.Immutable;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Notes;

/// <summary>A parsed note: sections with their bodies, and nothing of the Markdown parser.</summary>
public sealed record NoteDocument
{
    public required string Path { get; init; }

    /// <summary><see cref="NoteFile.Hash"/> of the file that this was parsed from.</summary>
    public required string Hash { get; init; }

    public required FrontMatter FrontMatter { get; init; }

    /// <summary>In file order. The first is the text before any heading (<see cref="Section.Level"/> 0), even when empty.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>The one heading above all others, where it begins the note; null where there are several, or chapters below a text.</summary>
    public Section? TopSection
    {
        get
        {
            Section? first = null;
            var isSingle = true;
            foreach (var section in Sections)
            {
                if (section.Heading is null)
                    continue;
                isSingle &= first is null || section.Level > first.Level;
                first ??= section;
            }

            return isSingle && first is not null && (first.Level == 1 || !Sections[0].Body.HasProse) ? first : null;
        }
    }

    public required ImmutableArray<Footnote> Footnotes { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The Markdown as read, for <c>.md</c> answers and for a note that was refused.</summary>
    public required string Source { get; init; }

    /// <summary>Why the note is shown as plain text only (one Japanese sentence); null for an ordinary note.</summary>
    public string? Refusal { get; init; }

    /// <summary>Old slugs of the note's own concept, from <c>&lt;!-- formerly: old --&gt;</c> before the first heading.</summary>
    public ImmutableArray<string> Formerly { get; init; } = [];
}

/// <summary>A heading with the blocks up to the next heading of any level.</summary>
/// <param name="Index">Position in <see cref="NoteDocument.Sections"/>.</param>
/// <param name="Parent">Index of the section whose heading encloses this one; -1 at the root.</param>
/// <param name="Level">1 to 6; 0 for the text before any heading.</param>
/// <param name="Line">Line of the heading; 1 where there is none.</param>
/// <param name="EndLine">Last line of the body that holds text.</param>
public sealed record Section(int Index, int Parent, int Level, Heading? Heading, int Line, int EndLine, Fragment Body);

/// <summary>A heading as its author wrote it.</summary>
/// <param name="Text">Visible text, without markup.</param>
/// <param name="Id">The author's <c>{#id}</c>, or null.</param>
/// <param name="Column">Column of the text's first character.</param>
/// <param name="Fragment">The inline content as HTML; its runs are never linked.</param>
/// <param name="EscapedEmphasis">Whether literal asterisks stand around the title (<c>***\*Title\****</c>).</param>
/// <param name="Formerly">Old ids kept alive by <c>&lt;!-- formerly: old --&gt;</c> directly below the heading.</param>
/// <param name="Names">Ids from <c>&lt;a name="…"&gt;&lt;/a&gt;</c> in the heading, directly above it, or in a paragraph below it.</param>
public sealed record Heading(string Text, string? Id, int Line, int Column, Fragment Fragment, bool EscapedEmphasis, ImmutableArray<string> Formerly, ImmutableArray<string> Names);

/// <summary>A footnote's body; a page shows those that its sections refer to.</summary>
/// <param name="Label">As written between <c>[^</c> and <c>]</c>.</param>
public sealed record Footnote(string Label, int Line, Fragment Body);

/// <summary>What the block between <c>---</c> at a note's head says; null or empty where it says nothing.</summary>
public sealed record FrontMatter
{
    public static FrontMatter None { get; } = new();

    public string? Title { get; init; }

    public string? Slug { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    public string? Summary { get; init; }

    public string? Group { get; init; }

    public int? Order { get; init; }

    /// <summary>ISO 8601 date (<c>2026-11-01</c>).</summary>
    public string? Updated { get; init; }

    /// <summary>Line of each key that was given, by key name, for diagnostics.</summary>
    public ImmutableSortedDictionary<string, int> Lines { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
