using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.References;

namespace KubeGuide.Core.Rendering;

/// <summary>Assembles the notes' fragments into the text of a page.</summary>
public sealed class ArticleWriter(Glossary glossary, SiteLinks links)
{
    /// <summary>What the notes say of a concept, place by place; headings begin at level 2.</summary>
    public ConceptArticle OfConcept(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        var page = new Page(glossary, links, concept);
        var parts = ImmutableArray.CreateBuilder<ArticlePart>();
        for (var i = 0; i < concept.Sources.Length; i++)
        {
            var source = concept.Sources[i];
            var note = glossary.NotesByPath[source.Path];
            var place = note.Concepts.Places.First(p => p.Section == source.Section);
            var sections = ConceptMerger.OwnSections(note.Concepts, place).ToList();
            var anchor = note.Concepts.Anchors[source.Section];
            parts.Add(new ArticlePart(source.Path, source.Line, source.EndLine, anchor.Length == 0 ? null : anchor, page.Write(note, sections, place.Section, i)));
        }

        return new ConceptArticle(page.Definition, parts.ToImmutable(), page.Outline);
    }

    /// <summary>A whole note in its own order. Headings begin at level 2, but for one that is the page's own title.</summary>
    public NoteArticle OfNote(LinkedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (note.Document.Refusal is not null)
            return new NoteArticle(null, new Html($"<pre class=\"refused\" tabindex=\"0\">{HtmlText.Escape(note.Document.Source)}</pre>\n"), []);
        var page = new Page(glossary, links, null);
        var body = page.Write(note, note.Document.Sections, TitleSection(note), 0);
        return new NoteArticle(page.Title, body, page.Outline);
    }

    /// <summary>The top heading where it is what the note is called, and nothing stands before it; -1 for none.</summary>
    private static int TitleSection(LinkedNote note) =>
        note.Document.TopSection is { } top && top.Heading!.Text == note.Concepts.Title && note.Document.Sections[0].Body.Html.Length == 0 ? top.Index : -1;

    private sealed class Page(Glossary glossary, SiteLinks links, Concept? concept)
    {
        private readonly FragmentRenderer renderer = new(glossary, links, concept?.Slug);
        private readonly TakenIds ids = new();
        private readonly ImmutableArray<OutlineEntry>.Builder outline = ImmutableArray.CreateBuilder<OutlineEntry>();

        public ImmutableArray<OutlineEntry> Outline => outline.ToImmutable();

        public Html? Definition { get; private set; }

        /// <summary>The note's own heading as the page's.</summary>
        public Html? Title { get; private set; }

        /// <param name="head">The section whose heading is the page's own title and is not written again; -1 for none.</param>
        /// <param name="number">Which of the page's notes this is, from 0.</param>
        public Html Write(LinkedNote note, IReadOnlyList<Section> sections, int head, int number)
        {
            var html = new StringBuilder();
            var top = head >= 0 ? note.Document.Sections[head].Level : 0;
            var taken = sections.Select(s => note.Concepts.Anchors[s.Index]).ToHashSet(StringComparer.Ordinal);
            var anchors = concept is null ? new BlockAnchors(note.Concepts) : null;
            renderer.BeginNote(number);
            foreach (var section in sections)
            {
                if (section.Index != head && section.Heading is { Text.Length: > 0 } heading)
                    WriteHeading(html, note, section, heading, Math.Clamp(section.Level - top + 1, 2, 6), taken);
                else if (section.Index == head && concept is null)
                    WriteTitle(html, note, section, taken);
                var lead = number == 0 && section.Index == head && concept is not null ? Lead.Of(section.Body, concept.Definition) : null;
                var end = renderer.Write(html, note, section.Body, new Place(PlaceKind.Body, section.Index), Citations.HeadingOf(note.Document, section), lead, anchors);
                if (lead is not null)
                    Definition = Lead.Take(html, end);
            }

            renderer.WriteFootnotes(html, note);
            return new Html(html.ToString());
        }

        private void WriteHeading(StringBuilder html, LinkedNote note, Section section, Heading heading, int level, HashSet<string> taken)
        {
            var id = TakeIds(html, note, section, heading, taken);
            outline.Add(new OutlineEntry(id, heading.Text, level));
            html.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"{HtmlText.Escape(id)}\" aria-label=\"{HtmlText.Escape(heading.Text)}\">");
            renderer.Write(html, note, heading.Fragment, new Place(PlaceKind.Heading, section.Index), null);
            html.Append(CultureInfo.InvariantCulture, $"<a class=\"anchor\" href=\"#{Uri.EscapeDataString(id)}\" aria-labelledby=\"{HtmlText.Escape(id)}\">#</a></h{level}>\n");
            WriteConceptLink(html, note, section);
        }

        private void WriteTitle(StringBuilder html, LinkedNote note, Section section, HashSet<string> taken)
        {
            var title = new StringBuilder();
            var id = TakeIds(title, note, section, section.Heading!, taken);
            title.Append(CultureInfo.InvariantCulture, $"<h1 id=\"{HtmlText.Escape(id)}\">");
            renderer.Write(title, note, section.Heading!.Fragment, new Place(PlaceKind.Heading, section.Index), null);
            Title = new Html(title.Append("</h1>\n").ToString());
            WriteConceptLink(html, note, section);
        }

        /// <summary>The heading's own id; every other that leads to it becomes a place before it.</summary>
        private string TakeIds(StringBuilder html, LinkedNote note, Section section, Heading heading, HashSet<string> taken)
        {
            var id = ids.TakeFree(note.Concepts.Anchors[section.Index]);
            foreach (var other in Anchors.Others(heading))
            {
                if (other.Length > 0 && !taken.Contains(other) && ids.TryTake(other))
                    html.Append(CultureInfo.InvariantCulture, $"<span id=\"{HtmlText.Escape(other)}\"></span>");
            }

            return id;
        }

        private void WriteConceptLink(StringBuilder html, LinkedNote note, Section section)
        {
            if (concept is null && note.Concepts.Places.FirstOrDefault(place => place.Section == section.Index) is { } own)
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"concept-of\"><a href=\"{links.Concept(own.Slug)}\">{HtmlText.Escape(own.Name)}のページ</a></p>\n");
        }
    }
}
