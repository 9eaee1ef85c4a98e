using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace KubeGuide.Web.Tests.Endpoints;

/// <summary>Follows everything that the site links to, from its pages, its sitemap and its feed.</summary>
public class LinkTests
{
    private const string Public = "https://guide.example";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_link_and_every_fragment_leads_somewhere_at_once(bool shipped)
    {
        await using var site = await RunningSite.StartAsync(shipped ? RunningSite.Docs : RunningSite.Notes("messy-export.md"), ("KubeGuide:PublicUrl", Public));
        var followed = new Followed();
        followed.Add("/sitemap.xml", await ListedAsync(site, "/sitemap.xml", "loc"));
        followed.Add("/feed.atom", await ListedAsync(site, "/feed.atom", "link"));
        followed.Add("", ["/"]);
        while (followed.Open.TryDequeue(out var path))
        {
            var response = await site.Client.GetAsync(path);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}, linked from {followed.From(path)}");
            if (response.Content.Headers.ContentType?.MediaType == "text/html")
                followed.Read(path, await Reading.ParseAsync(await response.Content.ReadAsStringAsync()));
        }

        Assert.True(followed.Count > 100, $"only {followed.Count} addresses");
        Assert.Contains(followed.Fragments, link => link.Path.StartsWith("/notes/", StringComparison.Ordinal));
        Assert.DoesNotContain(followed.Fragments, link => !followed.Has(link.Path, link.Fragment));
    }

    [Fact]
    public async Task A_concept_without_text_leads_to_each_of_its_headings()
    {
        var notes = Directory.CreateTempSubdirectory("kubeguide-links-");
        await File.WriteAllTextAsync(Path.Combine(notes.FullName, "api.md"), "# API\n\n## Pod\n\n## Service\n\n通り道です。\n\n## Pod\n");
        await using (var site = await RunningSite.StartAsync(notes.FullName))
        {
            var page = await site.PageAsync("/concepts/pod");
            Assert.Equal(["/notes/api.md#pod", "/notes/api.md#pod-2"], page.QuerySelectorAll(".nothing-yet a").Select(link => link.GetAttribute("href")));
        }

        notes.Delete(recursive: true);
    }

    private static async Task<IEnumerable<string>> ListedAsync(RunningSite site, string path, string element)
    {
        var document = XDocument.Parse(await site.Client.GetStringAsync(path));
        return document.Descendants().Where(node => node.Name.LocalName == element).Select(node => node.Attribute("href")?.Value ?? node.Value);
    }

    private sealed class Followed
    {
        private readonly Dictionary<string, string> linkedFrom = [];
        private readonly Dictionary<string, HashSet<string>> ids = [];

        public Queue<string> Open { get; } = [];

        public List<(string From, string Path, string Fragment)> Fragments { get; } = [];

        public int Count => linkedFrom.Count;

        public string From(string path) => linkedFrom[path];

        public bool Has(string path, string id) => !ids.TryGetValue(path, out var known) || known.Contains(id);

        public void Read(string path, IDocument page)
        {
            ids[path] = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet();
            Add(path, page.QuerySelectorAll("[href], [src], form[action]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!));
        }

        /// <summary>Takes the addresses of this site; absolute ones are those of the configured public address.</summary>
        public void Add(string from, IEnumerable<string> addresses)
        {
            foreach (var address in addresses)
            {
                var own = address.StartsWith(Public + "/", StringComparison.Ordinal) ? address[Public.Length..] : address;
                if (own.Length == 0 || own[0] is not ('/' or '#') || own == "/events")
                    continue;
                var (path, fragment) = own.Split('#', 2) is [var before, var behind] ? (before, behind) : (own, "");
                path = path.Length == 0 ? from : path;
                if (fragment.Length > 0)
                    Fragments.Add((from, path, Uri.UnescapeDataString(fragment)));
                if (linkedFrom.TryAdd(path, from))
                    Open.Enqueue(path);
            }
        }
    }
}
