using FsCheck;
using FsCheck.Fluent;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Search;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests.Search;

public class SearchPropertyTests
{
    private static readonly string[] Snippets =
        ["Pod", "ポッド", "ぽっど", " ", "　", "の", "自動復旧", "kubectl ", "get ", "-n ", "svc", "/", "\"", "「", "」", "ー", "が", "落ちたら", "Ｋ８ｓ", "ｶﾞ", "\u3099", "🚀", "\ud800", "\0", "\n", "管理", "L7", ".", "deploymnet", "𠮟"];

    private static readonly Gen<string> Queries = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements(Snippets).ArrayOf().Select(string.Concat));

    [Fact]
    public void Whatever_is_typed_there_is_an_answer_and_it_is_sound() =>
        Prop.ForAll(Queries.ToArbitrary(), IsSound).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static bool IsSound(string query)
    {
        var answer = SearchCorpus.Index.Search(query, 0, 100);
        return answer.Total == answer.Hits.Length
            && answer.Hits.All(hit => hit.Match <= SearchMatch.Near || HasAllWords(answer, hit))
            && answer.Hits.All(hit => hit.Excerpt.Marks.All(mark => mark.Start >= 0 && mark.Start + mark.Length <= hit.Excerpt.Text.Length))
            && Same(answer, SearchCorpus.Index.Search(query, 0, 100));
    }

    private static bool HasAllWords(SearchAnswer answer, SearchHit hit)
    {
        var document = SearchCorpus.Documents.Single(document => document.Slug == hit.Slug);
        var texts = document.Names.Select(name => name.Text)
            .Concat(document.Sections.SelectMany(section => new[] { section.Heading ?? "", section.Text }))
            .Append(document.Facts).Select(Folding.Fold).ToList();
        return answer.Words.All(word => word.Spellings.Any(spelling => texts.Any(text => text.Contains(spelling, StringComparison.Ordinal))));
    }

    private static bool Same(SearchAnswer left, SearchAnswer right) =>
        left.Hits.Select(hit => hit.Url + hit.Reason).SequenceEqual(right.Hits.Select(hit => hit.Url + hit.Reason));
}
