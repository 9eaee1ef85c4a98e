using System.Globalization;
using System.Text;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Tests.Search;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests;

/// <summary>What a build costs, counted in bytes allocated: they are the same on every machine, and time follows them.</summary>
[Collection("memory")]
public sealed class BuildCostTests
{
    private const int Few = 100;
    private const int Many = 400;

    private static readonly GlossaryBuilder Builder = new(KubernetesCatalog.Default, NoteLimits.Default);

    private static readonly string[] Kinds = ["Pod", "Deployment", "Service", "Ingress", "ConfigMap", "Secret", "StatefulSet", "HorizontalPodAutoscaler"];

    private static readonly string[] Things = ["通信経路", "証明書", "環境変数", "負荷", "予備系", "権限", "期限", "監視", "台帳", "容量"];

    /// <summary>Parsing, finding concepts and linking; Markdig alone takes four tenths of it to make HTML of the same notes.</summary>
    [Fact]
    public void A_note_of_two_and_a_half_kilobytes_is_built_in_58_kilobytes() => Assert.InRange(BytesOfANote(Built), 1, 58 * 1024);

    [Fact]
    public void With_the_search_index_it_is_70_kilobytes() => Assert.InRange(BytesOfANote(MadeSearchable), 1, 70 * 1024);

    [Fact]
    public void Four_times_the_notes_cost_at_most_five_times_the_bytes() => Assert.InRange(Bytes(Notes(Many), MadeSearchable), 1, 5 * Bytes(Notes(Few), MadeSearchable));

    [Fact]
    public void One_saved_note_costs_at_most_a_hundredth_of_a_build() => Assert.InRange(BytesOfASave(Built), 1, Bytes(Notes(Many), Built) / 100);

    [Fact]
    public void With_the_search_index_it_is_a_fortieth() => Assert.InRange(BytesOfASave(MadeSearchable), 1, Bytes(Notes(Many), MadeSearchable) / 40);

    private static object Built(Glossary glossary) => glossary;

    private static object MadeSearchable(Glossary glossary) => glossary.Search;

    private static long BytesOfANote(Func<Glossary, object> made) => (Bytes(Notes(Many), made) - Bytes(Notes(Few), made)) / (Many - Few);

    private static long BytesOfASave(Func<Glossary, object> made)
    {
        var notes = Notes(Many);
        var before = Builder.Build(notes);
        GC.KeepAlive(made(before));
        var saved = notes with { Notes = notes.Notes.SetItem(7, notes.Notes[7] with { Text = notes.Notes[7].Text + "\nもう一文。\n", Hash = "saved" }) };
        return Bytes(saved, made, before);
    }

    /// <summary>The least of some builds: the others also paid for buffers that a pool gave up, or for what the runtime did meanwhile.</summary>
    private static long Bytes(NotesSnapshot notes, Func<Glossary, object> made, Glossary? previous = null)
    {
        made(Builder.Build(notes, previous));
        return Enumerable.Range(0, 3).Min(_ => BytesOnce(notes, made, previous));
    }

    private static long BytesOnce(NotesSnapshot notes, Func<Glossary, object> made, Glossary? previous)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        GC.KeepAlive(made(Builder.Build(notes, previous)));
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static NotesSnapshot Notes(int count) => new() { Notes = [.. Enumerable.Range(0, count).Select(Note)] };

    private static NoteFile Note(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: \"運用メモ{number:0000}\"\ngroup: 運用\n---\n\n# 運用メモ{number:0000}\n\n{Sentence(random)}{Sentence(random)}\n");
        foreach (var heading in (ReadOnlySpan<string>)["しくみ", "手順", "よくある誤り", "参考"])
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n{Sentence(random)}{Sentence(random)}{Sentence(random)}\n\n");
            for (var item = 0; item < 4; item++)
                text.Append(CultureInfo.InvariantCulture, $"- **{Pick(random, Things)}**: {Sentence(random)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n```yaml\napiVersion: v1\nkind: Pod\nmetadata:\n  name: memo-{number}\n```\n\nhttps://zenn.dev/example/articles/{number:x14}\n");
        return new NoteFile(string.Create(CultureInfo.InvariantCulture, $"memo-{number:0000}.md"), text.ToString(), string.Create(CultureInfo.InvariantCulture, $"{number}"), []);
    }

    private static string Sentence(Random random) =>
        $"{Pick(random, Things)}は{Pick(random, Kinds)}の{Pick(random, Things)}を確かめてから、{Pick(random, Kinds)}へ切り替えます。";

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
