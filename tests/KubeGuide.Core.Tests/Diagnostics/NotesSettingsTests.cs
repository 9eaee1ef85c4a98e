using KubeGuide.Core.Catalog;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Diagnostics;

public class NotesSettingsTests
{
    [Fact]
    public void A_rule_is_switched_off_on_or_given_another_severity()
    {
        var glossary = Build("rules:\n  full-width: off\n  misspelt-term: error\n  latin-spacing: on\n", "Sevice と１つ。\n");
        Assert.Equal([("misspelt-term", Severity.Error), ("latin-spacing", Severity.Info)], glossary.Diagnostics.Select(finding => (finding.Rule, finding.Severity)));
    }

    [Fact]
    public void A_term_that_opts_out_is_no_link_anywhere()
    {
        var mention = Assert.Single(Build("nolink:\n  - pod\n", "Podを作る。\n").Notes[0].Mentions);
        Assert.Equal(MentionReason.OptedOut, mention.Reason);
    }

    [Fact]
    public void Groups_come_in_the_order_of_the_settings_and_under_their_titles()
    {
        var glossary = Build("groups:\n  - id: network\n    title: 通信\n  - {id: team, title: チームの言葉}\n", "# API\n\n## Pod\n\n本文。\n\n## Service\n\n本文。\n\n## Node\n\n本文。\n", "---\ntitle: 箱\nslug: box\ngroup: チームの言葉\n---\n\n本文。\n");
        Assert.Equal([new ConceptGroup("network", "通信"), new ConceptGroup("team", "チームの言葉")], glossary.Groups.Take(2));
        Assert.Equal("team", glossary.Find("box")!.Group);
    }

    [Theory]
    [InlineData("color: red\n", 1)]
    [InlineData("nolink: [Pod]\n\nrule:\n  full-width: off\n", 3)]
    [InlineData("rules:\n  full-with: off\n", 2)]
    [InlineData("rules:\n  full-width: maybe\n", 2)]
    [InlineData("rules:\n  full-width: [on]\n", 2)]
    [InlineData("rules: off\n", 1)]
    [InlineData("rules:\n  full-width: off\n  full-width: on\n", 3)]
    [InlineData("nolink:\n  - [Pod]\n", 2)]
    [InlineData("nolink: Pod\n", 1)]
    [InlineData("groups:\n  - title: 通信\n", 2)]
    [InlineData("groups:\n  - id: network\n", 2)]
    [InlineData("groups:\n  - {id: a, title: い, colour: red}\n", 2)]
    [InlineData("groups:\n  - Network\n", 2)]
    [InlineData("- rules\n", 1)]
    [InlineData("rules: {}\n---\nrules: {}\n", 2)]
    [InlineData("rules: {a: &x b, c: *x}\n", 1)]
    [InlineData("rules:\n\t- x\n", 1)]
    [InlineData("nolink: [Pod\nrules: {}\n", 1)]
    public void What_cannot_be_read_is_a_finding_with_a_line(string settings, int line)
    {
        var findings = NotesSettings.Read("kubeguide.yml", settings).Diagnostics;
        Assert.Contains(findings, finding => finding is { Rule: "settings", Path: "kubeguide.yml" } && finding.Line == line);
    }

    [Theory]
    [InlineData("groups:\n  - adr\n")]
    [InlineData("groups:\n  - [adr]\n")]
    [InlineData("groups:\n  - {id: [adr], title: 決定}\n")]
    [InlineData("groups:\n  - {id: adr, title: [決定]}\n")]
    [InlineData("groups:\n  - {id: ADR, title: 決定}\n")]
    [InlineData("groups:\n  -\n")]
    public void One_mistake_in_a_group_is_one_finding(string settings) =>
        Assert.Single(NotesSettings.Read("kubeguide.yml", settings).Diagnostics);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("rules:\nnolink:\ngroups:\n")]
    public void An_empty_file_is_the_default(string settings)
    {
        var read = NotesSettings.Read("kubeguide.yml", settings);
        Assert.Empty(read.Diagnostics);
        Assert.Empty(read.NoLink);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    public void Nesting_without_end_is_a_finding(string opening) =>
        Assert.NotEmpty(NotesSettings.Read("kubeguide.yml", "rules:\n  full-width: " + string.Concat(Enumerable.Repeat(opening, 50_000))).Diagnostics);

    [Fact]
    public void What_stands_before_a_fault_is_kept() =>
        Assert.False(NotesSettings.Read("kubeguide.yml", "rules:\n  full-width: off\nnolink: [\n").IsOn("full-width"));

    [Fact]
    public void A_change_of_the_settings_alone_changes_version_links_and_findings()
    {
        var snapshot = Snapshot("", "Podと１つ。\n");
        var builder = new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default);
        var before = builder.Build(snapshot);
        var after = builder.Build(Snapshot("nolink: [Pod]\nrules: {full-width: off}\n", "Podと１つ。\n"), before);
        Assert.NotEqual(before.Version, after.Version);
        Assert.True(before.Notes[0].Mentions[0].IsLinked);
        Assert.False(after.Notes[0].Mentions[0].IsLinked);
        Assert.Empty(after.Diagnostics);
    }

    private static Glossary Build(string settings, params string[] notes) =>
        new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default).Build(Snapshot(settings, notes));

    private static NotesSnapshot Snapshot(string settings, params string[] notes) =>
        TestNotes.Snapshot(notes.Select((note, i) => ($"{i}.md", System.Text.Encoding.UTF8.GetBytes(note)))) with
        {
            Settings = NoteDecoder.Decode("kubeguide.yml", System.Text.Encoding.UTF8.GetBytes(settings)).Note,
        };
}
