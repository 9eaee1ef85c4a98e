using KubeGuide.Core.Rendering;
using static KubeGuide.Core.Tests.Notes.HostileNotes;

namespace KubeGuide.Core.Tests.Notes;

/// <summary>The shapes of notes that people publish, larger than they are found: none of them is refused, and nothing of them is lost.</summary>
public sealed class OrdinaryNotesTests
{
    public static TheoryData<string, string> Notes => new()
    {
        { "a glossary in bold with hard line breaks", Lines(400, i => $"**用語{i}**　　\n用語{i}は、ひとつの言葉です。  \n次の行も同じ段落です。\n") },
        { "a glossary as a list of code", Lines(1_500, i => $"- `term-{i}`: 言葉{i}の意味") },
        { "a list of links to articles", Lines(2_500, i => $"* [記事 {i} \\| ブログ](https://blog.example.com/posts/{i}) - 短い紹介です。") },
        { "a table of contents four levels deep", Lines(600, i => $"{new string(' ', 2 * (i % 4))}- [{i}. 見出し](#見出し-{i})") },
        { "nested lists with tabs", Lines(800, i => $"{new string('\t', i % 6)}- 項目{i} --> つづき") },
        { "steps with code in them", Lines(300, i => $"{i + 1}. 手順{i}\n\n    ```bash\n    kubectl get pods -n ns-{i} -o wide\n    ```\n\n    > 注意: 結果を待つこと。\n") },
        { "tables with pictures and nothing else", Lines(80, i => $"## 図{i}\n\n| ![](./images/{i}.png) |\n| :---: |\n") },
        { "a wide table of fields", "|" + string.Concat(Enumerable.Range(0, 14).Select(i => $" 列{i} |")) + "\n|" + Repeat(" --- |", 14) + "\n" + Lines(700, i => "|" + string.Concat(Enumerable.Range(0, 14).Select(j => $" `v{i}.{j}` |"))) },
        { "a picture of boxes and lines in a fence", Repeat("```\n┌──────── Control Plane ────────┐\n│  ┌─────────┐   ┌──────┐       │\n│  │ API     │──▶│ etcd │       │\n└───────────────────────────────┘\n```\n\n", 100) },
        { "a long manifest", "```yaml\n" + Lines(3_000, i => i % 20 == 0 ? "---\napiVersion: apps/v1\nkind: Deployment" : $"  field{i}: \"value {i}\"") + "\n```\n" },
        { "a long log", "```text\n" + Lines(8_000, i => $"2026-11-01T00:00:{i % 60:00}Z [INFO] *** pod_{i} <none> {{\"a\": [1, 2]}} |") + "\n```\n" },
        { "an interview of short questions", Lines(350, i => $"### Q{i}. 何のためにありますか？\n\n<details>\n<summary>答え</summary>\n\nそのためにあります。**大切**です。\n\n</details>\n") },
        { "messages and details", Lines(250, i => $":::message\n知っておくこと{i}。\n:::\n\n:::details くわしく\n- くわしい話\n:::\n") },
        { "footnotes throughout", Lines(300, i => $"本文{i}です[^{i}]。\n") + "\n" + Lines(300, i => $"[^{i}]: 補足{i}です。\n") },
        { "cards throughout", Lines(300, i => $"## 参考{i}\n\nhttps://zenn.dev/someone/articles/article-{i}\n") },
        { "a page exported as one list", Lines(200, i => $"- ## 見出し{i}\n\n  説明{i}です。\n\n  - 項目\n    - 項目の項目\n") },
        { "an export with every line broken by hand", Lines(3_000, i => $"これは{i}行目の文で、長い<br>段落の一部です。") },
        { "front matter of another tool", "---\ntitle: 題名\nemoji: 🐳\ntype: tech\ntopics: [kubernetes, docker]\npublished: true\nauthors:\n  - name: someone\n    url: https://example.com\n---\n\n本文です。\n" },
    };

    [Theory]
    [MemberData(nameof(Notes))]
    public void An_ordinary_note_is_never_refused(string name, string text)
    {
        var glossary = TestNotes.Glossary(("note.md", text));
        var note = glossary.NotesByPath["note.md"];
        Assert.True(note.Document.Refusal is null, $"{name}: {note.Document.Refusal}");
        Assert.False(new ArticleWriter(glossary, new SiteLinks("")).OfNote(note).Body.IsEmpty);
    }
}
