using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.Notes;

/// <summary>What became of a file's bytes: a note, or the reason why there is none.</summary>
public sealed record Decoding(NoteFile? Note, Diagnostic? Fault);

/// <summary>
/// Turns a file's bytes into a note: a byte order mark decides; else strict UTF-8; else Shift_JIS (CP932) with a warning.
/// UTF-8 with a few damaged bytes stays UTF-8. Never throws, whatever the bytes are.
/// </summary>
public static class NoteDecoder
{
    /// <summary>Below this many control characters nothing is called binary: a stray one is the author's slip.</summary>
    private const int ToleratedControls = 8;

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false)),
        ([0xFF, 0xFE, 0x00, 0x00], new UTF32Encoding(bigEndian: false, byteOrderMark: false)),
        ([0x00, 0x00, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false)),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false)),
    ];

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(
        932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>What CP932 makes of bytes that Shift_JIS does not define (80, A0, FD to FF).</summary>
    private static readonly SearchValues<char> NotInShiftJis =
        SearchValues.Create("\u0080\u00A0\uF8F0\uF8F1\uF8F2\uF8F3");

    /// <param name="path">Path below the notes folder, for the note and its diagnostics.</param>
    public static Decoding Decode(string path, byte[] bytes)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (ToText(path, bytes, diagnostics) is not { } text)
            return new Decoding(null, Fault(path, "文字コードを判別できません（UTF-8でもShift_JISでもありません）。"));
        if (IsBinary(text))
            return new Decoding(null, Fault(path, "テキストではなく、バイナリのようです。"));

        text = WithoutNul(path, NormalisedLines(text), diagnostics);
        return new Decoding(new NoteFile(path, text, Convert.ToHexStringLower(SHA256.HashData(bytes)), diagnostics.ToImmutable()), null);
    }

    private static string? ToText(string path, byte[] bytes, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (bytes.AsSpan().StartsWith(mark))
                return Marked(path, encoding.GetString(bytes, mark.Length, bytes.Length - mark.Length), diagnostics);
        }

        if (TryDecode(StrictUtf8, bytes) is { } utf8)
            return utf8;
        if (DamagedUtf8(bytes) is { } damaged)
            return Marked(path, damaged, diagnostics);
        if (TryDecode(ShiftJis, bytes) is not { } japanese || japanese.AsSpan().ContainsAny(NotInShiftJis))
            return null;
        diagnostics.Add(new Diagnostic(
            "encoding", Severity.Warning, path, 1, 1, "Shift_JISとして読みました。", "UTF-8で保存し直してください。"));
        return japanese;
    }

    private static string? TryDecode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text where ten well-formed sequences stand against each malformed one: Shift_JIS never looks like that.</summary>
    private static string? DamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var wellFormed = Rune.DecodeFromUtf8(rest, out _, out var length) == OperationStatus.Done;
            if (!wellFormed)
                bad++;
            else if (length > 1)
                good++;
            rest = rest[length..];
        }

        return good >= 10 * bad ? Encoding.UTF8.GetString(bytes) : null;
    }

    private static string Marked(string path, string text, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var damaged = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (damaged >= 0)
        {
            var (line, column) = Position(NormalisedLines(text[..damaged]));
            diagnostics.Add(new Diagnostic(
                "encoding", Severity.Warning, path, line, column, "文字として読めないバイトがあります。", "「\uFFFD」になった文字を書き直し、保存し直してください。"));
        }

        return text;
    }

    private static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\v' or '\f' or '\r' or '\u001B'))
                controls++;
        }

        return controls > ToleratedControls && controls > text.Length / 10;
    }

    private static string NormalisedLines(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    private static string WithoutNul(string path, string text, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul < 0)
            return text;
        var (line, column) = Position(text.AsSpan(0, nul));
        diagnostics.Add(new Diagnostic(
            "encoding", Severity.Warning, path, line, column, "NUL文字があり、「\uFFFD」に置き換えました。", "NUL文字を消してください。"));
        return text.Replace('\0', '\uFFFD');
    }

    private static (int Line, int Column) Position(ReadOnlySpan<char> before) =>
        (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));

    private static Diagnostic Fault(string path, string message) =>
        new(NotesFolder.UnreadableRule, Severity.Error, path, 1, 1, message, "UTF-8のテキストで保存し直してください。");
}
