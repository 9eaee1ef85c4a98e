using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>A reference with what the checks need to look further: the field's value and the object at its end.</summary>
/// <param name="Space">The namespace in which the target was looked for, where that is one.</param>
internal sealed record FoundReference(ManifestReference Reference, ManifestItem From, ManifestItem? To, FieldMatch Match, string? Space);

/// <summary>Reads every reference field that the catalog knows and finds what it points to.</summary>
internal sealed class ReferenceReader
{
    /// <summary>Without a selector these are for their whole namespace.</summary>
    private static readonly string[] WholeNamespace =
        ["PeerAuthentication", "RequestAuthentication", "AuthorizationPolicy", "Telemetry", "WasmPlugin", "EnvoyFilter", "ProxyConfig", "Sidecar"];

    private readonly KubernetesCatalog catalog;
    private readonly int limit;
    private readonly Bundle bundle;
    private readonly NameTargets names;
    private readonly HostTargets hosts;
    private readonly SelectorTargets selectors;
    private readonly Dictionary<string, ImmutableArray<BoundField>> fieldsByIdentity = new(StringComparer.Ordinal);
    private readonly List<FoundReference> found = [];

    public ReferenceReader(Bundle bundle, HostTargets hosts, KubernetesCatalog catalog, ManifestLimits limits)
    {
        this.bundle = bundle;
        this.catalog = catalog;
        this.hosts = hosts;
        limit = limits.References;
        names = new NameTargets(bundle, new TargetKinds(catalog, bundle.Kinds));
        selectors = new SelectorTargets(bundle, hosts);
    }

    /// <summary>Whether there were more references than the limit.</summary>
    public bool IsFull => found.Count >= limit;

    /// <summary>In the order of the objects and of their fields in the catalog; every place of a field, not yet one per target.</summary>
    public IReadOnlyList<FoundReference> Read()
    {
        foreach (var item in bundle.Items)
        {
            foreach (var field in FieldsOf(item.Identity).Where(bound => bound.Field.IsIn(item.Object.ApiVersion)))
                Read(item, field);
        }

        return found;
    }

    private ImmutableArray<BoundField> FieldsOf(string identity)
    {
        if (!fieldsByIdentity.TryGetValue(identity, out var fields))
            fieldsByIdentity[identity] = fields = BoundField.Of(identity);
        return fields;
    }

    private void Read(ManifestItem from, BoundField bound)
    {
        var any = false;
        foreach (var match in bound.Path.Find(from.Body))
        {
            if (IsFull)
                return;
            any = true;
            if (match.Node is YamlScalar { IsNull: true })
                continue;
            var selector = bound.Field.Form == ReferenceForm.Selector ? SelectorTargets.Read(from, bound.Field, match.Node) : null;
            foreach (var target in TargetsOf(from, bound, match, selector))
                Add(from, bound, match, target, selector?.Text);
        }

        if (!any && IsForWholeNamespace(from, bound))
        {
            foreach (var target in selectors.OfWholeNamespace(from))
                Add(from, bound, new FieldMatch(bound.Path, new FieldStep(from.Body, new YamlPlace(from.Object.Line, 1), null)), target, LabelSelector.Everything.Text);
        }
    }

    private IEnumerable<ReferenceTarget> TargetsOf(ManifestItem from, BoundField bound, FieldMatch match, LabelSelector? selector) => bound.Field.Form switch
    {
        ReferenceForm.Selector => selector is null ? [] : selectors.Of(from, bound.Field, selector, match),
        ReferenceForm.Objref => names.OfObject(from, bound.Field, match.Node),
        ReferenceForm.Host => hosts.Of(from, bound.Field, match),
        ReferenceForm.File => match.Node.AsName is { Length: > 0 } file ? [OfFile(bound.Field, file)] : [],
        _ => names.OfName(from, bound.Field, match, bound.Siblings) is { } target ? [target] : [],
    };

    private static ReferenceTarget OfFile(ReferenceField field, string file) =>
        new(TargetState.Missing, field.Targets[0] == "*" ? null : field.Targets[0], file, field.Targets[0]);

    private static bool IsForWholeNamespace(ManifestItem from, BoundField bound) =>
        bound.Field is { Form: ReferenceForm.Selector, Targets: ["Pod"] }
        && WholeNamespace.Contains(from.Identity, StringComparer.Ordinal)
        && (from.Body["spec"] as YamlMapping)?["targetRefs"] is null && (from.Body["spec"] as YamlMapping)?["targetRef"] is null;

    private void Add(ManifestItem from, BoundField bound, FieldMatch match, ReferenceTarget target, string? selector)
    {
        if (IsFull)
            return;
        var at = match.End.At;
        var state = target.State == TargetState.Missing && IsOptional(match) ? TargetState.Optional : target.State;
        var reference = new ManifestReference(
            from.Object.Id, bound.Path.Text, at.Line, at.Column, target.Item?.Object.Id, target.Kind, target.Name, state,
            ReferenceMeaning.TypeOf(from, bound.Field, match), target.Key, selector, ConceptOf(target));
        found.Add(new FoundReference(reference, from, target.Item, match, target.Space));
    }

    /// <summary>References to ConfigMaps and Secrets carry the word beside the name.</summary>
    private static bool IsOptional(FieldMatch match) => (match.Node as YamlMapping ?? match.Around)?["optional"]?.AsName == "true";

    private Slug? ConceptOf(ReferenceTarget target) =>
        target.Item is not null ? target.Item.Object.Concept : catalog.ByKey.TryGetValue(target.Key, out var entry) ? entry.Slug : null;
}
