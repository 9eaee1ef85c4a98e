using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Charts;

namespace KubeGuide.Core.Concepts;

/// <summary>A group's column on the map.</summary>
/// <param name="More">Concepts of the group that the drawing leaves to the list.</param>
public sealed record MapGroup(ConceptGroup Group, ImmutableArray<Concept> Shown, int More)
{
    internal ChartGroup Column(double longestName)
    {
        var nodes = Shown.Select(concept => new ChartNode(TextWidth.Fit(concept.Name, longestName)));
        return new ChartGroup(new ChartNode(TextWidth.Fit(Group.Title, longestName)), [.. More > 0 ? nodes.Append(new ChartNode(ConceptMap.MoreText(More))) : nodes]);
    }
}

/// <summary>A line of the map, from the concept in focus to another one.</summary>
/// <param name="IsFact">Whether the catalog knows it; else the notes of one name the other.</param>
/// <param name="IsOutgoing">Whether it starts at the concept in focus.</param>
public sealed record MapLink(Concept Other, bool IsFact, bool IsOutgoing);

/// <summary>A drawing of the map; its nodes are each group's title, its concepts, and a last one where there are more.</summary>
/// <param name="LongestName">In ems, what a box has room for.</param>
public sealed record DrawnMap(Chart Chart, double LongestName)
{
    /// <summary>A name as it stands in its box.</summary>
    public string Shown(string name) => TextWidth.Fit(name, LongestName);
}

/// <summary>Every listed concept in the column of its group, with the lines of one of them.</summary>
/// <param name="Links">In the order of the edges that the drawings have.</param>
/// <param name="Wide">Three groups side by side.</param>
/// <param name="Narrow">The same with two and shorter names, so that a phone need not shrink it.</param>
public sealed record ConceptMap(ImmutableArray<MapGroup> Groups, Concept? Focus, ImmutableArray<MapLink> Links, DrawnMap Wide, DrawnMap Narrow)
{
    /// <summary>Concepts of one group in the drawing.</summary>
    public const int Each = 30;

    private const int MostLinks = 80;
    private const double LongestWideName = 16;
    private const double LongestNarrowName = 12.5;

    public static ConceptMap Of(Glossary glossary, Concept? focus)
    {
        ArgumentNullException.ThrowIfNull(glossary);
        ImmutableArray<MapGroup> groups = [.. glossary.Groups.Select(group => Column(group, glossary.InGroup(group.Id), focus))];
        var nodeOf = new Dictionary<Slug, int>();
        var next = 0;
        foreach (var group in groups)
        {
            foreach (var concept in group.Shown)
                nodeOf.Add(concept.Slug, ++next);
            next += group.More > 0 ? 2 : 1;
        }

        ImmutableArray<MapLink> links = focus is not null && nodeOf.ContainsKey(focus.Slug) ? [.. LinksOf(focus, glossary).Where(link => nodeOf.ContainsKey(link.Other.Slug)).Take(MostLinks)] : [];
        var edges = links.Select(link => link.IsOutgoing ? new ChartEdge(nodeOf[focus!.Slug], nodeOf[link.Other.Slug]) : new ChartEdge(nodeOf[link.Other.Slug], nodeOf[focus!.Slug])).ToArray();
        return new ConceptMap(groups, focus, links, Draw(3, LongestWideName), Draw(2, LongestNarrowName));

        DrawnMap Draw(int across, double longestName) => new(GridChart.Of([.. groups.Select(group => group.Column(longestName))], across, edges), longestName);
    }

    /// <summary>What stands below a column that has more concepts than the drawing shows.</summary>
    public static string MoreText(int more) => $"ほか {more}";

    /// <summary>The first concepts of a group, the one in focus in any case.</summary>
    private static MapGroup Column(ConceptGroup group, ImmutableArray<Concept> concepts, Concept? focus)
    {
        var isBeyond = focus is not null && concepts.IndexOf(focus) >= Each;
        return new MapGroup(group, isBeyond ? [.. concepts.Take(Each - 1), focus!] : [.. concepts.Take(Each)], Math.Max(0, concepts.Length - Each));
    }

    /// <summary>Facts first, then what the notes say of each other; one line for each concept.</summary>
    private static IEnumerable<MapLink> LinksOf(Concept focus, Glossary glossary)
    {
        var facts = ConceptRelation.Of(focus, glossary).Where(relation => relation.To is not null).Select(relation => (Other: relation.To!, IsFact: true, relation.IsOutgoing));
        var heard = glossary.Backlinks(focus.Slug).Select(place => place.From).OfType<Slug>().Select(from => (Other: from, IsFact: false, IsOutgoing: false));
        var said = glossary.MentionsIn(focus).Select(place => (Other: place.Mention.To, IsFact: false, IsOutgoing: true));
        return facts.Concat(heard).Concat(said)
            .Where(link => link.Other != focus.Slug)
            .DistinctBy(link => link.Other)
            .Select(link => new MapLink(glossary.Concepts[link.Other], link.IsFact, link.IsOutgoing));
    }
}
