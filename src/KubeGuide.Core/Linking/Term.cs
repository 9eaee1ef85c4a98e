using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Linking;

/// <summary>A spelling that names a concept of the glossary.</summary>
/// <param name="Text">The spelling as its source has it.</param>
/// <param name="Concept">What it names; for an ambiguous term the choice page.</param>
/// <param name="IsAmbiguous">Whether it names several concepts and the notes have no heading for it: a mention is suppressed.</param>
public sealed record Term(string Text, Slug Concept, TermKind Kind, TermPolicy Policy, bool IsAmbiguous = false);
