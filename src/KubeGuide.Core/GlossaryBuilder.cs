using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Notes;
using KubeGuide.Core.References;
using KubeGuide.Core.Rendering;
using KubeGuide.Core.Search;

namespace KubeGuide.Core;

/// <summary>From notes on disk to the glossary. Pure: equal notes give equal glossaries.</summary>
public sealed class GlossaryBuilder(KubernetesCatalog catalog, NoteLimits limits)
{
    /// <summary>Builds the whole glossary; what an unchanged note gave in <paramref name="previous"/> is not worked out again.</summary>
    public Glossary Build(NotesSnapshot files, Glossary? previous = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var ownTitles = files.References is { } file ? ReferenceTitles.Read(file.Path, file.Text) : ReferenceTitles.Empty;
        var titles = ownTitles.Over(ReferenceTitles.Bundled);
        var settings = files.Settings is { } own ? NotesSettings.Read(own.Path, own.Text) : NotesSettings.Default;
        var groups = new GroupNames(catalog, settings.Groups);
        var notes = Read(files, previous);
        var headed = ConceptMerger.Merge(notes, groups);
        ImmutableArray<Term> spellings = [.. ConceptTerms.Of(notes, headed, catalog)];
        var terms = TermIndex.Build(spellings, catalog.ShieldWords);
        var rules = new NoteRules(catalog, settings, headed.ToDictionary(concept => concept.Slug, concept => concept.Name));
        var reusable = previous?.Terms.Fingerprint == terms.Fingerprint && previous.Files.Settings?.Hash == files.Settings?.Hash ? previous.NotesByPath : null;
        var linked = Link(notes, terms, settings, rules, reusable);
        var mentions = ByConcept(linked);
        var concepts = ConceptList.Complete(headed, mentions, catalog);
        var names = NameIndex.Build(concepts, spellings, Formerly(notes));
        var byPath = notes.ToFrozenDictionary(note => note.Document.Path, StringComparer.Ordinal);
        var links = new LinkResolver(names, byPath, files);
        var listed = ConceptList.InReadingOrder(concepts, groups);
        var bibliography = Bibliography.Of(Citations.In(linked), titles);
        return new Glossary
        {
            Version = VersionOf(files),
            Concepts = concepts.ToFrozenDictionary(concept => concept.Slug),
            Listed = listed,
            Groups = [.. groups.InOrder.Where(group => listed.Any(concept => concept.Group == group.Id))],
            Notes = linked,
            NotesByPath = linked.ToFrozenDictionary(note => note.Path, StringComparer.Ordinal),
            MentionsOf = mentions,
            Terms = terms,
            Names = names,
            Search = SearchIndex.Build(SearchDocuments.Of(concepts, spellings, byPath, catalog), previous?.Search),
            Links = links,
            Titles = titles,
            Bibliography = bibliography,
            Diagnostics = Findings.InOrder(
                [
                    .. files.Diagnostics,
                    .. settings.Diagnostics,
                    .. ownTitles.Diagnostics,
                    .. ownTitles.NotCited(bibliography.Articles.Select(article => article.Reference)),
                    .. linked.SelectMany(note => note.Findings),
                    .. ReferenceRules.Check(byPath, headed, names, links, files),
                    .. TermRules.Variants(linked),
                ],
                settings),
            Files = files,
            Catalog = catalog,
        };
    }

    private ImmutableArray<NoteConcepts> Read(NotesSnapshot files, Glossary? previous) =>
    [
        .. files.Notes.AsParallel().AsOrdered().Select(file =>
            previous?.NotesByPath.GetValueOrDefault(file.Path) is { } known && known.Document.Hash == file.Hash
                ? known.Concepts
                : Read(file)),
    ];

    /// <summary>A slip of ours over one note must not cost the others: that note is shown as the text it is.</summary>
    private NoteConcepts Read(NoteFile file)
    {
        try
        {
            return ConceptFinder.Find(NoteParser.Parse(file, limits), catalog);
        }
        catch (Exception fault)
        {
            return ConceptFinder.Find(NoteParser.Refuse(file, 1, $"KubeGuideの誤りのため、このノートを整形できません（{fault.GetType().Name}）。"), catalog);
        }
    }

    private static ImmutableArray<LinkedNote> Link(
        ImmutableArray<NoteConcepts> notes, TermIndex terms, NotesSettings settings, NoteRules rules, FrozenDictionary<string, LinkedNote>? reusable) =>
    [
        .. notes.AsParallel().AsOrdered().Select(note =>
        {
            if (reusable?.GetValueOrDefault(note.Document.Path) is { } known && ReferenceEquals(known.Concepts, note))
                return known;
            var mentions = Linker.Link(note.Document, note.Owners, terms, settings.NoLink);
            return new LinkedNote(note, mentions) { Findings = rules.Check(note, mentions) };
        }),
    ];

    private static FrozenDictionary<Slug, ImmutableArray<MentionPlace>> ByConcept(ImmutableArray<LinkedNote> notes)
    {
        var mentions = new Dictionary<Slug, ImmutableArray<MentionPlace>.Builder>();
        foreach (var note in notes)
        {
            foreach (var mention in note.Mentions)
            {
                if (!mentions.TryGetValue(mention.To, out var places))
                    mentions[mention.To] = places = ImmutableArray.CreateBuilder<MentionPlace>();
                places.Add(new MentionPlace(note, mention));
            }
        }

        return mentions.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutable());
    }

    private static IEnumerable<(string, Slug)> Formerly(ImmutableArray<NoteConcepts> notes)
    {
        foreach (var note in notes)
        {
            if (note.Own is { } own)
            {
                foreach (var old in note.Document.Formerly)
                    yield return (old, own.Slug);
            }

            foreach (var place in note.Places)
            {
                foreach (var old in note.Document.Sections[place.Section].Heading?.Formerly ?? [])
                    yield return (old, place.Slug);
            }
        }
    }

    private static string VersionOf(NotesSnapshot files)
    {
        var parts = files.Notes.Select(note => $"{note.Path}\0{note.Hash}")
            .Concat(new[] { files.References, files.Settings }.OfType<NoteFile>().Select(file => $"{file.Path}\0{file.Hash}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 8));
    }
}
