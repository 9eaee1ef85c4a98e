using System.Collections.Immutable;
using KubeGuide.Core;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;
using KubeGuide.Core.References;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Web.Components;

/// <summary>Everything that a concept's page shows.</summary>
/// <param name="Headings">Where the notes name a concept that they have no text of its own on.</param>
public sealed record ConceptModel(
    Concept Concept, ConceptArticle Article, ImmutableArray<NotedRelation> Relations, Neighbourhood? Around, ImmutableArray<ImmutableArray<Concept>> Siblings,
    ImmutableArray<Concept> ReadFirst, ImmutableArray<BacklinkGroup> Backlinks, int BacklinksTotal, ImmutableArray<Article> References,
    ImmutableArray<MentionPlace> Headings, ImmutableArray<Concept> Children, Concept? Previous, Concept? Next, ImmutableArray<OutlineEntry> Outline)
{
    private const int BacklinkGroups = 6;
    private const int SentencesEach = 2;
    private const int MostHeadings = 6;

    public static ConceptModel Of(Concept concept, Frame frame)
    {
        var glossary = frame.Glossary;
        var article = new ArticleWriter(glossary, frame.Links).OfConcept(concept);
        var mentions = concept.IsChoice
            ? [.. glossary.MentionsOf(concept.Slug).Where(place => place.Mention.Reason == MentionReason.Ambiguous)]
            : glossary.Backlinks(concept.Slug).ToImmutableArray();
        var references = glossary.Bibliography.CitedBy(concept.Slug);
        var children = concept.Children.Select(slug => glossary.Concepts[slug]).ToImmutableArray();
        var relations = NotedRelation.Of(concept, glossary);
        var readFirst = Core.Concepts.ReadFirst.Of(concept, glossary);
        var group = glossary.InGroup(concept.Group);
        var at = group.IndexOf(concept);
        return new ConceptModel(
            concept, article, relations, Neighbourhood.Of(concept, relations), Core.Concepts.Siblings.Of(concept, glossary), readFirst,
            [.. BacklinkGroup.Of(mentions, SentencesEach).Take(BacklinkGroups)], mentions.Length,
            references, concept.Sources.IsEmpty ? [.. glossary.HeadingsNaming(concept).Take(MostHeadings)] : [], children, at > 0 ? group[at - 1] : null, at >= 0 && at + 1 < group.Length ? group[at + 1] : null,
            [.. article.Outline, .. Fixed(concept, children, readFirst, references)]);
    }

    private static IEnumerable<OutlineEntry> Fixed(Concept concept, ImmutableArray<Concept> children, ImmutableArray<Concept> readFirst, ImmutableArray<Article> references)
    {
        if (children.Length > 0)
            yield return new OutlineEntry("children", Words.Children, 2);
        if (concept.Entry is not null || concept.Senses.Length > 0)
            yield return new OutlineEntry("facts", Words.CatalogFacts, 2);
        if (readFirst.Length > 0)
            yield return new OutlineEntry("read-first", Words.ReadFirst, 2);
        yield return new OutlineEntry("backlinks", Words.Backlinks, 2);
        if (references.Length > 0)
            yield return new OutlineEntry("references", Words.ConceptReferences, 2);
    }
}
