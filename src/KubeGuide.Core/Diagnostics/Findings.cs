using System.Collections.Immutable;

namespace KubeGuide.Core.Diagnostics;

/// <summary>Puts together what is to be mended in the notes.</summary>
public static class Findings
{
    /// <summary>Everything that is to be mended in the notes of a glossary.</summary>
    public static ImmutableArray<Diagnostic> Of(Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(glossary);
        return InOrder(
            [
                .. glossary.Files.Diagnostics,
                .. glossary.Settings.Diagnostics,
                .. glossary.OwnTitles.Diagnostics,
                .. glossary.OwnTitles.NotCited(glossary.Bibliography.Articles.Select(article => article.Reference)),
                .. glossary.Notes.AsParallel().AsOrdered().SelectMany(note => note.Findings),
                .. ReferenceRules.Check(glossary),
                .. TermRules.Variants(glossary.Notes),
            ],
            glossary.Settings);
    }

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
