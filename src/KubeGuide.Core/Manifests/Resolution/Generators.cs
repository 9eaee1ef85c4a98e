using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>The ConfigMaps and Secrets that a kustomization of the bundle generates, under the names that manifests use for them.</summary>
internal sealed class Generators
{
    private const int HashLength = 10;

    private readonly Bundle bundle;
    private readonly HashSet<(string Kind, string Name)> generated = [];

    public Generators(Bundle bundle)
    {
        this.bundle = bundle;
        foreach (var file in bundle.OfKind("Kustomization@kustomize.config.k8s.io"))
        {
            Add(file, "configMapGenerator", "ConfigMap");
            Add(file, "secretGenerator", "Secret");
        }
    }

    public bool Make(string kind, string name) => generated.Contains((kind, name));

    /// <summary>What a generator makes: the object with the hash behind its name, where the bundle has it already. Null for every other field.</summary>
    public ReferenceTarget? Target(ManifestItem from, ReferenceField field, TargetKind kind, string name)
    {
        if (!from.IsClientFile || field.Type != "generates")
            return null;
        var item = bundle.OfKind(kind.Identity).FirstOrDefault(item => item.Object.Name is { } found
            && (found == name || (found.Length == name.Length + 1 + HashLength && found.StartsWith(name + "-", StringComparison.Ordinal))));
        return item is not null ? ReferenceTarget.To(item, kind.Key) : new ReferenceTarget(TargetState.Provided, kind.Kind, name, kind.Key);
    }

    private void Add(ManifestItem file, string field, string kind)
    {
        foreach (var match in new FieldPath(field + "[].name").Find(file.Body))
        {
            if (match.Node.AsName is { } name)
                generated.Add((kind, name));
        }
    }
}
