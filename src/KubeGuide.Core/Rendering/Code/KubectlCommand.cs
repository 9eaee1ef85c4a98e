using System.Buffers;

namespace KubeGuide.Core.Rendering.Code;

/// <summary>Reads a kubectl command word by word and tells which resources it names.</summary>
internal sealed class KubectlCommand
{
    private const string Opening = "kubectl ";

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "annotate", "auth", "autoscale", "create", "debug", "delete", "describe", "edit", "exec", "explain", "expose", "get", "label",
        "logs", "patch", "port-forward", "replace", "rollout", "scale", "set", "taint", "top", "wait",
    };

    /// <summary>Verbs whose bare argument is the name of a Pod: <c>logs web</c>, but <c>logs deploy/web</c>.</summary>
    private static readonly HashSet<string> NeedsSlash = new(StringComparer.Ordinal) { "debug", "exec", "logs", "port-forward" };

    private static readonly HashSet<string> FlagsWithValue = new(StringComparer.Ordinal)
    {
        "-n", "--namespace", "--context", "--kubeconfig", "-l", "--selector", "-o", "--output", "-c", "--container", "--filename",
        "-k", "--kustomize", "-L", "--label-columns", "--field-selector", "--sort-by", "--replicas", "--cluster", "--user", "--as",
        "--for", "--timeout", "--type",
    };

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private Step step;
    private int wordsToSkip;
    private bool isValue;
    private bool needsSlash;
    private bool isListing;

    private enum Step
    {
        Name,
        Verb,
        Resource,
        MoreResources,
        Done,
    }

    /// <summary>
    /// The resources that the commands of a shell line or a code span name: <c>po</c> and <c>svc</c> in <c>kubectl get po,svc</c>, in
    /// order, without names (<c>deploy/web</c>) and API groups (<c>deployments.apps</c>).
    /// </summary>
    public static List<(int Start, int Length)> Resources(ReadOnlySpan<char> commands)
    {
        if (!commands.Contains("kubectl", StringComparison.Ordinal) && !commands.TrimStart("$ ").StartsWith("k "))
            return [];
        var tokens = new List<CodeToken>();
        var line = new LineReader(commands, tokens);
        new ShellLexer(isSession: ShellLexer.PromptLength(commands) > 0).Read(ref line);
        return [.. tokens.Where(token => token.Kind == TokenKind.Resource).Select(token => (token.Start, token.Length))];
    }

    /// <summary>The same in running text, where a command goes on as far as its line is ASCII: <c>kubectl get po で見る</c>.</summary>
    public static IReadOnlyList<(int Start, int Length)> ResourcesInProse(ReadOnlySpan<char> text)
    {
        List<(int Start, int Length)>? found = null;
        for (var (at, next) = (0, text.IndexOf(Opening)); next >= 0; next = text[at..].IndexOf(Opening))
        {
            at += next;
            var length = text[at..].IndexOfAnyExceptInRange(' ', '~') is >= 0 and var end ? end : text.Length - at;
            foreach (var (start, size) in Resources(text.Slice(at, length)))
                (found ??= []).Add((at + start, size));
            at += length;
        }

        return (IReadOnlyList<(int Start, int Length)>?)found ?? [];
    }

    /// <summary>The parts of the command's next word that name resources; empty for most words, and for all of other commands.</summary>
    public IReadOnlyList<Range> Next(ReadOnlySpan<char> word)
    {
        if (step == Step.Done || word.IsEmpty)
            return [];
        if (step == Step.Name)
            step = word is "kubectl" or "k" ? Step.Verb : Step.Done;
        else if (word is "--")
            step = Step.Done;
        else if (isValue)
            isValue = false;
        else if (word[0] == '-')
            isValue = Contains(FlagsWithValue, word) || (word is "-f" && !needsSlash);
        else if (wordsToSkip > 0)
            wordsToSkip--;
        else if (step == Step.Verb)
            ReadVerb(word);
        else
            return ReadResources(word);
        return [];
    }

    /// <summary>Some verbs have verbs of their own: <c>rollout status</c>, <c>auth can-i get</c>, <c>argo rollouts get</c>.</summary>
    private void ReadVerb(ReadOnlySpan<char> verb)
    {
        isListing = verb is "get" or "describe" or "delete";
        needsSlash = Contains(NeedsSlash, verb);
        wordsToSkip = verb is "auth" ? 2 : verb is "rollout" or "set" or "argo" ? 1 : 0;
        if (verb is not "argo")
            step = Contains(Verbs, verb) ? Step.Resource : Step.Done;
    }

    private List<Range> ReadResources(ReadOnlySpan<char> word)
    {
        var hasName = word.Contains('/');
        if (!hasName && (needsSlash || step == Step.MoreResources))
        {
            step = Step.Done;
            return [];
        }

        step = hasName && isListing ? Step.MoreResources : Step.Done;
        return Split(word);
    }

    private static List<Range> Split(ReadOnlySpan<char> list)
    {
        var resources = new List<Range>();
        foreach (var part in list.Split(','))
        {
            var end = list[part].IndexOfAny('/', '.');
            var length = end < 0 ? list[part].Length : end;
            if (length > 0 && !list.Slice(part.Start.Value, length).ContainsAnyExcept(Letters))
                resources.Add(part.Start.Value..(part.Start.Value + length));
        }

        return resources;
    }

    private static bool Contains(HashSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
