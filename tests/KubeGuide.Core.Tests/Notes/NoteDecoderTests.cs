using System.Text;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Notes;

public sealed class NoteDecoderTests
{
    private const string Japanese = "# Pod\nポッドはKubernetesの最小単位です。\n";

    public static TheoryData<string, Encoding> Marked => new()
    {
        { "UTF-8", new UTF8Encoding(true) },
        { "UTF-16 LE", new UnicodeEncoding(false, true) },
        { "UTF-16 BE", new UnicodeEncoding(true, true) },
        { "UTF-32 LE", new UTF32Encoding(false, true) },
        { "UTF-32 BE", new UTF32Encoding(true, true) },
    };

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_byte_order_mark_decides_and_is_no_part_of_the_text(string name, Encoding encoding)
    {
        var note = Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Japanese)]);
        Assert.True(note.Text == Japanese, name);
        Assert.Empty(note.Diagnostics);
    }

    [Fact]
    public void UTF_8_without_a_mark_needs_no_remark()
    {
        var note = Decode(Encoding.UTF8.GetBytes(Japanese));
        Assert.Equal(Japanese, note.Text);
        Assert.Empty(note.Diagnostics);
    }

    [Fact]
    public void Shift_JIS_is_read_with_a_remark()
    {
        var note = Decode(ShiftJis(Japanese + "①ｱｲｳ髙"));
        Assert.Equal(Japanese + "①ｱｲｳ髙", note.Text);
        Assert.Equal("encoding", Assert.Single(note.Diagnostics).Rule);
    }

    [Fact]
    public void A_few_damaged_bytes_do_not_turn_Japanese_into_gibberish()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Japanese), 0xFF, .. "のこり"u8];
        var note = Decode(bytes);
        Assert.Equal(Japanese + "\uFFFDのこり", note.Text);
        var remark = Assert.Single(note.Diagnostics);
        Assert.Equal(("encoding", 3, 1), (remark.Rule, remark.Line, remark.Column));
    }

    [Theory]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("a\rb\r", "a\nb\n")]
    [InlineData("a\r\rb\n\r\nc", "a\n\nb\n\nc")]
    public void Every_line_end_becomes_a_line_feed_and_no_line_is_lost(string text, string expected) =>
        Assert.Equal(expected, Decode(Encoding.UTF8.GetBytes(text)).Text);

    [Fact]
    public void NUL_is_replaced_and_its_place_named()
    {
        var note = Decode("# Pod\r\nab\0c"u8.ToArray());
        Assert.Equal("# Pod\nab\uFFFDc", note.Text);
        var remark = Assert.Single(note.Diagnostics);
        Assert.Equal((2, 3), (remark.Line, remark.Column));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x80, 0x81 })]
    [InlineData(new byte[] { 0x63, 0x61, 0x66, 0xE9, 0x20, 0x80 })]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8 })]
    public void What_is_no_text_is_a_fault_and_no_note(byte[] bytes)
    {
        var (note, fault) = NoteDecoder.Decode("a.md", bytes);
        Assert.Null(note);
        Assert.Equal("unreadable", fault!.Rule);
    }

    [Fact]
    public void Text_without_a_mark_in_UTF_16_is_taken_for_binary()
    {
        var (note, fault) = NoteDecoder.Decode("a.md", Encoding.Unicode.GetBytes("# Kubernetes and its objects\n"));
        Assert.Null(note);
        Assert.Contains("バイナリ", fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var (note, fault) = NoteDecoder.Decode("a.md", bytes);
            Assert.True(note is null != fault is null);
        }
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes_on_disk() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Decode("abc"u8.ToArray()).Hash);

    private static NoteFile Decode(byte[] bytes)
    {
        var (note, fault) = NoteDecoder.Decode("a.md", bytes);
        Assert.Null(fault);
        return note!;
    }

    private static byte[] ShiftJis(string text) => CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(text);
}
