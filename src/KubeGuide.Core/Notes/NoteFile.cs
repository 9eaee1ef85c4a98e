using System.Collections.Immutable;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.Notes;

/// <summary>A note as read from disk: decoded, line ends normalised to <c>\n</c>, no NUL.</summary>
/// <param name="Path">Path below the notes folder with forward slashes, extension included; for a single file its name.</param>
/// <param name="Hash">Lower-case hex SHA-256 of the bytes on disk: equal hashes mean equal notes.</param>
/// <param name="Diagnostics">What reading found (encoding, size).</param>
public sealed record NoteFile(string Path, string Text, string Hash, ImmutableArray<Diagnostic> Diagnostics);
