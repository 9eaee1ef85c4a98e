using System.Globalization;
using System.Text;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Rendering.Code;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Rendering;

/// <summary>Fills a fragment's slots: the second and last step from a note to HTML.</summary>
/// <param name="page">The concept whose page is written; null for a whole note.</param>
internal sealed class FragmentRenderer(Glossary glossary, SiteLinks links, Slug? page)
{
    private readonly LinkWriter linked = new(glossary, links, page);
    private readonly List<string> footnotes = [];
    private readonly Dictionary<string, int> footnoteIndex = new(StringComparer.Ordinal);
    private string footnotePrefix = "";

    /// <summary>Numbers of footnotes start anew with each note that a page shows.</summary>
    public void BeginNote(int number)
    {
        footnotes.Clear();
        footnoteIndex.Clear();
        footnotePrefix = number == 0 ? "" : $"{number + 1}-";
    }

    /// <param name="heading">The heading above, which a card may be named after.</param>
    /// <param name="lead">The sentence whose end is asked for.</param>
    /// <param name="anchors">The ids that blocks get.</param>
    /// <returns>Where the lead ends in <paramref name="html"/>; -1 where it ends in no run.</returns>
    public int Write(StringBuilder html, LinkedNote note, Fragment fragment, Place place, string? heading, Lead? lead = null, BlockAnchors? anchors = null)
    {
        var leadEnd = -1;
        var mentions = note.MentionsAt(place).Where(mention => mention.IsLinked).ToLookup(mention => mention.Slot);
        var (at, block) = (0, 0);
        var open = new Stack<bool>();
        for (var i = 0; i < fragment.Slots.Length; i++)
        {
            var slot = fragment.Slots[i];
            WriteMarkup(slot.Offset);
            switch (slot)
            {
                case TextSlot run when i == lead?.Slot:
                    WriteRun(html, note, fragment, run with { Length = lead.Length }, mentions[i].Where(mention => mention.Start < lead.Length));
                    leadEnd = html.Length;
                    WriteRun(
                        html, note, fragment, run with { Start = run.Start + lead.Length, Length = run.Length - lead.Length },
                        mentions[i].Where(mention => mention.Start >= lead.Length).Select(mention => mention with { Start = mention.Start - lead.Length }));
                    break;
                case TextSlot { Code: { } info } code:
                    new CodeLinesWriter(html, linked, note.Path, info, code.Line).Write(fragment.Blocks[code.Block], mentions[i]);
                    break;
                case TextSlot run:
                    WriteRun(html, note, fragment, run, mentions[i]);
                    break;
                case LinkOpenSlot link:
                    open.Push(linked.TryOpen(html, link, note));
                    break;
                case LinkCloseSlot:
                    html.Append(open.Pop() ? "</a>" : "");
                    break;
                case ImageSlot image:
                    WriteImage(html, note.Path, image);
                    break;
                case CardSlot card:
                    ReferenceCard.Write(html, glossary.Titles, fragment.References[card.Reference], heading);
                    break;
                case FootnoteSlot footnote:
                    WriteFootnoteMark(html, footnote.Label);
                    break;
            }
        }

        WriteMarkup(fragment.Html.Length);
        return leadEnd;

        void WriteMarkup(int end)
        {
            for (; anchors is not null && block < fragment.Blocks.Length && fragment.Blocks[block].Offset <= end; block++)
            {
                if (anchors.Of(fragment.Blocks[block]) is not { } id)
                    continue;
                var tagEnd = fragment.Blocks[block].Offset - 1;
                html.Append(fragment.Html, at, tagEnd - at).Append(" id=\"").Append(id).Append('"');
                at = tagEnd;
            }

            html.Append(fragment.Html, at, end - at);
            at = end;
        }
    }

    public void WriteFootnotes(StringBuilder html, LinkedNote note)
    {
        if (footnotes.Count == 0)
            return;
        html.Append("<section class=\"footnotes\" aria-label=\"脚注\"><ol>\n");
        var byLabel = note.Document.Footnotes.Select((footnote, index) => (footnote.Label, index)).DistinctBy(pair => pair.Label).ToDictionary(pair => pair.Label, pair => pair.index);
        for (var i = 0; i < footnotes.Count; i++)
        {
            if (!byLabel.TryGetValue(footnotes[i], out var index))
                continue;
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"fn-{footnotePrefix}{i + 1}\">\n");
            Write(html, note, note.Document.Footnotes[index].Body, new Place(PlaceKind.Footnote, index), null);
            html.Append(CultureInfo.InvariantCulture, $"<a class=\"footnote-back\" href=\"#fnref-{footnotePrefix}{i + 1}\" aria-label=\"本文に戻る\">↩</a></li>\n");
        }

        html.Append("</ol></section>\n");
    }

    private void WriteRun(StringBuilder html, LinkedNote note, Fragment fragment, TextSlot run, IEnumerable<Mention> mentions)
    {
        var text = fragment.Blocks[run.Block].Text.AsSpan(run.Start, run.Length);
        var at = 0;
        foreach (var mention in run.Kind != RunKind.WikiLink && LinkWriter.HasRoom(html) ? mentions : [])
        {
            AppendText(html, text[at..mention.Start], run.Kind);
            linked.Open(html, mention, note.Path);
            AppendText(html, text.Slice(mention.Start, mention.Length), run.Kind);
            html.Append("</a>");
            at = mention.Start + mention.Length;
        }

        AppendText(html, text[at..], run.Kind);
    }

    /// <summary>A line that is wrapped in the source between two Japanese characters joins without a space.</summary>
    private static void AppendText(StringBuilder html, ReadOnlySpan<char> text, RunKind kind)
    {
        while (kind == RunKind.Prose && text.IndexOf('\n') is var index and >= 0)
        {
            HtmlText.Append(html, text[..index]);
            if (index == 0 || index == text.Length - 1 || !IsWide(text[index - 1]) || !IsWide(text[index + 1]))
                html.Append('\n');
            text = text[(index + 1)..];
        }

        HtmlText.Append(html, text);
    }

    private static bool IsWide(char c) => Folding.IsJapanese(c) || c is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF60');

    private void WriteImage(StringBuilder html, string notePath, ImageSlot image)
    {
        var alt = HtmlText.Escape(image.Alt);
        if (glossary.Links.Picture(notePath, image.Target) is not { } asset)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"missing-image\">{(alt.Length > 0 ? alt : "画像")}（画像が見つかりません）</span>");
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<img src=\"{HtmlText.Escape(links.Note(asset.Path))}\" alt=\"{alt}\"");
        if (image.Title is { Length: > 0 } title)
            html.Append(CultureInfo.InvariantCulture, $" title=\"{HtmlText.Escape(title)}\"");
        if (asset.Width > 0 && asset.Height > 0)
        {
            var width = image.Width ?? asset.Width.Value;
            html.Append(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{Math.Max(1, (int)((long)asset.Height.Value * width / asset.Width.Value))}\"");
        }

        html.Append(" loading=\"lazy\" decoding=\"async\" />");
    }

    private void WriteFootnoteMark(StringBuilder html, string label)
    {
        var first = footnoteIndex.TryAdd(label, footnotes.Count);
        var index = footnoteIndex[label];
        if (first)
            footnotes.Add(label);

        var id = first ? $" id=\"fnref-{footnotePrefix}{index + 1}\"" : "";
        html.Append(CultureInfo.InvariantCulture, $"<sup class=\"footnote-mark\"><a{id} href=\"#fn-{footnotePrefix}{index + 1}\" aria-label=\"脚注{index + 1}\">{index + 1}</a></sup>");
    }
}
