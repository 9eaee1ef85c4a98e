using System.Collections.Immutable;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.References;

/// <summary>What people wrote down about an article in <c>references.yml</c>; null where they wrote nothing.</summary>
/// <param name="Url">Canonical, as in <see cref="Reference.Url"/>.</param>
/// <param name="Line">Line of the entry's URL; counts from 1.</param>
/// <param name="Column">Column of the entry's URL; counts from 1.</param>
public sealed record ReferenceEntry(
    string Url, string? Title, string? Author, string? Site, DateOnly? Date, string? Note, int Line, int Column);

/// <summary>A <c>references.yml</c>: what is known of cited articles beyond their URLs.</summary>
public sealed record ReferenceTitles
{
    private readonly ImmutableSortedDictionary<string, ReferenceEntry> byArticle;

    internal ReferenceTitles(string path, ImmutableSortedDictionary<string, ReferenceEntry> byArticle, ImmutableArray<Diagnostic> diagnostics)
    {
        Path = path;
        this.byArticle = byArticle;
        Diagnostics = diagnostics;
    }

    public static ReferenceTitles Empty { get; } =
        new("references.yml", ImmutableSortedDictionary.Create<string, ReferenceEntry>(StringComparer.Ordinal), []);

    /// <summary>The titles that come with the program: those of the shipped notes.</summary>
    public static ReferenceTitles Bundled => BundledTitles.Value;

    private static readonly Lazy<ReferenceTitles> BundledTitles = new(() =>
    {
        using var stream = typeof(ReferenceTitles).Assembly.GetManifestResourceStream("bundled-references.yml")!;
        using var reader = new StreamReader(stream);
        return Read("references.yml", reader.ReadToEnd());
    });

    /// <summary>Path of the file below the notes folder.</summary>
    public string Path { get; }

    /// <summary>What reading the file found, in its order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>In the order of their URLs.</summary>
    public IEnumerable<ReferenceEntry> Entries => byArticle.Values;

    /// <summary>Reads the file's text. Never throws: what cannot be read is a diagnostic, and the entries before it stay.</summary>
    public static ReferenceTitles Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        return new ReferencesYaml(path, text).Read();
    }

    /// <summary>What is written about the article, whatever fragment is cited; null where nothing is.</summary>
    public ReferenceEntry? Find(Reference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return byArticle.GetValueOrDefault(reference.ArticleKey);
    }

    /// <summary>These titles, completed value by value from <paramref name="bundled"/>; path and diagnostics stay.</summary>
    public ReferenceTitles Over(ReferenceTitles bundled)
    {
        ArgumentNullException.ThrowIfNull(bundled);
        var all = bundled.byArticle.ToBuilder();
        foreach (var (key, own) in byArticle)
            all[key] = bundled.byArticle.TryGetValue(key, out var other) ? Completed(own, other) : own;
        return new ReferenceTitles(Path, all.ToImmutable(), Diagnostics);
    }

    /// <summary>A diagnostic for each entry that no note cites.</summary>
    public IEnumerable<Diagnostic> NotCited(IEnumerable<Reference> cited)
    {
        var keys = cited.Select(reference => reference.ArticleKey).ToHashSet(StringComparer.Ordinal);
        return byArticle.Where(entry => !keys.Contains(entry.Key)).Select(entry => entry.Value).OrderBy(entry => entry.Line).Select(entry => new Diagnostic(
            "references-not-cited", Severity.Info, Path, entry.Line, entry.Column,
            $"「{entry.Title ?? entry.Url}」を引用しているノートはありません。", "もう使わない項目なら削除してください。"));
    }

    private static ReferenceEntry Completed(ReferenceEntry own, ReferenceEntry other) => own with
    {
        Title = own.Title ?? other.Title,
        Author = own.Author ?? other.Author,
        Site = own.Site ?? other.Site,
        Date = own.Date ?? other.Date,
        Note = own.Note ?? other.Note,
    };
}
