using System.Collections.Immutable;

namespace KubeGuide.Core.Catalog;

/// <summary>What Kubernetes and the projects around it know: bundled, immutable, the same on every machine.</summary>
public sealed class KubernetesCatalog
{
    private static readonly Lazy<KubernetesCatalog> Loaded = new(CatalogReader.Read);

    private readonly Dictionary<string, CatalogRelation[]> relationsByKey;
    private readonly Dictionary<string, CatalogEntry> byGroupAndKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RemovedApi> removedApis = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> externalNames;
    private readonly HeadingMatcher matcher;

    internal KubernetesCatalog(CatalogParts parts)
    {
        Groups = parts.Groups;
        Entries = parts.Entries;
        Homonyms = parts.Homonyms;
        Resources = parts.Resources;
        Relations = parts.Relations;
        Sentences = parts.Sentences;
        RemovedApis = parts.RemovedApis;
        ShieldWords = parts.ShieldWords;
        Topics = parts.Topics;
        MisspellingsJa = parts.MisspellingsJa;
        ByKey = Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        BySlug = Entries.ToDictionary(entry => entry.Slug);
        externalNames = parts.ExternalNames;
        relationsByKey = ByKeyOfEitherEnd(Relations);
        foreach (var (facts, entry) in Resources)
            byGroupAndKind.Add(GroupOf(facts.ApiVersion) + "/" + facts.Kind, entry);
        foreach (var api in RemovedApis)
            removedApis.Add(api.ApiVersion + "/" + api.Kind, api);
        matcher = new HeadingMatcher(Entries, Homonyms, parts.HeadingSpellings, parts.OrdinaryWords.Concat(parts.ShieldWords));
    }

    /// <summary>Read from the assembly once, on first use.</summary>
    public static KubernetesCatalog Default => Loaded.Value;

    /// <summary>Navigation groups in reading order.</summary>
    public ImmutableArray<ConceptGroup> Groups { get; }

    /// <summary>Every entry, by group, in reading order; the senses of homonyms among them.</summary>
    public ImmutableArray<CatalogEntry> Entries { get; }

    /// <summary>Names that several entries share. A homonym's slug and terms belong to no entry.</summary>
    public ImmutableArray<Homonym> Homonyms { get; }

    public IReadOnlyDictionary<string, CatalogEntry> ByKey { get; }

    public IReadOnlyDictionary<Slug, CatalogEntry> BySlug { get; }

    /// <summary>In the order in which <c>kubectl api-resources</c> prints them (group, then plural); client-side files last.</summary>
    public ImmutableArray<CatalogResource> Resources { get; }

    public ImmutableArray<CatalogRelation> Relations { get; }

    /// <summary>The wording of relations, for references between the objects of a manifest.</summary>
    public RelationSentences Sentences { get; }

    public ImmutableArray<RemovedApi> RemovedApis { get; }

    /// <summary>Longer names of other things: they match before every term and link nowhere.</summary>
    public ImmutableArray<string> ShieldWords { get; }

    /// <summary>What people look for, for search alone.</summary>
    public ImmutableArray<Topic> Topics { get; }

    public ImmutableArray<MisspellingJa> MisspellingsJa { get; }

    /// <summary>Relations with the entry at either end, those that start there first; empty for an unknown key.</summary>
    public IReadOnlyList<CatalogRelation> RelationsOf(string key) => relationsByKey.GetValueOrDefault(key, []);

    /// <summary>The text for either end of a relation: an entry's name in a sentence, or the words for what has no page.</summary>
    public string NameOf(string key) => ByKey.TryGetValue(key, out var entry) ? entry.NameInSentence : externalNames.GetValueOrDefault(key, key);

    /// <summary>The entry of a kind. The API group decides, so that any version of it resolves; null outside the catalog.</summary>
    public CatalogEntry? TryGetKind(string apiVersion, string kind) => byGroupAndKind.GetValueOrDefault(GroupOf(apiVersion) + "/" + kind);

    /// <summary>Null where the version is still served or was never known.</summary>
    public RemovedApi? TryGetRemovedApi(string apiVersion, string kind) => removedApis.GetValueOrDefault(apiVersion + "/" + kind);

    /// <summary>What a heading names, cleaned of its markup; null where the catalog does not know.</summary>
    public CatalogMatch? Match(string title) => matcher.Match(title.Trim());

    /// <summary>The part of an apiVersion before the slash; empty for the core group.</summary>
    public static string GroupOf(string apiVersion) => apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? apiVersion[..slash] : "";

    private static Dictionary<string, CatalogRelation[]> ByKeyOfEitherEnd(ImmutableArray<CatalogRelation> relations)
    {
        var outgoing = relations.ToLookup(relation => relation.From, StringComparer.Ordinal);
        var incoming = relations.Where(relation => relation.From != relation.To).ToLookup(relation => relation.To, StringComparer.Ordinal);
        return outgoing.Concat(incoming)
            .Select(ends => ends.Key)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(key => key, key => outgoing[key].Concat(incoming[key]).ToArray(), StringComparer.Ordinal);
    }
}
