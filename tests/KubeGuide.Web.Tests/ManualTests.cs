using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using KubeGuide.Core;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Manifests;
using KubeGuide.Core.References;
using KubeGuide.Core.Search;
using KubeGuide.Web.Endpoints;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace KubeGuide.Web.Tests;

/// <summary>What the manual's tables say is what the site does.</summary>
public class ManualTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly RunningSite site = fixture.Site;

    [Fact]
    public void Every_address_that_the_manual_lists_is_there()
    {
        var listed = Manual.Rows("data.md", below: "## URLの一覧").Select(row => row[0].Trim('`').Split(' ')[^1].Split('?')[0]).ToList();
        Assert.True(listed.Count >= 15);
        Assert.Empty(listed.Except(Addresses()));
    }

    [Fact]
    public void Every_address_for_programs_is_in_the_manual()
    {
        var manual = Manual.Text("data.md") + Manual.Text("operation.md");
        var forPrograms = Addresses().Where(address => address.Contains('.', StringComparison.Ordinal)
            || address.StartsWith("/api/", StringComparison.Ordinal) || address.StartsWith("/healthz/", StringComparison.Ordinal) || address == LiveEvents.Path).ToList();
        Assert.True(forPrograms.Count >= 15);
        Assert.All(forPrograms, address => Assert.Contains(address, manual, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_item_of_a_concept_is_in_the_manual()
    {
        var rows = Manual.Rows("data.md", below: "## 概念のJSON").ToDictionary(row => row[0].Trim('`'), row => row[^1]);
        var example = Manual.Text("data.md").Split('\n').Where(line => line.StartsWith("  \"", StringComparison.Ordinal)).Select(line => line.Split('"')[1]);
        Assert.Equal(ItemsOf<ConceptJson>().Order(), example.Union(rows.Keys.Intersect(ItemsOf<ConceptJson>())).Order());
        Assert.Equal(ItemsOf<FactsJson>(), Manual.Code(rows["facts"]).Where(item => item != "null"));
        Assert.Equal(ItemsOf<RelationJson>(), Manual.Code(rows["relations"]));
        Assert.Equal(ItemsOf<LinkJson>(), Manual.Code(rows["links"]));
    }

    [Fact]
    public void Every_value_of_a_closed_list_is_in_the_manual()
    {
        var rows = Manual.Rows("data.md", below: "## 概念のJSON").ToDictionary(row => row[0], row => Manual.Code(row[1].Split('。')[0]));
        Assert.Equal(NamesOf<ConceptState>().Order(), rows["`state`"].Order());
        Assert.Equal(NamesOf<MentionReason>(), rows["`links`の`rule`"].Concat(rows["`suppressed`の`reason`"]));
        Assert.Equal(JsonName.Of(MentionReason.Kubectl), rows["`links`の`rule`"].Last());
        Assert.Equal(NamesOf<SearchMatch>().Order(), rows["検索の`match`"].Order());
        Assert.Equal(NamesOf<Severity>().Order(), rows["診断の`severity`"].Order());
    }

    [Fact]
    public void Every_figure_that_the_site_counts_is_in_the_manual()
    {
        var counted = new ConcurrentDictionary<string, bool>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == SiteMeter.Name)
                counted[instrument.Name] = true;
        };
        listener.Start();
        var listed = Manual.Rows("operation.md", below: "## ログと計測").SelectMany(row => Manual.Code(row[0])).Where(name => name.StartsWith("kubeguide.", StringComparison.Ordinal));
        Assert.Equal(counted.Keys.Order(), listed.Order());
    }

    [Fact]
    public void Every_fixed_bound_is_as_the_manual_says()
    {
        var rows = Manual.Rows("operation.md", below: "## 決まった上限").ToDictionary(row => row[0], row => row[1].Split('。')[0]);
        Assert.Equal(Invariant($"{ManifestLimits.Default.Bytes / 1024}KiB、{ManifestLimits.Default.Objects}オブジェクト"), rows["読むマニフェスト"]);
        Assert.Equal(Invariant($"{Server.LongestHeaders.TotalSeconds}秒"), rows["要求のヘッダーを送り終えるまで"]);
        Assert.Equal(Invariant($"{ResponseStore.MaxBytes / 1024 / 1024}MiB、または{ResponseStore.MaxEntries:N0}件"), rows["応答のキャッシュ"]);
        Assert.Equal(Invariant($"{Data.MostHits}件"), rows["`/search.json`の結果"]);
        Assert.Equal(Invariant($"{ConceptJson.Backlinked}件"), rows["`/concepts/{slug}.json`の言及"]);
        Assert.Contains(Invariant($"参照記事のURLは{ReferenceSites.MaxLength:N0}文字まで"), Manual.Text("settings.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_tells_where_the_rules_of_following_ahead_are_as_the_manual_says()
    {
        var page = await site.Client.GetAsync("/concepts/pod", TestContext.Current.CancellationToken);
        var header = Assert.Single(page.Headers.GetValues(SpeculationRules.Header));
        var rules = await site.Client.GetStringAsync(header.Trim('"'), TestContext.Current.CancellationToken);
        var manual = Manual.Text("operation.md");
        Assert.Contains($"`{SpeculationRules.Header}`", manual, StringComparison.Ordinal);
        Assert.Contains($"`{header.Trim('"')}`", manual, StringComparison.Ordinal);
        Assert.All(["/search", "/board", "/manifest"], path => Assert.Contains($"\"{path}*\"", rules, StringComparison.Ordinal));
    }

    /// <summary>As the manual spells them, those of files and of the framework left out.</summary>
    private HashSet<string> Addresses() => [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{**", "{", StringComparison.Ordinal))
        .Where(address => !address.StartsWith("/_", StringComparison.Ordinal))];

    private static IEnumerable<string> ItemsOf<TJson>() => typeof(TJson).GetProperties().Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

    private static IEnumerable<string> NamesOf<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(value => JsonName.Of(value));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
