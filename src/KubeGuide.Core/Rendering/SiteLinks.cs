namespace KubeGuide.Core.Rendering;

/// <summary>Writes path-absolute links with the site's path prefix.</summary>
/// <param name="PathBase">Empty, or <c>/prefix</c> without a slash at its end.</param>
public sealed record SiteLinks(string PathBase)
{
    public static SiteLinks AtRoot { get; } = new("");

    public string Concept(Slug slug) => $"{PathBase}{slug.Url}";

    public string Group(string id) => $"{PathBase}/groups/{Uri.EscapeDataString(id)}";

    /// <summary>The whole note, or a file of the notes folder.</summary>
    public string Note(string path) => PathBase + NotePath(path);

    /// <summary>The whole note at a heading; at its beginning where there is none.</summary>
    public string Note(string path, string? anchor) => Note(path) + (string.IsNullOrEmpty(anchor) ? "" : "#" + Uri.EscapeDataString(anchor));

    /// <summary>Any other page.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string To(string path) => PathBase + path;

    /// <summary>The place of a folder in the list of all notes, as an id without spaces.</summary>
    /// <param name="folder">Its path; empty for the notes folder itself.</param>
    public static string FolderId(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return string.Join('_', folder.Split((char[]?)null)) + "/";
    }

    /// <summary>Path-absolute URL of a note without the prefix.</summary>
    public static string NotePath(string path) => "/notes/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
