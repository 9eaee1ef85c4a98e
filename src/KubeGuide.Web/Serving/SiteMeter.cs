using System.Diagnostics.Metrics;
using KubeGuide.Core.Search;

namespace KubeGuide.Web.Serving;

/// <summary>What the site counts. What was typed is never kept.</summary>
internal static class SiteMeter
{
    private static readonly Meter Meter = new("KubeGuide", ProductVersion.Text);
    private static readonly Counter<long> Searches = Meter.CreateCounter<long>("kubeguide.searches");
    private static readonly Counter<long> Misses = Meter.CreateCounter<long>("kubeguide.search.misses");

    /// <summary>Counts a search, and a miss where it found nothing.</summary>
    public static SearchAnswer Counted(SearchAnswer answer)
    {
        if (answer.Query.Length == 0)
            return answer;
        Searches.Add(1);
        if (answer.Total == 0)
            Misses.Add(1);
        return answer;
    }
}
