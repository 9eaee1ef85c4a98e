using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Linking;

/// <summary>What a team's own notes add to the catalog's words: titles, aliases, homonyms, opt-outs.</summary>
public sealed class TeamTermsTests
{
    private const string Orders = "---\nslug: orders\naliases: [受注, OrderAPI, nightly-batch]\n---\n# 注文基盤\n\n注文を受けます。\n";

    [Theory]
    [InlineData("[注文基盤]で受ける")]
    [InlineData("注文基盤部で受ける")]
    [InlineData("[受注/alias]と{ＯｒｄｅｒＡＰＩ/repeated}")]
    [InlineData("nightly-batch-2と[nightly-batch/alias]")]
    [InlineData("`[OrderAPI/code]`と`{nightly-batch/repeated}`")]
    [InlineData("- [注文基盤]と{受注/repeated}\n\n- [受注/alias]")]
    public void A_title_and_its_aliases_link(string sentence) => Assert.Equal(sentence, Decide(sentence, ("orders.md", Orders)));

    [Fact]
    public void A_short_title_in_kanji_links_only_where_an_alias_says_so()
    {
        Assert.Equal("{基盤/searchOnly}を直す", Decide("{基盤/searchOnly}を直す", ("b.md", "# 基盤\n\n土台。\n")));
        Assert.Equal("[基盤/alias]を直す", Decide("[基盤/alias]を直す", ("b.md", "---\naliases: [基盤]\n---\n# 基盤\n\n土台。\n")));
    }

    [Theory]
    [InlineData("[EC]を直す", "# EC\n\n店。\n")]
    [InlineData("[EC店]を直す", "# EC店\n\n店。\n")]
    [InlineData("[ビル]を直す", "# ビル\n\n建物。\n")]
    [InlineData("[四字熟語]を直す", "# 四字熟語\n\n言葉。\n")]
    [InlineData("{三字分/searchOnly}を直す", "# 三字分\n\n言葉。\n")]
    [InlineData("{ばね/searchOnly}を直す", "# ばね\n\n部品。\n")]
    public void A_title_of_Latin_letters_or_katakana_links_however_short(string sentence, string note) => Assert.Equal(sentence, Decide(sentence, ("b.md", note)));

    [Fact]
    public void What_the_catalog_only_searches_for_links_to_the_team_s_own_concept() =>
        Assert.Equal("[メッシュ]を張る", Decide("[メッシュ]を張る", ("m.md", "# メッシュ {#mesh}\n\n網。\n")));

    [Theory]
    [InlineData("{Kustomization/ambiguous}を置き、`[ks/code]`を見る", "# Pod\n\n小さい。\n")]
    [InlineData("[Kustomization]を置き、{kustomize/repeated}で組み立てる", "# Kustomization\n\n二つある。\n")]
    [InlineData("[Kustomization]を置き、`[ks/code]`を見る", "# Kustomization {#kust}\n\n二つある。\n")]
    [InlineData("[Gateway API]の{Gateway/ambiguous}と[HTTPRoute]", "# Pod\n\n小さい。\n")]
    [InlineData("[Kustomize/alias]と{kustomization.yaml/repeated}の{Kustomization/ambiguous}", "# Pod\n\n小さい。\n")]
    public void A_homonym_links_once_the_notes_write_of_it(string sentence, string note) => Assert.Equal(sentence, Decide(sentence, ("k.md", note)));

    [Theory]
    [InlineData("# Kustomization\n\n二つある。\n", "kustomization", "kustomization")]
    [InlineData("# Kustomization {#kust}\n\n二つある。\n", "kust", "kust")]
    [InlineData("# Kustomization\n\n二つある。\n\n# Kustomization（Flux）\n\n片方。\n", "kustomization-flux", "kustomization")]
    [InlineData("# Pod\n\n小さい。\n", "kustomization-flux", "kustomization")]
    public void The_short_name_of_a_sense_leads_to_what_is_written(string note, string shortName, string name)
    {
        var glossary = TestNotes.Glossary(("k.md", note));
        Assert.Equal(shortName, glossary.Names.Find("ks")?.Value);
        Assert.Equal(name, glossary.Names.Find("Kustomization")?.Value);
        Assert.Equal(name, glossary.Names.Find("kustomization")?.Value);
        Assert.All(glossary.Catalog.Entries, entry => Assert.NotNull(glossary.Concepts[glossary.SlugOfKey(entry.Key)!]));
    }

    [Theory]
    [InlineData("# Istio\n\n## Gateway\n\n入口です。\n", "Gateway API", "gateway-api")]
    [InlineData("# Istio\n\n## Gateway\n\n入口です。\n", "GatewayAPI", "gateway-api")]
    [InlineData("# Istio\n\n## Gateway\n\n入口です。\n", "gtw", "gateway")]
    [InlineData("# Istio\n\n## Gateway\n\n入口です。\n", "Istio Gateway", "gateway")]
    [InlineData("# Pod\n\n小さい。\n", "Kustomize", "kustomization-kustomize")]
    [InlineData("# Pod\n\n小さい。\n", "kustomization.yaml", "kustomization-kustomize")]
    [InlineData("# Kustomize\n\n組み立てる。\n", "kustomize", "kustomization")]
    [InlineData("# Kustomization\n\n二つある。\n", "kustomize", "kustomization")]
    public void What_names_one_sense_alone_leads_there_in_the_text_and_in_the_address(string note, string written, string slug)
    {
        var glossary = TestNotes.Glossary(("k.md", note), ("a.md", $"# 表\n\n`{written}`を見る。\n"));
        Assert.Equal(slug, glossary.Names.Find(written)?.Value);
        Assert.Equal(slug, Assert.Single(glossary.NotesByPath["a.md"].Mentions, mention => mention.IsLinked).To.Value);
        Assert.Equal(slug, glossary.Search.Search(written).Hits[0].Slug?.Value);
    }

    [Fact]
    public void One_kind_under_two_slugs_is_the_kind_and_a_concept_of_the_team()
    {
        var glossary = TestNotes.Glossary(("p.md", "# Pod {#pod-advanced}\n\n上級。\n\n# Pod\n\n初級。\n\n# Gateway {#a}\n\n# Gateway {#b}\n"));
        Assert.NotNull(glossary.Find("pod")!.Entry);
        Assert.Null(glossary.Find("pod-advanced")!.Entry);
        Assert.Equal(ConceptState.Written, glossary.Find("pod-advanced")!.State);
        Assert.Equal("pod", glossary.Names.Find("po")?.Value);
        Assert.Equal(2, glossary.Find("a")!.Senses.Length);
        Assert.Empty(glossary.Find("b")!.Senses);
    }

    private static string Decide(string marked, params (string Path, string Text)[] notes)
    {
        var glossary = TestNotes.Glossary([.. notes, ("z.md", MarkedNote.Unmark(marked))]);
        return MarkedNote.Write(glossary.NotesByPath["z.md"].Document, glossary.NotesByPath["z.md"].Mentions);
    }
}
