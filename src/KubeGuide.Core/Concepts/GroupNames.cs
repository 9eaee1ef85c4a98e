using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>The groups of a glossary: the catalog's, those that the notes' settings name, and those that notes or folders bring.</summary>
public sealed class GroupNames
{
    /// <summary>Where a concept goes that nothing says more of.</summary>
    public const string Other = "other";

    private readonly List<ConceptGroup> groups = [];
    private readonly Dictionary<string, string> idBySpelling = new(StringComparer.Ordinal);

    /// <param name="configured">From the notes' settings, first in reading order; one with a known id renames it.</param>
    public GroupNames(KubernetesCatalog catalog, ImmutableArray<ConceptGroup> configured)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        foreach (var group in configured.Concat(catalog.Groups))
            Add(group);
    }

    /// <summary>All groups in reading order, その他 last.</summary>
    public IEnumerable<ConceptGroup> InOrder => groups.OrderBy(group => group.Id == Other);

    /// <summary>The id of a group that a note names by id or title; a new one where nobody knows it.</summary>
    public string IdOf(string idOrTitle)
    {
        ArgumentNullException.ThrowIfNull(idOrTitle);
        var title = idOrTitle.Trim();
        if (title.Length == 0)
            return Other;
        if (idBySpelling.TryGetValue(Folding.Fold(title), out var id))
            return id;
        Add(new ConceptGroup(ConceptSlug.GroupId(title), title));
        return idBySpelling[Folding.Fold(title)];
    }

    /// <summary>The group named after the folder that a note lies in; その他 for one that lies in none.</summary>
    public string IdOfFolder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        return parts.Length < 2 ? Other : IdOf(NoteName.WithoutId(parts[^2]));
    }

    private void Add(ConceptGroup group)
    {
        if (idBySpelling.TryAdd(group.Id, group.Id))
            groups.Add(group);
        idBySpelling.TryAdd(Folding.Fold(group.Id), group.Id);
        idBySpelling.TryAdd(Folding.Fold(group.Title), group.Id);
    }
}
