namespace KubeGuide.Core.Rendering;

/// <summary>Writes code as text, with the places open that may link: kinds in YAML, kubectl's resources in shell.</summary>
internal static class CodeTokens
{
    public static void Write(FragmentBuilder fragment, string code, CodeInfo info, int firstLine)
    {
        var line = firstLine;
        foreach (var range in code.AsSpan().Split('\n'))
        {
            var text = code.AsSpan(range);
            if (line > firstLine)
                fragment.Fixed("\n");
            var at = 0;
            foreach (var (start, length, kind) in Links(text, info))
            {
                fragment.Fixed(text[at..start]);
                fragment.Run(text.Slice(start, length), line, kind);
                at = start + length;
            }

            fragment.Fixed(text[at..]);
            line++;
        }
    }

    private static List<(int Start, int Length, RunKind Kind)> Links(ReadOnlySpan<char> line, CodeInfo info) => info.Language switch
    {
        "bash" => KubectlCommand.Resources(line),
        "yaml" => YamlKind(line),
        _ => [],
    };

    private static List<(int, int, RunKind)> YamlKind(ReadOnlySpan<char> line)
    {
        var start = line.IndexOfAnyExcept(" -");
        if (start < 0 || !line[start..].StartsWith("kind:"))
            return [];
        var value = start + 5;
        while (value < line.Length && line[value] == ' ')
            value++;
        var length = 0;
        while (value + length < line.Length && char.IsAsciiLetterOrDigit(line[value + length]))
            length++;
        return length == 0 ? [] : [(value, length, RunKind.YamlKind)];
    }
}
