using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Search;

/// <summary>Writes a match down for people: section, excerpt and reason.</summary>
internal sealed class HitWriter(SearchStock stock, TextMatcher matcher)
{
    private ImmutableArray<QueryWord> Words => matcher.Words;

    public SearchHit Write(RankedDocument ranked)
    {
        var part = stock.Parts[ranked.Document];
        var match = matcher.Match(ranked.Document);
        if (match is not null && (ranked.Name is null || ranked.Tier == MatchTier.Topic))
            ranked = ranked with { Tier = match.Value.Tier, Name = null };
        var section = match is { Section: >= 0 } found ? part.Document.Sections[SectionOf(ranked.Document, found)] : null;
        if (ranked.Tier is not (MatchTier.Heading or MatchTier.Body) && !(ranked.Name is not null && Words.Length > 1 && HasWord(section?.Heading)))
            section = null;
        var text = TextFor(part.Document, ranked.Tier, section);
        return new SearchHit(
            part.Document.Slug, part.Document.Title, UrlOf(part.Document, section), part.Document.State, section?.Heading,
            ExcerptCutter.Cut(text, Words.Select(word => word.Word)), MatchOf(ranked.Tier, ranked.Name), ranked.Name is { } name ? ReasonFor(name) : ReasonOfPlaces());
    }

    /// <summary>The section that says what was typed, rather than one whose heading has a part of it.</summary>
    private int SectionOf(int document, TextMatch match) => match.HasPhrase && matcher.SectionWithPhrase(document) is >= 0 and var said ? said : match.Section;

    private bool HasWord(string? heading)
    {
        var folded = Folding.Fold(heading ?? "");
        return Words.Any(word => word.Word.Spellings.Any(spelling => folded.Contains(spelling.Text, StringComparison.Ordinal)));
    }

    private static string UrlOf(SearchDocument document, SearchSection? section) =>
        section?.Anchor is { } anchor ? $"{document.Url}#{Uri.EscapeDataString(anchor)}" : document.Url;

    private string TextFor(SearchDocument document, MatchTier tier, SearchSection? section)
    {
        if (tier == MatchTier.Facts)
            return FactsFor(document);
        if (!string.IsNullOrWhiteSpace(section?.Text))
            return section.Text;
        return document.Definition ?? document.Sections.FirstOrDefault()?.Text ?? FactsFor(document);
    }

    /// <summary>The line that has a word of the query, else the first.</summary>
    private string FactsFor(SearchDocument document)
    {
        var lines = document.Facts.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(HasWord) ?? lines.FirstOrDefault() ?? "";
    }

    private static SearchMatch MatchOf(MatchTier tier, NameHit? name) => tier switch
    {
        MatchTier.Name or MatchTier.Subject => name?.Name.Name.Kind switch
        {
            TermKind.ShortName => SearchMatch.ShortName,
            TermKind.Alias or TermKind.Plural => SearchMatch.Alias,
            _ => SearchMatch.Name,
        },
        MatchTier.Topic => SearchMatch.Alias,
        MatchTier.Prefix or MatchTier.NamePart => SearchMatch.Prefix,
        MatchTier.Near => SearchMatch.Near,
        MatchTier.InsideName or MatchTier.Heading => SearchMatch.Heading,
        MatchTier.Definition => SearchMatch.Definition,
        _ => SearchMatch.Body,
    };

    private static string ReasonFor(NameHit hit)
    {
        var term = hit.Name.Name.Text;
        return hit.Tier switch
        {
            MatchTier.Name or MatchTier.Subject => $"{KindOf(hit.Name.Name.Kind)} {term} に一致",
            MatchTier.Topic => "この言葉で探されることの多い概念",
            MatchTier.Prefix => $"{KindOf(hit.Name.Name.Kind)} {term} の先頭に一致",
            MatchTier.NamePart => $"{KindOf(hit.Name.Name.Kind)} {term} の中の語に一致",
            _ => $"つづりの近い {term} に一致",
        };
    }

    private string ReasonOfPlaces()
    {
        var places = matcher.WordTiers.ToArray().Zip(Words, (place, word) => (Place: place, word.Word.Shown));
        var groups = places.GroupBy(word => NameOf(word.Place), word => word.Shown, StringComparer.Ordinal);
        return string.Join("、", groups.Select(group => $"{group.Key}に{string.Concat(group.Select(word => $"「{word}」"))}")) + "があります";
    }

    private static string KindOf(TermKind kind) => kind switch
    {
        TermKind.Name => "名前",
        TermKind.Plural => "複数形",
        TermKind.ShortName => "短縮名",
        _ => "別名",
    };

    private static string NameOf(MatchTier tier) => tier switch
    {
        MatchTier.Heading => "見出し",
        MatchTier.Definition => "定義",
        MatchTier.Body => "本文",
        MatchTier.Facts => "Kubernetesの事実",
        _ => "名前",
    };
}
