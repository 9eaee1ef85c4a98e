using System.Collections.Immutable;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Manifests.Yaml;

/// <summary>A place in the whole text; both count from 1.</summary>
internal readonly record struct YamlPlace(int Line, int Column) : IComparable<YamlPlace>
{
    public int CompareTo(YamlPlace other) => Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);
}

/// <summary>A value of YAML. An alias stands for the very node it names, so the graph has no cycles but may share.</summary>
/// <param name="size">Nodes in it, shared ones as often as they stand there: what a walk costs.</param>
/// <param name="height">Collections within each other, 0 for a scalar.</param>
internal abstract class YamlNode(YamlPlace start, YamlPlace end, int size, int height)
{
    public YamlPlace Start { get; } = start;

    public YamlPlace End { get; } = end;

    public int Size { get; } = size;

    public int Height { get; } = height;

    /// <summary>A scalar that says something, short enough to be a name of anything; else null.</summary>
    public string? AsName => this is YamlScalar { IsNull: false } scalar ? scalar.Name : null;
}

/// <summary>A scalar, whole.</summary>
internal sealed class YamlScalar(YamlPlace start, YamlPlace end, string text, bool isPlain, bool isBlock) : YamlNode(start, end, 1, 0)
{
    /// <summary>What names of Kubernetes may be long, hosts included.</summary>
    private const int LongestName = 253;

    public const string HiddenText = "（伏せています）";

    /// <summary>Whether the value belongs to a Secret and must not be read.</summary>
    public bool IsHidden { get; private set; }

    public string Text => IsHidden ? HiddenText : text;

    public bool IsNull => isPlain && text is "" or "~" or "null";

    /// <summary>Written without quotes.</summary>
    public bool IsPlain => isPlain;

    /// <summary>Written with <c>|</c> or <c>&gt;</c>.</summary>
    public bool IsBlock => isBlock;

    /// <summary>The text as a name: cut where no name goes on, control characters made visible.</summary>
    public string Name
    {
        get
        {
            var cut = Shortened.To(LongestName, Text);
            return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : cut;
        }
    }

    /// <summary>Whether a text holds the notation of a template: what it will be is not known yet.</summary>
    public static bool HasTemplate(string text) => text.Contains("{{", StringComparison.Ordinal);

    public void Hide() => IsHidden = true;
}

/// <summary>A node in its collection.</summary>
/// <param name="At">Where it is written; differs from the node's own start for an alias.</param>
internal readonly record struct YamlItem(YamlNode Node, YamlPlace At);

internal readonly record struct YamlEntry(YamlScalar Key, YamlNode Value, YamlPlace At);

internal sealed class YamlSequence(YamlPlace start, YamlPlace end, int size, int height, ImmutableArray<YamlItem> items)
    : YamlNode(start, end, size, height)
{
    public ImmutableArray<YamlItem> Items { get; } = items;
}

/// <summary>A mapping, merge keys applied; entries whose key is no scalar on one line are left out.</summary>
/// <param name="unread">What stands in the mapping and is in no entry: such keys and their values, and what was merged as it was written.</param>
internal sealed class YamlMapping(
    YamlPlace start, YamlPlace end, int size, int height, bool isFlow, ImmutableArray<YamlEntry> entries, ImmutableArray<YamlNode> unread)
    : YamlNode(start, end, size, height)
{
    public ImmutableArray<YamlNode> Unread { get; } = unread;

    public bool IsFlow { get; } = isFlow;

    public ImmutableArray<YamlEntry> Entries { get; } = entries;

    public YamlNode? this[string key] => Find(key)?.Value;

    /// <summary>The last entry of that key, as kubectl takes it.</summary>
    public YamlEntry? Find(string key)
    {
        for (var i = Entries.Length - 1; i >= 0; i--)
        {
            if (Entries[i].Key.Text == key)
                return Entries[i];
        }

        return null;
    }
}
