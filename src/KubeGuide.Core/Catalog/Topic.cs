using System.Collections.Immutable;

namespace KubeGuide.Core.Catalog;

/// <summary>What people look for without knowing the name: <c>外部 公開</c> leads to Service, Ingress and their kin.</summary>
/// <param name="Words">All of them have to be in what was typed; verbs stand as the part that never changes.</param>
/// <param name="Concepts">Entries and homonyms, the best answer first.</param>
public sealed record Topic(ImmutableArray<string> Words, ImmutableArray<Slug> Concepts);
