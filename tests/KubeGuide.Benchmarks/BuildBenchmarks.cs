using BenchmarkDotNet.Attributes;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using Markdig;

namespace KubeGuide.Benchmarks;

/// <summary>
/// From notes on disk to a glossary, and what Markdig alone takes to parse and render the same texts.
/// KUBEGUIDE_BENCH_NOTES names a folder or file of notes; without it the shipped docs/ are built.
/// </summary>
[MemoryDiagnoser]
public class BuildBenchmarks
{
    private readonly MarkdownPipeline picked = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseTaskLists().UseEmphasisExtras().UseAlertBlocks().Build();
    private readonly GlossaryBuilder builder = new(KubernetesCatalog.Default, NoteLimits.Default);
    private NotesSnapshot notes = null!;
    private NotesSnapshot oneChanged = null!;
    private Glossary glossary = null!;

    [GlobalSetup]
    public void Read()
    {
        notes = BenchmarkNotes.Read();
        glossary = builder.Build(notes);
        var first = notes.Notes[0];
        oneChanged = notes with { Notes = notes.Notes.SetItem(0, first with { Text = first.Text + "\n\nもう一文。\n", Hash = "changed" }) };
    }

    [Benchmark(Baseline = true)]
    public long MarkdigAlone() => notes.Notes.Sum(note => (long)Markdown.ToHtml(note.Text, picked).Length);

    [Benchmark]
    public int Build() => builder.Build(notes).Listed.Length;

    [Benchmark]
    public int RebuildOneChanged() => builder.Build(oneChanged, glossary).Listed.Length;
}
