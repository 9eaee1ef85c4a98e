using System.Text;

namespace KubeGuide.Core.Notes;

/// <summary>Decides, before Markdown is parsed, whether a note may cost more than <see cref="NoteLimits"/> allow.</summary>
public static class StructureCheck
{
    /// <summary>The first limit that the note passes, or null. Takes time linear in the text.</summary>
    public static StructureFault? Check(string text, NoteLimits? limits = null)
    {
        limits ??= NoteLimits.Default;
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > limits.NoteBytes)
            return new StructureFault(1, $"ノートが大きすぎます（{bytes:N0}バイト、上限は{limits.NoteBytes:N0}バイト）。");
        if (FrontMatterReader.Oversized(text, limits) is { } frontMatter)
            return frontMatter;
        var scan = new StructureScan(text, limits);
        return scan.Fault() ?? (scan.IsHarmless ? null : StructureCount.Of(text, limits));
    }
}
