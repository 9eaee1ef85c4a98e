using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Tests.Notes;

/// <summary>What a note costs is counted (what it becomes, what is kept of it); the clock only tells a hang from an answer.</summary>
public sealed class HostileNotesTests
{
    private const int Hang = 120_000;

    [Theory(Timeout = Hang)]
    [MemberData(nameof(HostileNotes.Markdown), MemberType = typeof(HostileNotes))]
    public Task A_hostile_note_is_refused_or_shown_within_the_limits(string name, string text) => Task.Run(() => Hold(name, text), TestContext.Current.CancellationToken);

    [Theory(Timeout = Hang)]
    [MemberData(nameof(HostileNotes.FrontMatter), MemberType = typeof(HostileNotes))]
    public Task Hostile_front_matter_is_refused_or_left_out(string name, string yaml) =>
        Task.Run(() => Hold(name, "---\n" + yaml + "\n---\n\n# Pod\n\n本文です。\n"), TestContext.Current.CancellationToken);

    [Theory(Timeout = Hang)]
    [MemberData(nameof(HostileNotes.FrontMatter), MemberType = typeof(HostileNotes))]
    public Task Hostile_settings_are_a_finding_and_no_more(string name, string yaml) => Task.Run(() =>
    {
        Assert.InRange(NotesSettings.Read("kubeguide.yml", yaml).Diagnostics.Length, 0, 100);
        Assert.NotNull(KubeGuide.Core.References.ReferenceTitles.Read("references.yml", yaml));
        Assert.NotEmpty(name);
    }, TestContext.Current.CancellationToken);

    private static void Hold(string name, string text)
    {
        var glossary = TestNotes.Glossary(("hostile.md", text), ("good.md", "# Service\n\nServiceは、**Deployment**への入口です。\n"));
        var pages = new ArticleWriter(glossary, new SiteLinks(""));
        var hostile = glossary.NotesByPath["hostile.md"];
        var limit = NoteLimits.Default.OutputLength(text.Length);
        var written = hostile.Document.Sections.Sum(section => section.Body.Html.Length + (long)(section.Heading?.Fragment.Html.Length ?? 0))
            + hostile.Document.Footnotes.Sum(footnote => (long)footnote.Body.Html.Length);
        Assert.True(written <= limit, $"{name}: {written:N0} of HTML");

        // Escaping makes six characters of one at most; links are written into no more than a page's bound.
        var page = pages.OfNote(hostile).Body.Value.Length;
        Assert.True(page <= limit + (6L * text.Length) + 8 * 1024 * 1024 + 1024 * 1024, $"{name}: a page of {page:N0}");
        foreach (var concept in glossary.Listed)
        {
            pages.OfConcept(concept);
            BacklinkGroup.Of(glossary.Backlinks(concept.Slug).Take(50), 2);
        }

        if (hostile.Document.Refusal is { } reason)
            Assert.Contains("上限", reason, StringComparison.Ordinal);
        var good = pages.OfNote(glossary.NotesByPath["good.md"]).Body.Value;
        Assert.Contains("への入口です。", good, StringComparison.Ordinal);
        Assert.Contains("/concepts/deployment", good, StringComparison.Ordinal);
    }
}
