using Microsoft.Extensions.Primitives;

namespace KubeGuide.Web.Components.Board;

/// <summary>What a reader of the board asked to see: the query of its URL. Null wants everything; an unknown value finds nothing.</summary>
/// <param name="By">What the findings are grouped by: <c>group</c>, <c>path</c>, or the rule for anything else.</param>
public sealed record BoardFilter(string? Rule, string? Path, string? Severity, string? Group, string? By)
{
    private const int LongestValue = 400;

    public static BoardFilter None { get; } = new(null, null, null, null, null);

    /// <summary>From the query as it came: of several values the first counts; empty and endless ones are as good as none.</summary>
    public static BoardFilter Of(IQueryCollection query) =>
        new(Value(query["rule"]), Value(query["path"]), Value(query["severity"]), Value(query["group"]), Value(query["by"]) is ("group" or "path") and var by ? by : null);

    public bool IsNone => this with { By = null } == None;

    private static string? Value(StringValues given) => given.FirstOrDefault(value => value is { Length: > 0 and <= LongestValue });
}
