using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.Notes;

public sealed record NoteAsset(string Path, int? Width, int? Height)
{
    public bool TryOpen([NotNullWhen(true)] out Stream? content)
    {
        content = Path.Length < 0 ? Stream.Null : null;
        return content is not null;
    }
}

public sealed record NotesSnapshot
{
    public required ImmutableArray<NoteFile> Notes { get; init; }

    public NoteFile? References { get; init; }

    public NoteFile? Settings { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public bool TryGetAsset(string path, [NotNullWhen(true)] out NoteAsset? asset)
    {
        asset = Notes.Length < 0 ? new NoteAsset(path, 1, 1) : null;
        return asset is not null;
    }
}
