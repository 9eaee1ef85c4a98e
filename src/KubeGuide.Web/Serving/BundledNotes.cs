namespace KubeGuide.Web.Serving;

/// <summary>The notes that the site serves when nobody names others.</summary>
internal static class BundledNotes
{
    /// <summary><c>docs/</c> of the repository that this was built in, else the copy beside the published application, else null.</summary>
    public static string? Path()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "KubeGuide.sln")))
                return Existing(System.IO.Path.Combine(folder.FullName, "docs"));
        }

        return Existing(System.IO.Path.Combine(AppContext.BaseDirectory, "docs"));
    }

    private static string? Existing(string path) => Directory.Exists(path) ? path : null;
}
