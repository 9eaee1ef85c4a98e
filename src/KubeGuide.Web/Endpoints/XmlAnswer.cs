using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace KubeGuide.Web.Endpoints;

/// <summary>Writes XML documents.</summary>
internal static class XmlAnswer
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    public static IResult Of(XElement root, string mediaType)
    {
        using var body = new MemoryStream();
        using (var writer = XmlWriter.Create(body, Settings))
            root.Save(writer);
        return Results.Text(body.ToArray().AsSpan(), mediaType + "; charset=utf-8");
    }

    /// <summary>The text of a note with what XML cannot hold, such as control characters, replaced.</summary>
    public static string Text(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
