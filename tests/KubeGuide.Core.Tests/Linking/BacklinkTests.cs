using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Tests.Linking;

/// <summary>Mentions read from their other end, as a concept's page shows them.</summary>
public sealed class BacklinkTests
{
    private static readonly Glossary Glossary = TestNotes.Glossary(
        ("a.md", "前置きにPodがある。\n\n## Service\n\n宛先。Podへ届ける。もう一度Pod。\n\n### **手順**\n\n先にPodを見る。<!-- -->\n\n## Node\n\nPodが動く[^1]。\n\n[^1]: 脚注のPod。\n"),
        ("b.md", "別のノートのPod。\n"),
        ("c.md", "---\ntitle: Orders\n---\nPodを使う。\n\n# 使い方\n\nServiceとPodを使う。\n"));

    [Fact]
    public void A_backlink_is_the_sentence_with_the_headings_above_it_and_its_place()
    {
        var all = Backlinks("pod");
        Assert.Equal(
            [
                (null, "a.md", 1, "", "前置きにPodがある。", true),
                ("service", "a.md", 5, "Service", "Podへ届ける。", true),
                ("service", "a.md", 5, "Service", "もう一度Pod。", false),
                ("service", "a.md", 9, "Service > 手順", "先にPodを見る。", true),
                ("node", "a.md", 13, "Node", "Podが動く。", true),
                (null, "a.md", 15, "", "脚注のPod。", true),
                (null, "b.md", 1, "", "別のノートのPod。", true),
                ("orders", "c.md", 4, "", "Podを使う。", true),
                ("orders", "c.md", 8, "使い方", "ServiceとPodを使う。", true),
            ],
            all.Select(link => (link.From?.Value, link.Path, link.Line, string.Join(" > ", link.Headings), link.Sentence.Text, link.IsLinked)));
        Assert.All(all, link => Assert.Equal("Pod", link.Sentence.Text.Substring(link.Sentence.MarkStart, link.Sentence.MarkLength)));
    }

    [Fact]
    public void A_footnote_stands_below_no_heading_whatever_its_number()
    {
        var glossary = TestNotes.Glossary(("a.md", "# Service\n\n一[^1]と二[^2]。\n\n[^1]: 一つめ。\n[^2]: 二つめのPod。\n"));
        var link = Backlink.Of(Assert.Single(glossary.Backlinks(Slug.Parse("pod"))));
        Assert.Equal((null, null, 0, "二つめのPod。"), (link.From, link.Anchor, link.Headings.Length, link.Sentence.Text));
    }

    [Fact]
    public void A_backlink_from_a_shell_block_is_its_line_alone()
    {
        var glossary = TestNotes.Glossary(("a.md", "# Service\n\n```sh\nkubectl get svc\nkubectl delete pod web\nkubectl get deploy\nkubectl logs pod/web\n```\n"));
        var sentences = glossary.Backlinks(Slug.Parse("pod")).Select(place => Backlink.Of(place).Sentence).ToList();
        Assert.Equal(["kubectl delete pod web", "kubectl logs pod/web"], sentences.Select(sentence => sentence.Text));
        Assert.All(sentences, sentence => Assert.Equal("pod", sentence.Text.Substring(sentence.MarkStart, sentence.MarkLength)));
    }

    [Fact]
    public void A_heading_without_words_is_not_among_those_above_a_backlink()
    {
        var glossary = TestNotes.Glossary(("a.md", "# Service\n\n宛先。\n\n##\n\nPodへ届ける。\n"));
        Assert.Equal(["Service"], Backlink.Of(Assert.Single(glossary.Backlinks(Slug.Parse("pod")))).Headings);
    }

    [Fact]
    public void The_headings_above_a_backlink_are_as_their_author_wrote_them()
    {
        var glossary = TestNotes.Glossary(("a.md", "# 3. *あとしまつ*\n\n## Q. 消した後は？\n\nPodも消える。\n"));
        Assert.Equal(["3. あとしまつ", "Q. 消した後は？"], Backlink.Of(Assert.Single(glossary.Backlinks(Slug.Parse("pod")))).Headings);
    }

    [Fact]
    public void A_backlink_leads_to_the_heading_above_it()
    {
        var anchors = Glossary.NotesByPath["a.md"].Concepts.Anchors;
        Assert.Equal([null, "service", "service", anchors[2], "node", null, null], Backlinks("pod").Take(7).Select(link => link.Anchor));
    }

    [Fact]
    public void Each_concept_and_each_note_of_its_own_is_a_group_with_its_first_few()
    {
        var groups = BacklinkGroup.Of(Glossary.Backlinks(Slug.Parse("pod")), 2);
        Assert.Equal(
            [(null, "a.md", 2, 2), ("service", "a.md", 2, 2), ("node", "a.md", 1, 1), (null, "b.md", 1, 1), ("orders", "c.md", 2, 2)],
            groups.Select(group => (group.From?.Value, group.Path, group.Shown.Length, group.Mentions)));
        Assert.Equal("Podへ届ける。", groups[1].Shown[0].Sentence.Text);
    }

    [Fact]
    public void A_sentence_that_mentions_a_concept_twice_is_shown_once()
    {
        var glossary = TestNotes.Glossary(("a.md", "# Service\n\n## しくみ\n\nPodの前に立ち、Podを選ぶ。Podが替わっても、Podの宛先は同じ。Podの外。\n\n## 設定\n\nPodの外。\n"));
        var places = glossary.Backlinks(Slug.Parse("pod")).ToList();
        var two = Assert.Single(BacklinkGroup.Of(places, 2));
        Assert.Equal(["Podの前に立ち、Podを選ぶ。", "Podが替わっても、Podの宛先は同じ。"], two.Shown.Select(link => link.Sentence.Text));
        Assert.Equal((4, 0), (two.Mentions, two.Shown[0].Sentence.MarkStart));
        var all = Assert.Single(BacklinkGroup.Of(places, 50));
        Assert.Equal((4, 6), (all.Shown.Length, all.Mentions));
    }

    [Fact]
    public void Mentions_are_found_again_at_their_place_in_the_note()
    {
        var note = Glossary.NotesByPath["a.md"];
        var places = note.Mentions.Select(mention => mention.Place).Distinct().ToList();
        Assert.True(places.Count >= 6);
        Assert.Equal(note.Mentions, places.SelectMany(note.MentionsAt));
        Assert.Empty(note.MentionsAt(new Place(PlaceKind.Body, 99)));
        Assert.Equal(note.Document.Footnotes[0].Body, new Place(PlaceKind.Footnote, 0).In(note.Document));
        Assert.Equal(note.Document.Sections[1].Heading!.Fragment, new Place(PlaceKind.Heading, 1).In(note.Document));
        Assert.Equal(note.Document.Sections[1].Body, new Place(PlaceKind.Body, 1).In(note.Document));
    }

    [Fact]
    public void Terms_are_the_same_when_all_that_they_say_is()
    {
        var term = new Term("Gateway", Slug.Parse("gateway"), TermKind.Name, TermPolicy.Link) { Senses = [Slug.Parse("a"), Slug.Parse("b")] };
        var same = new Term("Gateway", Slug.Parse("gateway"), TermKind.Name, TermPolicy.Link) { Senses = [Slug.Parse("a"), Slug.Parse("b")] };
        Assert.Equal(term, same);
        Assert.Equal(term.GetHashCode(), same.GetHashCode());
        Assert.All(
            (Term[])[
                term with { Text = "gateway" }, term with { Concept = Slug.Parse("gate") }, term with { Kind = TermKind.Alias }, term with { Policy = TermPolicy.CodeOnly },
                term with { IsFieldName = true }, term with { Senses = [Slug.Parse("a")] }, term with { Senses = [Slug.Parse("b"), Slug.Parse("a")] },
            ],
            other => Assert.NotEqual(term, other));
    }

    private static List<Backlink> Backlinks(string slug) => [.. Glossary.Backlinks(Slug.Parse(slug)).Select(Backlink.Of)];
}
