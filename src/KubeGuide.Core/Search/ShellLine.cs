using System.Collections.Immutable;
using System.Text;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>What was copied from a shell: <c>kubectl get svc -n prod</c>, <c>deploy/web</c>.</summary>
/// <param name="Topic">What the command is about where that is another thing than the resource (<c>kubectl autoscale deploy web</c>); else null.</param>
/// <param name="Names">The resource as it was typed, in half width, behind a verb that is a concept itself (<c>kubectl taint nodes</c>).</param>
internal sealed record ShellLine(TopicRow? Topic, ImmutableArray<string> Names)
{
    private static readonly ImmutableArray<string> Commands = ["kubectl", "k", "oc"];

    private static readonly ImmutableArray<string> FlagsWithValue =
        ["-n", "--namespace", "-l", "--selector", "-o", "--output", "-f", "--filename", "-c", "--container", "--context", "--cluster", "--as"];

    /// <summary>Verbs whose argument is a Pod where it says no kind.</summary>
    private static readonly ImmutableArray<string> PodVerbs = ["logs", "exec", "attach", "cp", "debug", "port-forward", "run"];

    /// <summary>Null where the query is no such thing, or only a command that says nothing of a concept.</summary>
    public static ShellLine? Read(ImmutableArray<QueryToken> tokens, SearchStock stock)
    {
        if (tokens.IsEmpty)
            return null;
        var first = Typed(tokens[0]);
        if (first == "$")
            return Read(tokens[1..], stock);
        if (Commands.Contains(first, StringComparer.OrdinalIgnoreCase))
            return ReadCommand(Arguments(tokens), stock);
        var slash = first.AsSpan().IndexOfAny('/', ',');
        return tokens is [{ IsPhrase: false }] && slash > 0 && !IsVersion(first.AsSpan(slash + 1)) && TypeOf(first, stock.Names) is { } type ? new ShellLine(null, [type]) : null;
    }

    private static ShellLine? ReadCommand(List<string> arguments, SearchStock stock)
    {
        if (arguments is not [var verb, ..] || verb == "vs" || !char.IsAsciiLetter(verb[0]))
            return null;
        var topic = stock.Topics.OfCommand(arguments);
        var objects = arguments[(topic is null ? 1 : topic.Words.Length - 1)..];
        var types = objects.Select(typed => TypeOf(typed, stock.Names)).ToList();
        var type = types.Find(type => type is not null);
        if (topic is not null && (type is null || !stock.Names.Named(type).Exists(entry => topic.Documents.Contains(entry.Document))))
            return new ShellLine(topic, type is null ? [] : [type]);
        var isNamed = topic is null && stock.Names.IsName(verb);
        if (type is not null)
            return new ShellLine(null, isNamed && types[0] == type ? [verb, type] : [type]);
        if (isNamed)
            return char.IsAsciiLetterLower(verb[0]) && objects.TrueForAll(typed => Ascii.IsValid(typed)) ? new ShellLine(null, [verb]) : null;
        return objects.Count > 0 && PodVerbs.Contains(verb, StringComparer.OrdinalIgnoreCase) && stock.Names.IsName("pod") ? new ShellLine(null, ["pod"]) : null;
    }

    /// <summary>What stands behind the command, without the flags and their values; the verb is the first.</summary>
    private static List<string> Arguments(ImmutableArray<QueryToken> tokens)
    {
        var arguments = new List<string>();
        for (var i = 1; i < tokens.Length; i++)
        {
            var token = Typed(tokens[i]);
            if (token[0] != '-')
                arguments.Add(token);
            else if (FlagsWithValue.Contains(token, StringComparer.Ordinal) && !(token == "-f" && arguments is ["logs", ..]))
                i++;
        }

        return arguments;
    }

    private static string Typed(QueryToken token) => Folding.FoldKeepingCase(token.Text).Text;

    /// <summary>The kind in an argument, as typed: of <c>svc/web</c>, <c>po,svc</c>, <c>deployments.apps</c> and <c>pod.spec</c> what stands first.</summary>
    private static string? TypeOf(string typed, NameTable names)
    {
        if (names.IsName(typed))
            return typed;
        var type = typed.Split('/', ',')[0];
        if (names.IsName(type))
            return type;
        var group = type.Split('.')[0];
        return names.IsName(group) ? group : null;
    }

    private static bool IsVersion(ReadOnlySpan<char> text) => text.Length > 1 && text[0] is 'v' or 'V' && char.IsAsciiDigit(text[1]);
}
