using System.Globalization;
using System.Text;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Web.Commands;

/// <summary>Several files as one text, and where each of its lines comes from.</summary>
internal sealed class FileBundle
{
    private readonly StringBuilder text = new();
    private readonly List<(string Path, int FirstLine)> files = [];
    private int lines = 1;

    public string Text => text.ToString();

    /// <summary>Reads no more than makes the bundle too large to be read.</summary>
    public void Add(string path, TextReader content)
    {
        var room = new char[ManifestLimits.Default.Bytes + 1];
        var read = new string(room, 0, content.ReadBlock(room, 0, room.Length)).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimStart('\uFEFF');
        files.Add((path, lines));
        var document = read.EndsWith('\n') ? read + "...\n" : read + "\n...\n";
        text.Append(document);
        lines += document.Count(c => c == '\n');
    }

    /// <param name="line">Counts from 1.</param>
    public string PlaceOf(int line)
    {
        var (path, first) = files.Last(file => file.FirstLine <= line);
        return string.Create(CultureInfo.InvariantCulture, $"{path}:{line - first + 1}");
    }
}
