namespace KubeGuide.Core.Catalog;

/// <summary>How a heading matched the catalog, in order of preference.</summary>
public enum MatchKind
{
    /// <summary>The name itself, in any width and spacing, or an all-lower name Capitalised.</summary>
    Exact,

    /// <summary>The name in another case: <c>configmap</c>.</summary>
    Case,
    Plural,
    Alias,

    /// <summary>A listed misspelling, or one within the edit distance of a single name.</summary>
    Misspelling,

    /// <summary>A short name of three letters or more that is the whole heading.</summary>
    ShortName,
}

/// <summary>What a heading names. Exactly one of <paramref name="Entry"/> and <paramref name="Homonym"/> is set.</summary>
public sealed record CatalogMatch(CatalogEntry? Entry, Homonym? Homonym, MatchKind Kind)
{
    /// <summary>The name that the page gets, and what to suggest for a misspelling.</summary>
    public string Name => Entry?.Name ?? Homonym!.Name;

    public Slug Slug => Entry?.Slug ?? Homonym!.Slug;

    /// <summary>Id of the navigation group.</summary>
    public string Group => Entry?.Group ?? Homonym!.Group;

    /// <summary>A homonym is always one of kinds.</summary>
    public EntryKind EntryKind => Entry?.Kind ?? EntryKind.Kind;
}
