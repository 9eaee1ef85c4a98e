using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;

namespace KubeGuide.Core.Tests.Linking;

public sealed class LinkerTests
{
    [Theory]
    [InlineData("{Pod/ownPage}は{ポッド/ownPage}とも書く。[Node]で動く。")]
    [InlineData("`{po/ownPage}`と打つ")]
    [InlineData("! {Pod/ownPage}")]
    [InlineData("- {Pods/ownPage}")]
    [InlineData("$ kubectl get {po/ownPage}")]
    [InlineData("# {Pod/heading}\n\n{Pod/ownPage}")]
    public void A_concept_never_links_to_its_own_page(string sentence) =>
        Assert.Equal(sentence, MarkedNote.Decide(sentence, owner: "pod"));

    [Theory]
    [InlineData("gateway-istio", "{Gateway/ownPage}を置く")]
    [InlineData("gateway-api", "{Gateways/ownPage}を置く")]
    [InlineData("gatewayclass", "{Gateway/ambiguous}を置く")]
    public void On_the_page_of_a_sense_the_shared_name_is_its_own(string owner, string sentence) =>
        Assert.Equal(sentence, MarkedNote.Decide(sentence, owner));

    [Theory]
    [InlineData("{Secret/optedOut}と{シークレット/optedOut}と`{secrets/optedOut}`", "secret")]
    [InlineData("{コンテナ/optedOut}と{Container/optedOut}", "CONTAINER")]
    [InlineData("{コンテナ/optedOut}と[Container/alias]", "コンテナ")]
    [InlineData("[クラスター]と{cluster/repeated}と[Pod]", "ノード")]
    [InlineData("{HPA/optedOut}と[HorizontalPodAutoscaler]", "hpa")]
    [InlineData("{APIリソース/optedOut}", "api-resource")]
    public void What_the_site_opts_out_of_is_not_linked(string sentence, string noLink) =>
        Assert.Equal(sentence, MarkedNote.Decide(sentence, noLink: noLink));

    [Theory]
    [InlineData("DeploymentとReplicaSetのPod", "deployment replicaset pod")]
    [InlineData("Elasic Container Serviceに置く", "ecs")]
    [InlineData("クラスター内外とクラスター外部", "cluster cluster")]
    [InlineData("Horizontal Pod Autoscalerを使う", "horizontalpodautoscaler")]
    [InlineData("コンテナイメージを作る", "image")]
    [InlineData("`kubectl get po,svc,ing`", "pod service ingress")]
    [InlineData("Service WorkerからServiceへ", "service")]
    [InlineData("水平Pod自動スケーラーを使う", "horizontalpodautoscaler")]
    public void A_mention_leads_to_what_it_means(string text, string slugs) =>
        Assert.Equal(slugs, string.Join(' ', MarkedNote.Link(MarkedNote.Parse(text)).Select(m => m.To)));

    [Fact]
    public void A_footnote_has_its_own_density_and_no_own_page()
    {
        var note = MarkedNote.Parse("Pod", "PodとPod", "Pod");
        var reasons = MarkedNote.Link(note, owner: "pod").Where(m => m.Place.Kind == PlaceKind.Footnote).Select(m => (m.Place.Index, m.Reason));
        Assert.Equal([(0, MentionReason.Name), (0, MentionReason.Repeated), (1, MentionReason.Name)], reasons);
    }

    [Fact]
    public void A_mention_knows_its_line()
    {
        var note = MarkedNote.Parse("最初の段落\n\n次の段落は\n二行めに\nPodがあり`Secret`も\nConfig\nMapもある");
        Assert.Equal([("Pod", 5), ("Secret", 5), ("Config\nMap", 6)], MarkedNote.Link(note).Select(m => (m.Text, m.Line)));
    }

    [Fact]
    public void The_span_of_a_mention_is_its_text_in_the_run()
    {
        var mention = Assert.Single(MarkedNote.Link(MarkedNote.Parse("`x`のｸﾗｽﾀｰ内外")));
        Assert.Equal((1, 1, 5, "ｸﾗｽﾀｰ"), (mention.Slot, mention.Start, mention.Length, mention.Text));
    }

    [Fact]
    public void Only_linked_repeated_and_opted_out_mentions_are_backlinks()
    {
        var note = MarkedNote.Parse("PodとPod、サービス、Gateway、svc\n\n! Node\n\n# Secret");
        Assert.Equal(["Pod", "Pod", "Node"], MarkedNote.Link(note).Where(m => m.IsBacklink).Select(m => m.Text));
    }

    [Theory]
    [InlineData("Cd", "Abc Cd", "x Abc Cd y", "Abc Cd")]
    [InlineData("Red Green", "Green Blue", "a Red Green Blue b", "Red Green")]
    [InlineData("Green Blue", "Red Green", "a Red Green Blue b", "Red Green")]
    [InlineData("Pod", "Pod Security Admission", "Pod Security Admissions", "Pod Security Admissions")]
    [InlineData("Pod", "Pod Security Admission", "Pod Security AdmissionX", "Pod")]
    [InlineData("Security", "Pod Security Admission", "Pod Security Admi", "Security")]
    [InlineData("名前空間", "空間分割", "名前空間分割", "")]
    public void The_leftmost_and_then_the_longest_word_wins(string one, string other, string text, string found)
    {
        var index = TermIndex.Build([Term(one), Term(other)], []);
        var mentions = Linker.Link(MarkedNote.Parse(text), [null], index, new HashSet<string>());
        Assert.Equal(found, string.Join(' ', mentions.Select(m => m.Text)));
    }

    [Fact]
    public void A_word_behind_a_longer_one_that_failed_is_still_found()
    {
        var index = TermIndex.Build([Term("Red"), Term("Green Blue Red"), Term("Blue")], []);
        var mentions = Linker.Link(MarkedNote.Parse("Green Blue Redo と Red Green Blue"), [null], index, new HashSet<string>());
        Assert.Equal(["Blue", "Red", "Blue"], mentions.Select(m => m.Text));
    }

    [Fact]
    public void A_word_that_overlaps_the_one_before_gives_way_to_a_shorter_one_that_does_not()
    {
        var index = TermIndex.Build([Term("Red Green"), Term("Green Blue"), Term("Blue")], []);
        var mentions = Linker.Link(MarkedNote.Parse("a Red Green Blue b"), [null], index, new HashSet<string>());
        Assert.Equal(["Red Green", "Blue"], mentions.Select(m => m.Text));
    }

    private static Term Term(string text) => new(text, Slug.Parse("c-" + Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text))), TermKind.Name, TermPolicy.Link);
}
