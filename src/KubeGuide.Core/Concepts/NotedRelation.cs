using System.Collections.Immutable;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>A fact with what the notes themselves say where they name both ends.</summary>
/// <param name="Other">The concept at the other end; null for what lies outside the catalog.</param>
/// <param name="Noted">The first place where one of the two names the other, the other concept's own text first; null where the notes are silent,
/// and from the second relation to the same concept on.</param>
public sealed record NotedRelation(ConceptRelation Relation, Concept? Other, Backlink? Noted)
{
    /// <summary>Relations that a page shows at once; the others are folded away.</summary>
    public const int Shown = 12;

    /// <summary>Characters of a quoted sentence on either side of the name.</summary>
    private const int Reach = 28;

    /// <summary>What is left of a sentence is quoted, too, where it is no longer than this.</summary>
    private const int Rest = 12;

    /// <summary>Whether the notes have or name the other end.</summary>
    public bool IsInNotes => Other is { State: not ConceptState.Catalog };

    /// <summary>A part of the notes' sentence, short enough to stand beside the fact; empty without one.</summary>
    public string Quote => Noted is { Sentence: var sentence } ? Cut(sentence) : "";

    /// <summary>In the catalog's order.</summary>
    public static ImmutableArray<NotedRelation> Of(Concept concept, Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(glossary);
        var relations = ConceptRelation.Of(concept, glossary);
        var others = relations.Select(relation => relation.To).OfType<Slug>().ToHashSet();
        var heard = glossary.Backlinks(concept.Slug).Where(place => place.From is not null).Select(place => (Other: place.From!, Place: place));
        var said = glossary.MentionsIn(concept).Select(place => (Other: place.Mention.To, Place: place));
        var noted = heard.Concat(said).Where(pair => others.Contains(pair.Other)).DistinctBy(pair => pair.Other).ToDictionary(pair => pair.Other, pair => Backlink.Of(pair.Place));
        var quoted = new HashSet<Slug>();
        return [.. relations.Select(relation => new NotedRelation(
            relation, relation.To is { } to ? glossary.Concepts[to] : null, relation.To is { } other && quoted.Add(other) ? noted.GetValueOrDefault(other) : null))];
    }

    private static string Cut(Sentence sentence)
    {
        var from = sentence.MarkStart - Reach;
        var to = sentence.MarkStart + sentence.MarkLength + Reach;
        from = from <= Rest ? 0 : from;
        to = to >= sentence.Text.Length - Rest ? sentence.Text.Length : to;
        while (from > 0 && IsInsideWord(sentence.Text, from) && from < sentence.MarkStart)
            from++;
        while (to < sentence.Text.Length && IsInsideWord(sentence.Text, to) && to > sentence.MarkStart + sentence.MarkLength)
            to--;
        return (from > 0 ? "…" : "") + sentence.Text[from..to].Trim().TrimEnd('。') + (to < sentence.Text.Length ? "…" : "");
    }

    private static bool IsInsideWord(string text, int at) =>
        char.IsLowSurrogate(text[at]) || (char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at]))
        || (Folding.IsKatakanaRun(text[at - 1]) && Folding.IsKatakanaRun(text[at]));
}
