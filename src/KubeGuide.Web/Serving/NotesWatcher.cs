using KubeGuide.Core.Notes;

namespace KubeGuide.Web.Serving;

/// <summary>Reads the notes.</summary>
internal sealed class NotesWatcher(SiteOptions options, GlossaryStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var root = options.Notes;
        var files = File.Exists(root) ? [root] : Directory.GetFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        store.Rebuild(new NotesSnapshot { Notes = [.. files.Select(f => NoteDecoder.Decode(File.Exists(root) ? Path.GetFileName(f) : Path.GetRelativePath(root, f), File.ReadAllBytes(f)).Note!)] });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
