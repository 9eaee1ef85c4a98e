using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KubeGuide.Core.Search;

namespace KubeGuide.Core.Tests.Search;

/// <summary>Alone, because memory is counted for the whole process.</summary>
[CollectionDefinition("memory", DisableParallelization = true)]
public class CountsMemory;

[Collection("memory")]
public class SearchMemoryTests
{
    [Fact]
    public void An_index_takes_less_than_four_times_the_memory_of_its_text()
    {
        var documents = Documents(500);
        var text = documents.Sum(document => document.Sections.Sum(section => (long)Encoding.UTF8.GetByteCount(section.Text)));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = SearchIndex.Build(documents);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(index);
        Assert.True(bytes < 4 * text, string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes for {text} bytes of text"));
    }

    private static ImmutableArray<SearchDocument> Documents(int count)
    {
        var sentences = SearchCorpus.Documents.SelectMany(document => document.Sections).Select(section => section.Text).ToList();
        var random = new Random(7);
        return
        [
            .. Enumerable.Range(0, count).Select(number =>
            {
                var text = string.Join('\n', Enumerable.Range(0, 25).Select(_ => sentences[random.Next(sentences.Count)]));
                var slug = Slug.Parse(string.Create(CultureInfo.InvariantCulture, $"n-{number}"));
                return SearchCorpus.Documents[0] with { Slug = slug, Url = slug.Url, Sections = [new SearchSection(null, null, [text])] };
            }),
        ];
    }
}
