using System.Net;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Text;
using KubeGuide.Web.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace KubeGuide.Web.Tests.Endpoints;

public class AddressTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private readonly RunningSite site = fixture.Site;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_spelling_of_every_concept_leads_to_its_one_address_in_one_hop(bool shipped)
    {
        await using var docs = shipped ? await RunningSite.StartAsync(RunningSite.Docs) : null;
        var site = docs ?? this.site;
        var glossary = site.Services.GetRequiredService<GlossaryStore>().Current.Glossary;
        var claims = glossary.Concepts.Values.SelectMany(concept => Spellings(concept).Select(spelling => (spelling, concept)))
            .ToLookup(claim => Folding.Fold(claim.spelling), claim => claim.concept.Url);
        var wrong = new List<string>();
        var walked = 0;
        foreach (var concept in glossary.Concepts.Values)
        {
            foreach (var spelling in Spellings(concept))
            {
                // A name that several concepts share leads to the page that asks which is meant.
                if (glossary.Names.Find(spelling) is { } other && other != concept.Slug && glossary.Concepts[other].Senses.Length > 0)
                    continue;
                foreach (var start in (string[])["/concepts/", "/k/"])
                {
                    var path = start + Uri.EscapeDataString(spelling);
                    var response = await site.Client.GetAsync(path);
                    // A few spellings name two concepts, such as "limits" for LimitRange: the one that kubectl means wins.
                    var reached = response.Headers.Location?.OriginalString is { } moved
                        ? claims[Folding.Fold(spelling)].Contains(moved)
                        : response.StatusCode == HttpStatusCode.OK && claims[Folding.Fold(spelling)].Contains(path);
                    if (!reached)
                        wrong.Add($"{path} → {(int)response.StatusCode} {response.Headers.Location} instead of {concept.Url}");
                    walked++;
                }
            }

            var canonical = await site.Client.GetAsync(concept.Url);
            if (canonical.StatusCode != HttpStatusCode.OK)
                wrong.Add($"{concept.Url} → {(int)canonical.StatusCode}");
        }

        Assert.Empty(wrong);
        Assert.True(walked > 500, $"only {walked} addresses");
    }

    private static IEnumerable<string> Spellings(Concept concept) =>
        concept.Aliases.Concat(concept.Entry?.Terms.Select(term => term.Text) ?? []).Append(concept.Name).Append(concept.Slug.Value.ToUpperInvariant()).Append(concept.Slug.Value).Distinct();

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("//evil.example/concepts/pod")]
    [InlineData("/k//evil.example")]
    [InlineData("/k/%2F%2Fevil.example")]
    [InlineData("/k/https:%2F%2Fevil.example")]
    [InlineData("/concepts/%2F%2Fevil")]
    [InlineData("/concepts/%2F%2Fpod")]
    [InlineData("/concepts/%5C%5Cevil.example")]
    [InlineData("/concepts//evil.example")]
    [InlineData("/concepts/po%0D%0ALocation:%20https:%2F%2Fevil.example")]
    [InlineData("/k/po?next=//evil.example")]
    [InlineData("/concepts/PO.md?//evil.example")]
    public async Task No_address_leads_away_from_the_site(string path)
    {
        var response = await site.Client.GetAsync(new Uri(site.Address.GetLeftPart(UriPartial.Authority) + path, UriKind.Absolute));
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            Assert.Null(response.Headers.Location);
            return;
        }

        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.StartsWith("/concepts/pod", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", response.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(response.Headers.Location.OriginalString)).StatusCode);
    }

    [Fact]
    public async Task A_name_with_a_slash_has_an_address()
    {
        var notes = Directory.CreateTempSubdirectory("kubeguide-slash-");
        await File.WriteAllTextAsync(Path.Combine(notes.FullName, "cicd.md"), "# CI/CD\n\n変更を続けて届ける仕組みです。\n", TestContext.Current.CancellationToken);
        await using (var own = await RunningSite.StartAsync(notes.FullName))
        {
            var concept = own.Services.GetRequiredService<GlossaryStore>().Current.Glossary.Listed.Single(found => found.Name == "CI/CD");
            foreach (var path in (string[])["/k/CI%2FCD", "/concepts/CI%2FCD", "/k/ci%2fcd"])
                Assert.Equal(concept.Url, (await own.Client.GetAsync(path)).Headers.Location?.OriginalString);
        }

        notes.Delete(recursive: true);
    }
}
