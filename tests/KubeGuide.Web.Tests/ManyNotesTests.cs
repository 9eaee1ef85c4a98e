using System.Globalization;
using AngleSharp.Dom;

namespace KubeGuide.Web.Tests;

/// <summary>A folder of a thousand notes.</summary>
public sealed class ManyNotesTests : IAsyncLifetime
{
    private const int Count = 1_000;

    private readonly DirectoryInfo notes = Directory.CreateTempSubdirectory("kubeguide-many-");
    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(notes.FullName, "pod.md"), "# Pod\n\nPodの説明です。\n");
        for (var i = 0; i < Count; i++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(notes.FullName, $"{i % 10}"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"note-{i:0000}.md"), $"# 運用メモ{i}番\n\n{i}番の手順では、Podを{i % 7 + 1}個動かします。\n");
        }

        site = await RunningSite.StartAsync(notes.FullName);
    }

    [Fact]
    public async Task The_last_mention_is_reached_by_links_alone()
    {
        var page = await site.PageAsync("/concepts/pod");
        var next = page.QuerySelector(".backlinks .more a")?.GetAttribute("href");
        Assert.Equal("/concepts/pod/mentions", next);
        var sentences = new HashSet<string>();
        for (var pages = 0; next is not null; pages++)
        {
            Assert.InRange(pages, 0, 100);
            page = await site.PageAsync(next);
            foreach (var sentence in page.QuerySelectorAll(".backlinks blockquote"))
                sentences.Add(sentence.TextContent);
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Count, sentences.Count);
        Assert.Contains(sentences, sentence => sentence.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{Count - 1}番の手順では、"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_stays_small_however_many_concepts_there_are()
    {
        var concept = await site.Client.GetStringAsync("/concepts/pod");
        Assert.InRange(concept.Length, 1, 40_000);
        var home = await site.PageAsync("/");
        Assert.All(home.QuerySelectorAll(".group-chart section"), group => Assert.InRange(group.QuerySelectorAll("li").Length, 0, 12));
    }

    [Fact]
    public async Task A_concept_page_grows_by_at_most_a_half_from_20_notes_to_a_thousand()
    {
        var few = Directory.CreateTempSubdirectory("kubeguide-few-");
        foreach (var note in notes.EnumerateFiles("*.md", SearchOption.AllDirectories).OrderBy(note => note.Name, StringComparer.Ordinal).Take(19).Append(new FileInfo(Path.Combine(notes.FullName, "pod.md"))))
            note.CopyTo(Path.Combine(few.FullName, note.Name));
        await using (var small = await RunningSite.StartAsync(few.FullName))
        {
            var before = (await small.Client.GetStringAsync("/concepts/pod")).Length;
            Assert.InRange((await site.Client.GetStringAsync("/concepts/pod")).Length, before, before * 3 / 2);
        }

        few.Delete(recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        notes.Delete(recursive: true);
    }
}
