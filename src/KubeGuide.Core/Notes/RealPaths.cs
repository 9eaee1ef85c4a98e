namespace KubeGuide.Core.Notes;

/// <summary>
/// Where paths lead once every link in them is followed. Each link is asked once, so that all answers are of one generation
/// when a link is swapped meanwhile.
/// </summary>
internal sealed class RealPaths
{
    /// <summary>As many links as Linux follows before it calls a path a loop.</summary>
    private const int MaxLinks = 40;

    private readonly Dictionary<string, string?> targets = new(StringComparer.Ordinal);

    /// <summary>Null when the path leads nowhere or in a circle.</summary>
    public string? Of(string path)
    {
        var links = 0;
        return Resolve(Path.GetFullPath(path), ref links) is { } real && Path.Exists(real) ? real : null;
    }

    /// <param name="real">A real path.</param>
    /// <param name="folder">A real path.</param>
    public static bool IsInside(string real, string folder) =>
        real.StartsWith(folder, StringComparison.Ordinal)
        && (real.Length == folder.Length || folder.EndsWith(Path.DirectorySeparatorChar) || real[folder.Length] == Path.DirectorySeparatorChar);

    private string? Resolve(string path, ref int links)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var name in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, name);
            if (LinkTarget(next) is not { } target)
                real = next;
            else if (++links > MaxLinks || Resolve(Path.GetFullPath(target, real), ref links) is not { } followed)
                return null;
            else
                real = followed;
        }

        return real;
    }

    private string? LinkTarget(string path)
    {
        if (targets.TryGetValue(path, out var known))
            return known;
        string? target = null;
        try
        {
            target = new FileInfo(path).LinkTarget;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What cannot be asked is found missing or unreadable a moment later, where it is reported.
        }

        targets.Add(path, target);
        return target;
    }
}
