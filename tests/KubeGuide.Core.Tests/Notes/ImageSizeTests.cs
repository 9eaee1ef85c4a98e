using System.Text;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Notes;

public sealed class ImageSizeTests
{
    public static TheoryData<string, string> Headers => new()
    {
        { "png", "89504E470D0A1A0A0000000D4948445200000280000001E0" },
        { "gif", "4749463839618002E001" },
        { "jpeg", "FFD8FFE000104A46494600010100000100010000FFFFC4000401FFFFC2001108 01E00280 03" },
        { "webp lossy", "52494646000000005745425056503820000000000000009D012A8002E001" },
        { "webp lossless", "52494646000000005745425056503850" },
        { "webp extended", "5249464600000000574542505650385800000000000000007F0200DF0100" },
        { "avif", "0000001C667479706176696600000000 6973706500000000 00000010 00000010 6973706500000000 00000280 000001E0" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_raster_image_says_its_size(string kind, string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        if (kind == "webp lossless")
            bytes = [.. bytes[..12], .. "VP8L"u8, 0, 0, 0, 0, 0x2F, .. BitConverter.GetBytes(639 | (479 << 14)), 0, 0, 0, 0, 0];
        Assert.Equal((640, 480), ImageSize.Read("a.png", new MemoryStream(bytes)));
    }

    [Theory]
    [InlineData("<svg width='640' height='480px'/>", 640, 480)]
    [InlineData("<!-- <svg width='1' height='1'> --><svg viewBox='0 0 640 479.6'/>", 640, 480)]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg width='100%' height='100%' viewBox='0,0,640,480'/>", 640, 480)]
    [InlineData("<svg width='640'/>", null, null)]
    [InlineData("<svg viewBox='0 0 1e9 1e9'/>", null, null)]
    [InlineData("<html/>", null, null)]
    [InlineData("<svg", null, null)]
    [InlineData("", null, null)]
    public void A_drawing_says_its_size(string svg, int? width, int? height) =>
        Assert.Equal((width, height), ImageSize.Read("a.svg", new MemoryStream(Encoding.UTF8.GetBytes(svg))));

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_file_cut_off_anywhere_has_no_size_and_throws_nothing(string kind, string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        for (var length = 0; length < bytes.Length; length++)
        {
            var (width, height) = ImageSize.Read("a.bin", new MemoryStream(bytes[..length]));
            Assert.True(width is null == height is null, kind);
        }
    }
}
