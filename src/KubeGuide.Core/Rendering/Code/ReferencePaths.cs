using System.Collections.Frozen;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Rendering.Code;

/// <summary>Finds the reference field whose value stands at a path.</summary>
internal static class ReferencePaths
{
    private static readonly Lazy<FrozenDictionary<(string Key, string Path), ReferenceField>> Fields = new(() => Read(ManifestReferences.Default));

    private static readonly Lazy<FrozenSet<string>> Names = new(() => Fields.Value.Keys.Select(field => LastName(field.Path)).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether any reference field's value has this name; spares most values the look-up.</summary>
    public static bool MayEnd(YamlPath path) => Names.Value.Contains(path.IsItem ? path.Parent!.Name : path.Name);

    /// <param name="key">Key of the object's catalog entry.</param>
    /// <param name="path">From the object's root; for an object reference the path of its <c>name</c>.</param>
    public static ReferenceField? Find(string key, string path) => Fields.Value.GetValueOrDefault((key, path));

    private static FrozenDictionary<(string, string), ReferenceField> Read(ManifestReferences references)
    {
        var fields = new Dictionary<(string, string), ReferenceField>();
        foreach (var entry in KubernetesCatalog.Default.Entries)
        {
            foreach (var (prefix, field) in references.AllFieldsOf(entry.Key))
            {
                if (field.Form is ReferenceForm.Name or ReferenceForm.Host or ReferenceForm.Objref)
                    fields.TryAdd((entry.Key, prefix + field.Path + (field.Form == ReferenceForm.Objref ? ".name" : "")), field);
            }
        }

        return fields.ToFrozenDictionary();
    }

    private static string LastName(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return name.EndsWith("[]", StringComparison.Ordinal) ? name[..^2] : name;
    }
}
