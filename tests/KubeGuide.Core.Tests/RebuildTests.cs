using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Tests;

/// <summary>A glossary that is built on the one before says the same as one that is built anew.</summary>
public sealed class RebuildTests
{
    private static readonly GlossaryBuilder Builder = new(KubernetesCatalog.Default, NoteLimits.Default);

    private static readonly ImmutableArray<(string Path, string Text)> Notes =
    [
        ("deploy.md", "# Deployment\n\nPodとReplicaSetを管理する。\n\n## 使い方\n\n`kubectl get po` とConfigMapを見る。\n\nhttps://zenn.dev/example/articles/0123456789abcd\n"),
        ("pod.md", "---\ntitle: Pod\naliases: 豆\n---\n\nKubernetes上の最小単位。Serviceから届く。\n\n## 設定\n\n[[Deployment]]と[使い方](deploy.md#使い方)。\n"),
        ("service.md", "# Service\n\nPodへの入口。豆に届ける。\n\n## ClusterIP\n\nクラスターの中だけ。\n"),
        ("team/rollout.md", "# 本番の切り替え\n\nDeploymentを本番の切り替えで入れ替える。コンフィグマップも。\n"),
        ("memo.md", "ただの文章。PodとIstioのこと。\n"),
    ];

    [Theory]
    [InlineData("pod.md", "---\ntitle: Pod\naliases: 豆\n---\n\nKubernetes上の最小単位。Ingressから届く。confingMapも。\n")]
    [InlineData("pod.md", "---\ntitle: Pod\naliases: 豆\nsummary: 別の定義\nupdated: 2026-11-01\n---\n\n別の文章。\n\n## はじめに\n\n豆とService。\n\n## 設定\n\n[[Deployment]]。\n")]
    [InlineData("pod.md", "---\ntitle: Pod\naliases: 豆\norder: 1\n---\n\n順番がついた。\n")]
    [InlineData("pod.md", "# Pod\n\n別名をやめた。\n")]
    [InlineData("memo.md", "別の文章。Podと豆とClusterIPのこと。\n")]
    [InlineData("memo.md", "")]
    [InlineData("pod.md", null)]
    [InlineData("service.md", "# Service\n\n## 前書き\n\n先に節が入り、Podへの入口が動いた。\n\n## ClusterIP\n")]
    [InlineData("service.md", "# Service\n\nPodへの入口。\n\n# ClusterIP\n\nもう下にはない。\n")]
    [InlineData("service.md", "# Service\n\nPodへの入口。\n\n## NodePort\n\n## ExternalName\n\n外の名前。\n")]
    [InlineData("deploy.md", "文章だけになった。Podは残る。\n")]
    [InlineData("team/rollout.md", "---\ngroup: 運用\n---\n# 本番の切り替え {#switch}\n\n<!-- formerly: kirikae -->\n\nDeploymentを入れ替える。\n")]
    [InlineData("a.md", "# Pod\n\n二つ目の説明。豆とServiceも。\n")]
    [InlineData("z.md", "# 豆\n\n本物の豆。\n")]
    [InlineData("kubeguide.yml", "nolink: [Pod]\nrules:\n  empty-section: off\n")]
    [InlineData("references.yml", "- url: https://zenn.dev/example/articles/0123456789abcd\n  title: よい記事\n")]
    public void Whatever_changes_the_rest_is_as_if_built_anew(string path, string? text)
    {
        var before = Builder.Build(Snapshot(Notes));
        Assert.NotEmpty(before.Diagnostics);
        var changed = Notes.Where(note => note.Path != path).ToList();
        if (text is not null)
            changed.Add((path, text));
        var files = Snapshot(changed);
        Assert.Equal(Said(Builder.Build(files)), Said(Builder.Build(files, before)));
        Assert.Equal(Said(before), Said(Builder.Build(Snapshot(Notes), Builder.Build(files, before))));
    }

    /// <summary>What a concept is depends on notes, too, that it does not stand in.</summary>
    [Theory]
    [InlineData("a.md", "ただの文章。\n")]
    [InlineData("a.md", "# StatefulSet\n\n本当の名前で。\n")]
    [InlineData("c.md", "# 受注\n\n受ける。\n\n## Secret\n\n別の言葉。\n\n## ConfigMap\n\n設定。\n\n## Job\n\n仕事。\n\n## 出荷\n\n別の言葉で出す。\n\n## 返品\n\n戻す。\n")]
    [InlineData("d.md", "---\ngroup: storage\n---\n# 受注\n\n続き。\n")]
    [InlineData("f.md", "# Gateway {#door}\n\n別の言葉。\n")]
    [InlineData("g.md", "ただの文章。\n")]
    public void What_a_concept_takes_from_other_notes_is_as_if_built_anew(string path, string text)
    {
        (string Path, string Text)[] notes =
        [
            ("0.md", "# Pod\n\n単位。\n\n## Node\n\n機械。\n"),
            ("a.md", "# Node\n\n続き。\n\n## Service\n\n宛先。\n"),
            ("b.md", "# Service\n\n続き。\n\n## Pod\n\n続き。\n"),
            ("c.md", "# 受注\n\n受ける。\n\n## Secret\n\n鍵。\n\n## ConfigMap\n\n設定。\n\n## Job\n\n仕事。\n\n## 出荷\n\n出す。\n"),
            ("d.md", "# 受注\n\n続き。\n"),
            ("e.md", "# StatefulSet {#small}\n\n小さい。\n"),
            ("f.md", "# Gateway {#door}\n\n入口。\n"),
            ("g.md", "# Gateway\n\n本当の入口。\n"),
        ];
        var before = Builder.Build(Snapshot(notes));
        var files = Snapshot([.. notes.Where(note => note.Path != path), (path, text)]);
        var said = Said(Builder.Build(files));
        Assert.NotEqual(Said(before), said);
        Assert.Equal(said, Said(Builder.Build(files, before)));
        Assert.Equal(Said(before), Said(Builder.Build(Snapshot(notes), Builder.Build(files, before))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ただの文章。\n")]
    [InlineData("# はじめに\n\n文章。\n")]
    public void Notes_without_a_concept_are_rebuilt_as_well(string text)
    {
        var glossary = Builder.Build(Snapshot([("memo.md", text)]));
        Assert.Empty(glossary.Listed);
        foreach (var next in (string[])[text + "\nもう一文。\n", text + "\n二文目。\n", "# Pod\n\n単位。\n", text])
        {
            var files = Snapshot([("memo.md", next)]);
            glossary = Builder.Build(files, glossary);
            Assert.Equal(Said(Builder.Build(files)), Said(glossary));
        }
    }

    [Fact]
    public void Many_notes_saved_one_after_another_end_as_if_built_anew()
    {
        var glossary = Builder.Build(Snapshot(Notes));
        var files = Notes.ToList();
        for (var round = 0; round < 12; round++)
        {
            var (path, text) = files[round % files.Count];
            files[round % files.Count] = (path, text + $"\n{(round % 3 == 0 ? "IngressとService" : "豆とClusterIP")}の話{round}。\n");
            if (round % 2 == 0)
                continue;
            glossary = Builder.Build(Snapshot(files), glossary);
            Assert.Equal(Said(Builder.Build(Snapshot(files))), Said(glossary));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_row_of_saves_ends_as_if_built_anew(int seed)
    {
        var random = new Random(seed);
        string[] paths = ["a.md", "b.md", "team/c.md", "d.md", "e/f.md"];
        string[] heads = ["", "---\ntitle: Pod\naliases: [豆]\n---\n", "---\ntitle: 受注\ngroup: storage\n---\n", "---\nslug: top\n---\n", "---\nsummary: まとめ。\norder: 2\n---\n"];
        string[] pieces =
        [
            "# Pod\n", "# Service\n", "## ClusterIP\n", "## 手順\n", "# 受注\n", "# Gateway\n", "# Pod {#small}\n", "## NodePort {#np}\n", "# 豆\n", "##\n",
            "Podと豆とServiceのこと。\n", "`kubectl get po`とIngress。\n", "[[受注]]と[手順](a.md#手順)。\n", "https://zenn.dev/example/articles/0123456789abcd\n", "<!-- formerly: kirikae -->\n",
            "```yaml\nkind: Service\n```\n", "confingMapとClusterIP。\n", "<!-- nolink -->\n", "脚注[^1]。\n\n[^1]: Nodeの脚注。\n", "ただの文章。\n",
        ];
        var files = new Dictionary<string, string>();
        Glossary? glossary = null;
        for (var save = 0; save < 40; save++)
        {
            var path = paths[random.Next(paths.Length)];
            if (files.TryGetValue(path, out var text) && random.Next(3) > 0)
                files[path] = text + "\n" + pieces[random.Next(pieces.Length)];
            else if (random.Next(5) == 0)
                files.Remove(path);
            else
                files[path] = heads[random.Next(heads.Length)] + string.Join('\n', Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]));
            var notes = Snapshot(files.Select(file => (file.Key, file.Value)));
            glossary = Builder.Build(notes, glossary);
            Assert.Equal(Said(Builder.Build(notes)), Said(glossary));
        }
    }

    [Theory]
    [InlineData("Podの話。\n")]
    [InlineData("# 新しい題\n\nPodの話。\n")]
    public void What_search_was_never_asked_for_it_finds_all_the_same(string text)
    {
        var glossary = Builder.Build(Snapshot(Notes));
        var files = Notes.ToList();
        for (var save = 0; save < 3; save++)
        {
            files[4] = ("memo.md", $"{text}\n{save}度目の保存。\n");
            glossary = Builder.Build(Snapshot(files), glossary);
        }

        Assert.Contains("2度目の保存", glossary.Search.Search("2度目").Hits[0].Excerpt.Text, StringComparison.Ordinal);
        Assert.Equal(Said(Builder.Build(Snapshot(files))), Said(glossary));
    }

    /// <summary>Saves that nobody searches behind must not keep every glossary there ever was.</summary>
    [Fact]
    public void A_glossary_does_not_keep_those_before_it()
    {
        var (glossary, first) = SavedTwice();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(first.TryGetTarget(out _));
        Assert.NotEmpty(glossary.Search.Search("Pod").Hits);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (Glossary Last, WeakReference<Glossary> First) SavedTwice()
        {
            var first = Builder.Build(Snapshot(Notes));
            var second = Builder.Build(Snapshot([.. Notes.Where(note => note.Path != "memo.md"), ("memo.md", "別の文章。\n")]), first);
            return (Builder.Build(Snapshot([.. Notes.Where(note => note.Path != "memo.md"), ("memo.md", "さらに別の文章。\n")]), second), new WeakReference<Glossary>(first));
        }
    }

    [Fact]
    public void A_saved_note_leaves_what_it_does_not_touch()
    {
        var before = Builder.Build(Snapshot(Notes));
        var after = Builder.Build(Snapshot([.. Notes.Where(note => note.Path != "pod.md"), ("pod.md", Notes[1].Text + "\nもう一文。\n")]), before);
        Assert.Same(before.Terms, after.Terms);
        Assert.Same(before.Find("deployment"), after.Find("deployment"));
        Assert.Same(before.NotesByPath["service.md"], after.NotesByPath["service.md"]);
        Assert.NotSame(before.Find("pod"), after.Find("pod"));
    }

    private static NotesSnapshot Snapshot(IEnumerable<(string Path, string Text)> files)
    {
        var notes = files.Select(file => new NoteFile(file.Path, file.Text, file.Text, [])).OrderBy(note => note.Path, StringComparer.Ordinal).ToList();
        return new NotesSnapshot
        {
            Notes = [.. notes.Where(note => !note.Path.EndsWith(".yml", StringComparison.Ordinal))],
            Settings = notes.Find(note => note.Path == "kubeguide.yml"),
            References = notes.Find(note => note.Path == "references.yml"),
        };
    }

    /// <summary>Everything that a reader, an author or a program is told.</summary>
    private static string Said(Glossary glossary)
    {
        var links = new SiteLinks("");
        var writer = new ArticleWriter(glossary, links);
        var concepts = glossary.Listed.Select(concept => string.Join('\n',
            concept with { Aliases = [], Sources = [], Children = [], Senses = [] },
            string.Join(',', concept.Aliases), string.Join(',', concept.Children), string.Join(',', concept.Sources),
            string.Join('\n', writer.OfConcept(concept).Parts.Select(part => part.Body.Value)),
            string.Join('\n', glossary.MentionsOf(concept.Slug).Select(place => $"{place.From} {place.Note.Path} {place.Mention}")),
            string.Join('\n', glossary.Bibliography.CitedBy(concept.Slug).Select(article => article.Headline))));
        var notes = glossary.Notes.Select(note => writer.OfNote(note).Body.Value);
        var hits = new[] { "Pod", "豆", "本番", "service", "kirikae", "最小単位", "deploymnet", "switch" }.SelectMany(query => glossary.Search.Search(query).Hits.Select(hit => $"{query} {hit}"));
        return string.Join('\n', [glossary.Version, .. concepts, .. notes, .. hits, .. glossary.Diagnostics.Select(d => d.ToString()), .. glossary.Names.Keys.Order(), .. glossary.Groups.Select(group => group.ToString())]);
    }
}
