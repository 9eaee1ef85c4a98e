using System.Collections.Immutable;

namespace KubeGuide.Core.References.Sites;

/// <summary>Where code, images and questions about them live.</summary>
internal static class CodeSites
{
    internal static ImmutableArray<Site> All { get; } =
    [
        new("github.com", "GitHub", GitHub),
        new("gist.github.com", "GitHub", Gist),
        new("raw.githubusercontent.com", "GitHub", path => path.Segments is [var owner, _, _, ..] ? new("file", owner, path.Rest(1)) : Page.Other),
        new("hub.docker.com", "Docker Hub", DockerHub),
        new("artifacthub.io", "Artifact Hub", path => new("page", Identifier: path.Rest(0))),
        new("stackoverflow.com", "Stack Overflow", path => Question(path, "en")),
        new("ja.stackoverflow.com", "スタック・オーバーフロー", path => Question(path, "ja")),
        new("serverfault.com", "Server Fault", path => Question(path, "en")),
    ];

    private static Page GitHub(SitePath path) => path.Segments switch
    {
        ["topics" or "features" or "about" or "marketplace" or "search" or "login" or "settings" or "sponsors" or "collections" or "trending", ..] => Page.Other,
        ["orgs", var organization, ..] => new("profile", organization),
        [var owner] => new("profile", owner),
        [var owner, var name] => new("repository", owner, name),
        [var owner, var name, "issues", var number, ..] => new("issue", owner, $"{name}#{number}"),
        [var owner, var name, "pull", var number, ..] => new("pull", owner, $"{name}#{number}"),
        [var owner, var name, "discussions", var number, ..] => new("discussion", owner, $"{name}#{number}"),
        [var owner, _, "releases", ..] => new("release", owner, path.Rest(1)),
        [var owner, _, "commit" or "commits", ..] => new("commit", owner, path.Rest(1)),
        [var owner, _, "blob" or "tree" or "raw" or "blame", _, _, ..] => new("file", owner, path.Rest(1)),
        [var owner, ..] => new("repository", owner, path.Rest(1)),
        [] => Page.Other,
    };

    private static Page Gist(SitePath path) => path.Segments switch
    {
        [var owner, var id, ..] => new("gist", owner, id),
        [var id] => new("gist", Identifier: id),
        [] => Page.Other,
    };

    private static Page DockerHub(SitePath path) => path.Segments switch
    {
        ["_", var name, ..] => new("image", Identifier: name),
        ["r", var owner, var name, ..] => new("image", owner, name),
        ["u", var owner, ..] => new("profile", owner),
        _ => Page.Other,
    };

    private static Page Question(SitePath path, string language) => path.Segments switch
    {
        ["questions", "tagged", var tag, ..] => new("tag", Identifier: tag, Language: language),
        ["questions" or "q" or "a", var id, ..] => new("question", Identifier: id, Language: language),
        _ => new("page", Language: language),
    };
}
