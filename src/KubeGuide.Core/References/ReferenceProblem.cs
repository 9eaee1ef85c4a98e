using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.References;

/// <summary>What is wrong with a URL that the notes cite.</summary>
public enum ReferenceProblem
{
    None,

    /// <summary>Not an absolute http or https URL with a host; it stays text.</summary>
    NotAUrl,

    /// <summary>More than <see cref="ReferenceSites.MaxLength"/> characters; it stays text.</summary>
    TooLong,

    /// <summary>It held a user name or password, which was dropped; the rest is used.</summary>
    Credentials,
}

/// <summary>The findings that problems become.</summary>
public static class ReferenceProblems
{
    /// <summary>The diagnostic for <paramref name="problem"/>; null for <see cref="ReferenceProblem.None"/>. Never repeats a credential.</summary>
    public static Diagnostic? At(this ReferenceProblem problem, string path, int line, int column) => problem switch
    {
        ReferenceProblem.NotAUrl => new(
            "reference-bad-url", Severity.Warning, path, line, column, "URLとして読めないため、リンクにしていません。", "綴りを確かめてください。"),
        ReferenceProblem.TooLong => new(
            "reference-too-long", Severity.Warning, path, line, column,
            $"URLが{ReferenceSites.MaxLength}文字を超えているため、リンクにしていません。", "短いURLに置き換えてください。"),
        ReferenceProblem.Credentials => new(
            "reference-credentials", Severity.Error, path, line, column,
            "URLにユーザー名またはパスワードが含まれています。取り除いて表示しています。",
            "ノートからも取り除き、漏れたパスワードは変更してください。"),
        _ => null,
    };
}
