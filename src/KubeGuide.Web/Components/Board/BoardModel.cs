using System.Collections.Immutable;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Linking;

namespace KubeGuide.Web.Components.Board;

/// <summary>A concept that waits to be written.</summary>
/// <param name="Path">Where its heading stands, or else its first mention.</param>
public sealed record ToWrite(Concept Concept, int Mentions, string Path, int Line, string Href);

/// <summary>A finding with the ways to its place.</summary>
/// <param name="Href">Its place in the note view; null for a file that is no note.</param>
public sealed record BoardFinding(Diagnostic Diagnostic, string? Href, string? EditHref);

/// <summary>Findings under one title.</summary>
/// <param name="Hint">What the title alone does not say; null where it says all.</param>
public sealed record BoardGroup(string Title, string? Hint, ImmutableArray<BoardFinding> Findings, int Total);

/// <summary>Everything that the board shows. Lists are bounded, so that a page stays small whatever the notes are.</summary>
/// <param name="Rules">Rules that found something, for the filter; likewise <paramref name="Paths"/>.</param>
/// <param name="Shown">How many findings the groups hold, of <paramref name="Matching"/>.</param>
public sealed record BoardModel(
    int Written, int Stubs, int Mentioned, int Findings, ImmutableArray<ToWrite> Next, int NextTotal, ImmutableArray<Concept> Unmentioned, int UnmentionedTotal,
    ImmutableArray<string> Rules, ImmutableArray<string> Paths, ImmutableArray<ConceptGroup> Groups, ImmutableArray<BoardGroup> Shown, int ShownFindings, int Matching)
{
    private const int MostConcepts = 50;
    private const int MostFindings = 200;
    private const int MostPaths = 500;

    public static BoardModel Of(Frame frame, BoardFilter filter)
    {
        var glossary = frame.Glossary;
        var places = new FindingPlaces(glossary);
        var next = glossary.Listed.Where(concept => concept.State is ConceptState.Stub or ConceptState.Mentioned)
            .Select(concept => (Concept: concept, Mentions: glossary.Backlinks(concept.Slug).Count()))
            .OrderByDescending(pair => pair.Mentions).ThenBy(pair => pair.Concept.State != ConceptState.Stub).ThenBy(pair => pair.Concept.Name, StringComparer.Ordinal).ToList();
        var unmentioned = glossary.Listed.Where(concept => concept.Sources.Length > 0 && !glossary.Backlinks(concept.Slug).Any()).ToList();
        var matching = glossary.Diagnostics.Where(finding => Matches(finding, filter, places)).ToList();
        var groups = Grouped(matching, filter.By, places, frame);
        return new BoardModel(
            Count(ConceptState.Written), Count(ConceptState.Stub), Count(ConceptState.Mentioned), glossary.Diagnostics.Length,
            [.. next.Take(MostConcepts).Select(pair => Row(pair.Concept, pair.Mentions, places, frame))], next.Count,
            [.. unmentioned.Take(MostConcepts)], unmentioned.Count,
            [.. glossary.Diagnostics.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal)],
            [.. glossary.Diagnostics.Select(finding => finding.Path).Distinct().Take(MostPaths)],
            glossary.Groups, groups, groups.Sum(group => group.Findings.Length), matching.Count);

        int Count(ConceptState state) => glossary.Listed.Count(concept => concept.State == state);
    }

    private static bool Matches(Diagnostic finding, BoardFilter filter, FindingPlaces places) =>
        (filter.Rule is null || filter.Rule == finding.Rule)
        && (filter.Path is null || filter.Path == finding.Path)
        && (filter.Severity is null || filter.Severity == JsonName.Of(finding.Severity))
        && (filter.Group is null || filter.Group == places.GroupOf(finding));

    private static ToWrite Row(Concept concept, int mentions, FindingPlaces places, Frame frame)
    {
        if (concept.Sources is [var source, ..])
            return new ToWrite(concept, mentions, source.Path, source.Line, frame.Links.Note(source.Path, frame.Glossary.NotesByPath[source.Path].Concepts.Anchors[source.Section]));
        var (note, mention) = frame.Glossary.Backlinks(concept.Slug).Concat(frame.Glossary.HeadingsNaming(concept)).First();
        var href = mention.Place.Kind == PlaceKind.Footnote ? frame.Links.Note(note.Path) : places.HrefOf(note, note.Document.Sections[mention.Place.Index], mention.Line, frame.Links);
        return new ToWrite(concept, mentions, note.Path, mention.Line, href);
    }

    private static ImmutableArray<BoardGroup> Grouped(List<Diagnostic> findings, string? by, FindingPlaces places, Frame frame)
    {
        var known = frame.Glossary.Groups.Select((group, rank) => (group.Id, group.Title, Rank: rank)).ToDictionary(group => group.Id, StringComparer.Ordinal);
        var left = MostFindings;
        var groups = ImmutableArray.CreateBuilder<BoardGroup>();
        foreach (var group in findings.GroupBy(KeyOf).OrderByDescending(WeightOf).ThenBy(RankOf).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            var shown = group.Take(left).Select(Found).ToImmutableArray();
            left -= shown.Length;
            if (shown.Length > 0)
                groups.Add(new BoardGroup(TitleOf(group.Key), by is null ? Core.Diagnostics.Rules.Find(group.Key)?.Summary : null, shown, group.Count()));
        }

        return groups.ToImmutable();

        string KeyOf(Diagnostic finding) => by switch
        {
            "path" => finding.Path,
            "group" => places.GroupOf(finding) ?? "",
            _ => finding.Rule,
        };

        Severity WeightOf(IGrouping<string, Diagnostic> group) => by is null ? group.Max(finding => finding.Severity) : Severity.Info;

        int RankOf(IGrouping<string, Diagnostic> group) => by == "group" && known.TryGetValue(group.Key, out var own) ? own.Rank : int.MaxValue;

        string TitleOf(string key) => by != "group" ? key : known.TryGetValue(key, out var own) ? own.Title : Words.OutsideConcepts;

        BoardFinding Found(Diagnostic finding) => new(finding, places.HrefOf(finding, frame.Links), frame.Options.EditAddress(finding.Path, finding.Line));
    }
}
