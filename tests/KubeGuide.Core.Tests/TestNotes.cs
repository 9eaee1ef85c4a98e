using System.Runtime.CompilerServices;
using System.Text;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests;

/// <summary>Glossaries of notes that a test writes down, or of fixtures.</summary>
internal static class TestNotes
{
    public static Glossary Glossary(params (string Path, string Text)[] notes) => Build(notes.Select(note => (note.Path, Encoding.UTF8.GetBytes(note.Text))));

    public static Glossary Build(IEnumerable<(string Path, byte[] Bytes)> files, Glossary? previous = null) =>
        new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default).Build(Snapshot(files), previous);

    public static NotesSnapshot Snapshot(IEnumerable<(string Path, byte[] Bytes)> files) => new()
    {
        Notes = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => NoteDecoder.Decode(file.Path, file.Bytes).Note!)],
    };

    /// <summary>A file below <c>tests/Notes</c>.</summary>
    public static string Fixture(string name) => Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "Notes", name);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
