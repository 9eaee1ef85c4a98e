using System.Text;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Rendering;

/// <summary>The first sentence of a concept's text where it is its definition: a page shows it once, at the top, and goes on behind it.</summary>
/// <param name="Slot">The run that the sentence ends in; -1 where it is the whole paragraph.</param>
/// <param name="Length">Characters of that run that belong to it.</param>
internal sealed record Lead(int Slot, int Length)
{
    private const string Opening = "<p>";
    private const string Closing = "</p>";
    private const string FootnoteMark = "<sup class=\"footnote-mark\">";
    private const string LineBreak = "<br />";

    /// <summary>Null where the text does not begin with the definition as a paragraph, or the sentence ends within emphasis or a link.</summary>
    public static Lead? Of(Fragment body, string? definition)
    {
        if (body.Blocks.IsEmpty || body.Blocks[0] is not { Kind: BlockKind.Paragraph, IsCard: false } block || Sentences.First(block.Text) != definition
            || !body.Html.StartsWith(Opening, StringComparison.Ordinal))
            return null;
        var end = EndOf(definition, block.Text);
        if (end < 0 || body.Slots.TakeWhile(slot => slot is not TextSlot { Block: > 0 }).Any(slot => slot is ImageSlot or CardSlot))
            return null;
        if (block.Text.AsSpan(end).IsWhiteSpace())
            return new Lead(-1, 0);
        for (var i = 0; i < body.Slots.Length; i++)
        {
            if (body.Slots[i] is TextSlot { Block: 0, Kind: RunKind.Prose } run && run.Start < end && end <= run.Start + run.Length)
                return IsOutsideMarkup(body, i) ? new Lead(i, end - run.Start) : null;
        }

        return null;
    }

    /// <summary>Takes the sentence out of the paragraph that was just written.</summary>
    /// <param name="end">Where the sentence ends in <paramref name="html"/>; -1 for the whole paragraph.</param>
    public static Html Take(StringBuilder html, int end)
    {
        var text = html.ToString();
        var close = text.IndexOf(Closing, StringComparison.Ordinal);
        end = end < 0 ? close : end;
        var rest = text[end..close];
        while (rest.StartsWith(FootnoteMark, StringComparison.Ordinal))
        {
            var mark = rest.IndexOf("</sup>", StringComparison.Ordinal) + "</sup>".Length;
            (end, rest) = (end + mark, rest[mark..]);
        }

        rest = rest.StartsWith(LineBreak, StringComparison.Ordinal) ? rest[LineBreak.Length..] : rest;
        html.Clear().Append(string.IsNullOrWhiteSpace(rest) ? "" : Opening + rest.Trim() + Closing + "\n").Append(text.AsSpan(close + Closing.Length).TrimStart('\n'));
        return new Html(text[Opening.Length..end]);
    }

    /// <summary>The definition has the block's characters but for its white space; -1 where it was cut.</summary>
    private static int EndOf(string definition, string block)
    {
        var at = 0;
        foreach (var c in definition.Where(c => !char.IsWhiteSpace(c)))
        {
            while (at < block.Length && char.IsWhiteSpace(block[at]))
                at++;
            if (at == block.Length || block[at++] != c)
                return -1;
        }

        return at;
    }

    private static bool IsOutsideMarkup(Fragment body, int slot)
    {
        var before = body.Html.AsSpan(Opening.Length, body.Slots[slot].Offset - Opening.Length);
        var depth = before.Count('<') - (2 * before.Count("</")) - before.Count(LineBreak);
        return depth == 0 && body.Slots.Take(slot).Sum(s => s switch { LinkOpenSlot => 1, LinkCloseSlot => -1, _ => 0 }) == 0;
    }
}
