namespace KubeGuide.Core.Manifests;

/// <summary>How much of a manifest is read. What lies beyond is left out and said so in a finding.</summary>
/// <param name="Bytes">UTF-8 bytes of the whole text; a longer one is not read at all.</param>
/// <param name="Objects">Objects, and documents as well; the first ones are read.</param>
/// <param name="Depth">Mappings and sequences within each other, aliases followed.</param>
/// <param name="Nodes">Nodes of YAML in all documents, each alias counted as everything it stands for.</param>
/// <param name="References">References in the result, and findings.</param>
public sealed record ManifestLimits(int Bytes, int Objects, int Depth, int Nodes, int References)
{
    /// <summary>512 KiB, 500 objects, depth 64, 100,000 nodes, 5,000 references.</summary>
    public static ManifestLimits Default { get; } = new(512 * 1024, 500, 64, 100_000, 5_000);
}
