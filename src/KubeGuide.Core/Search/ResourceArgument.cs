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

    /// <summary>The resource as it was typed, in half width, or null where the query is no such thing.</summary>
    public static string? In(ImmutableArray<QueryToken> tokens, NameTable names)
    {
        if (tokens.IsEmpty)
            return null;
        var first = Typed(tokens[0]);
        if (first == "$" && tokens.Length > 1)
            return In(tokens[1..], names);
        if (Commands.Contains(first, StringComparer.OrdinalIgnoreCase))
            return InCommand(tokens, names);
        return tokens.Length == 1 && !tokens[0].IsPhrase ? TypeOf(first, names) : null;
    }

    private static string? InCommand(ImmutableArray<QueryToken> tokens, NameTable names)
    {
        var (verb, pod) = ("", (string?)null);
        for (var i = 1; i < tokens.Length; i++)
        {
            var token = Typed(tokens[i]);
            if (FlagsWithValue.Contains(token, StringComparer.Ordinal) && (verb, token) is not ("logs", "-f"))
                i++;
            else if (token[0] == '-')
                continue;
            else if (verb.Length == 0)
                verb = token;
            else if (names.IsName(token))
                return token;
            else if (TypeOf(token, names) is { } type)
                return type;
            else if (PodVerbs.Contains(verb, StringComparer.OrdinalIgnoreCase) && names.IsName("pod"))
                pod = "pod";
        }

        return pod;
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
