using System.Collections.Immutable;

namespace KubeGuide.Core.References.Sites;

/// <summary>Where people publish articles under their own name.</summary>
internal static class ArticleSites
{
    internal static ImmutableArray<Site> All { get; } =
    [
        new("zenn.dev", "Zenn", Zenn),
        new("qiita.com", "Qiita", Qiita),
        new("*.qiita.com", "Qiita Team", QiitaTeam),
        new("blog.qiita.com", "Qiita", Blog),
        new("help.qiita.com", "Qiita", _ => Page.Other),
        new("note.com", "note", Note),
        new("medium.com", "Medium", Medium),
        new("*.medium.com", "Medium", path => path.Segments is [.., var id] ? new("article", path.Subdomain, id) : new("profile", path.Subdomain)),
        new("dev.to", "DEV Community", DevTo),
        new("*.hatenablog.com", "はてなブログ", Hatena),
        new("*.hatenablog.jp", "はてなブログ", Hatena),
        new("*.hateblo.jp", "はてなブログ", Hatena),
        new("*.hatenadiary.jp", "はてなブログ", Hatena),
        new("publickey1.jp", "Publickey", Blog),
        new("thinkit.co.jp", "Think IT", Blog),
        new("gihyo.jp", "gihyo.jp", Blog),
    ];

    private static Page Zenn(SitePath path) => path.Segments switch
    {
        ["topics", var topic, ..] => new("topic", Identifier: topic),
        ["p", var publication] => new("publication", publication, publication),
        ["p", var publication, .. var rest] => ZennWork(publication, rest),
        ["articles" or "books" or "scraps" or "search" or "about" or "tech-or-idea" or "feed" or "publications", ..] => Page.Other,
        [var user, .. var rest] => ZennWork(user, rest),
        [] => Page.Other,
    };

    private static Page ZennWork(string author, ImmutableArray<string> work) => work switch
    {
        ["articles", var id] => new("article", author, id),
        ["books", _, "viewer", var chapter] => new("chapter", author, chapter),
        ["books", var id, ..] => new("book", author, id),
        ["scraps", var id, ..] => new("scrap", author, id),
        _ => new("profile", author),
    };

    private static Page Qiita(SitePath path) => path.Segments switch
    {
        ["tags", var tag, ..] => new("tag", Identifier: tag),
        ["organizations", var organization, ..] => new("profile", organization),
        ["advent-calendar" or "search" or "about" or "terms" or "privacy" or "trend" or "timeline" or "question-feed", ..] => Page.Other,
        [var user, "items", var id, ..] => new("item", user, id),
        [var user, "private", var id, ..] => new("item", user, id, IsPrivate: true),
        ["items", var id] => new("item", Identifier: id),
        [var user] => new("profile", user),
        _ => Page.Other,
    };

    private static Page QiitaTeam(SitePath path) => path.Segments switch
    {
        ["shared", "items", var id, ..] => new("item", Identifier: id),
        ["tags", var tag, ..] => new("tag", Identifier: tag, IsPrivate: true),
        [var user, "items", var id, ..] => new("item", user, id, IsPrivate: true),
        _ => new("page", IsPrivate: true),
    };

    private static Page Note(SitePath path) => path.Segments switch
    {
        ["hashtag", var tag, ..] => new("tag", Identifier: tag),
        [var user, "n", var id, ..] => new("article", user, id),
        [var user, "m", var id, ..] => new("publication", user, id),
        [var user] => new("profile", user),
        _ => Page.Other,
    };

    private static Page Medium(SitePath path) => path.Segments switch
    {
        ["tag", var tag, ..] => new("tag", Identifier: tag),
        [['@', .. var user]] => new("profile", user),
        [['@', .. var user], .., var id] => new("article", user, id),
        [var publication, .., var id] => new("article", publication, id),
        [var publication] => new("publication", publication, publication),
        [] => Page.Other,
    };

    private static Page DevTo(SitePath path) => path.Segments switch
    {
        ["t", var tag, ..] => new("tag", Identifier: tag),
        [var user, var id, ..] => new("article", user, id),
        [var user] => new("profile", user),
        [] => Page.Other,
    };

    private static Page Hatena(SitePath path) => path.Segments is ["entry", ..]
        ? new("article", path.Subdomain, path.Rest(1))
        : new("profile", path.Subdomain);

    private static Page Blog(SitePath path) => path.Segments is [] ? Page.Other : new("article", Identifier: path.Rest(0));
}
