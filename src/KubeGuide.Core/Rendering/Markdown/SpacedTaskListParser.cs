using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;

namespace KubeGuide.Core.Rendering.Markdown;

/// <summary>A box to tick has a space behind it, as GitHub's specification says: <c>- [x](b.md)</c> is a link.</summary>
internal sealed class SpacedTaskListParser : TaskListInlineParser
{
    private const int LengthOfBox = 3;

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        slice.PeekChar(LengthOfBox).IsWhiteSpaceOrZero() && base.Match(processor, ref slice);
}
