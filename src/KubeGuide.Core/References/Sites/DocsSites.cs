using System.Collections.Immutable;

namespace KubeGuide.Core.References.Sites;

/// <summary>Official pages of projects and cloud vendors.</summary>
internal static class DocsSites
{
    internal static ImmutableArray<Site> All { get; } =
    [
        new("kubernetes.io", "Kubernetes", Localized),
        new("kubectl.docs.kubernetes.io", "Kustomize", Localized),
        new("kustomize.io", "Kustomize", _ => new("page", Language: "en")),
        new("gateway-api.sigs.k8s.io", "Gateway API", AllDocs),
        new("*.sigs.k8s.io", "Kubernetes SIGs", AllDocs),
        new("istio.io", "Istio", Localized),
        new("argoproj.github.io", "Argo", AllDocs),
        new("argo-rollouts.readthedocs.io", "Argo Rollouts", AllDocs),
        new("argo-cd.readthedocs.io", "Argo CD", AllDocs),
        new("*.readthedocs.io", "Read the Docs", path => AllDocs(path) with { Site = path.Host }),
        new("fluxcd.io", "Flux", path => path.Segments is ["flux", ..] ? AllDocs(path) : Localized(path)),
        new("helm.sh", "Helm", Localized),
        new("docs.docker.com", "Docker", AllDocs),
        new("docs.docker.jp", "Docker", path => AllDocs(path) with { Language = "ja" }),
        new("docs.aws.amazon.com", "AWS", AllDocs),
        new("aws.amazon.com", "AWS", Localized),
        new("cloud.google.com", "Google Cloud", Localized),
        new("docs.cloud.google.com", "Google Cloud", AllDocs),
        new("learn.microsoft.com", "Microsoft Learn", AllDocs),
        new("docs.microsoft.com", "Microsoft Learn", AllDocs),
        new("azure.microsoft.com", "Azure", Localized),
        new("prometheus.io", "Prometheus", Localized),
        new("etcd.io", "etcd", Localized),
        new("cncf.io", "CNCF", Localized),
    ];

    /// <summary>A whole host of documentation; its root is an ordinary page.</summary>
    private static Page AllDocs(SitePath path) => path.Segments is []
        ? new("page", Language: LanguageOf(path))
        : new("docs", Identifier: path.Rest(0), Language: LanguageOf(path));

    /// <summary>A project's site with documentation and a blog below it, behind a language or a version.</summary>
    private static Page Localized(SitePath path)
    {
        var kind = path.Segments.Contains("docs") || path.Segments.Contains("references") || path.Segments.Contains("guides") ? "docs"
            : path.Segments.Take(3).Any(s => s is "blog" or "blogs" or "news") ? "article"
            : "page";
        return new(kind, Identifier: path.Rest(0), Language: LanguageOf(path));
    }

    /// <summary>From <c>hl=ja</c> or one of the first two segments (<c>ja</c>, <c>ja-jp</c>, <c>ja_jp</c>; AWS writes <c>jp</c>); these sites are English without one.</summary>
    private static string LanguageOf(SitePath path) =>
        path.Segments.Take(2).Prepend(path.Parameter("hl") ?? "").Select(Language).FirstOrDefault(language => language is not null) ?? "en";

    private static string? Language(string segment) => segment.ToLowerInvariant() switch
    {
        "jp" => "ja",
        "cn" or "tw" => "zh",
        "bn" or "de" or "en" or "es" or "fr" or "hi" or "id" or "it" or "ja" or "ko" or "no" or "pl" or "pt" or "ru" or "uk" or "vi" or "zh" => segment.ToLowerInvariant(),
        [var a, var b, '-' or '_', var c, var d] when new[] { a, b, c, d }.All(char.IsAsciiLetter) => $"{a}{b}",
        _ => null,
    };
}
