using System.Collections.Immutable;

namespace KubeGuide.Core.Diagnostics;

/// <summary>Puts together what is to be mended in the notes.</summary>
public static class Findings
{
    /// <summary>What the settings want to see, by path, line, column and rule; each finding once.</summary>
    public static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> findings, NotesSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return
        [
            .. findings.Select(settings.Judge).OfType<Diagnostic>()
                .OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Rule, StringComparer.Ordinal)
                .ThenBy(d => d.Message, StringComparer.Ordinal).Distinct(),
        ];
    }
}
