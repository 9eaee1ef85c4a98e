namespace KubeGuide.Core.Rendering.Code;

/// <summary>
/// Tells the pieces of a language apart, line by line in order; what one line leaves open it remembers for the next. Every text
/// is accepted, half-typed ones, too, and a line costs time in its length only.
/// </summary>
internal abstract class CodeLexer
{
    public abstract void Read(ref LineReader line);
}
