using System.Collections.Immutable;
using System.IO.Enumeration;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.Notes;

internal enum FileRole
{
    Note,
    Asset,

    /// <summary><c>references.yml</c> or <c>kubeguide.yml</c> at the root.</summary>
    Setting,
}

/// <param name="Path">Below the root, with forward slashes, links not followed.</param>
/// <param name="RealPath">Where to read it.</param>
internal sealed record ListedFile(string Path, string RealPath, FileRole Role);

/// <summary>
/// Finds the files below the root that are ours by name. Names that begin with a dot are never listed. A link is followed
/// only when it leads to a place inside the root, and a folder is listed through links at most once, so that no circle is walked.
/// </summary>
internal sealed class FolderListing(string root)
{
    private readonly List<ListedFile> files = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly RealPaths realPaths = new();
    private readonly HashSet<string> linkedFolders = new(StringComparer.Ordinal);

    /// <summary>False when the root itself cannot be listed.</summary>
    /// <param name="root">A real path.</param>
    public static bool TryList(string root, out ImmutableArray<ListedFile> files, out ImmutableArray<Diagnostic> diagnostics)
    {
        var listing = new FolderListing(root);
        var found = listing.Walk(root, "");
        files = [.. listing.files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        diagnostics = [.. listing.diagnostics.OrderBy(diagnostic => diagnostic.Path, StringComparer.Ordinal)];
        return found;
    }

    /// <summary>Null for a file that is none of ours.</summary>
    public static FileRole? RoleOf(string path)
    {
        if (path is NotesFolder.ReferencesName or NotesFolder.SettingsName)
            return FileRole.Setting;
        var extension = Path.GetExtension(path);
        if (Is(".md") || Is(".markdown"))
            return FileRole.Note;
        return Is(".png") || Is(".jpg") || Is(".jpeg") || Is(".gif") || Is(".webp") || Is(".avif") || Is(".svg") ? FileRole.Asset : null;

        bool Is(string known) => extension.Equals(known, StringComparison.OrdinalIgnoreCase);
    }

    private bool Walk(string folder, string prefix)
    {
        (string Name, FileAttributes Attributes)[] entries;
        try
        {
            entries = [.. Entries(folder).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Skip(prefix.TrimEnd('/'), "フォルダーを読めません。", "読み取りの権限を確かめてください。");
            return false;
        }

        foreach (var (name, attributes) in entries)
        {
            if (attributes.HasFlag(FileAttributes.ReparsePoint))
                Link(Path.Combine(folder, name), prefix + name);
            else if (attributes.HasFlag(FileAttributes.Directory))
                Folder(Path.Combine(folder, name), prefix + name);
            else
                Add(Path.Combine(folder, name), prefix + name);
        }

        return true;
    }

    private static FileSystemEnumerable<(string Name, FileAttributes Attributes)> Entries(string folder) =>
        new(folder, (ref entry) => (entry.FileName.ToString(), entry.Attributes), new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref entry) => !entry.FileName.StartsWith('.') && !entry.FileName.SequenceEqual("node_modules"),
        };

    private void Link(string path, string listed)
    {
        var real = realPaths.Of(path);
        if (real is not null && RealPaths.IsInside(real, root))
        {
            if (!Directory.Exists(real))
                Add(real, listed);
            else if (!RealPaths.IsInside(Path.GetDirectoryName(path)!, real) && linkedFolders.Add(real))
                Folder(real, listed);
            else
                Skip(listed, "フォルダーへのリンクが循環しているか、重なっています。", "リンクを消してください。");
        }
        else if (real is not null ? RoleOf(listed) is not null || Directory.Exists(real) : RoleOf(listed) is not null)
        {
            Skip(listed, real is null ? "リンクの先がありません。" : "リンクの先がノートのフォルダーの外にあります。", "リンクではなくファイルそのものを置いてください。");
        }
    }

    private void Folder(string path, string listed)
    {
        if (RoleOf(listed) is FileRole.Note)
            Skip(listed, "ノートの名前ですが、フォルダーです。", "フォルダーの名前を変えてください。");
        Walk(path, listed + "/");
    }

    private void Add(string real, string listed)
    {
        if (RoleOf(listed) is { } role)
            files.Add(new ListedFile(listed, real, role));
    }

    private void Skip(string path, string message, string suggestion) =>
        diagnostics.Add(new Diagnostic(NotesFolder.UnreadableRule, Severity.Warning, path, 1, 1, message, suggestion));
}
