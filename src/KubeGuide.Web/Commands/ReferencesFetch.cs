using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.References;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Commands;

/// <summary>
/// <c>references fetch</c>: looks up the titles of cited articles that nobody has written down yet, and prints entries for
/// <c>references.yml</c>. The only thing here that opens an outgoing connection; it writes no file.
/// </summary>
/// <param name="output">Takes the YAML.</param>
/// <param name="error">Takes progress and failures.</param>
/// <param name="pause">Waits between requests, one second for each that was made.</param>
internal sealed class ReferencesFetch(PageFetcher fetcher, TextWriter output, TextWriter error, Func<TimeSpan, CancellationToken, Task> pause)
{
    /// <summary>A server that asks to be left alone longer is left alone until the next run.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> restingHosts = new(StringComparer.Ordinal);

    /// <summary>Reads the notes, looks up what is missing, and prints the entries on standard output.</summary>
    public static async Task<int> RunAsync(string notes, IEnumerable<string> moreHosts, CancellationToken cancel)
    {
        var limits = SiteLimits.FromEnvironment().Notes;
        var glossary = new GlossaryBuilder(KubernetesCatalog.Default, limits).Build(NotesFolder.Scan(notes, limits));
        using var fetcher = new PageFetcher(new FetchHosts(moreHosts), FetchNetwork.Internet, PageFetcher.DefaultTime, TimeProvider.System);
        return await new ReferencesFetch(fetcher, Console.Out, Console.Error, Task.Delay).RunAsync(Missing(glossary.Bibliography, glossary.Titles), cancel);
    }

    /// <summary>The cited articles that have no entry yet, each once, in the order of their URLs.</summary>
    internal static IReadOnlyList<Reference> Missing(Bibliography bibliography, ReferenceTitles titles) =>
        [.. bibliography.Articles.Select(article => article.Reference).Where(reference => titles.Find(reference) is null)];

    /// <summary>0 when every title was found, 1 when some were not.</summary>
    internal async Task<int> RunAsync(IReadOnlyList<Reference> references, CancellationToken cancel)
    {
        var failures = new List<(string Url, string Reason)>();
        foreach (var (index, reference) in references.Index())
        {
            await error.WriteLineAsync($"[{index + 1}/{references.Count}] {reference.Url}");
            var (page, failure, requests) = await LookUpAsync(reference, cancel);
            if (page is null)
                failures.Add((reference.Url, failure));
            else
                await output.WriteAsync(ReferenceEntryYaml.Write(new ReferenceEntry(reference.Url, page.Title, null, null, page.Date, null, 1, 1)));
            if (index + 1 < references.Count && requests > 0)
                await pause(Pace * requests, cancel);
        }

        await ReportAsync(references.Count, failures);
        return failures.Count == 0 ? 0 : 1;
    }

    private async Task<(PageTitle? Page, string Failure, int Requests)> LookUpAsync(Reference reference, CancellationToken cancel)
    {
        var url = AddressOf(reference);
        if (reference.IsPrivate)
            return (null, "readable within a team only", 0);
        if (restingHosts.Contains(url.IdnHost))
            return (null, "skipped, since the host asked to be left alone", 0);

        var answer = await fetcher.FetchAsync(url, cancel);
        var requests = answer.Requests;
        if (answer.RetryAfter is { } wait && wait <= LongestWait)
        {
            await error.WriteLineAsync($"  the host is busy; waiting {Math.Ceiling(wait.TotalSeconds):0} s");
            await pause(wait > Pace ? wait : Pace, cancel);
            answer = await fetcher.FetchAsync(url, cancel);
            requests = answer.Requests;
        }

        if (answer.RetryAfter is not null)
            restingHosts.Add(url.IdnHost);
        return answer.Failure is { } failure
            ? (null, failure, requests)
            : (PageTitle.Of(answer, reference), "no title found", requests);
    }

    /// <summary>Qiita answers programs at its API; every other site at the page itself.</summary>
    private static Uri AddressOf(Reference reference) => reference is { Site: "Qiita", Kind: "item", Identifier: { } id, IsPrivate: false }
        ? new Uri($"https://qiita.com/api/v2/items/{Uri.EscapeDataString(id)}")
        : new Uri(reference.Url);

    private async Task ReportAsync(int total, List<(string Url, string Reason)> failures)
    {
        await error.WriteLineAsync(total == 0 ? "Every cited article has an entry." : $"Found {total - failures.Count} of {total} titles.");
        if (failures.Count > 0)
            await error.WriteLineAsync("Not found:");
        foreach (var (url, reason) in failures)
            await error.WriteLineAsync($"  {url}: {reason}");
    }
}
