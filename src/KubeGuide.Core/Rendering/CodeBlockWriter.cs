using Markdig.Extensions.Mathematics;
using Markdig.Syntax;

namespace KubeGuide.Core.Rendering;

/// <summary>Writes a code block: its file name, and the slot of its lines.</summary>
internal static class CodeBlockWriter
{
    public static void Write(FragmentBuilder fragment, CodeBlock block, int line)
    {
        var info = block switch
        {
            MathBlock => CodeInfo.Parse("math", null),
            FencedCodeBlock fenced => CodeInfo.Parse(fenced.Info, fenced.Arguments),
            _ => CodeInfo.Plain,
        };
        var code = block.Lines.ToString();
        var firstLine = block is FencedCodeBlock ? line + 1 : line;
        fragment.Html("<figure class=\"code-block\">");
        fragment.BeginBlock(BlockKind.Code, firstLine);
        if ((info.FileName ?? info.Label) is { } caption)
            fragment.Html($"<figcaption>{HtmlText.Escape(caption)}</figcaption>");
        fragment.Html("<pre tabindex=\"0\">");
        fragment.Html(info.Language is null ? "<code>" : $"<code class=\"language-{HtmlText.Escape(info.Language)}\">");
        if (code.Length > 0)
            fragment.Code(code, info, firstLine);
        fragment.Html("</code></pre><button type=\"button\" class=\"copy scripted\">コピー</button></figure>\n");
        fragment.EndBlock();
    }
}
