using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.Notes;

/// <summary>Reads listed files, in parallel, and takes from the scan before whatever is certain to be the same.</summary>
internal sealed class FolderReader(NoteLimits limits, FrozenDictionary<string, ScannedFile> previous, int generation)
{
    /// <summary>Equal stamps can lie; of the files that look unchanged, every n-th is read all the same, another at each scan.</summary>
    private const int Slices = 64;

    /// <summary>A note beyond its limit is still read up to this many times the limit, to be shown as plain text.</summary>
    private const int ReadFactor = 4;

    private bool settled = true;

    /// <param name="calm">How long a file that changed has to stay as it is before it is taken; zero takes it at once.</param>
    public ScannedFile[] Read(ImmutableArray<ListedFile> files, out bool settled, TimeSpan calm)
    {
        var scanned = new ScannedFile[files.Length];
        Parallel.For(0, files.Length, i => scanned[i] = Read(files[i], i % Slices == generation % Slices));
        if (calm > TimeSpan.Zero)
            Settle(files, scanned, calm);
        settled = this.settled;
        return scanned;
    }

    private void Settle(ImmutableArray<ListedFile> files, ScannedFile[] scanned, TimeSpan calm)
    {
        var changed = Enumerable.Range(0, files.Length)
            .Where(i => previous.GetValueOrDefault(files[i].Path)?.Stamp != scanned[i].Stamp && scanned[i].Stamp != default).ToList();
        if (changed.Count == 0)
            return;
        Thread.Sleep(calm);
        foreach (var i in changed.Where(i => FileStamp.Of(files[i].RealPath) != scanned[i].Stamp))
        {
            scanned[i] = Read(files[i], again: true);
            settled = false;
        }
    }

    private ScannedFile Read(ListedFile file, bool again)
    {
        var before = previous.GetValueOrDefault(file.Path);
        var stamp = FileStamp.Of(file.RealPath) ?? default;
        if (file.Role == FileRole.Asset)
            return before?.Stamp == stamp && before.Asset?.RealPath == file.RealPath ? before : Asset(file, stamp);
        return before is { Confirmed: true } && before.Stamp == stamp && !again ? before : Note(file, before);
    }

    private static ScannedFile Asset(ListedFile file, FileStamp stamp)
    {
        if (stamp.Kind != FileKind.Regular || StableFile.TryOpen(file.RealPath) is not { } content)
            return new ScannedFile(file.Path, default, false, null, null, Fault(file.Path, ReadOutcome.NotRegular));
        using (content)
        {
            var (width, height) = ImageSize.Read(file.Path, content);
            return new ScannedFile(file.Path, stamp, true, null, new NoteAsset(file.Path, width, height) { RealPath = file.RealPath }, null);
        }
    }

    private ScannedFile Note(ListedFile file, ScannedFile? before)
    {
        var outcome = StableFile.TryRead(file.RealPath, limits.NoteBytes * ReadFactor, out var stamp, out var bytes);
        if (outcome is ReadOutcome.Missing or ReadOutcome.Changing)
            return Later(file, before, default) ?? Faulty(file, before, default, Fault(file.Path, outcome));
        if (outcome == ReadOutcome.Read && IsBeginningOf(bytes, before, stamp))
            return Later(file, before, stamp)!;
        if (outcome == ReadOutcome.Read && bytes.Length > limits.NoteBytes && HasSmallNote(before))
            outcome = ReadOutcome.TooLarge;
        if (outcome != ReadOutcome.Read)
            return Faulty(file, before, stamp, Fault(file.Path, outcome));
        if (before is { Note: { } known, Fault: null } && known.Hash == Convert.ToHexStringLower(SHA256.HashData(bytes)))
            return before.Confirmed && before.Stamp == stamp ? before : before with { Stamp = stamp, Confirmed = before.Stamp == stamp };

        var (note, fault) = NoteDecoder.Decode(file.Path, bytes);
        return note is null ? Faulty(file, before, stamp, fault!) : new ScannedFile(file.Path, stamp, false, note, null, null);
    }

    /// <summary>The version before, until the file has come to rest; null where there is none.</summary>
    private ScannedFile? Later(ListedFile file, ScannedFile? before, FileStamp stamp)
    {
        settled = false;
        return before is { Note: not null } ? before with { Path = file.Path, Stamp = stamp, Confirmed = false } : null;
    }

    /// <summary>Whether this looks like a file in the middle of being written anew: at first sight only, an author may cut a note short.</summary>
    private static bool IsBeginningOf(byte[] bytes, ScannedFile? before, FileStamp stamp) =>
        before is { Note: { } note, Fault: null } && before.Stamp != stamp && bytes.Length < before.Stamp.Size
        && note.Text.StartsWith(NoteDecoder.Decode(note.Path, bytes).Note?.Text ?? "", StringComparison.Ordinal);

    private bool HasSmallNote(ScannedFile? before) =>
        before?.Note is { } note && Encoding.UTF8.GetByteCount(note.Text) <= limits.NoteBytes;

    private static ScannedFile Faulty(ListedFile file, ScannedFile? before, FileStamp stamp, Diagnostic fault)
    {
        if (before?.Note is not null)
            fault = fault with { Message = fault.Message + "前に読めた内容を表示しています。" };
        return new ScannedFile(file.Path, stamp, before?.Stamp == stamp && before.Fault == fault && stamp != default, before?.Note, null, fault);
    }

    private static Diagnostic Fault(string path, ReadOutcome outcome)
    {
        var (message, suggestion) = outcome switch
        {
            ReadOutcome.Missing => ("ファイルが見つかりません。", "ファイルを置き直してください。"),
            ReadOutcome.NotRegular => ("ふつうのファイルではないため、読みません。", "パイプやソケットを取り除いてください。"),
            ReadOutcome.TooLarge => ("ファイルが大きすぎます。", "ノートを分けてください。"),
            ReadOutcome.Changing => ("書き換えが続いていて、読めません。", null as string),
            _ => ("ファイルを読めません。", "読み取りの権限を確かめてください。"),
        };
        return new Diagnostic(NotesFolder.UnreadableRule, Severity.Error, path, 1, 1, message, suggestion);
    }
}
