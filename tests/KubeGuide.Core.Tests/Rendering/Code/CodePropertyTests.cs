using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Rendering.Code;

namespace KubeGuide.Core.Tests.Rendering.Code;

public sealed partial class CodePropertyTests
{
    private static readonly string[] Languages = ["yaml", "bash", "json", "dockerfile", "diff", "rust"];

    /// <summary>Pieces that mean something to a lexer, more often than chance would have them.</summary>
    private static readonly string[] Pieces =
    [
        "\n", "\n  ", "\n    ", " ", "\t", "- ", "a: ", "kind: ", "Pod", "apiVersion: v1", "\"", "'", "\\", "{", "}", "[", "]", ",", ":", "#", " # ", "|", ">-",
        "{{", "}}", "{{/*", "*/", "&a ", "*a", "!t ", "---\n", "<<EOF\n", "EOF\n", "$", "$(", "${", ")", "`", "--opt=", "kubectl get ", "\nkubectl get po\n", "\nkind: Pod\n", "po,svc/", "\\\n", "$ ",
        "RUN ", "FROM a AS ", "/*", "//", "+", "-", "@@ ", "1.5", "true", "<b>", "&amp;", "日本", "\ud800", "\u3000",
    ];

    [Fact]
    public void Any_text_is_shown_as_it_is() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3_000),
        Prop.ForAll(Texts(), text => Languages.All(language => IsWhole(text, language, isDiff: false) && IsWhole(text, language, isDiff: true))));

    [Fact]
    public void Any_text_of_strange_characters_is_shown_as_it_is() =>
        Prop.ForAll<NonNull<string>>(text => Languages.All(language => IsWhole(text.Get, language, isDiff: false))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_visible_text_of_a_block_is_its_code()
    {
        var blocks = Texts().Generator.Sample(300, 40).Select((text, i) => (Language: Languages[i % Languages.Length], Code: text + "|")).ToList();
        var note = string.Concat(blocks.Select(block => $"~~~~~~{block.Language} {{1,3}}\n{block.Code}\n~~~~~~\n\n"));
        var glossary = new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default with { InlineCost = long.MaxValue })
            .Build(new NotesSnapshot { Notes = [new NoteFile("a.md", note, "1", [])] });
        var html = new ArticleWriter(glossary, SiteLinks.AtRoot).OfNote(glossary.Notes[0]).Body.Value;

        var visible = Code().Matches(html).Select(match => WebUtility.HtmlDecode(Tag().Replace(match.Groups[1].Value, ""))).ToList();

        Assert.Equal(blocks.Select(block => block.Code + "\n"), visible);
        Assert.Contains("concept-link", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yaml", "a:\n")]
    [InlineData("yaml", "- ")]
    [InlineData("yaml", "a: ")]
    [InlineData("yaml", "[")]
    [InlineData("yaml", "{a: ")]
    [InlineData("yaml", "[[],")]
    [InlineData("yaml", "{{")]
    [InlineData("yaml", "\"")]
    [InlineData("yaml", "&a ")]
    [InlineData("yaml", "' '")]
    [InlineData("yaml", "apiVersion: v1\nkind: Pod\nspec: {nodeName: a}\n---\n")]
    [InlineData("bash", "kubectl get ")]
    [InlineData("bash", "$(")]
    [InlineData("bash", "'")]
    [InlineData("bash", "po,")]
    [InlineData("json", "\" ")]
    [InlineData("dockerfile", "RUN \\\n")]
    public void Much_of_anything_takes_its_length_in_time(string language, string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 300_000 / unit.Length));
        var clock = Stopwatch.StartNew();

        var lines = CodeAnnotator.Annotate(text, language);
        var links = ManifestLinks.In(lines);
        _ = lines.Sum(line => line.Tokens.Count(token => links.Of(line, token) is not null));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private static Arbitrary<string> Texts() =>
        Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    private static bool IsWhole(string text, string language, bool isDiff)
    {
        var lines = CodeAnnotator.Annotate(text, language, isDiff);
        var links = ManifestLinks.In(lines);
        foreach (var line in lines)
        {
            var at = 0;
            foreach (var token in line.Tokens)
            {
                if (token.Start < at || token.Length < 1 || token.Start + token.Length > line.Text.Length)
                    return false;
                at = token.Start + token.Length;
                _ = links.Of(line, token);
            }
        }

        return string.Join('\n', lines.Select(line => line.Text)) == text;
    }

    [GeneratedRegex("<code[^>]*>(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
