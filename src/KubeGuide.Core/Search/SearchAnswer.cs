using System.Collections.Immutable;
using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Search;

/// <summary>What a hit matched by; written in camelCase in JSON. Text of the catalog counts as <see cref="Body"/>.</summary>
public enum SearchMatch
{
    Name,

    /// <summary>Another spelling: an alias, the Japanese name, the plural.</summary>
    Alias,
    ShortName,

    /// <summary>A name, or a word inside one, begins with what was typed.</summary>
    Prefix,

    /// <summary>A name that differs by a typing error.</summary>
    Near,

    /// <summary>A section's heading; the middle of a name counts, too: it is the page's heading.</summary>
    Heading,
    Definition,
    Body,
}

/// <summary>The result of one search.</summary>
/// <param name="Query">What was typed, cut after as many characters as a search may have.</param>
/// <param name="WasCut">Whether characters or words beyond the limits were left out.</param>
/// <param name="Total">Hits on all pages of the result.</param>
/// <param name="Hits">The asked page of the result, best first, one per concept.</param>
/// <param name="Words">The words that every hit by text contains, each in one of its spellings: <c>svc</c> for <c>kubectl get svc -n prod</c>.</param>
/// <param name="Dropped">Words left out because nothing has all of them.</param>
/// <param name="NearNames">Only when there is no hit: names that resemble the query, nearest first.</param>
/// <param name="MatchingParts">Only when there is no hit: parts of the query that the notes do contain.</param>
public sealed record SearchAnswer(
    string Query, bool WasCut, int Total, ImmutableArray<SearchHit> Hits, ImmutableArray<SearchedWord> Words,
    ImmutableArray<string> Dropped, ImmutableArray<NearName> NearNames, ImmutableArray<string> MatchingParts);

/// <summary>A concept, or a note's own text, with its best section.</summary>
/// <param name="Slug">Null for text of no concept.</param>
/// <param name="Url">Path-absolute, percent-encoded, with the section's anchor where a section matched.</param>
/// <param name="Heading">Heading of the section that matched; null for the page's own text.</param>
/// <param name="Reason">The match in Japanese words, such as <c>別名 po に一致</c>.</param>
public sealed record SearchHit(
    Slug? Slug, string Title, string Url, ConceptState State, string? Heading, SearchExcerpt Excerpt, SearchMatch Match, string Reason);

/// <summary>About 120 characters of text around a match; <c>…</c> stands where it is cut inside a sentence.</summary>
/// <param name="Marks">What to highlight: in order, not overlapping.</param>
public sealed record SearchExcerpt(string Text, ImmutableArray<TextMark> Marks);

/// <summary>A range of characters in a text.</summary>
public readonly record struct TextMark(int Start, int Length);

/// <summary>A word that was searched for.</summary>
/// <param name="Text">As shown.</param>
/// <param name="Spellings">Folded; any of them is the word.</param>
public sealed record SearchedWord(string Text, ImmutableArray<string> Spellings);

/// <summary>A name that resembles what was typed.</summary>
public sealed record NearName(Slug? Slug, string Title, string Url);
