using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace KubeGuide.Core.Notes;

internal enum FileKind
{
    Regular,
    Folder,

    /// <summary>A pipe, socket or device: opening it may never return.</summary>
    Special,
}

/// <summary>What tells one version of a file from another without reading it.</summary>
/// <param name="Modified">Finer than the file system's own clock; on no particular scale.</param>
/// <param name="Changed">When content, name or rights changed, which no program sets back; 0 on Windows.</param>
/// <param name="Device">0 on Windows, as <paramref name="Inode"/>.</param>
internal readonly record struct FileStamp(FileKind Kind, long Size, long Modified, long Changed, long Device, long Inode)
{
    /// <summary>Links are followed. Null when there is nothing, or it may not be asked.</summary>
    public static FileStamp? Of(string path)
    {
        if (!OperatingSystem.IsWindows())
            return Native.Stat(path, out var status) == 0 ? From(status) : null;
        if (Directory.Exists(path))
            return new FileStamp(FileKind.Folder, 0, 0, 0, 0, 0);
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(FileKind.Regular, file.Length, file.LastWriteTimeUtc.Ticks, 0, 0, 0) : null;
    }

    /// <summary>The stamp of an open file, whatever its path leads to by now.</summary>
    public static FileStamp? Of(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsWindows())
            return Native.FStat(handle, out var status) == 0 ? From(status) : null;
        return new FileStamp(FileKind.Regular, RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle).Ticks, 0, 0, 0);
    }

    private static FileStamp From(in Native.FileStatus status)
    {
        const int TypeMask = 0xF000, Folder = 0x4000, Regular = 0x8000;
        var kind = (status.Mode & TypeMask) switch { Regular => FileKind.Regular, Folder => FileKind.Folder, _ => FileKind.Special };
        return new FileStamp(kind, status.Size, (status.Modified * 1_000_000_000) + status.ModifiedNanoseconds, (status.Changed * 1_000_000_000) + status.ChangedNanoseconds, status.Device, status.Inode);
    }

    /// <summary>
    /// .NET does not say whether a path is a pipe, nor which inode it is. Its own native library does, with one layout on every Unix;
    /// a test holds that layout against the framework's public answers.
    /// </summary>
    private static class Native
    {
        [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
        public static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out FileStatus status);

        [DllImport("libSystem.Native", EntryPoint = "SystemNative_FStat")]
        public static extern int FStat(SafeFileHandle handle, out FileStatus status);

        /// <summary>Larger than today's 120 bytes, in case fields are added at the end.</summary>
        [StructLayout(LayoutKind.Explicit, Size = 256)]
        public struct FileStatus
        {
            [FieldOffset(4)]
            public int Mode;

            [FieldOffset(16)]
            public long Size;

            [FieldOffset(40)]
            public long Modified;

            [FieldOffset(48)]
            public long ModifiedNanoseconds;

            [FieldOffset(56)]
            public long Changed;

            [FieldOffset(64)]
            public long ChangedNanoseconds;

            [FieldOffset(88)]
            public long Device;

            [FieldOffset(104)]
            public long Inode;
        }
    }
}
