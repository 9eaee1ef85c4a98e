namespace KubeGuide.Core.Notes;

/// <summary>Leaves the Markdown parser or the writer when a note passes a limit; <see cref="NoteParser"/> lets none go further.</summary>
internal sealed class StructureException(int line, string message) : Exception(message)
{
    public StructureFault Fault { get; } = new(line, message);
}
