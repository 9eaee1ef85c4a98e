using System.Buffers.Binary;
using System.Globalization;
using System.Xml;

namespace KubeGuide.Core.Notes;

/// <summary>Reads an image's size from its header. Damaged or unknown files have no size; nothing throws.</summary>
internal static class ImageSize
{
    /// <summary>Where a JPEG's size stands after its embedded previews and colour profiles, in all but odd cases.</summary>
    private const int HeaderLength = 256 * 1024;

    private const int MaxPixels = 100_000;

    /// <summary>Width and height in pixels: both, or neither.</summary>
    public static (int? Width, int? Height) Read(string name, Stream content)
    {
        try
        {
            var size = name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? Svg(content) : Raster(Header(content));
            return size is ( > 0 and <= MaxPixels, > 0 and <= MaxPixels) ? size : (null, null);
        }
        catch (Exception fault) when (fault is IOException or XmlException or UnauthorizedAccessException)
        {
            return (null, null);
        }
    }

    private static byte[] Header(Stream content)
    {
        var header = new byte[Math.Min(HeaderLength, content.Length)];
        return header[..content.ReadAtLeast(header, header.Length, throwOnEndOfStream: false)];
    }

    private static (int?, int?) Raster(ReadOnlySpan<byte> header) => header switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when header.Length >= 24 => (Big32(header[16..]), Big32(header[20..])),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when header.Length >= 10 => (Little16(header[6..]), Little16(header[8..])),
        [0xFF, 0xD8, ..] => Jpeg(header[2..]),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] when header.Length >= 30 => WebP(header[12..]),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Avif(header),
        _ => (null, null),
    };

    /// <summary>Walks the segments to the frame header (SOF0 to SOF15, but for DHT, JPG and DAC).</summary>
    private static (int?, int?) Jpeg(ReadOnlySpan<byte> rest)
    {
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            var marker = rest[1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (Big16(rest[7..]), Big16(rest[5..]));
            var skip = marker == 0xFF ? 1 : 2 + Big16(rest[2..]);
            rest = rest[Math.Min(skip, rest.Length)..];
        }

        return (null, null);
    }

    private static (int?, int?) WebP(ReadOnlySpan<byte> chunk)
    {
        if (chunk.StartsWith("VP8X"u8))
            return (1 + Little24(chunk[12..]), 1 + Little24(chunk[15..]));
        if (chunk.StartsWith("VP8L"u8) && chunk.Length >= 13)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(chunk[9..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return chunk.StartsWith("VP8 "u8) && chunk.Length >= 18
            ? (Little16(chunk[14..]) & 0x3FFF, Little16(chunk[16..]) & 0x3FFF)
            : (null, null);
    }

    /// <summary>The largest of the file's spatial extents: the others are thumbnails.</summary>
    private static (int?, int?) Avif(ReadOnlySpan<byte> header)
    {
        (int? Width, int? Height) largest = (null, null);
        for (int at; (at = header.IndexOf("ispe"u8)) >= 0 && header.Length >= at + 16; header = header[(at + 16)..])
        {
            var (width, height) = (Big32(header[(at + 8)..]), Big32(header[(at + 12)..]));
            if ((long)width * height > (long)(largest.Width ?? 0) * (largest.Height ?? 0))
                largest = (width, height);
        }

        return largest;
    }

    private static (int?, int?) Svg(Stream content)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = HeaderLength };
        using var reader = XmlReader.Create(content, settings);
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
            return (null, null);
        var (width, height) = (Pixels(reader.GetAttribute("width")), Pixels(reader.GetAttribute("height")));
        if (width is not null && height is not null)
            return (width, height);
        var box = (reader.GetAttribute("viewBox") ?? "").Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return box.Length == 4 ? (Pixels(box[2]), Pixels(box[3])) : (null, null);
    }

    private static int? Pixels(string? length) =>
        double.TryParse(length?.Trim().Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value is >= 1 and <= MaxPixels
            ? (int)Math.Round(value)
            : null;

    private static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    private static int Little16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
