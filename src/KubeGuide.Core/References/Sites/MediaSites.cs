using System.Collections.Immutable;

namespace KubeGuide.Core.References.Sites;

/// <summary>Videos, slides and encyclopaedias.</summary>
internal static class MediaSites
{
    internal static ImmutableArray<Site> All { get; } =
    [
        new("youtube.com", "YouTube", YouTube),
        new("m.youtube.com", "YouTube", YouTube),
        new("youtu.be", "YouTube", path => path.Segments is [var id, ..] ? new("video", Identifier: id) : Page.Other),
        new("speakerdeck.com", "Speaker Deck", Deck),
        new("slideshare.net", "SlideShare", path => path.Segments is ["slideshow", var id, ..] ? new("slides", Identifier: id) : Deck(path)),
        new("docswell.com", "ドクセル", path => path.Segments switch
        {
            ["s", var user, var id, ..] => new("slides", user, id),
            ["user", var user, ..] => new("profile", user),
            _ => Page.Other,
        }),
        new("*.wikipedia.org", "Wikipedia", path => path.Segments is ["wiki", ..]
            ? new("article", Identifier: path.Rest(1), Language: path.Subdomain)
            : new("page", Language: path.Subdomain)),
    ];

    private static Page YouTube(SitePath path) => path.Segments switch
    {
        ["watch"] when path.Parameter("v") is { } id => new("video", Identifier: id),
        ["live" or "shorts" or "embed", var id, ..] => new("video", Identifier: id),
        [['@', .. var channel], ..] => new("profile", channel),
        _ => Page.Other,
    };

    private static Page Deck(SitePath path) => path.Segments switch
    {
        ["player", var id] => new("slides", Identifier: id),
        [var user, var id, ..] => new("slides", user, id),
        [var user] => new("profile", user),
        [] => Page.Other,
    };
}
