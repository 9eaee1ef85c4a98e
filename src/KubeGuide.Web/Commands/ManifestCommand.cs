using System.CommandLine;
using System.Globalization;
using System.Text;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Web.Commands;

/// <summary><c>manifest</c>: reads files as one bundle and prints what the site says of it.</summary>
internal static class ManifestCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files with YAML, read as one bundle; - is standard input", Arity = ArgumentArity.OneOrMore };

    public static Command Create()
    {
        var command = new Command("manifest", "Explain manifests: findings, then references; exit code 1 when there is an error") { Files };
        command.SetAction(parsed => Run(parsed.GetValue(Files)!, Console.In, Console.Out));
        return command;
    }

    /// <summary>0, or 1 when a finding is an error, or that of wrong use.</summary>
    private static int Run(string[] files, TextReader input, TextWriter output)
    {
        var bundle = new FileBundle();
        foreach (var file in files)
        {
            if (Directory.Exists(file))
                return CommandLine.Fail($"'{file}' is a folder; name the files in it");
            try
            {
                using var reader = file == "-" ? null : new StreamReader(file, Encoding.UTF8);
                bundle.Add(file == "-" ? "<stdin>" : file, reader ?? input);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return CommandLine.Fail($"'{file}' cannot be read: {e.Message}");
            }
        }

        var catalog = KubernetesCatalog.Default;
        var manifest = ManifestReader.Read(bundle.Text, catalog, ManifestLimits.Default, bundle.PlaceOf);
        foreach (var line in manifest.Findings.Select(finding => Text(finding, bundle)).Concat(Sentences(manifest, catalog, bundle)).Append(Summary(manifest)))
            output.WriteLine(Printable(line));
        return manifest.Findings.Any(finding => finding.Severity == Severity.Error) ? 1 : 0;
    }

    private static string Text(ManifestFinding finding, FileBundle bundle) =>
        $"{bundle.PlaceOf(finding.Line)} {JsonName.Of(finding.Severity)} {finding.Rule} {finding.Message}";

    private static IEnumerable<string> Sentences(Manifest manifest, KubernetesCatalog catalog, FileBundle bundle) =>
        from explanation in ManifestExplanation.Of(manifest, catalog).DistinctBy(explanation => explanation.Subject.Id)
        from sentence in explanation.PointsTo
        select $"{bundle.PlaceOf(sentence.Line)} {sentence}";

    private static string Summary(Manifest manifest) => string.Create(
        CultureInfo.InvariantCulture,
        $"オブジェクト{manifest.Objects.Length}個、参照{manifest.References.Length}件（参照先がないもの{manifest.References.Count(reference => reference.State == TargetState.Missing)}件）、指摘{manifest.Findings.Length}件");

    /// <summary>Names come from the files; none of them steers the terminal.</summary>
    private static string Printable(string line) => string.Concat(line.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
