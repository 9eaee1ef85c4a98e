using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Linking;

/// <summary>A spelling that names a concept of the glossary.</summary>
/// <param name="Text">The spelling as its source has it.</param>
/// <param name="Concept">What it names; for an ambiguous term the choice page.</param>
public sealed record Term(string Text, Slug Concept, TermKind Kind, TermPolicy Policy)
{
    /// <summary>The concepts that the term may name where the notes have no heading for it; empty where it names one.</summary>
    public ImmutableArray<Slug> Senses { get; init; } = [];

    /// <summary>Whether a manifest has a field of this spelling, so that a code span with nothing else in it need not mean the concept.</summary>
    public bool IsFieldName { get; init; }

    /// <summary>Whether a mention is suppressed, because it would be a guess.</summary>
    public bool IsAmbiguous => Senses.Length > 0;

    /// <summary>By value, the senses included: while the terms are equal, an unchanged note is not linked again.</summary>
    public bool Equals(Term? other) =>
        other is not null && Text == other.Text && Concept == other.Concept && Kind == other.Kind && Policy == other.Policy
        && IsFieldName == other.IsFieldName && Senses.AsSpan().SequenceEqual(other.Senses.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Text, Concept, Kind, Policy, IsFieldName, Senses.Length);
}
