namespace KubeGuide.Core.Rendering;

/// <summary>Finds the resources that a kubectl command names: <c>po,svc</c> in <c>kubectl get po,svc -A</c>.</summary>
internal static class KubectlCommand
{
    private static readonly string[] Verbs =
    [
        "get", "describe", "edit", "delete", "explain", "scale", "label", "annotate", "patch", "expose", "autoscale", "wait", "logs", "exec",
        "port-forward", "top",
    ];

    public static List<(int Start, int Length, RunKind Kind)> Resources(ReadOnlySpan<char> line)
    {
        var found = new List<(int, int, RunKind)>();
        var words = Words(line);
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (line[words[i]] is not "kubectl")
                continue;
            var at = i + 1;
            if (line[words[at]] is "rollout" or "create")
                at++;
            else if (!Verbs.Contains(line[words[at]].ToString()))
                continue;
            at = SkipOptions(line, words, at + 1);
            if (at < words.Count)
                AddResources(line, words[at], found);
        }

        return found;
    }

    private static int SkipOptions(ReadOnlySpan<char> line, List<Range> words, int at)
    {
        while (at < words.Count && line[words[at]].StartsWith("-"))
            at += line[words[at]] is "-n" or "--namespace" or "--context" or "-l" or "-o" or "-c" ? 2 : 1;
        return at;
    }

    private static void AddResources(ReadOnlySpan<char> line, Range word, List<(int, int, RunKind)> found)
    {
        var (start, length) = word.GetOffsetAndLength(line.Length);
        var names = line.Slice(start, length);
        var slash = names.IndexOf('/');
        if (slash >= 0)
            names = names[..slash];
        foreach (var part in names.Split(','))
        {
            var (offset, size) = part.GetOffsetAndLength(names.Length);
            if (size > 0 && names[part].IndexOfAnyExceptInRange('a', 'z') < 0)
                found.Add((start + offset, size, RunKind.Kubectl));
        }
    }

    private static List<Range> Words(ReadOnlySpan<char> line)
    {
        var words = new List<Range>();
        var at = 0;
        while (at < line.Length)
        {
            while (at < line.Length && line[at] is ' ' or '\t')
                at++;
            if (at >= line.Length || line[at] == '#')
                break;
            var start = at;
            while (at < line.Length && line[at] is not (' ' or '\t' or '|' or ';'))
                at++;
            if (at == start)
                at++;
            words.Add(start..at);
        }

        return words;
    }
}
