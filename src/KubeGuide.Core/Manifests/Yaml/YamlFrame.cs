using System.Collections.Immutable;
using YamlDotNet.Core;

namespace KubeGuide.Core.Manifests.Yaml;

/// <summary>A collection whose end has not been read yet.</summary>
internal sealed class YamlFrame(YamlPlace start, AnchorName anchor, bool isMapping, bool isFlow)
{
    private readonly ImmutableArray<YamlItem>.Builder items = ImmutableArray.CreateBuilder<YamlItem>();
    private readonly ImmutableArray<YamlEntry>.Builder entries = ImmutableArray.CreateBuilder<YamlEntry>();
    private readonly List<YamlMapping> merges = [];
    private readonly ImmutableArray<YamlNode>.Builder unread = ImmutableArray.CreateBuilder<YamlNode>();
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private YamlScalar? key;
    private bool expectsValue;
    private int size = 1;
    private int height;

    public YamlPlace Start { get; } = start;

    public AnchorName Anchor { get; } = anchor;

    public bool ExpectsKey => isMapping && !expectsValue;

    /// <summary>Nodes that merge keys brought in and nobody has counted yet.</summary>
    public int MergedNodes { get; private set; }

    public int TakeMergedNodes()
    {
        var taken = MergedNodes;
        MergedNodes = 0;
        return taken;
    }

    /// <returns>What is odd about it, or null.</returns>
    public YamlFault? Add(YamlNode node, YamlPlace at, bool isAlias)
    {
        size = Grow(size, node.Size);
        height = Math.Max(height, node.Height);
        if (!isMapping)
        {
            items.Add(new YamlItem(node, at));
            return FullWidthSpace.In(node);
        }

        if (expectsValue)
        {
            expectsValue = false;
            return AddValue(node, at);
        }

        // A key that is an alias or has several lines is not read: it may be a Secret's value.
        key = isAlias || node.Start.Line != node.End.Line ? null : node as YamlScalar;
        expectsValue = true;
        if (key is null)
            unread.Add(node);
        if (node is YamlMapping { IsFlow: true } && isFlow)
            return new YamlFault("template", Start, "テンプレートの記法「{{ }}」があります。値が決まらないため、その部分は読めません。");
        return key is null ? null : FullWidthSpace.Before(key);
    }

    public YamlNode ToNode(YamlPlace end)
    {
        if (!isMapping)
            return new YamlSequence(Start, end, size, height + 1, items.ToImmutable());
        foreach (var entry in merges.SelectMany(merged => merged.Entries))
        {
            if (keys.Add(entry.Key.Text))
                entries.Add(entry);
        }

        return new YamlMapping(Start, end, size, height + 1, isFlow, entries.ToImmutable(), unread.ToImmutable());
    }

    private YamlFault? AddValue(YamlNode value, YamlPlace at)
    {
        if (key is null)
        {
            unread.Add(value);
            return null;
        }

        if (key.Text == "<<")
        {
            Merge(value);
            return null;
        }

        entries.Add(new YamlEntry(key, value, at));
        if (!keys.Add(key.Text))
            return FullWidthSpace.Before(key) ?? new YamlFault("parse", key.Start, "同じキーが同じ場所に二度書かれています。後の値だけが使われます。");
        return value.Start.Line > key.Start.Line ? FullWidthSpace.In(value) : null;
    }

    private void Merge(YamlNode value)
    {
        unread.Add(value);
        IEnumerable<YamlNode> sources = value is YamlSequence sequence ? sequence.Items.Select(item => item.Node) : [value];
        foreach (var mapping in sources.OfType<YamlMapping>())
        {
            merges.Add(mapping);
            MergedNodes = Grow(MergedNodes, mapping.Size);
            size = Grow(size, mapping.Size);
            height = Math.Max(height, mapping.Height - 1);
        }
    }

    private static int Grow(int size, int by) => size > int.MaxValue - by ? int.MaxValue : size + by;
}
