using System.Text;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Tests.Concepts;

/// <summary>
/// One exported file, wrapped in a list item, with misspelt kinds and half its headings empty. KUBEGUIDE_MESSY_EXPORT names
/// another file of the same shape to hold to the same promises.
/// </summary>
public class MessyExportTests
{
    private static readonly string Source = File.ReadAllText(
        Environment.GetEnvironmentVariable("KUBEGUIDE_MESSY_EXPORT") is { Length: > 0 } given ? given : TestNotes.Fixture("messy-export.md"));

    private static readonly string[] Lines = Source.Split('\n');

    private readonly Glossary glossary = TestNotes.Glossary(("notes.md", Source));

    [Theory]
    [InlineData(ConceptState.Written, "kubernetes api-resource pod replicaset deployment service clusterip nodeport ingress cluster")]
    [InlineData(ConceptState.Stub, "node namespace configmap secret destinationrule peerauthentication virtualservice horizontalpodautoscaler poddisruptionbudget rollout kustomization")]
    [InlineData(ConceptState.Mentioned, "loadbalancer externalname swarm marathon fleet nomad ecs")]
    public void Every_concept_has_the_state_that_the_notes_give_it(ConceptState state, string slugs)
    {
        Assert.All(slugs.Split(' '), slug => Assert.Equal(state, glossary.Find(slug)?.State));
    }

    [Fact]
    public void Nothing_else_is_written_or_a_stub() =>
        Assert.Equal(21, glossary.Listed.Count(concept => concept.State is ConceptState.Written or ConceptState.Stub));

    [Fact]
    public void The_types_below_Service_are_its_children()
    {
        Assert.Equal(["clusterip", "nodeport"], glossary.Find("service")!.Children.Select(child => child.Value));
        Assert.Equal("service", glossary.Find("nodeport")!.Parent?.Value);
    }

    [Theory]
    [InlineData("replicaset", "ReplicaSet")]
    [InlineData("configmap", "ConfigMap")]
    [InlineData("horizontalpodautoscaler", "HorizontalPodAutoscaler")]
    [InlineData("api-resource", "APIリソース")]
    [InlineData("cluster", "クラスター")]
    public void Titles_are_the_canonical_names(string slug, string title) => Assert.Equal(title, glossary.Find(slug)!.Name);

    [Theory]
    [InlineData("confingMap", "ConfigMap")]
    [InlineData("HorizonalPodAutoscaler", "HorizontalPodAutoscaler")]
    public void A_misspelt_kind_is_a_finding_with_line_and_suggestion(string written, string meant)
    {
        var finding = Assert.Single(glossary.Diagnostics, d => d.Rule == "misspelt-kind" && d.Suggestion == meant);
        Assert.Equal(LineOf("## " + written), finding.Line);
        Assert.Contains(written, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_empty_heading_is_a_finding_and_no_page()
    {
        var finding = Assert.Single(glossary.Diagnostics, d => d.Rule == "empty-heading");
        Assert.Equal(LineOf("##"), finding.Line);
        Assert.DoesNotContain(glossary.Concepts.Values, concept => concept.Name.Length == 0);
    }

    [Fact]
    public void Pod_is_defined_by_its_first_line_and_knows_where_it_stands()
    {
        var pod = glossary.Find("pod")!;
        var heading = LineOf("## Pod");
        Assert.Equal(Lines[heading + 1].Trim(), pod.Definition);
        Assert.Equal(new ConceptSource("notes.md", heading, LineOf("- Volume Mount"), pod.Sources[0].Section), Assert.Single(pod.Sources));
    }

    [Fact]
    public void The_four_settings_of_Pod_are_a_list()
    {
        var body = Body("pod");
        Assert.Equal(4, body.Split("<li>").Length - 1);
        Assert.Contains("環境変数", body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_that_lists_resources_is_code_and_unbroken()
    {
        var body = Body("api-resource");
        Assert.Contains("<pre", body, StringComparison.Ordinal);
        var visible = System.Net.WebUtility.HtmlDecode(string.Concat(body.Split('<').Skip(1).Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..])));
        Assert.Contains("kubectl api-resources\n\n# ", visible, StringComparison.Ordinal);
        Assert.Contains("\nkubectl api-resources -o wide\n", visible, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_prose_mention_of_Pod_is_accounted_for()
    {
        var mentions = glossary.MentionsOf(Slug.Parse("pod")).Where(place => place.Mention.Reason != MentionReason.Heading && place.Mention.Text == "Pod").ToList();
        Assert.Equal(16, mentions.Count);
        Assert.All(mentions, place => Assert.True(place.Mention.IsLinked || place.Mention.Reason is MentionReason.Repeated or MentionReason.OwnPage));
    }

    [Theory]
    [InlineData("サービス", "service", MentionReason.SearchOnly)]
    [InlineData("Elasic Container Service", "ecs", MentionReason.Misspelling)]
    [InlineData("Docker", "docker", MentionReason.Name)]
    public void A_word_is_what_an_editor_would_take_it_for(string text, string concept, MentionReason reason) =>
        Assert.Contains(glossary.Notes[0].Mentions, mention => mention.Text == text && mention.To.Value == concept && mention.Reason == reason);

    [Fact]
    public void NodeIP_and_NodePort_are_no_Node() =>
        Assert.DoesNotContain(glossary.Notes[0].Mentions, mention => mention.To.Value == "node" && mention.Text.StartsWith("Node", StringComparison.Ordinal));

    [Fact]
    public void Three_articles_are_cited_two_of_them_one_article()
    {
        Assert.Equal(2, glossary.Bibliography.Articles.Length);
        Assert.Equal([2, 1], glossary.Bibliography.Articles.OrderByDescending(article => article.CitedBy.Length).Select(article => article.CitedBy.Length));
        Assert.All(glossary.Bibliography.Articles, article => Assert.DoesNotContain(article.Reference.Identifier!, article.Headline, StringComparison.Ordinal));
    }

    [Fact]
    public void No_concept_is_an_island() => Assert.All(
        glossary.Listed, concept => Assert.True(glossary.Backlinks(concept.Slug).Any() || ConceptRelation.Of(concept, glossary).Length > 0, concept.Name));

    [Theory]
    [InlineData("po", "pod")]
    [InlineData("ｈｐａ", "horizontalpodautoscaler")]
    [InlineData("名前空間", "namespace")]
    [InlineData("confgmap", "configmap")]
    [InlineData("環境変数", "pod")]
    [InlineData("Pod 自動", "pod replicaset horizontalpodautoscaler")]
    [InlineData("ネットワーク", "networkpolicy ingress service cluster")]
    [InlineData("kubectl get svc -n prod", "service")]
    public void What_people_type_is_found(string query, string slugs) =>
        Assert.Contains(glossary.Search.Search(query, 0, 5).Hits, hit => hit.Slug is { } slug && slugs.Split(' ').Contains(slug.Value));

    [Fact]
    public void Two_builds_give_the_same_glossary()
    {
        var again = TestNotes.Glossary(("notes.md", Source));
        Assert.Equal(Fingerprint(glossary), Fingerprint(again));
    }

    public static TheoryData<string> Variants => ["crlf", "bom", "utf-16", "outdented", "folder", "shift-jis"];

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_same_notes_in_another_form_give_the_same_concepts(string form)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        IEnumerable<(string, byte[])> files = form switch
        {
            "crlf" => [("notes.md", Encoding.UTF8.GetBytes(Source.ReplaceLineEndings("\r\n")))],
            "bom" => [("notes.md", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Source)])],
            "utf-16" => [("notes.md", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Source)])],
            "shift-jis" => [("notes.md", Encoding.GetEncoding(932).GetBytes(Source))],
            "outdented" => [("notes.md", Encoding.UTF8.GetBytes(Outdented))],
            _ => SplitAtTopHeadings(),
        };
        var other = TestNotes.Build(files);
        Assert.Equal(
            glossary.Listed.Select(c => (c.Slug, c.Name, c.State, c.Definition)).OrderBy(c => c.Slug),
            other.Listed.Select(c => (c.Slug, c.Name, c.State, c.Definition)).OrderBy(c => c.Slug));
        if (form == "shift-jis")
            Assert.Contains(other.Diagnostics, d => d.Rule == "encoding");
    }

    private static string Outdented => string.Join('\n', Lines.Select((line, i) => i == 0 ? line[2..] : line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line));

    private static IEnumerable<(string, byte[])> SplitAtTopHeadings()
    {
        var parts = new List<List<string>>();
        var inCode = false;
        foreach (var line in Outdented.Split('\n'))
        {
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (parts.Count == 0 || (!inCode && line.StartsWith("# ", StringComparison.Ordinal)))
                parts.Add([]);
            parts[^1].Add(line);
        }

        return parts.Select((part, i) => ($"part-{i}.md", Encoding.UTF8.GetBytes(string.Join('\n', part))));
    }

    private static int LineOf(string trimmed) => Array.FindIndex(Lines, line => line.Trim() == trimmed) + 1;

    private string Body(string slug) => string.Concat(new ArticleWriter(glossary, SiteLinks.AtRoot).OfConcept(glossary.Find(slug)!).Parts.Select(part => part.Body.Value));

    private static string Fingerprint(Glossary glossary)
    {
        var writer = new ArticleWriter(glossary, SiteLinks.AtRoot);
        return glossary.Version + string.Concat(glossary.Listed.Select(c => c.Slug + string.Concat(writer.OfConcept(c).Parts.Select(p => p.Body.Value)))) + string.Join('\n', glossary.Diagnostics);
    }
}
