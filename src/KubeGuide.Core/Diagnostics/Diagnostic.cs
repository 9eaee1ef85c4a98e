namespace KubeGuide.Core.Diagnostics;

/// <summary>How much a finding matters; written in lower case in JSON and on the terminal.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>A finding in the notes.</summary>
/// <param name="Rule">The rule's id in kebab-case, such as <c>misspelt-kind</c>.</param>
/// <param name="Path">The note's path below the notes folder, with forward slashes.</param>
/// <param name="Line">Counts from 1, in the file as it lies on disk.</param>
/// <param name="Column">Counts from 1, in UTF-16 units.</param>
/// <param name="Message">One Japanese sentence: what is there.</param>
/// <param name="Suggestion">What to write instead, or what to do; null where there is nothing to say.</param>
public sealed record Diagnostic(string Rule, Severity Severity, string Path, int Line, int Column, string Message, string? Suggestion = null);
