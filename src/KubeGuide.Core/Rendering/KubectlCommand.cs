using System.Buffers;

namespace KubeGuide.Core.Rendering;

/// <summary>Finds the resources that kubectl commands name: <c>po</c> and <c>svc</c> in <c>kubectl get po,svc -A</c>.</summary>
internal static class KubectlCommand
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "annotate", "autoscale", "create", "debug", "delete", "describe", "edit", "exec", "explain", "expose", "get", "label",
        "logs", "patch", "port-forward", "rollout", "scale", "set", "top", "wait",
    };

    private static readonly HashSet<string> FlagsWithValue = new(StringComparer.Ordinal)
    {
        "-n", "--namespace", "--context", "--cluster", "--user", "--kubeconfig", "-l", "--selector", "-o", "--output", "-c", "--container",
        "--filename", "--field-selector", "--sort-by", "--replicas", "--for", "--timeout", "--type",
    };

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>In order, without names (<c>deploy/web</c>) and API groups (<c>deployments.apps</c>); in shell lines and code spans alike.</summary>
    public static List<(int Start, int Length, RunKind Kind)> Resources(ReadOnlySpan<char> line)
    {
        var found = new List<(int, int, RunKind)>();
        if (!line.Contains("kubectl", StringComparison.Ordinal) && !line.TrimStart("$ ").StartsWith("k "))
            return found;
        var words = Words(line);
        for (var i = 0; i < words.Count; i++)
        {
            var isCommand = line[words[i]] is "kubectl" || (line[words[i]] is "k" && (i == 0 || line[words[i - 1]] is "$"));
            if (isCommand && Argument(line, words, i + 1) is { } argument)
                AddResources(line, argument, found);
        }

        return found;
    }

    /// <summary>The word behind the verb; null where the verb takes no resource there.</summary>
    private static Range? Argument(ReadOnlySpan<char> line, List<Range> words, int at)
    {
        at = SkipFlags(line, words, at, "");
        if (at >= words.Count || !Contains(Verbs, line[words[at]]))
            return null;
        var verb = line[words[at]];
        at = SkipFlags(line, words, at + 1, verb);
        if (verb is "rollout" or "set")
            at = SkipFlags(line, words, at + 1, verb);
        if (at >= words.Count || (TakesPodByName(verb) && !line[words[at]].Contains('/')))
            return null;
        return words[at];
    }

    /// <summary><c>logs web</c> is about a Pod of that name; only <c>logs deploy/web</c> names a resource.</summary>
    private static bool TakesPodByName(ReadOnlySpan<char> verb) => verb is "debug" or "exec" or "logs" or "port-forward" or "wait";

    private static int SkipFlags(ReadOnlySpan<char> line, List<Range> words, int at, ReadOnlySpan<char> verb)
    {
        while (at < words.Count && line[words[at]].StartsWith('-'))
        {
            var flag = line[words[at]];
            at += Contains(FlagsWithValue, flag) || (flag is "-f" && verb is not "logs") ? 2 : 1;
        }

        return at;
    }

    private static void AddResources(ReadOnlySpan<char> line, Range word, List<(int, int, RunKind)> found)
    {
        var list = line[word];
        foreach (var part in list.Split(','))
        {
            var name = list[part];
            var end = name.IndexOfAny('/', '.');
            var length = end < 0 ? name.Length : end;
            if (length > 0 && !name[..length].ContainsAnyExcept(Letters))
                found.Add((word.Start.Value + part.Start.Value, length, RunKind.Kubectl));
        }
    }

    /// <summary>Words as a shell sees them, up to a comment; <c>|</c> and <c>;</c> are words.</summary>
    private static List<Range> Words(ReadOnlySpan<char> line)
    {
        var words = new List<Range>();
        var at = 0;
        while (at < line.Length && line[at] != '#')
        {
            if (line[at] is ' ' or '\t' or '\n')
            {
                at++;
                continue;
            }

            var rest = line[at..];
            var end = rest.IndexOfAny(" \t\n|;");
            var length = end < 0 ? rest.Length : Math.Max(end, 1);
            words.Add(at..(at + length));
            at += length;
        }

        return words;
    }

    private static bool Contains(HashSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
