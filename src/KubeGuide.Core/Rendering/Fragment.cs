using System.Collections.Immutable;
using KubeGuide.Core.References;

namespace KubeGuide.Core.Rendering;

/// <summary>
/// A note's text as HTML with slots: the parts that depend on other notes (links, cards, images), and the colours of code, are left
/// open and filled when a page is assembled, so that an unchanged note is never parsed again.
/// </summary>
public sealed record Fragment
{
    public static Fragment Empty { get; } = new() { Html = "", Slots = [], Blocks = [], References = [] };

    /// <summary>Safe HTML; the slots' content is missing.</summary>
    public required string Html { get; init; }

    /// <summary>Ascending by <see cref="Slot.Offset"/>; slots of one offset are written in order.</summary>
    public required ImmutableArray<Slot> Slots { get; init; }

    /// <summary>The visible text, one entry per paragraph, list item paragraph, table cell, quote paragraph, heading or code block.</summary>
    public required ImmutableArray<TextBlock> Blocks { get; init; }

    /// <summary>Outside URLs cited here, in order.</summary>
    public required ImmutableArray<Citation> References { get; init; }

    /// <summary>Whether there is any paragraph, list, table, quote or code block that is more than a reference card or a placeholder (TODO).</summary>
    public bool HasProse { get; init; }

    /// <summary>Labels of the footnotes referred to, in order of first use.</summary>
    public ImmutableArray<string> FootnoteLabels { get; init; } = [];
}

/// <summary>What kind of place a block of text stands in.</summary>
public enum BlockKind
{
    Paragraph,
    ListItem,
    TableCell,
    Quote,
    Heading,
    Code,
}

/// <summary>The visible text of one block. A soft line break is <c>\n</c>.</summary>
/// <param name="Line">Line of the block's first character in the file on disk.</param>
/// <param name="NoLink">Whether <c>&lt;!-- nolink --&gt;</c> stands before the block.</param>
/// <param name="IsCard">Whether the block is nothing but a reference card.</param>
/// <param name="Offset">Where it begins in <see cref="Fragment.Html"/>.</param>
public sealed record TextBlock(string Text, BlockKind Kind, int Line, bool NoLink = false, bool IsCard = false, int Offset = 0);

/// <summary>A place in a fragment's HTML that is filled when a page is assembled.</summary>
/// <param name="Offset">Position in <see cref="Fragment.Html"/>.</param>
public abstract record Slot(int Offset);

/// <summary>What a run of text is, which decides how terms are looked for in it.</summary>
public enum RunKind
{
    /// <summary>Running text: terms link by their boundaries.</summary>
    Prose,

    /// <summary>An inline code span: links as a whole, or as a kubectl command.</summary>
    CodeSpan,

    /// <summary>A code block: what kubectl is asked for links in a shell's, what names a kind in a manifest.</summary>
    Code,

    /// <summary>What a reader sees of <c>[[svc|サービス]]</c>; the slot before it is the <see cref="LinkOpenSlot"/>.</summary>
    WikiLink,
}

/// <summary>Text that terms are looked for in: a slice of a block's text, written escaped, with links where mentions are linked.</summary>
/// <param name="Block">Index into <see cref="Fragment.Blocks"/>.</param>
/// <param name="Start">First character in the block's text.</param>
/// <param name="Line">Line of the run's first character in the file on disk.</param>
/// <param name="Code">What a code block's fence says; its run is the whole block, coloured when a page is assembled. Null for anything else.</param>
public sealed record TextSlot(int Offset, int Block, int Start, int Length, int Line, RunKind Kind, CodeInfo? Code = null) : Slot(Offset);

/// <summary>An explicit link inside the notes: <c>[[Pod]]</c>, <c>[text](pod.md#id)</c>, <c>[text](#見出し)</c>.</summary>
/// <param name="Target">As written: a term for a wiki link, else a relative URL with optional fragment, not decoded: an encoded <c>#</c> is part of a name.</param>
public sealed record LinkOpenSlot(int Offset, string Target, bool IsWiki, string Text, int Line, int Column) : Slot(Offset);

/// <summary>The end of the link opened by the latest <see cref="LinkOpenSlot"/>.</summary>
public sealed record LinkCloseSlot(int Offset) : Slot(Offset);

/// <summary>A local image.</summary>
/// <param name="Target">Relative URL as written, decoded.</param>
/// <param name="Width">The author's width in pixels (Zenn's <c>=250x</c>), or null.</param>
public sealed record ImageSlot(int Offset, string Target, string Alt, string? Title, int? Width, int Line, int Column) : Slot(Offset);

/// <summary>A reference card.</summary>
/// <param name="Reference">Index into <see cref="Fragment.References"/>.</param>
public sealed record CardSlot(int Offset, int Reference) : Slot(Offset);

/// <summary>A footnote's number, which depends on the page.</summary>
public sealed record FootnoteSlot(int Offset, string Label) : Slot(Offset);
