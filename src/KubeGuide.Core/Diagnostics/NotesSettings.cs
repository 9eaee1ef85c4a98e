using System.Collections.Frozen;
using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Diagnostics;

/// <summary>What an author decided about a rule; a null <paramref name="Severity"/> leaves the rule's own.</summary>
public readonly record struct RuleChoice(bool IsOn, Severity? Severity);

/// <summary>A <c>kubeguide.yml</c>: what belongs to the notes rather than to the host.</summary>
public sealed record NotesSettings
{
    public static NotesSettings Default { get; } = new();

    /// <summary>By rule id; rules that the file does not name are missing.</summary>
    public FrozenDictionary<string, RuleChoice> Choices { get; init; } = FrozenDictionary<string, RuleChoice>.Empty;

    /// <summary>Folded terms, or slugs, that never become links.</summary>
    public FrozenSet<string> NoLink { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Groups in reading order; the catalog's others come behind them.</summary>
    public ImmutableArray<ConceptGroup> Groups { get; init; } = [];

    /// <summary>What reading the file found, in its order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Reads the file's text. Never throws: what cannot be read is a diagnostic, and what came before it stays.</summary>
    public static NotesSettings Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        return new SettingsYaml(path, text).Read();
    }

    /// <summary>Whether findings of the rule are wanted. An unknown rule is not ours to switch off.</summary>
    public bool IsOn(string rule) =>
        Choices.TryGetValue(rule, out var choice) ? choice.IsOn : Rules.Find(rule)?.IsOn ?? true;

    /// <summary>The finding as the author wants to see it; null where the rule is off.</summary>
    public Diagnostic? Judge(Diagnostic finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (!IsOn(finding.Rule))
            return null;
        return Choices.TryGetValue(finding.Rule, out var choice) && choice.Severity is { } severity && severity != finding.Severity
            ? finding with { Severity = severity }
            : finding;
    }
}
