using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>Targets of label selectors: for Pods the workloads whose template carries the labels.</summary>
internal sealed class SelectorTargets(Bundle bundle, HostTargets hosts)
{
    private const string MeshRoot = "istio-system";

    /// <summary>Kinds whose selector is a map of labels; an empty or missing one selects nothing instead of everything.</summary>
    private static readonly string[] WithMapOfLabels = ["Service", "ReplicationController"];

    /// <summary>What every Node has.</summary>
    private static readonly string[] LabelsOfEveryNode =
        ["kubernetes.io/os", "kubernetes.io/arch", "kubernetes.io/hostname", "node.kubernetes.io/instance-type", "topology.kubernetes.io/region", "topology.kubernetes.io/zone"];

    private static readonly FieldPath RuleHost = new("spec.host");

    /// <summary>Null for a selector that selects nothing on purpose.</summary>
    public static LabelSelector? Read(ManifestItem from, ReferenceField field, YamlNode node)
    {
        var isMap = WithMapOfLabels.Contains(from.Identity, StringComparer.Ordinal) && field.Path == "spec.selector";
        var selector = isMap ? LabelSelector.ReadMap(node) : LabelSelector.Read(node);
        var mayBeEmpty = !isMap && field.Path != "nodeSelector";
        return selector is { IsEverything: true } && !mayBeEmpty ? null : selector;
    }

    public IEnumerable<ReferenceTarget> Of(ManifestItem from, ReferenceField field, LabelSelector selector, FieldMatch match)
    {
        var key = field.Targets[0];
        if (field.Type == "manages")
            return [OwnPods(from, selector, match, key)];
        var candidates = key == "Pod"
            ? WorkloadsFor(from, field, match)
            : bundle.OfKind(key);
        var found = candidates.Where(item => selector.Matches(key == "Pod" ? Made.LabelsFor(item, selector, bundle.LabelsFor(item)) : LabelsOf(item, key))).Select(item => ReferenceTarget.To(item, key)).ToArray();
        if (found.Length > 0)
            return found;
        var isProvided = key switch
        {
            "Namespace" => ProvidedNamespace(selector),
            "Pod" => IsClusterDns(from, selector, match),
            "Node" => selector.Keys.All(label => LabelsOfEveryNode.Contains(label, StringComparer.Ordinal)),
            _ => false,
        };
        return [new ReferenceTarget(isProvided ? TargetState.Provided : TargetState.Missing, key, selector.Text, key)];
    }

    /// <summary>What a policy of the mesh without a selector is for: its whole namespace, in the root namespace the whole mesh.</summary>
    public IEnumerable<ReferenceTarget> OfWholeNamespace(ManifestItem from) => bundle.Workloads
        .Where(item => from.Object.Namespace == MeshRoot || item.Object.Namespace == from.Object.Namespace)
        .Select(item => ReferenceTarget.To(item, "Pod"));

    private IReadOnlyDictionary<string, string> LabelsOf(ManifestItem item, string key) =>
        key == "Namespace" ? bundle.LabelsOfNamespace(item.Object.Name ?? "") : bundle.LabelsFor(item);

    /// <summary>A workload's selector is for the Pods of its own template; it points at no other object.</summary>
    private static ReferenceTarget OwnPods(ManifestItem from, LabelSelector selector, FieldMatch match, string key)
    {
        var template = match.Around?["template"] as YamlMapping;
        var labels = LabelSelector.Labels((template?["metadata"] as YamlMapping)?["labels"]);
        var isOwn = selector.Matches(labels) || (template is null && from.Identity is "Rollout" or "Job");
        return new ReferenceTarget(isOwn ? TargetState.Own : TargetState.Missing, key, selector.Text, key);
    }

    private IEnumerable<ManifestItem> WorkloadsFor(ManifestItem from, ReferenceField field, FieldMatch match)
    {
        if (field.Type == "partitions")
            return Behind(from);
        var spaces = SpacesOf(from, match).ToHashSet(StringComparer.Ordinal);
        return bundle.Workloads.Where(item => item.Object.Namespace is { } space && spaces.Contains(space) && (SeesMachines(from) || !IsMachine(item)));
    }

    /// <summary>Istio's entries for machines are behind Services, too, and no Pods for anything else.</summary>
    private static bool SeesMachines(ManifestItem from) => from.Identity == "Service" || IsOfIstio(from);

    private static bool IsMachine(ManifestItem item) => item.Identity is "WorkloadEntry" or "WorkloadGroup";

    private static bool IsOfIstio(ManifestItem item) => item.Group.EndsWith("istio.io", StringComparison.Ordinal);

    /// <summary>The namespaces in which a selector of Pods looks.</summary>
    private IEnumerable<string> SpacesOf(ManifestItem from, FieldMatch match)
    {
        if (from.Identity == "Gateway@networking.istio.io" || (from.Object.Namespace == MeshRoot && IsOfIstio(from) && from.Identity is not ("ServiceEntry" or "DestinationRule")))
            return bundle.Namespaces;
        var own = from.Space;
        var listed = (match.Around?["namespaces"] as YamlSequence)?.Items.Select(item => item.Node.AsName).OfType<string>();
        if (match.Around?["namespaceSelector"] is not { } node || LabelSelector.Read(node) is not { } selector)
            return listed ?? [own];
        return bundle.Namespaces.Where(space => selector.Matches(bundle.LabelsOfNamespace(space))).Concat(listed ?? []);
    }

    /// <summary>A subset is a part of its host, wherever the rule stands: only what the host's Service selects may belong to it.</summary>
    private IEnumerable<ManifestItem> Behind(ManifestItem rule)
    {
        var own = rule.Space;
        var host = RuleHost.Find(rule.Body).FirstOrDefault().End?.Node.AsName ?? "";
        var service = hosts.Find(host, own);
        var space = service?.Object.Namespace ?? HostTargets.NamespaceOf(host, own);
        var selector = (service?.Body["spec"] as YamlMapping)?["selector"] is { } node ? LabelSelector.ReadMap(node) : null;
        return bundle.Workloads.Where(item => item.Object.Namespace == space && (selector is null || selector.Matches(bundle.LabelsFor(item))));
    }

    /// <summary>The Pods that resolve names: what every policy for outgoing traffic allows.</summary>
    private bool IsClusterDns(ManifestItem from, LabelSelector selector, FieldMatch match)
    {
        if (selector.IsEverything || !selector.Matches(ClusterProvided.DnsPodLabels))
            return false;
        return match.Around?["namespaceSelector"] is { } node
            ? LabelSelector.Read(node)?.Matches(bundle.LabelsOfNamespace(ClusterProvided.SystemNamespace)) == true
            : from.Space == ClusterProvided.SystemNamespace;
    }

    private static bool ProvidedNamespace(LabelSelector selector) =>
        ClusterProvided.Namespaces.Any(name => !selector.IsEverything && selector.Matches(new Dictionary<string, string>(StringComparer.Ordinal) { ["kubernetes.io/metadata.name"] = name }));
}
