namespace KubeGuide.Core.Linking;

/// <summary>Reads which resources a kubectl command line names.</summary>
public static class KubectlCommand
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "annotate", "autoscale", "create", "debug", "delete", "describe", "edit", "exec", "explain", "expose", "get", "label",
        "logs", "patch", "port-forward", "replace", "rollout", "scale", "set", "top", "wait",
    };

    /// <summary>Verbs whose bare argument is the name of a Pod: <c>logs web</c>, but <c>logs deploy/web</c>.</summary>
    private static readonly HashSet<string> NeedsSlash = new(StringComparer.Ordinal) { "debug", "exec", "logs", "port-forward", "wait" };

    /// <summary>Verbs with a verb of their own: <c>rollout status</c>, <c>set image</c>.</summary>
    private static readonly HashSet<string> HasSubcommand = new(StringComparer.Ordinal) { "rollout", "set" };

    private static readonly HashSet<string> FlagsWithValue = new(StringComparer.Ordinal)
    {
        "-n", "--namespace", "--context", "--kubeconfig", "-l", "--selector", "-o", "--output", "-c", "--container",
        "--field-selector", "--sort-by", "--replicas", "--cluster", "--user", "--for", "--timeout", "--type",
    };

    /// <summary>
    /// The resource words of <c>kubectl get po,svc</c>, without names (<c>deploy/web</c>), groups (<c>deployments.apps</c>) and
    /// the rest of the line; empty for any other text.
    /// </summary>
    public static IReadOnlyList<Range> Resources(ReadOnlySpan<char> command)
    {
        if (!command.TrimStart().StartsWith("kubectl ") && !command.TrimStart().StartsWith("k "))
            return [];
        var arguments = Arguments(command);
        if (arguments.Count < 3 || !Contains(Verbs, command[arguments[1]]))
            return [];
        var verb = command[arguments[1]];
        var at = Contains(HasSubcommand, verb) ? 3 : 2;
        if (at >= arguments.Count || (Contains(NeedsSlash, verb) && !command[arguments[at]].Contains('/')))
            return [];
        return Split(command, arguments[at]);
    }

    /// <summary>The words that are neither flags nor values of flags.</summary>
    private static List<Range> Arguments(ReadOnlySpan<char> command)
    {
        var arguments = new List<Range>();
        var isValue = false;
        foreach (var range in command.SplitAny(' ', '\n', '\t'))
        {
            var word = command[range];
            if (word.IsEmpty)
                continue;
            if (word[0] != '-' && !isValue)
                arguments.Add(range);
            isValue = !isValue && Contains(FlagsWithValue, word);
        }

        return arguments;
    }

    private static List<Range> Split(ReadOnlySpan<char> command, Range argument)
    {
        var resources = new List<Range>();
        var list = command[argument];
        foreach (var part in list.Split(','))
        {
            var word = list[part];
            var end = word.IndexOfAny('/', '.');
            var start = argument.Start.Value + part.Start.Value;
            resources.Add(start..(start + (end < 0 ? word.Length : end)));
        }

        return resources;
    }

    private static bool Contains(HashSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
