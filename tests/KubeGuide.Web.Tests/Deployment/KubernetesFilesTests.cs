using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests;
using YamlDotNet.RepresentationModel;

namespace KubeGuide.Web.Tests.Deployment;

/// <summary><c>deploy/kubernetes</c>, held to what KubeGuide itself says of manifests and to the restricted Pod Security Standard.</summary>
public class KubernetesFilesTests
{
    private static readonly string Root = Path.Combine(RunningSite.Docs, "..", "deploy", "kubernetes");

    [Theory]
    [InlineData("base", 7)]
    [InlineData("overlays/configmap", 2)]
    [InlineData("overlays/git", 2)]
    public void The_manifest_reader_finds_nothing(string folder, int objects)
    {
        var files = Directory.GetFiles(Path.Combine(Root, folder), "*.yaml").Where(file => !IsKustomization(file)).Order(StringComparer.Ordinal);
        var manifest = ManifestReader.Read(string.Join("\n---\n", files.Select(File.ReadAllText)), KubernetesCatalog.Default, ManifestLimits.Default);
        Assert.Equal(objects, manifest.Objects.Length);
        Assert.Empty(manifest.Findings.Select(finding => finding.Message));
    }

    [Theory]
    [InlineData("base")]
    [InlineData("overlays/configmap")]
    [InlineData("overlays/git")]
    public void A_kustomization_names_every_file_beside_it_and_nothing_else(string folder)
    {
        var path = Path.Combine(Root, folder);
        var kustomization = (YamlMappingNode)Documents(Path.Combine(path, "kustomization.yaml")).Single();
        var named = Values(kustomization, "resources").Concat(Values(kustomization, "patches").Select(patch => patch["path"])).Select(node => node.ToString()).ToList();
        Assert.All(named, name => Assert.True(Path.Exists(Path.Combine(path, name)), name));
        Assert.Equal(
            Directory.GetFiles(path, "*.yaml").Where(file => !IsKustomization(file)).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            named.Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_container_is_restricted_and_bounded()
    {
        var pod = Deployment("base")["spec"]["template"]["spec"];
        Assert.Equal("true", pod["securityContext"]["runAsNonRoot"].ToString());
        Assert.Equal("RuntimeDefault", pod["securityContext"]["seccompProfile"]["type"].ToString());
        var sidecar = Deployment("overlays/git")["spec"]["template"]["spec"];
        Assert.All(Values(pod, "containers").Concat(Values(sidecar, "initContainers")), container =>
        {
            var security = container["securityContext"];
            Assert.Equal("false", security["allowPrivilegeEscalation"].ToString());
            Assert.Equal("true", security["readOnlyRootFilesystem"].ToString());
            Assert.Equal("ALL", Assert.Single(Values(security["capabilities"], "drop")).ToString());
            Assert.All((string[])["requests", "limits"], kind => Assert.All((string[])["cpu", "memory"], resource => Assert.NotEmpty(container["resources"][kind][resource].ToString())));
        });
    }

    [Fact]
    public void Nothing_goes_out_but_to_the_name_server_and_the_git_server()
    {
        var policy = Documents(Path.Combine(Root, "base", "networkpolicy.yaml")).Single();
        Assert.Contains(Values(policy["spec"], "policyTypes"), type => type.ToString() == "Egress");
        Assert.Empty(Values(policy["spec"], "egress"));
        var git = Documents(Path.Combine(Root, "overlays", "git", "networkpolicy.yaml")).Single();
        var ports = Values(git["spec"], "egress").SelectMany(rule => Values(rule, "ports")).Select(port => port["port"].ToString());
        Assert.Equal(["443", "53", "53"], ports.Order(StringComparer.Ordinal));
    }

    private static YamlNode Deployment(string folder) => Documents(Path.Combine(Root, folder, "deployment.yaml")).Single();

    private static bool IsKustomization(string file) => Path.GetFileName(file) == "kustomization.yaml";

    private static IEnumerable<YamlNode> Documents(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(file);
        stream.Load(reader);
        return stream.Documents.Select(document => document.RootNode);
    }

    private static IEnumerable<YamlNode> Values(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var list) ? ((YamlSequenceNode)list).Children : [];
}
