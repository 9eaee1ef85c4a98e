using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Rendering.Code;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Tests.Linking;

/// <summary>
/// A note in which decisions are written into the text: <c>[Pod]</c> is linked by its name, <c>[Pods/plural]</c> for another
/// reason, <c>{Pod/repeated}</c> is suppressed. Blocks stand apart by an empty line; <c># </c>, <c>- </c>, <c>| </c>, <c>&gt; </c>,
/// <c>! </c> (nolink) and <c>$ </c> (a shell block) say what they are. Backticks are code spans.
/// </summary>
internal static partial class MarkedNote
{
    private const string Kinds = "#-|>!$";

    /// <summary>The marked text with the linker's decisions in place of those that are written.</summary>
    public static string Decide(string marked, string? owner = null, params string[] noLink)
    {
        var note = Parse(Unmark(marked));
        return Write(note, Link(note, owner, noLink));
    }

    public static string Unmark(string marked) => Mark().Replace(marked, m => m.Groups[1].Value);

    public static ImmutableArray<Mention> Link(NoteDocument note, string? owner = null, params string[] noLink) => Linker.Link(
        note, [.. note.Sections.Select(_ => owner is null ? (Slug?)null : Slug.Parse(owner))], SampleTerms.Index,
        noLink.Select(Folding.Fold).ToHashSet());

    public static NoteDocument Parse(string text, params string[] footnotes)
    {
        var sections = new List<Section>();
        Heading? heading = null;
        var blocks = new List<string>();
        foreach (var block in text.Split("\n\n"))
        {
            if (block.StartsWith("# ", StringComparison.Ordinal))
            {
                Close();
                heading = new Heading(block[2..], null, 1, 3, Body([block]), false, [], []);
            }
            else
                blocks.Add(block);
        }

        Close();
        return new NoteDocument
        {
            Path = "notes.md",
            Hash = "",
            FrontMatter = FrontMatter.None,
            Source = text,
            Diagnostics = [],
            Sections = [.. sections],
            Footnotes = [.. footnotes.Select(f => new Footnote("1", 1, Body([f])))],
        };

        void Close()
        {
            sections.Add(new Section(sections.Count, -1, heading is null ? 0 : 1, heading, 1, 1, Body(blocks)));
            blocks.Clear();
        }
    }

    public static Fragment Body(IEnumerable<string> marked)
    {
        var blocks = new List<TextBlock>();
        var slots = new List<Slot>();
        var line = 1;
        foreach (var text in marked)
        {
            var isMarked = text.Length > 1 && Kinds.Contains(text[0]) && text[1] == ' ';
            var content = isMarked ? text[2..] : text;
            var kind = KindOf(isMarked ? text[0] : ' ');
            if (kind == BlockKind.Code)
                slots.Add(new TextSlot(0, blocks.Count, 0, content.Length, line, RunKind.Code, CodeInfo.Parse("bash", null)));
            else
                slots.AddRange(Runs(content).Select(r => new TextSlot(0, blocks.Count, r.Start, r.Length, line + content[..r.Start].Count(c => c == '\n'), r.Kind)));
            blocks.Add(new TextBlock(kind == BlockKind.Code ? content : content.Replace("`", "", StringComparison.Ordinal), kind, line, NoLink: isMarked && text[0] == '!'));
            line += content.Count(c => c == '\n') + 2;
        }

        return new Fragment { Html = "", Slots = [.. slots], Blocks = [.. blocks], References = [] };
    }

    public static string Write(NoteDocument note, ImmutableArray<Mention> mentions)
    {
        var parts = new List<string>();
        foreach (var section in note.Sections)
        {
            if (section.Heading is { } heading)
                parts.AddRange(Write(heading.Fragment, mentions, new Place(PlaceKind.Heading, section.Index)));
            parts.AddRange(Write(section.Body, mentions, new Place(PlaceKind.Body, section.Index)));
        }

        return string.Join("\n\n", parts);
    }

    private static IEnumerable<string> Write(Fragment fragment, ImmutableArray<Mention> mentions, Place place)
    {
        for (var i = 0; i < fragment.Blocks.Length; i++)
        {
            var block = fragment.Blocks[i];
            var text = new StringBuilder(block.Text);
            for (var slot = fragment.Slots.Length - 1; slot >= 0; slot--)
            {
                if (fragment.Slots[slot] is not TextSlot run || run.Block != i)
                    continue;
                var tick = run.Kind == RunKind.CodeSpan ? "`" : "";
                text.Insert(run.Start + run.Length, tick);
                foreach (var mention in mentions.Where(m => m.Place == place && m.Slot == slot).Reverse())
                {
                    text.Remove(run.Start + mention.Start, mention.Length);
                    text.Insert(run.Start + mention.Start, Write(mention));
                }

                text.Insert(run.Start, tick);
            }

            yield return Prefix(block) + text;
        }
    }

    private static string Write(Mention mention)
    {
        var name = mention.Reason.ToString();
        var reason = mention.Reason == MentionReason.Name ? "" : "/" + char.ToLowerInvariant(name[0]) + name[1..];
        return mention.IsLinked ? $"[{mention.Text}{reason}]" : $"{{{mention.Text}{reason}}}";
    }

    private static IEnumerable<(int Start, int Length, RunKind Kind)> Runs(string text)
    {
        var start = 0;
        var kind = RunKind.Prose;
        foreach (var part in text.Split('`'))
        {
            if (part.Length > 0)
                yield return (start, part.Length, kind);
            start += part.Length;
            kind = kind == RunKind.Prose ? RunKind.CodeSpan : RunKind.Prose;
        }
    }

    private static BlockKind KindOf(char mark) => mark switch
    {
        '#' => BlockKind.Heading,
        '-' => BlockKind.ListItem,
        '|' => BlockKind.TableCell,
        '>' => BlockKind.Quote,
        '$' => BlockKind.Code,
        _ => BlockKind.Paragraph,
    };

    private static string Prefix(TextBlock block) => block switch
    {
        { NoLink: true } => "! ",
        { Kind: BlockKind.Paragraph } => "",
        _ => " #-|>$"[" Heading ListItem TableCell Quote Code".Split(' ').ToList().IndexOf(block.Kind.ToString())] + " ",
    };

    [GeneratedRegex(@"[\[{]([^\]}]*?)(?:/[A-Za-z]+)?[\]}]")]
    private static partial Regex Mark();
}
