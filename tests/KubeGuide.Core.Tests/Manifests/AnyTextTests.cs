using FsCheck;
using FsCheck.Fluent;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Core.Tests.Manifests;

public sealed class AnyTextTests
{
    private static readonly ManifestLimits Limits = ManifestLimits.Default with { Objects = 5, References = 20, Nodes = 200, Depth = 8 };

    private static readonly string[] Pieces =
    [
        "\n", "\n", "\n", "  ", "    ", "- ", ": ", "? ", "{ ", " }", "[ ", " ]", ", ", "| \n", ">-\n", "# ", "&a ", "*a ", "<<: ", "---\n", "...\n", "%YAML 1.2\n",
        "!x ", "\"", "'", "\t", "\0", "\u0085", "\uD800", "\\", "{{", "}}", "あ", "~", "null", "1",
        "kind: ", "apiVersion: ", "metadata: ", "name: ", "namespace: ", "spec: ", "selector: ", "matchLabels: ", "matchExpressions: ", "items: ", "data: ", "stringData: ",
        "Pod", "Service", "List", "Secret", "Deployment", "VirtualService", "NetworkPolicy", "Kustomization", "v1", "apps/v1", "networking.istio.io/v1",
        "hosts: ", "http: ", "route: ", "destination: ", "host: ", "subset: ", "podSelector: {}", "ports: ", "port: ", "app: web", "\u001b",
    ];

    private static readonly Gen<string> Yamlish = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    /// <summary>Neither ends the document nor makes the value its kind or name.</summary>
    private static readonly Gen<string> Around = Gen.Elements(Pieces.Except(["---\n", "...\n", "kind: ", "apiVersion: ", "name: ", "namespace: "]).ToArray())
        .ArrayOf().Select(string.Concat);

    private static readonly Gen<string> Anything = Gen.OneOf(Yamlish, Yamlish, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    [Fact]
    public void Any_text_gives_a_result_within_the_limits() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(120),
        Prop.ForAll(Anything.ToArbitrary(), text =>
        {
            var manifest = ManifestReader.Read(text, KubernetesCatalog.Default, Limits);
            var lines = text.ReplaceLineEndings("\n").Split('\n').Length;
            Assert.True(manifest.Objects.Length <= Limits.Objects);
            Assert.True(manifest.References.Length <= Limits.References);
            Assert.True(manifest.Findings.Length <= Limits.References + 1);
            Assert.All(manifest.Findings, finding => Assert.InRange(finding.Line, 1, lines + 1));
            Assert.Equal(manifest.Objects.Length, ManifestExplanation.Of(manifest, KubernetesCatalog.Default).Length);
        }));

    [Fact]
    public void Hiding_values_keeps_the_lines_of_any_text() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(120),
        Prop.ForAll(Anything.ToArbitrary(), text =>
            Assert.Equal(text.Replace("\r\n", "\n").Replace('\r', '\n').Count(c => c == '\n'), ManifestRedaction.Redact(text).Count(c => c == '\n'))));

    [Fact]
    public void A_secrets_value_stays_hidden_whatever_breaks_around_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60),
        Prop.ForAll(Around.Two().ToArbitrary(), around =>
        {
            var (before, after) = around;
            var text = $"apiVersion: v1\nkind: Secret\nmetadata:\n  name: keys\nstringData:\n  a: correct-horse\n{before}  b: correct-horse\n{after}";
            var manifest = ManifestReader.Read(text, KubernetesCatalog.Default, Limits);
            Assert.DoesNotContain("correct-horse", ManifestRedaction.Redact(text), StringComparison.Ordinal);
            Assert.DoesNotContain("correct-horse", string.Join('\n', manifest.References) + string.Join('\n', manifest.Findings), StringComparison.Ordinal);
        }));

    [Theory]
    [InlineData("[", 500_000)]
    [InlineData("{a: ", 120_000)]
    [InlineData("- ", 250_000)]
    [InlineData("? ", 250_000)]
    [InlineData("&a ", 170_000)]
    [InlineData("---\n", 130_000)]
    [InlineData("---\na\n", 87_000)]
    [InlineData("{{", 250_000)]
    [InlineData("a\n", 250_000)]
    [InlineData("a: 1\n", 100_000)]
    public void A_text_that_repeats_itself_half_a_mebibyte_long_is_settled_in_time(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        ManifestReader.Read(text, KubernetesCatalog.Default, ManifestLimits.Default);
        ManifestRedaction.Redact(text);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
