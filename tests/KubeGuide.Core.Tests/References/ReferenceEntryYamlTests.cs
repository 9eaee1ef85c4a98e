using FsCheck;
using FsCheck.Fluent;
using KubeGuide.Core.References;

namespace KubeGuide.Core.Tests.References;

public sealed class ReferenceEntryYamlTests
{
    [Fact]
    public void Only_what_is_known_is_written() =>
        Assert.Equal(
            "https://example.com/a:\n  title: \"題名: \\\"引用\\\" \\\\ #\"\n  date: 2026-11-01\n",
            ReferenceEntryYaml.Write(Entry("https://example.com/a", "題名: \"引用\" \\ #") with { Date = new DateOnly(2026, 11, 1) }));

    [Theory]
    [InlineData("https://example.com/a:")]
    [InlineData("https://example.com/?a=b&c=d,e")]
    [InlineData("https://example.com/*a!b'c(d)")]
    public void An_unusual_url_is_read_back(string url) => Assert.Equal("題名", ReadBack(url, "題名"));

    [Fact]
    public void The_longest_url_is_read_back() =>
        Assert.Equal("題名", ReadBack("https://example.com/".PadRight(ReferenceSites.MaxLength, 'a'), "題名"));

    [Fact]
    public void Any_title_is_read_back_as_one_line() =>
        Prop.ForAll<string>(title => ReadBack("https://example.com/a", title) == (PercentEncoding.Visible(title ?? "") is { Length: > 0 } line ? line : null))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static string? ReadBack(string url, string? title)
    {
        var titles = ReferenceTitles.Read("references.yml", ReferenceEntryYaml.Write(Entry(url, title)));
        Assert.Empty(titles.Diagnostics);
        return titles.Entries.Single().Title;
    }

    private static ReferenceEntry Entry(string url, string? title) => new(url, title, null, null, null, null, 1, 1);
}
