namespace KubeGuide.Web.Components.Board;

/// <summary>What a reader of the board asked to see: the query of its URL. Null wants everything; an unknown value finds nothing.</summary>
/// <param name="By">What the findings are grouped by: <c>group</c>, <c>path</c>, or the rule for anything else.</param>
public sealed record BoardFilter(string? Rule, string? Path, string? Severity, string? Group, string? By)
{
    private const int LongestValue = 400;

    public static BoardFilter None { get; } = new(null, null, null, null, null);

    /// <summary>From the query as it came: empty and endless values are as good as none.</summary>
    public static BoardFilter Of(string? rule, string? path, string? severity, string? group, string? by) =>
        new(Value(rule), Value(path), Value(severity), Value(group), by is "group" or "path" ? by : null);

    public bool IsNone => this with { By = null } == None;

    private static string? Value(string? given) => given is { Length: > 0 and <= LongestValue } ? given : null;
}
