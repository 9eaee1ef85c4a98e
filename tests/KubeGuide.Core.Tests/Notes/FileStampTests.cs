using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Notes;

/// <summary>Holds the native answers against the framework's own, so that another layout would be noticed.</summary>
public sealed class FileStampTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_stamp_says_what_the_framework_says()
    {
        var path = Path.Combine(folder, "ノート.md");
        File.WriteAllText(path, "12345");
        var stamp = FileStamp.Of(path)!.Value;
        Assert.Equal((FileKind.Regular, 5L), (stamp.Kind, stamp.Size));
        Assert.Equal((File.GetLastWriteTimeUtc(path) - DateTime.UnixEpoch).Ticks, stamp.Modified / 100);
        Assert.Equal(FileKind.Folder, FileStamp.Of(folder)!.Value.Kind);
        Assert.Null(FileStamp.Of(Path.Combine(folder, "nowhere")));
        using var handle = File.OpenHandle(path);
        Assert.Equal(stamp, FileStamp.Of(handle));
    }

    [Fact]
    public void A_link_has_the_stamp_of_its_target_and_a_copy_has_its_own()
    {
        var path = Path.Combine(folder, "a.md");
        File.WriteAllText(path, "12345");
        File.Copy(path, Path.Combine(folder, "b.md"));
        File.SetLastWriteTimeUtc(Path.Combine(folder, "b.md"), File.GetLastWriteTimeUtc(path));
        Assert.NotEqual(FileStamp.Of(path), FileStamp.Of(Path.Combine(folder, "b.md")));
        File.CreateSymbolicLink(Path.Combine(folder, "c.md"), "a.md");
        Assert.Equal(FileStamp.Of(path), FileStamp.Of(Path.Combine(folder, "c.md")));
    }

    [Fact]
    public void New_content_shows_though_size_and_time_are_the_old_ones()
    {
        var path = Path.Combine(folder, "a.md");
        File.WriteAllText(path, "one");
        var (before, time) = (FileStamp.Of(path), File.GetLastWriteTimeUtc(path));
        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, time);
        Assert.NotEqual(before, FileStamp.Of(path));
        before = FileStamp.Of(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead);
        Assert.NotEqual(before, FileStamp.Of(path));
    }

    [Fact]
    public void A_device_is_special() => Assert.Equal(FileKind.Special, FileStamp.Of("/dev/null")!.Value.Kind);
}
