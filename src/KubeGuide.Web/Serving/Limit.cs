namespace KubeGuide.Web.Serving;

/// <summary>A bound that the host can move, within bounds of its own.</summary>
/// <param name="Name">What follows <c>KubeGuide__Limits__</c>.</param>
/// <param name="Of">Its value.</param>
/// <param name="With">The same limits with another value of this one.</param>
internal sealed record Limit(string Name, long Least, long Most, Func<SiteLimits, long> Of, Func<SiteLimits, long, SiteLimits> With)
{
    private const int KiB = 1024;
    private const int MiB = 1024 * 1024;

    /// <summary>Every one there is, in the order in which the manual explains them.</summary>
    public static IReadOnlyList<Limit> All { get; } =
    [
        new("Notes", 1, 200_000, l => l.Notes.Notes, (l, v) => l with { Notes = l.Notes with { Notes = (int)v } }),
        new("NoteBytes", KiB, 16 * MiB, l => l.Notes.NoteBytes, (l, v) => l with { Notes = l.Notes with { NoteBytes = (int)v } }),
        new("FrontMatterBytes", 256, 64 * KiB, l => l.Notes.FrontMatterBytes, (l, v) => l with { Notes = l.Notes with { FrontMatterBytes = (int)v } }),
        new("ContainerMarkers", 6, 64, l => l.Notes.ContainerMarkers, (l, v) => l with { Notes = l.Notes with { ContainerMarkers = (int)v } }),
        new("ListIndent", 32, 256, l => l.Notes.ListIndent, (l, v) => l with { Notes = l.Notes with { ListIndent = (int)v } }),
        new("TableColumns", 12, 256, l => l.Notes.TableColumns, (l, v) => l with { Notes = l.Notes with { TableColumns = (int)v } }),
        new("TableCells", 1_000, 200_000, l => l.Notes.TableCells, (l, v) => l with { Notes = l.Notes with { TableCells = (int)v } }),
        new("OpenFences", 4, 64, l => l.Notes.OpenFences, (l, v) => l with { Notes = l.Notes with { OpenFences = (int)v } }),
        new("OpenContainerLines", 1_000_000, 100_000_000, l => l.Notes.OpenContainerLines, (l, v) => l with { Notes = l.Notes with { OpenContainerLines = v } }),
        new("Blocks", 1_000, 1_000_000, l => l.Notes.Blocks, (l, v) => l with { Notes = l.Notes with { Blocks = (int)v } }),
        new("Definitions", 100, 20_000, l => l.Notes.Definitions, (l, v) => l with { Notes = l.Notes with { Definitions = (int)v } }),
        new("DefinitionText", 10_000, 8 * MiB, l => l.Notes.DefinitionText, (l, v) => l with { Notes = l.Notes with { DefinitionText = v } }),
        new("Headings", 400, 20_000, l => l.Notes.Headings, (l, v) => l with { Notes = l.Notes with { Headings = (int)v } }),
        new("HeadingLength", 200, 16_000, l => l.Notes.HeadingLength, (l, v) => l with { Notes = l.Notes with { HeadingLength = (int)v } }),
        new("LineBrackets", 30, 10_000, l => l.Notes.LineBrackets, (l, v) => l with { Notes = l.Notes with { LineBrackets = (int)v } }),
        new("OpenBrackets", 30, 10_000, l => l.Notes.OpenBrackets, (l, v) => l with { Notes = l.Notes with { OpenBrackets = (int)v } }),
        new("Delimiters", 400, 20_000, l => l.Notes.Delimiters, (l, v) => l with { Notes = l.Notes with { Delimiters = (int)v } }),
        new("InlineCost", 2_000_000, 1_000_000_000, l => l.Notes.InlineCost, (l, v) => l with { Notes = l.Notes with { InlineCost = v } }),
        new("LookAhead", 10_000_000, 2_000_000_000, l => l.Notes.LookAhead, (l, v) => l with { Notes = l.Notes with { LookAhead = v } }),
        new("Output", MiB, 64 * MiB, l => l.Notes.Output, (l, v) => l with { Notes = l.Notes with { Output = (int)v } }),
        new("UrlBytes", 2 * KiB, 256 * KiB, l => l.UrlBytes, (l, v) => l with { UrlBytes = (int)v }),
        new("QueryLength", 20, 2_000, l => l.QueryLength, (l, v) => l with { QueryLength = (int)v }),
        new("BodyBytes", KiB, MiB, l => l.BodyBytes, (l, v) => l with { BodyBytes = (int)v }),
        new("Searches", 1, 1_000, l => l.Searches, (l, v) => l with { Searches = (int)v }),
        new("SearchesWaiting", 0, 10_000, l => l.SearchesWaiting, (l, v) => l with { SearchesWaiting = (int)v }),
        new("Manifests", 1, 100, l => l.Manifests, (l, v) => l with { Manifests = (int)v }),
        new("ManifestsWaiting", 0, 1_000, l => l.ManifestsWaiting, (l, v) => l with { ManifestsWaiting = (int)v }),
        new("EventStreams", 0, 100_000, l => l.EventStreams, (l, v) => l with { EventStreams = (int)v }),
        new("Circuits", 0, 10_000, l => l.Circuits, (l, v) => l with { Circuits = (int)v }),
    ];
}
