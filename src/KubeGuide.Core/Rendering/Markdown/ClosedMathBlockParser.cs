using Markdig.Extensions.Mathematics;
using Markdig.Parsers;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>A formula between two lines that are only <c>$$</c>. Inside a line <c>$</c> means nothing: shells have it.</summary>
internal sealed class ClosedMathBlockParser : MathBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        ClosingLine.Of(processor, "$$") is null ? BlockState.None : base.TryOpen(processor);
}
