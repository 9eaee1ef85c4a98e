using FsCheck;
using FsCheck.Fluent;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests.Linking;

/// <summary>Promises that hold for every text, checked on texts that are made of the hard pieces.</summary>
public sealed class LinkingPropertyTests
{
    private static readonly string[] Pieces =
    [
        "Pod", "pods", "po", "Node", "NodePort", "Config", "Map", "クラスタ", "ー", "コンテナ", "ｺﾝﾃﾅ", "ﾞ", "\u3099", "イメージ", "名前", "空間",
        "サービス", "Gateway", "の", "を", "。", "、", " ", "\n", "\u3000", "\u200B", "-", ".", "/", "`", "s", "1", "Ｐｏｄ", "：", "kubectl get ",
        "\n\n", "\n\n- ", "\n\n| ", "\n\n# ", "\n\n! ", "\n\n$ ", "\uD83D", "\uDE00", "𠮷",
    ];

    private static readonly Arbitrary<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60);

    [Fact]
    public void The_visible_text_stays_what_it_was() => Check(text =>
    {
        var note = MarkedNote.Parse(text);
        foreach (var (mention, run, block) in Runs(text))
        {
            Assert.InRange(mention.Start, 0, run.Length - 1);
            Assert.InRange(mention.Length, 1, run.Length - mention.Start);
            Assert.Equal(mention.Text, block.Text.Substring(run.Start + mention.Start, mention.Length));
        }

        Assert.Equal(MarkedNote.Write(note, []), MarkedNote.Unmark(MarkedNote.Write(note, MarkedNote.Link(note))));
    });

    [Fact]
    public void Mentions_come_in_order_and_never_overlap() => Check(text =>
    {
        var mentions = MarkedNote.Link(MarkedNote.Parse(text));
        for (var i = 1; i < mentions.Length; i++)
        {
            var (before, after) = (mentions[i - 1], mentions[i]);
            if (before.Place == after.Place && before.Slot == after.Slot)
                Assert.True(before.Start + before.Length <= after.Start);
            else if (before.Place == after.Place)
                Assert.True(before.Slot < after.Slot);
        }
    });

    [Fact]
    public void A_mention_names_the_term_that_it_leads_to() => Check(text =>
    {
        foreach (var mention in MarkedNote.Link(MarkedNote.Parse(text)))
        {
            var (seen, term) = (Folding.Fold(mention.Text), Folding.Fold(mention.Term.Text));
            Assert.True(seen == term || seen == term + "s" || seen == term + "es", $"{mention.Text} is not {mention.Term.Text}");
        }
    });

    [Fact]
    public void In_a_code_block_only_resources_of_a_command_are_mentioned() => Check(text =>
    {
        foreach (var (mention, run, block) in Runs(text))
            Assert.Equal(block.Kind == BlockKind.Code, run.Kind == RunKind.Code);
    });

    [Fact]
    public void One_section_links_a_concept_once_in_its_paragraphs() => Check(text =>
    {
        var linked = Runs(text).Where(r => r.Block.Kind == BlockKind.Paragraph && r.Run.Kind == RunKind.Prose && r.Mention.IsLinked);
        Assert.All(linked.GroupBy(r => (r.Mention.Place, r.Mention.To)), g => Assert.Single(g));
    });

    [Fact]
    public void The_same_note_gives_the_same_mentions() => Check(text =>
        Assert.Equal(MarkedNote.Link(MarkedNote.Parse(text)), MarkedNote.Link(MarkedNote.Parse(text))));

    [Fact]
    public void The_worst_text_for_a_search_by_words_is_read_to_its_end()
    {
        // Words that share their ends, in a text that nearly is all of them everywhere: minutes for a search word by word.
        var terms = Enumerable.Range(2, 62).Select(n => new Term(new string('ア', n) + 'イ', Slug.Parse("n-" + n), TermKind.Name, TermPolicy.Link)).ToList();
        terms.AddRange(Enumerable.Range(1, 30).Select(n => new Term("B" + string.Concat(Enumerable.Repeat(" A", n)), Slug.Parse("a-" + n), TermKind.Name, TermPolicy.Link)));
        var index = TermIndex.Build(terms, []);
        var note = MarkedNote.Parse(string.Concat(Enumerable.Repeat("アアアアアアアアアアアアアアアアA A A A ", 50_000)));
        Assert.Empty(Linker.Link(note, [null], index, new HashSet<string>()));
    }

    [Fact]
    public void Text_without_mentions_is_searched_without_allocating()
    {
        var note = MarkedNote.Parse(string.Concat(Enumerable.Repeat("この文には何の用語もなく、ただ長い。", 20_000)));
        MarkedNote.Link(note);
        var before = GC.GetAllocatedBytesForCurrentThread();
        MarkedNote.Link(note);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
    }

    private static void Check(Action<string> promise) =>
        Prop.ForAll(Texts, text => { promise(text); return true; }).Check(Many);

    private static IEnumerable<(Mention Mention, TextSlot Run, TextBlock Block)> Runs(string text)
    {
        var note = MarkedNote.Parse(text);
        foreach (var mention in MarkedNote.Link(note))
        {
            var section = note.Sections[mention.Place.Index];
            var fragment = mention.Place.Kind == PlaceKind.Heading ? section.Heading!.Fragment : section.Body;
            var run = (TextSlot)fragment.Slots[mention.Slot];
            yield return (mention, run, fragment.Blocks[run.Block]);
        }
    }
}
