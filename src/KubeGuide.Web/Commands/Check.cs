using System.Globalization;
using System.Text.Json;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Notes;
using KubeGuide.Web.Endpoints;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Commands;

/// <summary>How <c>check</c> prints its findings.</summary>
internal enum CheckFormat
{
    Text,
    Json,

    /// <summary>Workflow commands that GitHub shows beside the lines of a pull request.</summary>
    GitHub,
}

/// <summary><c>check</c>: reads the notes as the site does and prints what is to be mended.</summary>
internal static class Check
{
    /// <summary>0 when there is nothing to mend, 1 when there is.</summary>
    /// <exception cref="OptionException">A limit in the environment is wrong.</exception>
    /// <param name="notes">Absolute path of the notes folder, or of a single note.</param>
    /// <param name="folder">What leads from the top of a repository to the notes; only GitHub wants it before each path.</param>
    public static int Run(string notes, CheckFormat format, string folder, TextWriter output)
    {
        var limits = SiteLimits.FromEnvironment().Notes;
        var findings = new GlossaryBuilder(KubernetesCatalog.Default, limits).Build(NotesFolder.Scan(notes, limits)).Diagnostics;
        if (format == CheckFormat.Json)
            output.WriteLine(JsonSerializer.Serialize(DiagnosticJson.Of(findings), DataJson.Default.DiagnosticJsonArray));
        foreach (var finding in format == CheckFormat.Json ? [] : findings)
            output.WriteLine(format == CheckFormat.GitHub ? GitHub(finding, folder) : Text(finding));
        return findings.IsEmpty ? 0 : 1;
    }

    private static string Text(Diagnostic finding) => string.Create(
        CultureInfo.InvariantCulture, $"{finding.Path}:{finding.Line}:{finding.Column} {JsonName.Of(finding.Severity)} {finding.Rule} {Sentence(finding)}").ReplaceLineEndings(" ");

    private static string GitHub(Diagnostic finding, string folder)
    {
        var command = finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"::{command} file={Property(folder + finding.Path)},line={finding.Line},col={finding.Column},title={Property(finding.Rule)}::{Data(Sentence(finding))}");
    }

    private static string Sentence(Diagnostic finding) => finding.Suggestion is null ? finding.Message : $"{finding.Message} → {finding.Suggestion}";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
