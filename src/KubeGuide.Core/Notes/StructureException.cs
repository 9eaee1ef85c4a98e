namespace KubeGuide.Core.Notes;

/// <summary>Leaves the Markdown parser, which has no other way out, when a note passes a limit; never leaves this folder.</summary>
internal sealed class StructureException(int line, string message) : Exception(message)
{
    public StructureFault Fault { get; } = new(line, message);
}
