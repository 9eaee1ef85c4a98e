namespace KubeGuide.Core.Rendering.Code;

/// <summary>Follows the indentation of YAML's blocks: which key or item a line stands below.</summary>
internal sealed class YamlNesting
{
    private readonly Stack<Node> open = new();
    private YamlPath root = YamlPath.NewRoot();

    public void StartDocument()
    {
        open.Clear();
        root = YamlPath.NewRoot();
    }

    public YamlPath? Key(int column, ReadOnlySpan<char> name)
    {
        var path = Above(column).Path?.Key(name);
        open.Push(new Node(column, path, IsItem: false));
        return path;
    }

    /// <summary>A list may begin in the column of the key that it belongs to.</summary>
    public YamlPath? Item(int column)
    {
        while (open.TryPeek(out var top) && (top.Column > column || (top.Column == column && top.IsItem)))
            open.Pop();
        var path = Innermost.Path?.Item();
        open.Push(new Node(column, path, IsItem: true));
        return path;
    }

    /// <summary>What is open to the left of a column; the document itself has the column -1.</summary>
    public (int Column, YamlPath? Path) Above(int column)
    {
        while (open.TryPeek(out var top) && top.Column >= column)
            open.Pop();
        return Innermost;
    }

    private (int Column, YamlPath? Path) Innermost => open.TryPeek(out var top) ? (top.Column, top.Path) : (-1, root);

    private readonly record struct Node(int Column, YamlPath? Path, bool IsItem);
}
