using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>Targets of references by name, with or without kind and group beside it.</summary>
internal sealed class NameTargets(Bundle bundle, TargetKinds kinds)
{
    private const string Provisioner = "Provisioner";

    private readonly Generators generators = new(bundle);

    /// <summary>The target of a field that holds a name; null where it holds nothing to follow.</summary>
    public ReferenceTarget? OfName(ManifestItem from, ReferenceField field, FieldMatch match, SiblingPaths siblings)
    {
        if (match.Node.AsName is not { Length: > 0 } name)
            return null;
        var candidates = kinds.Of(field, from.Group);
        var space = match.At(siblings.Namespace)?.AsName ?? SpaceOf(from);
        if (siblings.ScopeFlag is not null)
            candidates = match.At(siblings.ScopeFlag)?.AsName == "true" ? candidates[1..] : candidates[..1];
        if (field.TargetGroup == "networking.istio.io" && name.Split('/') is [var before, var after])
            (space, name) = (before, after);
        else if (name == "mesh" && field.TargetGroup == "networking.istio.io")
            return null;
        return generators.Target(from, field, candidates[0], name) ?? OrElsewhere(field, Find(from, candidates, space, name));
    }

    /// <summary>The targets of a field that holds kind and name; several where the name is left out.</summary>
    public IEnumerable<ReferenceTarget> OfObject(ManifestItem from, ReferenceField field, YamlNode node)
    {
        if (node is not YamlMapping reference)
            return [];
        var group = GroupIn(reference);
        var kind = (reference["kind"]?.AsName ?? field.DefaultKind ?? field.OnlyTarget) is { } written
            ? kinds.Of(written, group, from.Group)
            : (TargetKind?)null;
        var space = reference["namespace"]?.AsName ?? SpaceOf(from);
        if (from.IsClientFile)
            return Patched(reference, kind);
        if (kind is null)
            return [];
        if (reference["name"]?.AsName is { Length: > 0 } name)
            return [Find(from, [kind.Value], space, name)];
        return field.Path == "spec.to[]" ? AllOf(kind.Value, space) : [];
    }

    /// <summary>A provisioner is a CSI driver or any program of that name, of which no object tells.</summary>
    private static ReferenceTarget OrElsewhere(ReferenceField field, ReferenceTarget target) =>
        target.State == TargetState.Missing && field.Targets.Contains(Provisioner) ? new ReferenceTarget(TargetState.Outside, Provisioner, target.Name, Provisioner) : target;

    /// <summary>The first candidate that is there, else what is known about the first one.</summary>
    private ReferenceTarget Find(ManifestItem from, TargetKind[] candidates, string? space, string name)
    {
        foreach (var candidate in candidates)
        {
            if (bundle.Find(candidate, space, name) is { } item)
                return ReferenceTarget.To(item, candidate.Key);
        }

        var first = candidates[0];
        if (first.Key == "Secret" && from.Identity == "Gateway@networking.istio.io" && Certificate(from, first, name) is { } certificate)
            return ReferenceTarget.To(certificate, first.Key);
        var state = ClusterProvided.Has(first.Key, first.IsNamespaced ? space : null, name) || IsMade(first, space, name) ? TargetState.Provided
            : first.Kind is "User" or "Group" && first.Entry is null ? TargetState.Outside
            : TargetState.Missing;
        return new ReferenceTarget(state, first.Kind, name, first.Key, Space: first.IsNamespaced ? space : null);
    }

    private bool IsMade(TargetKind kind, string? space, string name) => generators.Make(kind.Key, name)
        || (kind.Key == "PersistentVolumeClaim" && bundle.OfKind("StatefulSet").Any(item => item.Object.Namespace == space && Made.Claims(item, name)));

    /// <summary>A gateway's proxies read certificates where they run themselves: beside the Pods it selects, by Istio's own installation in <c>istio-system</c>.</summary>
    private ManifestItem? Certificate(ManifestItem gateway, TargetKind secret, string name)
    {
        var selector = (gateway.Body["spec"] as YamlMapping)?["selector"] is { } node ? LabelSelector.ReadMap(node) : null;
        var spaces = bundle.Workloads.Where(item => selector?.Matches(bundle.LabelsFor(item)) == true).Select(item => item.Object.Namespace);
        return spaces.Append("istio-system").Select(space => bundle.Find(secret, space, name)).FirstOrDefault(found => found is not null);
    }

    private static string? SpaceOf(ManifestItem from) => from.IsClientFile ? null : from.Space;

    private static string? GroupIn(YamlMapping reference)
    {
        if (reference["apiVersion"]?.AsName is { } apiVersion)
            return KubernetesCatalog.GroupOf(apiVersion);
        return (reference.Find("apiGroup") ?? reference.Find("group"))?.Value is YamlScalar { IsNull: false } group ? group.Name : null;
    }

    private ReferenceTarget[] AllOf(TargetKind kind, string? space)
    {
        var all = bundle.OfKind(kind.Identity).Where(item => item.Object.Namespace == space).Select(item => ReferenceTarget.To(item, kind.Key)).ToArray();
        return all.Length > 0 ? all : [new ReferenceTarget(TargetState.Missing, kind.Kind, "*", kind.Key)];
    }

    /// <summary>What a patch of kustomize is for: every field it gives must fit; <c>.*</c> at either end of a name is understood.</summary>
    private ReferenceTarget[] Patched(YamlMapping target, TargetKind? kind)
    {
        var (name, space, group) = (target["name"]?.AsName, target["namespace"]?.AsName, GroupIn(target));
        var text = target["labelSelector"]?.AsName;
        var labels = text is null ? null : LabelSelector.Parse(text);
        var found = bundle.Items.Where(item => !item.IsClientFile
            && (kind is null || item.Object.Kind == kind.Value.Kind)
            && (group is null || item.Group == group)
            && (name is null || NamePattern.Matches(name, item.Object.Name ?? ""))
            && (space is null || NamePattern.Matches(space, item.Object.Namespace ?? ""))
            && (labels is null || labels.Matches(LabelSelector.Labels((item.Body["metadata"] as YamlMapping)?["labels"])))).Select(item => ReferenceTarget.To(item, "*")).ToArray();
        return found.Length > 0 ? found : [new ReferenceTarget(TargetState.Missing, kind?.Kind, name ?? text ?? "*", "*")];
    }
}

/// <summary>The names in kustomize's patches: regular expressions, of which only <c>.*</c> at the ends is in use.</summary>
internal static class NamePattern
{
    public static bool Matches(string pattern, string name)
    {
        var text = pattern.AsSpan().TrimStart('^').TrimEnd('$');
        var (anyStart, anyEnd) = (text.StartsWith(".*"), text.EndsWith(".*"));
        if (text is ".*")
            return true;
        text = text[(anyStart ? 2 : 0)..(anyEnd ? ^2 : ^0)];
        return (anyStart, anyEnd) switch
        {
            (true, true) => name.AsSpan().Contains(text, StringComparison.Ordinal),
            (true, false) => name.AsSpan().EndsWith(text, StringComparison.Ordinal),
            (false, true) => name.AsSpan().StartsWith(text, StringComparison.Ordinal),
            _ => name.AsSpan().SequenceEqual(text),
        };
    }
}
