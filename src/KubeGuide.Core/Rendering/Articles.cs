using System.Collections.Immutable;

namespace KubeGuide.Core.Rendering;

/// <summary>Finished HTML. The only type that a page writes without escaping.</summary>
public readonly record struct Html(string Value)
{
    public bool IsEmpty => string.IsNullOrEmpty(Value);
}

/// <summary>A heading of a page, for its outline.</summary>
/// <param name="Level">2 to 6.</param>
public sealed record OutlineEntry(string Id, string Text, int Level);

/// <summary>A note's text as a page shows it.</summary>
/// <param name="Title">The page's first heading with its ids, where the note itself begins with it and the text goes on behind it. Else null.</param>
public sealed record NoteArticle(Html? Title, Html Body, ImmutableArray<OutlineEntry> Outline);

/// <summary>One place in the notes that speaks of a concept, as its page shows it.</summary>
/// <param name="EndLine">Last line of the place's text.</param>
public sealed record ArticlePart(string Path, int Line, int EndLine, string? Anchor, Html Body);

/// <summary>What the notes say of a concept.</summary>
/// <param name="Definition">The definition with its links, where the text begins with it: the first part goes on behind it. Else null.</param>
public sealed record ConceptArticle(Html? Definition, ImmutableArray<ArticlePart> Parts, ImmutableArray<OutlineEntry> Outline);
