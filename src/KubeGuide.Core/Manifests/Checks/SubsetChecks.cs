using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests.Resolution;
using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Checks;

/// <summary>Subsets that a route names and no DestinationRule for its host defines.</summary>
internal static class SubsetChecks
{
    private static readonly FieldPath RuleHost = new("spec.host");
    private static readonly FieldPath SubsetNames = new("spec.subsets[].name");

    public static IEnumerable<ManifestFinding> Of(IEnumerable<FoundReference> references, Bundle bundle, KubernetesCatalog catalog)
    {
        var (hosts, subsets) = Defined(bundle);
        foreach (var found in references)
        {
            if (found.From.Identity != "VirtualService" || found.Match.Around?.Find("subset") is not { } entry || entry.Value.AsName is not { Length: > 0 } subset)
                continue;
            var host = HostTargets.FullName(found.Match.Node.AsName ?? "", found.From.Space);
            if (subsets.Any(known => known.Subset == subset && HostTargets.Covers(known.Host, host)) || YamlScalar.HasTemplate(subset))
                continue;
            var hasRule = hosts.Any(known => HostTargets.Covers(known, host));
            yield return new ManifestFinding(
                "missing-subset", hasRule ? Severity.Error : Severity.Warning, entry.At.Line, entry.At.Column,
                hasRule
                    ? $"サブセット「{subset}」は、{found.Match.Node.AsName} のDestinationRuleで定義されていません。"
                    : $"サブセット「{subset}」を定義する、{found.Match.Node.AsName} のDestinationRuleがこの中にありません。",
                catalog.ByKey["DestinationRule"].Slug);
        }
    }

    private static (HashSet<string> Hosts, HashSet<(string Host, string Subset)> Subsets) Defined(Bundle bundle)
    {
        var (hosts, subsets) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<(string, string)>());
        foreach (var rule in bundle.OfKind("DestinationRule"))
        {
            if (RuleHost.Find(rule.Body).FirstOrDefault().End?.Node.AsName is not { } written)
                continue;
            var host = HostTargets.FullName(written, rule.Space);
            hosts.Add(host);
            foreach (var name in SubsetNames.Find(rule.Body))
                subsets.Add((host, name.Node.AsName ?? ""));
        }

        return (hosts, subsets);
    }
}
