using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Concepts;

/// <summary>Leads from a manifest's apiVersion and kind to the concept that explains the object.</summary>
public static class KindConcepts
{
    /// <summary>
    /// Null where the glossary does not know the kind, or where the name alone leaves open which one is meant. A sense of a homonym
    /// of which the notes speak under the shared name only leads there.
    /// </summary>
    /// <param name="apiVersion">Its group decides; null where it is not known, then the name has to be unambiguous.</param>
    public static Concept? Find(Glossary glossary, string? apiVersion, string kind)
    {
        ArgumentNullException.ThrowIfNull(glossary);
        ArgumentNullException.ThrowIfNull(kind);
        if (apiVersion is null || glossary.Catalog.TryGetRemovedApi(apiVersion, kind) is not null)
            return OfName(glossary, kind);
        return glossary.Catalog.TryGetKind(apiVersion, kind) is { } entry ? OfEntry(glossary, entry) : OfTeam(glossary, apiVersion, kind);
    }

    private static Concept? OfEntry(Glossary glossary, CatalogEntry entry) =>
        glossary.SlugOfKey(entry.Key) is { } slug && glossary.Concepts[slug] is var concept && (concept.Entry == entry || concept.Senses.Contains(entry)) ? concept : null;

    private static Concept? OfName(Glossary glossary, string kind) => Named(glossary, kind) switch
    {
        { IsChoice: true } => null,
        { Entry.Facts: { } facts } concept when facts.Kind == kind => concept,
        { Senses.Length: > 0 } concept when concept.Senses.Any(sense => sense.Facts?.Kind == kind) => concept,
        _ => null,
    };

    /// <summary>A kind that the team defined itself, in a group with a domain, and wrote about under exactly its name.</summary>
    private static Concept? OfTeam(Glossary glossary, string apiVersion, string kind) =>
        apiVersion.Contains('.', StringComparison.Ordinal) && Named(glossary, kind) is { Entry: null, Senses: [] } concept && concept.Name == kind ? concept : null;

    private static Concept? Named(Glossary glossary, string name) => glossary.Names.Find(name) is { } slug ? glossary.Concepts.GetValueOrDefault(slug) : null;
}
