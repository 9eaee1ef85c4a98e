using System.Collections.Immutable;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Rendering.Markdown;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace KubeGuide.Core.Notes;

/// <summary>Turns a note into sections; the Markdown tree does not leave this class.</summary>
public static class NoteParser
{
    /// <summary>Never throws for what a note contains: a note past the limits is kept as plain text with the reason.</summary>
    public static NoteDocument Parse(NoteFile file, NoteLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        if (StructureCheck.Check(file.Text, limits) is { } fault)
            return Refuse(file, fault.Line, fault.Message);
        var head = FrontMatterReader.Read(file.Path, file.Text, limits);
        try
        {
            using var reading = new Reading(file, head.Values, head.BodyLine, [.. file.Diagnostics, .. head.Diagnostics], limits.OutputLength(file.Text.Length));
            return reading.Parse(file.Text[head.BodyOffset..]);
        }
        catch (StructureException past)
        {
            return Refuse(file, past.Fault.Line, past.Fault.Message);
        }
        catch (ArgumentException e) when (e.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(file, 1, "入れ子が深すぎるため、構造を読み取れません。");
        }
    }

    /// <summary>The note as plain text only, with the reason as a finding.</summary>
    internal static NoteDocument Refuse(NoteFile file, int line, string reason) => new()
    {
        Path = file.Path,
        Hash = file.Hash,
        Source = file.Text,
        FrontMatter = FrontMatter.None,
        Sections = [new Section(0, -1, 0, null, 1, file.Text.AsSpan().Count('\n') + 1, Fragment.Empty)],
        Footnotes = [],
        Diagnostics = [.. file.Diagnostics, new Diagnostic("structure-limit", Severity.Error, file.Path, line, 1, reason, "ノートを分けるか、この部分を書き直してください")],
        Refusal = reason,
    };

    private sealed class Reading(NoteFile file, FrontMatter frontMatter, int bodyLine, List<Diagnostic> diagnostics, int outputLength) : IDisposable
    {
        private readonly ImmutableArray<Section>.Builder sections = ImmutableArray.CreateBuilder<Section>();
        private readonly FragmentWriter writer = new(file.Path, bodyLine, diagnostics, new OutputCount(outputLength));
        private readonly List<string> formerly = [];
        private ImmutableArray<string> noteFormerly = [];
        private HeadingBlock? heading;
        private ImmutableArray<string> names = [];
        private ImmutableArray<string> namesAbove = [];
        private int lastLine;

        public NoteDocument Parse(string body)
        {
            var document = MarkdownDialect.Parse(body);
            foreach (var block in Outdented(document))
                Add(block, body);
            Finish();
            return new NoteDocument
            {
                Path = file.Path,
                Hash = file.Hash,
                Source = file.Text,
                FrontMatter = frontMatter,
                Sections = sections.ToImmutable(),
                Footnotes = Footnotes(document),
                Formerly = noteFormerly,
                Diagnostics = [.. diagnostics],
            };
        }

        public void Dispose() => writer.Dispose();

        /// <summary>The root blocks; a file that is nothing but list items that begin with a heading was wrapped by an export.</summary>
        private IEnumerable<Block> Outdented(MarkdownDocument document)
        {
            var roots = document.Where(block => block is not (LinkReferenceDefinitionGroup or FootnoteGroup)).ToList();
            if (roots is not [ListBlock list] || !list.All(item => item is ListItemBlock { Count: > 0 } wrapped && wrapped[0] is HeadingBlock))
                return roots;
            diagnostics.Add(new Diagnostic("list-wrapped", Severity.Info, file.Path, list.Line + bodyLine, 1,
                "ファイル全体がリストの項目になっています。", "行頭の「- 」と字下げを取り除きます"));
            return list.Cast<ListItemBlock>().SelectMany(item => item);
        }

        private void Add(Block block, string body)
        {
            if (block is HeadingBlock next)
            {
                Finish();
                heading = next;
                (names, namesAbove) = (namesAbove.AddRange(EmptyAnchor.NamesIn(next.Inline)), []);
                lastLine = next.Line + bodyLine;
                return;
            }

            if (block is HtmlBlock html && RawHtml.CommentText(html.Lines.ToString()) is { } comment
                && comment.StartsWith("formerly:", StringComparison.Ordinal))
                formerly.AddRange(comment["formerly:".Length..].Split([' ', ',', '、'], StringSplitOptions.RemoveEmptyEntries));
            names = names.AddRange(namesAbove);
            namesAbove = block is ParagraphBlock paragraph ? EmptyAnchor.NamesIn(paragraph.Inline) : [];
            writer.Write(block);
            lastLine = Math.Max(lastLine, LastLine(block, body));
        }

        private int LastLine(Block block, string body)
        {
            var end = Math.Min(block.Span.End + 1, body.Length);
            var text = body.AsSpan(Math.Min(block.Span.Start, end)..end).TrimEnd();
            return block.Line + bodyLine + text.Count('\n');
        }

        private void Finish()
        {
            var index = sections.Count;
            if (heading is null && index == 0)
            {
                noteFormerly = [.. formerly];
                sections.Add(new Section(0, -1, 0, null, 1, Math.Max(lastLine, 1), writer.Take()));
            }
            else if (heading is not null)
            {
                var parent = index - 1;
                while (parent >= 0 && sections[parent].Level >= heading.Level)
                    parent = sections[parent].Parent;
                if (parent == 0 && sections[0].Level == 0)
                    parent = -1;
                sections.Add(new Section(index, parent, heading.Level, HeadingOf(heading), heading.Line + bodyLine, lastLine, writer.Take()));
            }

            formerly.Clear();
        }

        private Heading HeadingOf(HeadingBlock block)
        {
            var text = InlineText.Of(block.Inline).Trim();
            var escaped = text.Length > 2 && text[0] is '*' or '_' && text[^1] == text[0];
            var column = (block.Inline?.FirstChild?.Column ?? block.Column) + 1;
            return new Heading(text, MarkdownDialect.ExplicitId(block), block.Line + bodyLine, column, writer.Heading(block), escaped, [.. formerly], names);
        }

        private ImmutableArray<Footnote> Footnotes(MarkdownDocument document)
        {
            var group = document.OfType<FootnoteGroup>().FirstOrDefault();
            if (group is null)
                return [];
            var footnotes = ImmutableArray.CreateBuilder<Footnote>();
            foreach (var footnote in group.OfType<Markdig.Extensions.Footnotes.Footnote>())
            {
                writer.WriteFootnote(footnote);
                footnotes.Add(new Footnote(footnote.Label ?? "", footnote.Line + bodyLine, writer.Take()));
            }

            return footnotes.ToImmutable();
        }
    }
}
