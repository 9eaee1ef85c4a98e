namespace KubeGuide.Core.Notes;

/// <summary>What reading a file gave.</summary>
internal enum ReadOutcome
{
    Read,
    Missing,
    NotRegular,
    TooLarge,
    Denied,

    /// <summary>It changed while it was read, more than once.</summary>
    Changing,
}

/// <summary>Reads regular files only, and never half of one version and half of another.</summary>
internal static class StableFile
{
    private const int Attempts = 3;

    /// <summary>The bytes and the stamp they were read under, or the reason why there are none.</summary>
    public static ReadOutcome TryRead(string path, int maxLength, out FileStamp stamp, out byte[] bytes)
    {
        bytes = [];
        stamp = default;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (FileStamp.Of(path) is not { } seen)
                return ReadOutcome.Missing;
            stamp = seen;
            if (seen.Kind != FileKind.Regular)
                return ReadOutcome.NotRegular;
            if (seen.Size > maxLength)
                return ReadOutcome.TooLarge;
            try
            {
                using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                if (FileStamp.Of(handle) is not { Kind: FileKind.Regular } before || before.Size > maxLength)
                    continue;
                bytes = new byte[before.Size];
                if (RandomAccess.Read(handle, bytes, 0) == bytes.Length && FileStamp.Of(handle) == before)
                {
                    stamp = before;
                    return ReadOutcome.Read;
                }
            }
            catch (FileNotFoundException)
            {
                return ReadOutcome.Missing;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return ReadOutcome.Denied;
            }
        }

        return ReadOutcome.Changing;
    }

    /// <summary>Null when the path leads to no readable regular file.</summary>
    public static Stream? TryOpen(string path)
    {
        if (FileStamp.Of(path) is not { Kind: FileKind.Regular })
            return null;
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, FileOptions.Asynchronous);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
