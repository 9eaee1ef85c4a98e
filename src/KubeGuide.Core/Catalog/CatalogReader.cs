using System.Collections.Immutable;

namespace KubeGuide.Core.Catalog;

/// <summary>Everything a catalog consists of, before its look-ups are built.</summary>
/// <param name="HeadingSpellings">Search-only spellings that name their entry as a whole heading.</param>
/// <param name="OrdinaryWords">Words next to a name that are never a misspelling of it.</param>
internal sealed record CatalogParts(
    ImmutableArray<ConceptGroup> Groups,
    ImmutableArray<CatalogEntry> Entries,
    ImmutableArray<Homonym> Homonyms,
    ImmutableArray<CatalogResource> Resources,
    ImmutableArray<CatalogRelation> Relations,
    RelationSentences Sentences,
    ImmutableArray<RemovedApi> RemovedApis,
    ImmutableArray<string> ShieldWords,
    ImmutableArray<Topic> Topics,
    ImmutableArray<MisspellingJa> MisspellingsJa,
    Dictionary<string, string> ExternalNames,
    HashSet<string> HeadingSpellings,
    ImmutableArray<string> OrdinaryWords);

/// <summary>Joins the embedded tables by their keys. A key that leads nowhere is our own mistake and throws.</summary>
internal static class CatalogReader
{
    public static KubernetesCatalog Read()
    {
        var sources = CatalogData.Sources;
        var resources = CatalogData.Resources.Select(row => (Key: row.Key ?? row.Kind, Facts: ToFacts(row, sources[row.Source]))).ToArray();
        var facts = resources.DistinctBy(row => row.Key, StringComparer.Ordinal).ToDictionary(row => row.Key, row => row.Facts, StringComparer.Ordinal);
        var entryRows = CatalogData.Entries;
        var reaches = ToNetworkFacts(CatalogData.Reaches, sources);
        var layers = ToNetworkFacts(CatalogData.Layers, sources);
        var entries = entryRows
            .Select(row => ToEntry(row, facts.GetValueOrDefault(row.Key), sources) with { Reach = reaches.GetValueOrDefault(row.Key), Layer = layers.GetValueOrDefault(row.Key) })
            .ToImmutableArray();
        var byKey = entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var homonymRows = CatalogData.Homonyms;
        var relationFile = CatalogData.Relations;
        var sentences = new RelationSentences(relationFile);
        return new KubernetesCatalog(new CatalogParts(
            [.. CatalogData.Groups.Select(row => new ConceptGroup(row.Id, row.Title))],
            entries,
            [.. homonymRows.Select(row => ToHomonym(row, byKey))],
            [.. resources.Select(row => new CatalogResource(row.Facts, byKey[row.Key]))],
            [.. relationFile.Relations.Select(ToRelation)],
            sentences,
            [.. CatalogData.RemovedApis.Select(row => new RemovedApi(row.ApiVersion, row.Kind, row.RemovedIn, row.Replacement, row.Namespaced, row.Changes))],
            [.. CatalogData.ShieldWords],
            [.. CatalogData.Topics.Select(row => new Topic([.. row.Key.Split(' ')], [.. row.Value.Split(' ').Select(Slug.Parse)])), .. ApiTopics(entries)],
            [.. CatalogData.MisspellingsJa.Select(row => new MisspellingJa(row.Written, row.Canonical, row.AtLineEnd))],
            relationFile.External,
            entryRows.SelectMany(row => row.Headings ?? []).Concat(homonymRows.SelectMany(row => row.Headings ?? [])).ToHashSet(StringComparer.Ordinal),
            [.. CatalogData.OrdinaryWords]));

        CatalogRelation ToRelation(RelationRow row)
        {
            var (from, to) = (NameOf(row.From), NameOf(row.To));
            return new CatalogRelation(
                row.From, row.To, row.Type, sentences.InverseOf(row.Type), sentences.GroupOf(row.Type), row.Field,
                sentences.Forward(row.From, row.Type, row.To, from, to), sentences.Inverse(row.From, row.Type, row.To, from, to),
                sources[row.Source]);
        }

        string NameOf(string key) => byKey.TryGetValue(key, out var entry) ? entry.NameInSentence : relationFile.External[key];
    }

    /// <summary>An API's version or group leads to its kinds.</summary>
    private static IEnumerable<Topic> ApiTopics(ImmutableArray<CatalogEntry> entries) =>
        from entry in entries
        where entry.Facts is not null
        from name in ApiNames(entry.Facts!)
        group entry.Slug by name into kinds
        select new Topic([kinds.Key], [.. kinds]);

    private static IEnumerable<string> ApiNames(ResourceFacts facts)
    {
        yield return facts.ApiVersion;
        if (facts.ApiVersion.Split('/') is not [var group, _])
            yield break;
        foreach (var version in facts.OtherVersions)
            yield return $"{group}/{version}";
        if (group.Contains('.', StringComparison.Ordinal))
            yield return group;
    }

    private static ResourceFacts ToFacts(ResourceRow row, string source) => new(
        row.Kind, row.ApiVersion, [.. row.OtherVersions ?? []], row.Plural, row.Singular, [.. row.ShortNames ?? []],
        row.Namespaced, row.DocsUrl, row.DocsUrlJa, source);

    private static Dictionary<string, NetworkFact> ToNetworkFacts(NetworkRow[] rows, Dictionary<string, string> sources) =>
        rows.ToDictionary(row => row.Key, row => new NetworkFact(row.Value, row.Field, sources[row.Source], row.Page), StringComparer.Ordinal);

    private static CatalogEntry ToEntry(EntryRow row, ResourceFacts? facts, Dictionary<string, string> sources) => new()
    {
        Key = row.Key,
        Slug = Slug.Parse(row.Slug),
        Name = row.Name,
        NameInSentence = row.InSentences ?? row.Name,
        Kind = row.Kind,
        Group = row.Group,
        Terms = CatalogTerms.Of(row, facts),
        Facts = facts,
        Field = row.Field,
        HomonymOf = row.Homonym is null ? null : Slug.Parse(row.Homonym),
        SummaryJa = row.Summary,
        Source = facts?.Source ?? sources[row.Source!],
        DocsUrl = facts is null ? row.DocsUrl : facts.DocsUrl,
        DocsUrlJa = facts is null ? row.DocsUrlJa : facts.DocsUrlJa,
    };

    private static Homonym ToHomonym(HomonymRow row, Dictionary<string, CatalogEntry> byKey)
    {
        var senses = row.Senses.Select(key => byKey[key]).ToImmutableArray();
        return new Homonym(Slug.Parse(row.Slug), row.Name, row.Group, senses, CatalogTerms.Of(row, senses), row.Summary);
    }
}
