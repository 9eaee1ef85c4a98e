using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace KubeGuide.Core.Catalog;

/// <summary>The embedded JSON as it is written, before anything refers to anything.</summary>
internal static class CatalogData
{
    public static GroupRow[] Groups => Read("groups.json", CatalogJson.Default.GroupRowArray);

    public static Dictionary<string, string> Sources => Read("sources.json", CatalogJson.Default.DictionaryStringString);

    public static ResourceRow[] Resources => Read("resources.json", CatalogJson.Default.ResourceRowArray);

    public static EntryRow[] Entries => Read("entries.json", CatalogJson.Default.EntryRowArray);

    public static HomonymRow[] Homonyms => Read("homonyms.json", CatalogJson.Default.HomonymRowArray);

    public static NetworkRow[] Reaches => Read("reaches.json", CatalogJson.Default.NetworkRowArray);

    public static NetworkRow[] Layers => Read("layers.json", CatalogJson.Default.NetworkRowArray);

    public static RelationFile Relations => Read("relations.json", CatalogJson.Default.RelationFile);

    public static RelationVerbRow[] RelationVerbs => Read("relation-verbs.json", CatalogJson.Default.RelationVerbRowArray);

    public static RemovedApiRow[] RemovedApis => Read("removed-apis.json", CatalogJson.Default.RemovedApiRowArray);

    public static Dictionary<string, string> Topics => Read("topics.json", CatalogJson.Default.DictionaryStringString);

    public static string[] ShieldWords => Read("shield-words.json", CatalogJson.Default.StringArray);

    public static string[] OrdinaryWords => Read("ordinary-words.json", CatalogJson.Default.StringArray);

    public static MisspellingJaRow[] MisspellingsJa => Read("misspellings-ja.json", CatalogJson.Default.MisspellingJaRowArray);

    public static ManifestReferenceFile ManifestReferences => Read("manifest-references.json", CatalogJson.Default.ManifestReferenceFile);

    private static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(CatalogData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"The resource {name} is empty.");
    }
}

internal sealed record GroupRow(string Id, string Title);

internal sealed record ResourceRow(
    string Kind, string ApiVersion, string? Key, string[]? OtherVersions, string? Plural, string? Singular, string[]? ShortNames,
    bool? Namespaced, string? DocsUrl, string? DocsUrlJa, string Source);

/// <param name="English">The English name where the title is Japanese.</param>
/// <param name="Headings">Spellings too ordinary to link that still name the entry as a whole heading.</param>
/// <param name="CodeOnly">Whether the name is too ordinary a word for prose.</param>
/// <param name="Source">Only where there is no resource of that key, which has one; so with the two addresses.</param>
internal sealed record EntryRow(
    string Key, string Slug, string Name, string? English, string? Plural, EntryKind Kind, string Group, string? Field, string[]? Aliases,
    string[]? SearchOnly, string[]? Headings, string[]? Misspellings, bool CodeOnly, string? Homonym, string? InSentences, string? Summary,
    string? Source, string? DocsUrl, string? DocsUrlJa);

/// <param name="Page">The official one that says it, in Japanese where there is one.</param>
internal sealed record NetworkRow(string Key, string Value, string? Field, string Source, string Page);

internal sealed record HomonymRow(
    string Slug, string Name, string Plural, string Group, string[] Senses, string[]? Aliases, string[]? SearchOnly, string[]? Headings,
    string[]? Misspellings, string Summary);

internal sealed record RelationFile(
    RelationTypeRow[] Types, RelationExceptionRow[] Exceptions, Dictionary<string, string> External, RelationRow[] Relations);

internal sealed record RelationTypeRow(string Type, string Inverse, string Group, string Sentence, string InverseSentence);

internal sealed record RelationExceptionRow(string From, string Type, string To, string Sentence, string InverseSentence);

internal sealed record RelationRow(string From, string Type, string To, string? Field, string Source);

internal sealed record RelationVerbRow(string Type, string Verb, string Inverse);

internal sealed record RemovedApiRow(string ApiVersion, string? Kind, string RemovedIn, string? Replacement, bool? Namespaced, string? Changes);

internal sealed record MisspellingJaRow(string Written, string Canonical, bool AtLineEnd);

internal sealed record ManifestReferenceFile(
    Dictionary<string, string> PodSpecAt, Dictionary<string, string> PodLabelsAt, ReferenceFieldRow[] PodSpecReferences, ReferenceFieldRow[] EveryKindReferences,
    Dictionary<string, ReferenceFieldRow[]> References);

internal sealed record ReferenceFieldRow(
    string Path, ReferenceForm Form, string[] Target, string Edge, string? TargetGroup, string? DefaultKind, string? NamespacePath,
    string? ScopeFlagPath, string[]? ApiVersions);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(GroupRow[]))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(ResourceRow[]))]
[JsonSerializable(typeof(EntryRow[]))]
[JsonSerializable(typeof(NetworkRow[]))]
[JsonSerializable(typeof(HomonymRow[]))]
[JsonSerializable(typeof(RelationFile))]
[JsonSerializable(typeof(RelationVerbRow[]))]
[JsonSerializable(typeof(RemovedApiRow[]))]
[JsonSerializable(typeof(MisspellingJaRow[]))]
[JsonSerializable(typeof(ManifestReferenceFile))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class CatalogJson : JsonSerializerContext;
