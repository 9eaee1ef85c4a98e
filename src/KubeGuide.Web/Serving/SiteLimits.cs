using System.Globalization;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Search;

namespace KubeGuide.Web.Serving;

/// <summary>What the site takes on at most. Each is an option, <c>KubeGuide__Limits__NAME</c>; <see cref="Limit.All"/> is the table of them.</summary>
internal sealed record SiteLimits
{
    private const string Section = "KubeGuide:Limits";

    public static SiteLimits Default { get; } = new();

    public NoteLimits Notes { get; init; } = NoteLimits.Default;

    /// <summary>Of a request's first line: a page of Japanese pasted into the search box, percent-encoded, has room; the search says that it was cut.</summary>
    public int UrlBytes { get; init; } = 64 * 1024;

    /// <summary>Characters of a query that are searched for; what comes behind them is left out, and said so.</summary>
    public int QueryLength { get; init; } = SearchIndex.MaxQueryLength;

    /// <summary>Of a request's body; a manifest has a bound of its own.</summary>
    public int BodyBytes { get; init; } = 64 * 1024;

    /// <summary>Searches at the same time.</summary>
    public int Searches { get; init; } = 16;

    /// <summary>Searches that may wait for one of those to end.</summary>
    public int SearchesWaiting { get; init; } = 64;

    /// <summary>Manifests that are read at the same time.</summary>
    public int Manifests { get; init; } = 4;

    /// <summary>Manifests that may wait for one of those to end.</summary>
    public int ManifestsWaiting { get; init; } = 16;

    /// <summary>Open pages that are told of changes at once.</summary>
    public int EventStreams { get; init; } = 2_000;

    /// <summary>Interactive pages with a connection of their own; past it a page stays what it is without.</summary>
    public int Circuits { get; init; } = 200;

    /// <exception cref="OptionException">A limit is unknown, no whole number, or out of its bounds; one line says which.</exception>
    public static SiteLimits From(IConfiguration configuration)
    {
        var limits = Default;
        foreach (var given in configuration.GetSection(Section).GetChildren())
        {
            var name = $"KubeGuide__Limits__{given.Key} '{given.Value}'";
            if (Limit.All.FirstOrDefault(known => known.Name.Equals(given.Key, StringComparison.OrdinalIgnoreCase)) is not { } limit)
                throw new OptionException($"{name}: no such limit; there are {string.Join(", ", Limit.All.Select(known => known.Name))}");
            if (!long.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < limit.Least || value > limit.Most)
                throw new OptionException(string.Create(CultureInfo.InvariantCulture, $"{name}: must be a whole number from {limit.Least} to {limit.Most}"));
            limits = limit.With(limits, value);
        }

        return limits;
    }

    /// <summary>As the environment alone says, for commands that serve nothing.</summary>
    /// <exception cref="OptionException">As <see cref="From"/>.</exception>
    public static SiteLimits FromEnvironment() => From(new ConfigurationBuilder().AddEnvironmentVariables().Build());
}
