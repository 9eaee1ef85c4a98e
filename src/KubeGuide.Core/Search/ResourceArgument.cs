using System.Collections.Immutable;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>Finds the resource in what was copied from a shell: <c>kubectl get svc -n prod</c>, <c>deploy/web</c>.</summary>
internal static class ResourceArgument
{
    private static readonly ImmutableArray<string> Commands = ["kubectl", "k", "oc"];

    private static readonly ImmutableArray<string> FlagsWithValue =
        ["-n", "--namespace", "-l", "--selector", "-o", "--output", "-f", "--filename", "-c", "--container", "--context", "--cluster"];

    /// <summary>Verbs whose argument is a Pod where it says no kind.</summary>
    private static readonly ImmutableArray<string> PodVerbs = ["logs", "exec", "attach", "cp", "debug", "port-forward", "run"];

    /// <summary>
    /// The resource as it was typed, in half width, behind a verb that is a concept itself (<c>kubectl taint nodes</c>); null
    /// where the query is no such thing.
    /// </summary>
    public static ImmutableArray<string>? In(ImmutableArray<QueryToken> tokens, NameTable names)
    {
        if (tokens.IsEmpty)
            return null;
        var first = Typed(tokens[0]);
        if (first == "$" && tokens.Length > 1)
            return In(tokens[1..], names);
        if (Commands.Contains(first, StringComparer.OrdinalIgnoreCase))
            return InCommand(tokens, names);
        return tokens.Length == 1 && !tokens[0].IsPhrase && TypeOf(first, names) is { } type ? [type] : null;
    }

    /// <summary>Whether the first word is only the tool that the others are typed for: <c>kubectl rollout undo</c>.</summary>
    public static bool IsCommand(ImmutableArray<QueryToken> tokens) =>
        tokens.Length > 1 && char.IsAsciiLetterLower(tokens[1].Text[0]) && Commands.Contains(Typed(tokens[0]), StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<string>? InCommand(ImmutableArray<QueryToken> tokens, NameTable names)
    {
        var (verb, isNamed, pod) = ("", false, false);
        for (var i = 1; i < tokens.Length; i++)
        {
            var token = Typed(tokens[i]);
            if (FlagsWithValue.Contains(token, StringComparer.Ordinal) && (verb, token) is not ("logs", "-f"))
                i++;
            else if (token[0] == '-')
                continue;
            else if (verb.Length == 0)
                (verb, isNamed) = (token, names.IsName(token));
            else if ((names.IsName(token) ? token : TypeOf(token, names)) is { } type)
                return isNamed ? [verb, type] : [type];
            else
                (isNamed, pod) = (false, pod || PodVerbs.Contains(verb, StringComparer.OrdinalIgnoreCase));
        }

        return pod && names.IsName("pod") ? ["pod"] : null;
    }

    private static string Typed(QueryToken token) => Folding.FoldKeepingCase(token.Text).Text;

    private static string? TypeOf(string token, NameTable names)
    {
        var slash = token.AsSpan().IndexOfAny('/', ',');
        if (slash <= 0 || IsVersion(token.AsSpan(slash + 1)))
            return null;
        var type = token[..slash];
        if (names.IsName(type))
            return type;
        var dot = type.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && names.IsName(type[..dot]) ? type[..dot] : null;
    }

    private static bool IsVersion(ReadOnlySpan<char> text) => text.Length > 1 && text[0] is 'v' or 'V' && char.IsAsciiDigit(text[1]);
}
