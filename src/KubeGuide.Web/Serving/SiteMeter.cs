using System.Diagnostics;
using System.Diagnostics.Metrics;
using KubeGuide.Core.Search;

namespace KubeGuide.Web.Serving;

/// <summary>What the site counts and times; it costs next to nothing while nobody listens. What was typed is never kept.</summary>
internal sealed class SiteMeter : IDisposable
{
    /// <summary>Of the meter and of the source of traces.</summary>
    public const string Name = "KubeGuide";

    private readonly Meter meter = new(Name, ProductVersion.Text);
    private readonly ActivitySource traces = new(Name, ProductVersion.Text);
    private readonly GlossaryStore store;
    private readonly TimeProvider clock;
    private readonly Histogram<double> rebuilds;
    private readonly Histogram<double> searches;
    private readonly Counter<long> misses;
    private readonly UpDownCounter<long> streams;
    private readonly UpDownCounter<long> circuits;

    public SiteMeter(GlossaryStore store, TimeProvider clock)
    {
        (this.store, this.clock) = (store, clock);
        rebuilds = meter.CreateHistogram<double>("kubeguide.rebuild.duration", "s", "Time to build a glossary from the notes");
        searches = meter.CreateHistogram<double>("kubeguide.search.duration", "s", "Time to answer a search");
        misses = meter.CreateCounter<long>("kubeguide.search.misses", "{search}", "Searches that found nothing");
        streams = meter.CreateUpDownCounter<long>("kubeguide.event_streams", "{stream}", "Open pages that wait for changes");
        circuits = meter.CreateUpDownCounter<long>("kubeguide.circuits", "{circuit}", "Open connections of interactive pages");
        meter.CreateObservableGauge("kubeguide.notes", () => store.IsReady ? store.Current.Glossary.Notes.Length : 0, "{note}", "Notes that are served");
        meter.CreateObservableGauge("kubeguide.concepts", () => store.IsReady ? store.Current.Glossary.Listed.Length : 0, "{concept}", "Concepts that the notes have or name");
        meter.CreateObservableGauge("kubeguide.diagnostics", FindingsByRule, "{finding}", "Findings in the notes, by rule");
    }

    /// <summary>Rebuilds what is served, as a trace of its own.</summary>
    /// <returns>How long it took.</returns>
    public TimeSpan Rebuilding(Action rebuild)
    {
        using var trace = traces.StartActivity("rebuild");
        var began = clock.GetTimestamp();
        rebuild();
        var took = clock.GetElapsedTime(began);
        rebuilds.Record(took.TotalSeconds);
        return took;
    }

    /// <summary>Answers a search; one without words is none.</summary>
    public SearchAnswer Searching(Func<SearchAnswer> search)
    {
        var began = clock.GetTimestamp();
        var answer = search();
        if (answer.Query.Length == 0)
            return answer;
        searches.Record(clock.GetElapsedTime(began).TotalSeconds);
        if (answer.Total == 0)
            misses.Add(1);
        return answer;
    }

    /// <param name="change">One more, or one less.</param>
    public void EventStreams(int change) => streams.Add(change);

    /// <param name="change">One more, or one less.</param>
    public void Circuits(int change) => circuits.Add(change);

    public void Dispose()
    {
        meter.Dispose();
        traces.Dispose();
    }

    private IEnumerable<Measurement<int>> FindingsByRule() => !store.IsReady
        ? []
        : store.Current.Glossary.Diagnostics.CountBy(finding => finding.Rule).Select(count => new Measurement<int>(count.Value, new KeyValuePair<string, object?>("rule", count.Key)));
}
