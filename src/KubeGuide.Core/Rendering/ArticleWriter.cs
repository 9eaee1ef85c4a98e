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

    /// <summary>A whole note in its own order; headings begin at level 2.</summary>
    public NoteArticle OfNote(LinkedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (note.Document.Refusal is not null)
            return new NoteArticle(new Html($"<pre class=\"refused\" tabindex=\"0\">{HtmlText.Escape(note.Document.Source)}</pre>\n"), []);
        var page = new Page(glossary, links, null);
        return new NoteArticle(page.Write(note, note.Document.Sections, -1, 0), page.Outline);
    }

    private sealed class Page(Glossary glossary, SiteLinks links, Concept? concept)
    {
        private readonly FragmentRenderer renderer = new(glossary, links, concept?.Slug);
        private readonly TakenIds ids = new();
        private readonly ImmutableArray<OutlineEntry>.Builder outline = ImmutableArray.CreateBuilder<OutlineEntry>();

        public ImmutableArray<OutlineEntry> Outline => outline.ToImmutable();

        public Html? Definition { get; private set; }

        /// <param name="head">The section whose heading is the page's own title and is not written; -1 for none.</param>
        /// <param name="number">Which of the page's notes this is, from 0.</param>
        public Html Write(LinkedNote note, IReadOnlyList<Section> sections, int head, int number)
        {
            var html = new StringBuilder();
            var top = head >= 0 ? note.Document.Sections[head].Level : 0;
            var taken = sections.Select(s => note.Concepts.Anchors[s.Index]).ToHashSet(StringComparer.Ordinal);
            renderer.BeginNote(number);
            foreach (var section in sections)
            {
                if (section.Index != head && section.Heading is { Text.Length: > 0 } heading)
                    WriteHeading(html, note, section, heading, Math.Clamp(section.Level - top + 1, 2, 6), taken);
                var lead = number == 0 && section.Index == head ? Lead.Of(section.Body, concept?.Definition) : null;
                var end = renderer.Write(html, note, section.Body, new Place(PlaceKind.Body, section.Index), Citations.HeadingOf(note.Document, section), lead);
                if (lead is not null)
                    Definition = Lead.Take(html, end);
            }

            renderer.WriteFootnotes(html, note);
            return new Html(html.ToString());
        }

        private void WriteHeading(StringBuilder html, LinkedNote note, Section section, Heading heading, int level, HashSet<string> taken)
        {
            var id = ids.TakeFree(note.Concepts.Anchors[section.Index]);
            outline.Add(new OutlineEntry(id, heading.Text, level));
            foreach (var other in heading.Formerly.Concat(heading.Names).Append(Anchors.GitHubId(heading.Text)))
            {
                if (other.Length > 0 && !taken.Contains(other) && ids.TryTake(other))
                    html.Append(CultureInfo.InvariantCulture, $"<span id=\"{HtmlText.Escape(other)}\"></span>");
            }

            html.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"{HtmlText.Escape(id)}\" aria-label=\"{HtmlText.Escape(heading.Text)}\">");
            renderer.Write(html, note, heading.Fragment, new Place(PlaceKind.Heading, section.Index), null);
            html.Append(CultureInfo.InvariantCulture, $"<a class=\"anchor\" href=\"#{Uri.EscapeDataString(id)}\" aria-labelledby=\"{HtmlText.Escape(id)}\">#</a></h{level}>\n");
            if (concept is null && note.Concepts.Places.FirstOrDefault(place => place.Section == section.Index) is { } own)
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"concept-of\"><a href=\"{links.Concept(own.Slug)}\">{HtmlText.Escape(own.Name)}のページ</a></p>\n");
        }
    }
}
