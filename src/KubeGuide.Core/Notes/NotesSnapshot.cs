using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.Notes;

/// <summary>An image of the notes folder.</summary>
/// <param name="Path">Path below the notes folder with forward slashes.</param>
/// <param name="Width">In pixels, as the file's header says; null where it does not say.</param>
/// <param name="Height">As <paramref name="Width"/>.</param>
public sealed record NoteAsset(string Path, int? Width, int? Height)
{
    internal string RealPath { get; init; } = "";

    /// <summary>Opens the image for reading; false when it is no longer the regular file that the scan saw.</summary>
    public bool TryOpen([NotNullWhen(true)] out Stream? content)
    {
        content = StableFile.TryOpen(RealPath);
        return content is not null;
    }
}

/// <summary>Everything the notes folder held at one scan. Built from equal folders, two snapshots are equal in all that is shown.</summary>
public sealed record NotesSnapshot
{
    /// <summary>Ordinal by path.</summary>
    public required ImmutableArray<NoteFile> Notes { get; init; }

    /// <summary><c>references.yml</c> beside the notes.</summary>
    public NoteFile? References { get; init; }

    /// <summary><c>kubeguide.yml</c> beside the notes.</summary>
    public NoteFile? Settings { get; init; }

    /// <summary>What could not be listed or read; what was found while decoding a note is with the note.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>By path.</summary>
    public FrozenDictionary<string, NoteAsset> Assets { get; init; } = FrozenDictionary<string, NoteAsset>.Empty;

    /// <summary>False when the folder or file is not there or cannot be listed; the rest is empty then.</summary>
    public bool RootFound { get; init; } = true;

    /// <summary>False when a file changed while it was read and its earlier text still stands: scan again soon.</summary>
    public bool Settled { get; init; } = true;

    /// <summary>What the next scan compares with, by path.</summary>
    internal FrozenDictionary<string, ScannedFile> Files { get; init; } = FrozenDictionary<string, ScannedFile>.Empty;

    /// <summary>How many scans came before: decides which slice of unchanged files is read again.</summary>
    internal int Generation { get; init; }

    /// <summary>The only way from a URL to an image: exact paths, nothing resolved.</summary>
    public bool TryGetAsset(string path, [NotNullWhen(true)] out NoteAsset? asset) => Assets.TryGetValue(path, out asset);

    /// <summary>Whether a site built from the other snapshot would show the same.</summary>
    public bool ShowsSameAs(NotesSnapshot other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return RootFound == other.RootFound
            && Notes.Select(Key).SequenceEqual(other.Notes.Select(Key))
            && Key(References) == Key(other.References)
            && Key(Settings) == Key(other.Settings)
            && Diagnostics.SequenceEqual(other.Diagnostics)
            && Assets.Count == other.Assets.Count
            && Assets.Values.All(asset => other.Files.TryGetValue(asset.Path, out var file) && file.Stamp == Files[asset.Path].Stamp);
    }

    /// <summary>
    /// Whether this looks like an accident next to the scan before, not like an author's deletion: the root is gone, or more than half
    /// of at least ten notes are, neither their path nor their text left.
    /// </summary>
    public bool LosesMostOf(NotesSnapshot before)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (!RootFound)
            return before.RootFound;
        var paths = Notes.Select(note => note.Path).ToHashSet(StringComparer.Ordinal);
        var texts = Notes.Select(note => note.Hash).ToHashSet(StringComparer.Ordinal);
        var lost = before.Notes.Count(note => !paths.Contains(note.Path) && !texts.Contains(note.Hash));
        return before.Notes.Length >= 10 && lost > before.Notes.Length / 2;
    }

    private static (string?, string?) Key(NoteFile? note) => (note?.Path, note?.Hash);
}

/// <summary>What a scan knows about one file.</summary>
/// <param name="Confirmed">Whether a second reading found the same: only then equal stamps mean equal content.</param>
/// <param name="Note">The last good version; null for an image or a file that was never readable.</param>
/// <param name="Fault">Why the file as it is now is not shown.</param>
internal sealed record ScannedFile(string Path, FileStamp Stamp, bool Confirmed, NoteFile? Note, NoteAsset? Asset, Diagnostic? Fault);
