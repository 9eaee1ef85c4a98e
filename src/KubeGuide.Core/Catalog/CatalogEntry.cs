using System.Collections.Immutable;

namespace KubeGuide.Core.Catalog;

/// <summary>What a catalog entry is.</summary>
public enum EntryKind
{
    /// <summary>A kind of API object (Pod), or of a client-side file (Kustomization).</summary>
    Kind,

    /// <summary>A value of a Service's <c>spec.type</c>.</summary>
    ServiceType,
    Product,
    Orchestrator,
    Component,
    Tool,
    Concept,
}

/// <summary>How a term may be used.</summary>
public enum TermPolicy
{
    /// <summary>Links in prose.</summary>
    Link,

    /// <summary>Links as a whole code span or after kubectl only: short names.</summary>
    CodeOnly,

    /// <summary>Finds the concept in search and as a URL, never links.</summary>
    SearchOnly,
}

/// <summary>What a spelling is to its concept; the reason a link carries.</summary>
public enum TermKind
{
    Name,
    Plural,
    Alias,
    ShortName,

    /// <summary>The lower-case name that kubectl takes, singular or plural: <c>deployments</c>.</summary>
    ResourceName,
    Misspelling,
}

/// <summary>A spelling that names a catalog entry.</summary>
public sealed record CatalogTerm(string Text, TermKind Kind, TermPolicy Policy);

/// <summary>What Kubernetes itself knows under one name.</summary>
public sealed record CatalogEntry
{
    /// <summary>Key in relations, such as <c>Deployment</c> or <c>Gateway@networking.istio.io</c>.</summary>
    public required string Key { get; init; }

    public required Slug Slug { get; init; }

    /// <summary>Name shown as a title.</summary>
    public required string Name { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>Name in the middle of a sentence; differs where the title alone would mislead.</summary>
    public required string NameInSentence { get; init; }

    /// <summary>Id of the navigation group.</summary>
    public required string Group { get; init; }

    /// <summary>Every spelling, the name first.</summary>
    public required ImmutableArray<CatalogTerm> Terms { get; init; }

    /// <summary>Null for what is not an API kind.</summary>
    public ResourceFacts? Facts { get; init; }

    /// <summary>For what is a value of a field: <c>Service spec.type</c>; else null.</summary>
    public string? Field { get; init; }

    /// <summary>From where it answers: 内 within the cluster, 外 from outside. Null where that has no meaning, or no official page says it.</summary>
    public NetworkFact? Reach { get; init; }

    /// <summary>The layer of the network on which it works, by the OSI model. Null where that has no meaning, or no official page says it.</summary>
    public NetworkFact? Layer { get; init; }

    /// <summary>The homonym this is one sense of (<c>gateway</c>); null where the name is unambiguous.</summary>
    public Slug? HomonymOf { get; init; }

    /// <summary>One Japanese sentence of the catalog's own on what it is, where there is one.</summary>
    public string? SummaryJa { get; init; }

    /// <summary>Where it is described: with a version for what the API has (<c>Kubernetes 1.36</c>), without one for what only documents say.</summary>
    public required string Source { get; init; }

    /// <summary>The official page.</summary>
    public string? DocsUrl { get; init; }

    /// <summary>The official page in Japanese, where one exists.</summary>
    public string? DocsUrlJa { get; init; }

    /// <summary>
    /// Whether a spelling never means the other senses of a homonym, nor all of them together: Gateway API is more than its kind Gateway,
    /// which therefore has another name in sentences. A short name is the kind's.
    /// </summary>
    public bool NamesItAlone(CatalogTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return HomonymOf is null || (NameInSentence != Name && term.Kind != TermKind.ShortName);
    }

    /// <summary>
    /// Whether a spelling is a lower-case word that a manifest has as a field or a value (<c>labels</c>, <c>namespace</c>). A short name and
    /// a resource's plural are what kubectl and RBAC take and nothing else; a file that no API serves is named after a tool.
    /// </summary>
    public bool IsFieldName(CatalogTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Kind is EntryKind.Kind or EntryKind.Concept
            && Facts is not { Plural: null }
            && term.Kind != TermKind.ShortName
            && term.Text != Name
            && term.Text != Facts?.Plural
            && term.Text.All(char.IsAsciiLetterLower);
    }
}

/// <summary>A row of <c>kubectl api-resources</c>, with where it is documented.</summary>
/// <param name="OtherVersions">Other served versions of the same group, such as <c>v1beta1</c>.</param>
/// <param name="Plural">Null for client-side files, which no <c>kubectl api-resources</c> prints.</param>
/// <param name="Namespaced">Null for client-side files.</param>
/// <param name="DocsUrlJa">The Japanese page where one exists.</param>
/// <param name="Source">Where the fact is from, with version: <c>Kubernetes 1.36</c>, <c>Istio 1.30.3</c>.</param>
public sealed record ResourceFacts(
    string Kind, string ApiVersion, ImmutableArray<string> OtherVersions, string? Plural, string? Singular,
    ImmutableArray<string> ShortNames, bool? Namespaced, string? DocsUrl, string? DocsUrlJa, string Source);

/// <summary>Where something stands in the network, and who says so.</summary>
/// <param name="Field">As in a relation; null where no field carries it.</param>
/// <param name="Source">As of a relation: with a version where a field carries it, without one for what only documents say.</param>
/// <param name="Page">Address of the official page that says it, the Japanese one where it exists.</param>
public sealed record NetworkFact(string Value, string? Field, string Source, string Page);

/// <summary>Something that holds between two entries, with the manifest field that carries it.</summary>
/// <param name="From">Key of an entry.</param>
/// <param name="To">Key of an entry, or of something outside the catalog: <see cref="KubernetesCatalog.NameOf"/> has its text.</param>
/// <param name="Type">Such as <c>manages</c>.</param>
/// <param name="InverseType">The same read from <paramref name="To"/>: <c>managedBy</c>.</param>
/// <param name="Group">One of <c>structure, traffic, scaling, configuration, identity, storage, policy, delivery</c>.</param>
/// <param name="Field">Fields of the manifest, parted by commas; where one belongs to another kind, that kind stands before it (<c>Service spec.type</c>). Null where no field carries it.</param>
/// <param name="Sentence">Japanese sentence read from <paramref name="From"/>, names filled in.</param>
/// <param name="InverseSentence">The same read from <paramref name="To"/>.</param>
/// <param name="Source">Where it is from: with a version where a field carries it, without one for what only documents say.</param>
public sealed record CatalogRelation(
    string From, string To, string Type, string InverseType, string Group, string? Field, string Sentence, string InverseSentence, string Source);

/// <summary>A row of <c>kubectl api-resources</c> and the entry that explains it; two rows may share one (Event).</summary>
public sealed record CatalogResource(ResourceFacts Facts, CatalogEntry Entry);

/// <summary>A name that several kinds share. Its senses are entries of their own.</summary>
/// <param name="Group">Id of the navigation group.</param>
/// <param name="Senses">The entries it may mean, in reading order.</param>
/// <param name="Terms">The spellings that leave open which is meant, the name first.</param>
/// <param name="SummaryJa">One Japanese sentence on what the senses are.</param>
public sealed record Homonym(
    Slug Slug, string Name, string Group, ImmutableArray<CatalogEntry> Senses, ImmutableArray<CatalogTerm> Terms, string SummaryJa)
{
    /// <summary>Its own terms and the aliases of its senses, which a concept that is all of them answers to.</summary>
    public IEnumerable<CatalogTerm> TermsOfAll() =>
        Terms.Concat(Senses.SelectMany(sense => sense.Terms.Where(term => term.Kind == TermKind.Alias && !sense.NamesItAlone(term))));
}

/// <summary>A Japanese slip that is listed, such as <c>仮装IP</c>.</summary>
/// <param name="AtLineEnd">Whether it is one only as the last thing in a paragraph's line.</param>
public sealed record MisspellingJa(string Written, string Canonical, bool AtLineEnd);

/// <summary>A navigation group.</summary>
/// <param name="Id">Kebab-case, the last part of <c>/groups/{id}</c>.</param>
public sealed record ConceptGroup(string Id, string Title);

/// <summary>An apiVersion that Kubernetes no longer serves.</summary>
/// <param name="Kind">Null where the whole apiVersion is gone.</param>
/// <param name="Namespaced">Of kinds that are gone altogether; null for the others, whose facts say it.</param>
/// <param name="ChangesJa">What is written differently in the replacement, in Japanese sentences; null where the apiVersion is all.</param>
public sealed record RemovedApi(string ApiVersion, string? Kind, string RemovedIn, string? Replacement, bool? Namespaced = null, string? ChangesJa = null);
