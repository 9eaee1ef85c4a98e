namespace KubeGuide.Core.Rendering.Code;

/// <summary>
/// A place in a YAML document: <c>spec.containers[].name</c>. Places are compared by reference: the fields of one mapping
/// share their <see cref="Parent"/>, and everything in one document leads up to one root.
/// </summary>
public sealed class YamlPath
{
    /// <summary>Characters of the longest path that is kept; the longest known reference field has 130.</summary>
    private const int Longest = 240;

    private const string ItemName = "[]";

    private readonly int length;

    private YamlPath(YamlPath? parent, string name)
    {
        Parent = parent;
        Name = name;
        length = parent is null ? 0 : parent.length + name.Length + 1;
    }

    /// <summary>The mapping or list around it; null for a document's root.</summary>
    public YamlPath? Parent { get; }

    /// <summary>The key without quotes, or <c>[]</c> for an item of a list.</summary>
    public string Name { get; }

    /// <summary>Whether this is an item of a list.</summary>
    public bool IsItem => ReferenceEquals(Name, ItemName);

    public static YamlPath NewRoot() => new(null, "");

    /// <summary>Null past the longest path.</summary>
    public YamlPath? Key(ReadOnlySpan<char> name) => length + name.Length + 1 > Longest ? null : new YamlPath(this, name.ToString());

    /// <summary>One item, different from the one before; null past the longest path.</summary>
    public YamlPath? Item() => length + ItemName.Length + 1 > Longest ? null : new YamlPath(this, ItemName);

    /// <summary>From the document's root: <c>.</c> between names, <c>[]</c> behind lists.</summary>
    public override string ToString() => Below(null);

    /// <summary>The same from an ancestor, null for the root.</summary>
    public string Below(YamlPath? ancestor)
    {
        var names = new Stack<string>();
        for (var at = this; at.Parent is not null && !ReferenceEquals(at, ancestor); at = at.Parent)
        {
            if (names.Count > 0 && !ReferenceEquals(names.Peek(), ItemName))
                names.Push(".");
            names.Push(at.Name);
        }

        return string.Concat(names);
    }
}
