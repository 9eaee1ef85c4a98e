using KubeGuide.Core.Manifests.Yaml;

namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>A path such as <c>spec.rules[].http.paths[].backend.service.name</c>.</summary>
internal sealed class FieldPath
{
    private readonly (string Name, bool IsList)[] segments;

    public FieldPath(string text)
    {
        Text = text;
        segments = [.. text.Split('.').Select(part => part.EndsWith("[]", StringComparison.Ordinal) ? (part[..^2], true) : (part, false))];
    }

    public string Text { get; }

    /// <summary>Every value at the path below a node, in the order of the text.</summary>
    public IEnumerable<FieldMatch> Find(YamlMapping root)
    {
        List<FieldStep> steps = [new FieldStep(root, root.Start, null)];
        foreach (var (name, isList) in segments)
        {
            var next = new List<FieldStep>();
            foreach (var step in steps)
            {
                if ((step.Node as YamlMapping)?.Find(name) is not { } entry)
                    continue;
                if (!isList)
                    next.Add(new FieldStep(entry.Value, entry.Value is YamlScalar ? entry.At : entry.Key.Start, step));
                else if (entry.Value is YamlSequence sequence)
                    next.AddRange(sequence.Items.Select(item => new FieldStep(item.Node, item.At, step)));
            }

            steps = next;
        }

        return steps.Select(step => new FieldMatch(this, step));
    }

    /// <summary>The value at another path, from where the two part.</summary>
    public YamlNode? Sibling(FieldStep end, FieldPath other)
    {
        var shared = 0;
        while (shared < segments.Length && shared < other.segments.Length && segments[shared] == other.segments[shared])
            shared++;
        var step = end;
        for (var up = segments.Length; up > shared; up--)
            step = step.Parent!;
        return other.segments.Skip(shared).Aggregate((YamlNode?)step.Node, (node, segment) => (node as YamlMapping)?[segment.Name]);
    }
}

/// <summary>A node on the way to a value, with the one above it.</summary>
/// <param name="At">The key's place for a mapping or a list, else the value's.</param>
internal sealed record FieldStep(YamlNode Node, YamlPlace At, FieldStep? Parent);

/// <summary>A value at a path.</summary>
internal readonly record struct FieldMatch(FieldPath Path, FieldStep End)
{
    public YamlNode Node => End.Node;

    /// <summary>The mapping that holds the value, or the list's.</summary>
    public YamlMapping? Around => End.Parent?.Node as YamlMapping;

    public YamlNode? At(FieldPath? other) => other is null ? null : Path.Sibling(End, other);
}
