using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Notes;

/// <summary>On real folders. An unreadable file is a folder or a pipe here: tests may run as a user who may read everything.</summary>
public sealed class NotesFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ノート ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Notes_are_listed_in_ordinal_order_with_their_path()
    {
        Write("b.md", "b");
        Write("B.MARKDOWN", "B");
        Write("sub/日本語 ノート.md", "c");
        Write("a.txt", "no");
        Assert.Equal(["B.MARKDOWN", "b.md", "sub/日本語 ノート.md"], Scan().Notes.Select(note => note.Path));
    }

    [Fact]
    public void Names_that_begin_with_a_dot_and_node_modules_are_never_listed()
    {
        Write(".env.md", "no");
        Write(".git/a.md", "no");
        Write("..data/b.md", "no");
        Write("node_modules/x/README.md", "no");
        Write("a.md", "yes");
        var snapshot = Scan();
        Assert.Equal(["a.md"], snapshot.Notes.Select(note => note.Path));
        Assert.Empty(snapshot.Diagnostics);
    }

    [Fact]
    public void A_single_file_is_a_note_by_its_name_and_its_neighbours_are_not_seen()
    {
        Write("notes.md", "# Pod");
        Write("picture.svg", "<svg/>");
        var snapshot = NotesFolder.Scan(Path.Combine(folder, "notes.md"), NoteLimits.Default);
        Assert.Equal("notes.md", Assert.Single(snapshot.Notes).Path);
        Assert.Empty(snapshot.Assets);
    }

    [Fact]
    public void A_root_that_is_not_there_is_said_and_not_thrown()
    {
        Assert.False(NotesFolder.Scan(Path.Combine(folder, "nowhere"), NoteLimits.Default).RootFound);
        Assert.True(Scan().RootFound);
    }

    [Fact]
    public void Settings_and_references_are_taken_from_the_root_only()
    {
        Write("kubeguide.yml", "nolink: [Pod]");
        Write("references.yml", "- url: x");
        Write("sub/kubeguide.yml", "no");
        var snapshot = Scan();
        Assert.Equal("nolink: [Pod]", snapshot.Settings!.Text);
        Assert.Equal("- url: x", snapshot.References!.Text);
        Assert.Empty(snapshot.Notes);
    }

    [Fact]
    public void A_ConfigMap_mount_is_read_through_its_links()
    {
        Write("..2026_11_01/pod.md", "one");
        Link("..data", "..2026_11_01");
        Link("pod.md", "..data/pod.md");
        var first = Scan();
        Assert.Equal(("pod.md", "one"), Single(first));

        Write("..2026_11_02/pod.md", "two");
        File.Delete(Path.Combine(folder, "..data"));
        Link("..data", "..2026_11_02");
        Assert.Equal(("pod.md", "two"), Single(Scan(first)));
    }

    [Fact]
    public void A_root_that_is_a_swapped_link_is_followed_once()
    {
        Write("v1/a.md", "one");
        Write("v2/a.md", "two");
        Link("current", "v1");
        var root = Path.Combine(folder, "current");
        var first = NotesFolder.Scan(root, NoteLimits.Default);
        Assert.Equal(("a.md", "one"), Single(first));
        File.Delete(root);
        Link("current", "v2");
        Assert.Equal(("a.md", "two"), Single(NotesFolder.Scan(root, NoteLimits.Default, first)));
    }

    [Fact]
    public void Links_inside_the_root_are_followed_and_links_out_of_it_are_not()
    {
        var outside = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(outside, "secret.md"), "secret");
            Write("real/a.md", "a");
            Link("alias.md", "real/a.md");
            Link("linked", "real");
            Link("out.md", Path.Combine(outside, "secret.md"));
            Link("outer", outside);
            Link("up", "..");
            Link("picture.png", "/etc/passwd");
            var snapshot = Scan();
            Assert.Equal(["alias.md", "linked/a.md", "real/a.md"], snapshot.Notes.Select(note => note.Path));
            Assert.Equal(["out.md", "outer", "picture.png", "up"], snapshot.Diagnostics.Select(diagnostic => diagnostic.Path));
            Assert.Empty(snapshot.Assets);
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void Circles_of_links_end()
    {
        Write("a.md", "a");
        Link("self", ".");
        Link("sub/up", "..");
        Link("x.md", "y.md");
        Link("y.md", "x.md");
        Link("p/q", "../q");
        Link("q/p", "../p");
        var snapshot = Scan();
        Assert.Equal("a.md", Assert.Single(snapshot.Notes).Path);
        Assert.Contains(snapshot.Diagnostics, diagnostic => diagnostic.Path == "self");
        Assert.Contains(snapshot.Diagnostics, diagnostic => diagnostic.Path == "x.md");
    }

    [Fact]
    public void A_pipe_a_socket_a_folder_a_device_and_a_dangling_link_are_diagnostics_and_never_opened()
    {
        Pipe("pipe.md");
        Link("topipe.md", "pipe.md");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder, "socket.md")));
        Directory.CreateDirectory(Path.Combine(folder, "folder.md"));
        Link("dangling.md", "nowhere");
        Pipe("pipe.png");
        Write("good.md", "good");

        var snapshot = Scan();
        Assert.Equal(("good.md", "good"), Single(snapshot));
        Assert.Equal(["dangling.md", "folder.md", "pipe.md", "pipe.png", "socket.md", "topipe.md"], snapshot.Diagnostics.Select(diagnostic => diagnostic.Path));
        Assert.All(snapshot.Diagnostics, diagnostic => Assert.Equal("unreadable", diagnostic.Rule));
    }

    [Fact]
    public void What_changed_is_read_and_what_did_not_is_the_same_object()
    {
        Write("a.md", "a");
        Write("b.md", "b");
        var first = Scan();
        Write("b.md", "changed");
        Write("c.md", "new");
        File.Delete(Path.Combine(folder, "a.md"));
        Write("a/a.md", "moved");
        var second = Scan(first);
        Assert.Equal(["moved", "changed", "new"], second.Notes.Select(note => note.Text));
        Assert.False(second.ShowsSameAs(first));
        var third = Scan(second);
        Assert.True(third.ShowsSameAs(second));
        Assert.All(third.Notes.Zip(second.Notes), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void New_text_of_the_same_size_and_time_is_found()
    {
        Write("a.md", "one");
        var time = File.GetLastWriteTimeUtc(Path.Combine(folder, "a.md"));
        var first = Scan();
        Write("a.md", "two");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "a.md"), time);
        Assert.Equal(("a.md", "two"), Single(Scan(first)));
    }

    [Fact]
    public void New_text_behind_an_old_stamp_is_found_within_a_round_of_slices()
    {
        Write("a.md", "one");
        var time = File.GetLastWriteTimeUtc(Path.Combine(folder, "a.md"));
        var snapshot = Scan(Scan(Scan()));
        Write("a.md", "two");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "a.md"), time);
        for (var i = 0; i < 64 && Single(snapshot).Text == "one"; i++)
            snapshot = Scan(snapshot);
        Assert.Equal("two", Single(snapshot).Text);
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("oversized")]
    [InlineData("pipe")]
    [InlineData("folder")]
    [InlineData("dangling")]
    public void A_note_that_becomes_unreadable_keeps_its_last_good_text(string fate)
    {
        Write("a.md", "good");
        var first = Scan();
        var path = Path.Combine(folder, "a.md");
        File.Delete(path);
        switch (fate)
        {
            case "binary": File.WriteAllBytes(path, [0xFF, 0x80, 0, 0, 1, 2]); break;
            case "oversized": File.WriteAllText(path, new string('a', NoteLimits.Default.NoteBytes + 1)); break;
            case "pipe": Pipe("a.md"); break;
            case "folder": Directory.CreateDirectory(path); break;
            case "dangling": Link("a.md", "nowhere"); break;
        }

        var second = Scan(Scan(first));
        Assert.Same(first.Notes[0], Assert.Single(second.Notes));
        Assert.Equal(("unreadable", "a.md"), Assert.Single(second.Diagnostics.Select(diagnostic => (diagnostic.Rule, diagnostic.Path))));

        if (Directory.Exists(path))
            Directory.Delete(path);
        File.Delete(path);
        Assert.Empty(Scan(second).Notes);
        Write("a.md", "better");
        var healed = Scan(second);
        Assert.Equal("better", Single(healed).Text);
        Assert.Empty(healed.Diagnostics);
    }

    [Fact]
    public void A_file_cut_off_while_it_is_written_is_taken_only_when_it_stays_so()
    {
        Write("a.md", "# Pod\n\n説明です。");
        var first = Scan();
        Write("a.md", "# Pod\n");
        var second = Scan(first);
        Assert.Equal("# Pod\n\n説明です。", Single(second).Text);
        Assert.False(second.Settled);
        var third = Scan(second);
        Assert.Equal("# Pod\n", Single(third).Text);
        Assert.True(third.Settled);
    }

    [Fact]
    public void An_oversized_note_is_read_when_there_is_no_better_one()
    {
        Write("big.md", new string('a', NoteLimits.Default.NoteBytes + 1));
        Assert.NotNull(StructureCheck.Check(Single(Scan()).Text));
        Write("big.md", new string('a', (4 * NoteLimits.Default.NoteBytes) + 1));
        Assert.Equal("unreadable", Assert.Single(Scan().Diagnostics).Rule);
    }

    [Fact]
    public void Notes_past_the_limit_are_left_out_with_one_diagnostic()
    {
        foreach (var name in "abcd")
            Write($"{name}.md", "x");
        Write("z.svg", "<svg/>");
        var snapshot = NotesFolder.Scan(folder, NoteLimits.Default with { Notes = 2 });
        Assert.Equal(["a.md", "b.md"], snapshot.Notes.Select(note => note.Path));
        var diagnostic = Assert.Single(snapshot.Diagnostics);
        Assert.Equal(("too-many-notes", "c.md"), (diagnostic.Rule, diagnostic.Path));
        Assert.Single(snapshot.Assets);
    }

    [Fact]
    public void Every_encoding_gives_the_same_text()
    {
        const string text = "# ポッド\n最小単位です。\n";
        Write("a.md", text);
        File.WriteAllText(Path.Combine(folder, "b.md"), text, new UTF8Encoding(true));
        File.WriteAllText(Path.Combine(folder, "c.md"), text, new UnicodeEncoding(true, true));
        File.WriteAllText(Path.Combine(folder, "d.md"), text.ReplaceLineEndings("\r\n"));
        File.WriteAllBytes(Path.Combine(folder, "e.md"), CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(text));
        Assert.All(Scan().Notes, note => Assert.Equal(text, note.Text));
    }

    [Fact]
    public void Two_scans_of_one_folder_show_the_same()
    {
        for (var i = 0; i < 200; i++)
            Write($"{i % 7}/{i}.md", $"# {i}");
        Assert.True(Scan().ShowsSameAs(Scan()));
    }

    [Fact]
    public void Images_are_found_by_exact_key_only_and_opened_as_scanned()
    {
        Write("img/図.svg", """<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"/>""");
        var snapshot = Scan();
        Assert.True(snapshot.TryGetAsset("img/図.svg", out var asset));
        Assert.Equal((640, 480), (asset.Width, asset.Height));
        Assert.True(asset.TryOpen(out var content));
        content.Dispose();
        Assert.All(["IMG/図.svg", "img//図.svg", "./img/図.svg", "img/../img/図.svg", "/img/図.svg"], path => Assert.False(snapshot.TryGetAsset(path, out _)));

        File.Delete(Path.Combine(folder, "img/図.svg"));
        Pipe("img/図.svg");
        Assert.False(asset.TryOpen(out _));
    }

    [Fact]
    public async Task Notes_rewritten_by_rename_are_never_torn_and_never_lost()
    {
        var (one, two) = ("始" + new string('a', 50_000) + "終", "始" + new string('b', 90_000) + "終");
        Write("a.md", one);
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(
            () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    File.WriteAllText(Path.Combine(folder, "a.tmp"), i % 2 == 0 ? two : one);
                    File.Move(Path.Combine(folder, "a.tmp"), Path.Combine(folder, "a.md"), overwrite: true);
                }
            },
            TestContext.Current.CancellationToken);
        var snapshot = Scan();
        for (var i = 0; i < 20; i++)
        {
            snapshot = Scan(snapshot);
            Assert.True(Single(snapshot).Text is var text && (text == one || text == two));
        }

        await stop.CancelAsync();
        await writer;
    }

    private NotesSnapshot Scan(NotesSnapshot? previous = null) => NotesFolder.Scan(folder, NoteLimits.Default, previous);

    private static (string Path, string Text) Single(NotesSnapshot snapshot)
    {
        var note = Assert.Single(snapshot.Notes);
        return (note.Path, note.Text);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private void Link(string path, string target)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.CreateSymbolicLink(full, target);
    }

    private void Pipe(string path)
    {
        using var process = Process.Start("mkfifo", [Path.Combine(folder, path)]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
