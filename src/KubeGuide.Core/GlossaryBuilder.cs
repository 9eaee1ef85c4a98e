using System.Buffers;
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

namespace KubeGuide.Core;

/// <summary>From notes on disk to the glossary. Pure: equal notes give equal glossaries.</summary>
public sealed class GlossaryBuilder(KubernetesCatalog catalog, NoteLimits limits)
{
    /// <summary>Builds the whole glossary; what an unchanged note gave in <paramref name="previous"/> is not worked out again.</summary>
    public Glossary Build(NotesSnapshot files, Glossary? previous = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var ownTitles = OwnTitles(files.References, previous);
        var settings = Settings(files.Settings, previous);
        var version = VersionOf(files);
        var notes = Read(files, previous);
        if (previous is not null && ReferenceEquals(previous.Settings, settings) && GlossaryRevision.TryRevise(previous, files, notes, version, ownTitles) is { } revised)
            return revised;
        var groups = new GroupNames(catalog, settings.Groups);
        var headed = ConceptMerger.Merge(notes, groups, catalog, previous?.Concepts);
        var spellings = GlossaryTerms.Of(notes, headed, catalog, settings, files.Settings?.Hash, previous?.Spellings);
        var known = previous?.Spellings == spellings ? previous : null;
        var linked = Link(notes, spellings, settings, known);
        var mentions = MentionIndex.Of(linked);
        var all = ConceptList.Complete(headed, mentions, catalog, previous?.Concepts);
        var concepts = all.ToDictionary(concept => concept.Slug);
        var names = known?.Names ?? spellings.NamesOf(all);
        var byPath = linked.ToDictionary(note => note.Path, StringComparer.Ordinal);
        var listed = ConceptList.InReadingOrder(all, groups);
        var inUse = listed.Select(concept => concept.Group).ToHashSet(StringComparer.Ordinal);
        return new Glossary(spellings, mentions, settings, ownTitles, previous)
        {
            Version = version,
            Concepts = concepts,
            Listed = listed,
            Groups = [.. groups.InOrder.Where(group => inUse.Contains(group.Id))],
            Notes = linked,
            NotesByPath = byPath,
            Names = names,
            Links = new LinkResolver(names, concepts, byPath, files),
            Titles = ownTitles.Over(ReferenceTitles.Bundled),
            Files = files,
            Catalog = catalog,
        };
    }

    private static ReferenceTitles OwnTitles(NoteFile? file, Glossary? previous)
    {
        if (previous is not null && previous.Files.References?.Hash == file?.Hash && previous.Files.References?.Path == file?.Path)
            return previous.OwnTitles;
        return file is null ? ReferenceTitles.Empty : ReferenceTitles.Read(file.Path, file.Text);
    }

    private static NotesSettings Settings(NoteFile? file, Glossary? previous)
    {
        if (previous is not null && previous.Files.Settings?.Hash == file?.Hash && previous.Files.Settings?.Path == file?.Path)
            return previous.Settings;
        return file is null ? NotesSettings.Default : NotesSettings.Read(file.Path, file.Text);
    }

    private ImmutableArray<NoteConcepts> Read(NotesSnapshot files, Glossary? previous) => Reuse.Each(
        files.Notes,
        (file, i) => previous is null ? null : previous.Files.Notes.ElementAtOrDefault(i) == file ? previous.Notes[i].Concepts : Known(previous, file),
        Read);

    private static NoteConcepts? Known(Glossary previous, NoteFile file) =>
        previous.NotesByPath.GetValueOrDefault(file.Path) is { } known && known.Document.Hash == file.Hash ? known.Concepts : null;

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

    private static ImmutableArray<LinkedNote> Link(ImmutableArray<NoteConcepts> notes, GlossaryTerms spellings, NotesSettings settings, Glossary? known) => Reuse.Each(
        notes,
        (note, _) => known?.NotesByPath.GetValueOrDefault(note.Document.Path) is { } linked && ReferenceEquals(linked.Concepts, note) ? linked : null,
        note => LinkedNote.Of(note, spellings, settings));

    private static string VersionOf(NotesSnapshot files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new ArrayBufferWriter<byte>();
        foreach (var file in files.Notes)
            Append(file);
        if (files.References is { } references)
            Append(references);
        if (files.Settings is { } settings)
            Append(settings);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));

        void Append(NoteFile file)
        {
            text.ResetWrittenCount();
            Encoding.UTF8.GetBytes(file.Path, text);
            Encoding.UTF8.GetBytes("\0", text);
            Encoding.UTF8.GetBytes(file.Hash, text);
            Encoding.UTF8.GetBytes("\n", text);
            hash.AppendData(text.WrittenSpan);
        }
    }
}
