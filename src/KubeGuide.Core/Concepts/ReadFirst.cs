using System.Collections.Immutable;

namespace KubeGuide.Core.Concepts;

/// <summary>What makes a concept easier to understand when it is read before.</summary>
public static class ReadFirst
{
    public const int Most = 3;

    private const int Depth = 3;

    /// <summary>Relations whose other end comes first, the strongest before the others.</summary>
    internal static readonly ImmutableArray<string> Types =
    [
        "isTypeOf", "isA", "buildsOn", "manages", "creates", "replaces", "runsOn", "contains", "describes", "instanceOf", "scales", "protects", "selects", "routesTo", "lists",
        "attachesTo", "configuresTrafficTo", "setsModeOf", "setsMtlsFor", "authorizes", "authenticates", "restricts", "controlsTrafficOf", "bindsTo", "provisionedBy",
        "grants", "grantsTo", "limits", "tolerates", "alternativeTo", "applies", "generates", "implementedBy", "configures", "records", "opensPortOn", "aliasOf",
    ];

    /// <summary>Concepts that the notes have, in the order in which to read them: Pod, ReplicaSet for Deployment. Circles end where they began.</summary>
    public static ImmutableArray<Concept> Of(Concept concept, Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(concept);
        ArgumentNullException.ThrowIfNull(glossary);
        var nearest = new List<Slug>();
        var level = new List<Slug> { concept.Slug };
        var before = new Dictionary<Slug, ImmutableArray<Slug>>();
        for (var depth = 0; depth < Depth && nearest.Count < Most && level.Count > 0; depth++)
        {
            foreach (var slug in level)
                before[slug] = Before(glossary.Concepts[slug], glossary);
            level = [.. level.SelectMany(slug => before[slug]).Where(slug => slug != concept.Slug).Distinct().Except(nearest).Take(Most - nearest.Count)];
            nearest.AddRange(level);
        }

        return [.. InOrder(nearest, slug => before.TryGetValue(slug, out var known) ? known : Before(glossary.Concepts[slug], glossary)).Select(slug => glossary.Concepts[slug])];
    }

    /// <summary>What comes directly before a concept: its facts, then its parent in the notes, unless the facts have the parent after it.</summary>
    private static ImmutableArray<Slug> Before(Concept concept, Glossary glossary)
    {
        var facts = Facts(concept, glossary);
        return concept.Parent is { } parent && IsReadable(glossary.Concepts[parent]) && !Facts(glossary.Concepts[parent], glossary).Contains(concept.Slug)
            ? [.. facts.Append(parent).Distinct()]
            : facts;
    }

    /// <summary>One for each type of relation.</summary>
    private static ImmutableArray<Slug> Facts(Concept concept, Glossary glossary) =>
    [
        .. ConceptRelation.Of(concept, glossary)
            .Where(relation => relation.IsOutgoing && Types.Contains(relation.RowType) && relation.To is { } to && to != concept.Slug && IsReadable(glossary.Concepts[to]))
            .OrderBy(relation => Types.IndexOf(relation.RowType))
            .ThenBy(relation => glossary.Concepts[relation.To!].State)
            .DistinctBy(relation => relation.RowType)
            .Select(relation => relation.To!)
            .Distinct(),
    ];

    private static bool IsReadable(Concept concept) => concept.State is ConceptState.Written or ConceptState.Stub;

    private static List<Slug> InOrder(List<Slug> slugs, Func<Slug, ImmutableArray<Slug>> before)
    {
        var ordered = new List<Slug>();
        var seen = new HashSet<Slug>();
        foreach (var slug in slugs)
            Visit(slug);
        return ordered;

        void Visit(Slug slug)
        {
            if (!seen.Add(slug))
                return;
            foreach (var earlier in before(slug).Where(slugs.Contains))
                Visit(earlier);
            ordered.Add(slug);
        }
    }
}
