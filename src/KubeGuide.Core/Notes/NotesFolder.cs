using System.Collections.Frozen;
using System.Collections.Immutable;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.Notes;

/// <summary>Reads the notes folder, or the single file, that the site is made from. Nothing is ever written there.</summary>
public static class NotesFolder
{
    public const string ReferencesName = "references.yml";
    public const string SettingsName = "kubeguide.yml";

    /// <summary>Rule of every diagnostic about something that could not be listed or read.</summary>
    public const string UnreadableRule = "unreadable";

    /// <summary>How long a file that changed has to stay as it is.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// Notes are files that end in <c>.md</c> or <c>.markdown</c>; a single file is a note whatever its name. The root's links are followed
    /// once, so that all reads are of one generation. Never throws for what lies on the disk: it is listed, or it is a diagnostic.
    /// </summary>
    /// <param name="previous">The scan before: what has not changed is taken from it unread, and a note that has become
    /// unreadable keeps the text it had there.</param>
    public static NotesSnapshot Scan(string root, NoteLimits limits, NotesSnapshot? previous = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var generation = previous is null ? 0 : previous.Generation + 1;
        if (!TryList(root, out var files, out var skipped))
            return new NotesSnapshot { Notes = [], RootFound = false, Diagnostics = skipped, Generation = generation };

        var listed = WithinLimit(files, limits, out var excess);
        var reader = new FolderReader(limits, previous?.Files ?? FrozenDictionary<string, ScannedFile>.Empty, generation);
        var scanned = reader.Read(listed, out var settled, previous is null ? TimeSpan.Zero : Calm);
        if (previous is not null && skipped.IsEmpty && excess.IsEmpty && AreFilesOf(previous, scanned))
            return previous with { Settled = settled, Generation = generation };
        return Snapshot([.. scanned, .. Kept(previous, skipped)], [.. skipped, .. excess]) with { Settled = settled, Generation = generation };
    }

    /// <summary>Whether nothing at all has changed, which is what nearly every scan finds.</summary>
    private static bool AreFilesOf(NotesSnapshot previous, ScannedFile[] scanned) =>
        scanned.Length == previous.Files.Count
        && scanned.All(file => previous.Files.TryGetValue(file.Path, out var before) && ReferenceEquals(file, before))
        && scanned.Count(file => file.Fault is not null) == previous.Diagnostics.Length;

    /// <summary>Whether the root is a folder that can be listed, or a regular file that can be opened. Never waits for a pipe.</summary>
    public static bool CanBeRead(string root)
    {
        if (new RealPaths().Of(root) is not { } real || FileStamp.Of(real) is not { Kind: FileKind.Folder or FileKind.Regular } stamp)
            return false;
        try
        {
            if (stamp.Kind == FileKind.Folder)
                _ = Directory.EnumerateFileSystemEntries(real).Any();
            else
                File.OpenRead(real).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The folder to watch for changes of the root; null while there is none.</summary>
    public static WatchedPlace? PlaceOf(string root)
    {
        var real = new RealPaths().Of(root);
        var isFolder = Directory.Exists(real);
        var folder = isFolder ? real : Path.GetDirectoryName(real);
        return folder is not null && FileStamp.Of(folder) is { } stamp ? new WatchedPlace(folder, isFolder, stamp.Device, stamp.Inode) : null;
    }

    private static bool TryList(string root, out ImmutableArray<ListedFile> files, out ImmutableArray<Diagnostic> skipped)
    {
        (files, skipped) = ([], []);
        if (new RealPaths().Of(root) is not { } real || FileStamp.Of(real) is not { } stamp)
            return false;
        if (stamp.Kind == FileKind.Folder)
            return FolderListing.TryList(real, out files, out skipped);
        files = [new ListedFile(Path.GetFileName(Path.GetFullPath(root)), real, FileRole.Note)];
        return stamp.Kind == FileKind.Regular;
    }

    private static ImmutableArray<ListedFile> WithinLimit(ImmutableArray<ListedFile> files, NoteLimits limits, out ImmutableArray<Diagnostic> excess)
    {
        excess = [];
        var notes = files.Count(file => file.Role == FileRole.Note);
        if (notes <= limits.Notes)
            return files;
        var first = files.Where(file => file.Role == FileRole.Note).ElementAt(limits.Notes).Path;
        excess =
        [
            new Diagnostic("too-many-notes", Severity.Error, first, 1, 1,
                $"ノートが多すぎるため、ここから後の{notes - limits.Notes:N0}件は読みません（上限は{limits.Notes:N0}件）。", "フォルダーを分けてください。"),
        ];
        return [.. files.Where(file => file.Role != FileRole.Note || string.CompareOrdinal(file.Path, first) < 0)];
    }

    /// <summary>Notes that were there before and now stand at, or below, a place that could not be listed.</summary>
    private static IEnumerable<ScannedFile> Kept(NotesSnapshot? previous, ImmutableArray<Diagnostic> skipped)
    {
        if (previous is null || skipped.IsEmpty)
            return [];
        var places = skipped.Select(diagnostic => diagnostic.Path).ToHashSet(StringComparer.Ordinal);
        return previous.Files.Values.Where(file => file.Note is not null && IsAtOrBelow(file.Path, places))
            .Select(file => file with { Stamp = default, Confirmed = false, Fault = null });
    }

    private static bool IsAtOrBelow(string path, HashSet<string> places)
    {
        if (places.Contains(path))
            return true;
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (places.Contains(path[..slash]))
                return true;
        }

        return false;
    }

    private static NotesSnapshot Snapshot(ImmutableArray<ScannedFile> scanned, ImmutableArray<Diagnostic> diagnostics)
    {
        var files = scanned.DistinctBy(file => file.Path, StringComparer.Ordinal).ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
        return new NotesSnapshot
        {
            Notes =
            [
                .. files.Values.Where(file => file.Note is not null && FolderListing.RoleOf(file.Path) != FileRole.Setting)
                    .Select(file => file.Note!).OrderBy(note => note.Path, StringComparer.Ordinal),
            ],
            References = files.GetValueOrDefault(ReferencesName)?.Note,
            Settings = files.GetValueOrDefault(SettingsName)?.Note,
            Assets = files.Values.Where(file => file.Asset is not null).ToFrozenDictionary(file => file.Path, file => file.Asset!, StringComparer.Ordinal),
            Diagnostics =
            [
                .. diagnostics.Concat(files.Values.Where(file => file.Fault is not null).Select(file => file.Fault!))
                    .OrderBy(diagnostic => diagnostic.Path, StringComparer.Ordinal),
            ],
            Files = files,
        };
    }
}

/// <summary>A folder as it is on the disk now: another one put in its place is not equal.</summary>
/// <param name="Path">Real path.</param>
/// <param name="WithSubfolders">False for the folder round a single note.</param>
public sealed record WatchedPlace(string Path, bool WithSubfolders, long Device, long Inode);
