namespace KubeGuide.Core.Manifests.Yaml;

/// <summary>Counts the nodes of all documents of a text, so that many small ones cost no more than one large one.</summary>
internal sealed class YamlBudget(ManifestLimits limits)
{
    private int nodes;

    public int Depth => limits.Depth;

    public int Nodes => limits.Nodes;

    /// <summary>False once there are more nodes than allowed.</summary>
    public bool TrySpend(int count)
    {
        nodes = nodes > limits.Nodes - count ? limits.Nodes + 1 : nodes + count;
        return nodes <= limits.Nodes;
    }
}
