using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>Targets of host names: Services under their four spellings, Istio's ServiceEntries, and hosts elsewhere.</summary>
internal sealed class HostTargets
{
    private const string External = "ExternalHost";

    private readonly Bundle bundle;
    private readonly Dictionary<string, ManifestItem> entries = new(StringComparer.Ordinal);
    private readonly ILookup<ManifestItem, string> entryHosts;
    private readonly Dictionary<(string Pattern, string? Namespace), ReferenceTarget[]> matched = [];

    public HostTargets(Bundle bundle)
    {
        this.bundle = bundle;
        foreach (var item in bundle.OfKind("ServiceEntry"))
        {
            foreach (var host in new FieldPath("spec.hosts[]").Find(item.Body))
            {
                if (host.Node.AsName is { } name)
                    entries.TryAdd(name, item);
            }
        }

        entryHosts = entries.ToLookup(entry => entry.Value, entry => entry.Key);
    }

    /// <summary>One spelling for each host: <c>web</c>, <c>web.shop</c> and <c>web.shop.svc.cluster.local</c> are the same.</summary>
    /// <param name="space">Namespace of the rule, for short names.</param>
    public static string FullName(string host, string space) => host.Split('.') switch
    {
        [var name] => $"{name}.{space}.svc",
        [var name, var inSpace] => $"{name}.{inSpace}.svc",
        [var name, var inSpace, "svc", ..] => $"{name}.{inSpace}.svc",
        _ => host,
    };

    /// <summary>Where the Service of a host is; the rule's own namespace for hosts elsewhere.</summary>
    public static string NamespaceOf(string host, string space) => FullName(host, space).Split('.') is [_, var found, "svc"] ? found : space;

    /// <summary>Whether a host, which may begin with a wildcard, is for another one; both in full.</summary>
    public static bool Covers(string host, string other) => host == other || (host.StartsWith('*') && other.EndsWith(host[1..], StringComparison.Ordinal));

    public IEnumerable<ReferenceTarget> Of(ManifestItem from, ReferenceField field, FieldMatch match)
    {
        if (match.Node.AsName is not { Length: > 0 } host)
            return [];
        var space = from.Space;
        if (host.Split('/') is [var before, var after])
            return OfNamespaced(before == "." ? space : before, after);
        if (host.Contains('*', StringComparison.Ordinal) && (!field.Targets.Contains(External) || host.Contains(".svc", StringComparison.Ordinal)))
            return Matching(host, null);
        return [One(field, host, space)];
    }

    /// <summary>Services and ServiceEntries that a host name means.</summary>
    public ManifestItem? Find(string host, string space) =>
        entries.GetValueOrDefault(host) ?? FindService(FullName(host, space)) ?? FindWildcard(host);

    private ReferenceTarget One(ReferenceField field, string host, string space)
    {
        if (field.Type != "declares" && Find(host, space) is { } item)
            return ReferenceTarget.To(item, item.Identity);
        var full = FullName(host, space);
        if (field.Targets.Contains(External) && !IsService(field, host, full))
            return new ReferenceTarget(TargetState.Outside, External, host, External);
        var labels = full.Split('.');
        var state = labels.Length == 3 && ClusterProvided.Has("Service", labels[1], labels[0]) ? TargetState.Provided : TargetState.Missing;
        return new ReferenceTarget(state, "Service", host, "Service");
    }

    /// <summary>Whether a host is meant as a Service, though the field may also hold hosts elsewhere: <c>web.shop</c> may be either.</summary>
    private bool IsService(ReferenceField field, string host, string full) =>
        full != host && field.Type != "declares"
        && host.Count(c => c == '.') switch
        {
            0 => field.Type != "aliasOf" && host != "*",
            1 => bundle.Namespaces.Contains(host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..]),
            _ => true,
        };

    /// <summary>A host of a Sidecar: <c>*</c> is every namespace, <c>~</c> none.</summary>
    private ReferenceTarget[] OfNamespaced(string space, string host)
    {
        if (space == "~")
            return [];
        if (host.Contains('*', StringComparison.Ordinal))
            return Matching(host, space == "*" ? null : space);
        if (Find(host, space) is { } item)
            return [ReferenceTarget.To(item, item.Identity)];
        return [new ReferenceTarget(TargetState.Missing, "Service", host, "Service")];
    }

    private ReferenceTarget[] Matching(string pattern, string? space)
    {
        if (matched.TryGetValue((pattern, space), out var known))
            return known;
        var suffix = pattern.TrimStart('*');
        var services = bundle.OfKind("Service").Where(item => $"{item.Object.Name}.{item.Object.Namespace}.svc.cluster.local".EndsWith(suffix, StringComparison.Ordinal));
        var others = entryHosts.Where(hosts => hosts.Any(host => host.EndsWith(suffix, StringComparison.Ordinal))).Select(hosts => hosts.Key);
        var found = services.Concat(others).Where(item => space is null || item.Object.Namespace == space)
            .Select(item => ReferenceTarget.To(item, item.Identity)).ToArray();
        return matched[(pattern, space)] = found.Length > 0 || suffix.Length == 0
            ? found
            : [new ReferenceTarget(TargetState.Missing, "Service", pattern, "Service")];
    }

    private ManifestItem? FindService(string full) =>
        full.Split('.') is [var name, var space, "svc"] ? bundle.Find(new TargetKind("Service", "", bundle.Kinds.Find("", "Service")), space, name) : null;

    private ManifestItem? FindWildcard(string host)
    {
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            if (entries.TryGetValue("*" + host[dot..], out var item))
                return item;
        }

        return null;
    }
}
