namespace KubeGuide.Web.Serving;

/// <summary>The work that anybody may ask for and that keeps a processor busy, each kind bounded on its own.</summary>
internal sealed record Workload(Turns Searches, Turns Manifests)
{
    public static Workload Of(SiteLimits limits) => new(new Turns(limits.Searches, limits.SearchesWaiting), new Turns(limits.Manifests, limits.ManifestsWaiting));
}
