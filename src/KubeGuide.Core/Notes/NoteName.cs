namespace KubeGuide.Core.Notes;

/// <summary>What a note is called by its file.</summary>
public static class NoteName
{
    private const int IdLength = 32;

    /// <summary>The file's name without folders, extension and id.</summary>
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return WithoutId(WithoutExtension(path[(path.LastIndexOf('/') + 1)..]));
    }

    /// <summary>The folder of a file without a slash at its end; empty for the notes folder itself.</summary>
    public static string FolderOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path[..Math.Max(0, path.LastIndexOf('/'))];
    }

    /// <summary>A file's or folder's name without the id that Notion's exports put behind it.</summary>
    public static string WithoutId(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var id = name.Length - IdLength;
        return id > 1 && name[id - 1] == ' ' && name.AsSpan(id).IndexOfAnyExcept("0123456789abcdef") < 0 ? name[..(id - 1)] : name;
    }

    /// <summary>Whether a path ends like a note's.</summary>
    public static bool IsMarkdown(string path) => WithoutExtension(path).Length < path.Length;

    /// <summary>A path without the extension of Markdown files, where it has one.</summary>
    public static string WithoutExtension(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase) ? path[..^9] : path;
    }
}
