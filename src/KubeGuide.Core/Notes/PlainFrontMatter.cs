using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeGuide.Core.Notes;

/// <summary>
/// Reads the front matter that nearly every note has: on each line one key, and a value that is plain or stands in double quotes.
/// A YAML parser reads the same of such lines, at a tenth of the cost of a whole build.
/// </summary>
internal static class PlainFrontMatter
{
    /// <summary>Characters that mean something in YAML, somewhere.</summary>
    private const string Marks = ":#\"'\\`[]{},&*!|>%@=";

    /// <summary>Those that mean something even in double quotes.</summary>
    private const string MarksInQuotes = "\"\\";

    /// <summary>The entries in order; null where a line is anything else, and it takes a YAML parser to know what.</summary>
    public static IReadOnlyList<(Scalar Key, Scalar Value)>? TryRead(ReadOnlySpan<char> yaml)
    {
        var entries = new List<(Scalar, Scalar)>();
        var number = 0;
        foreach (var range in yaml.Split('\n'))
        {
            var line = yaml[range];
            number++;
            if (line.IsEmpty)
                continue;
            var colon = KeyLength(line);
            if (colon == 0 || colon + 2 >= line.Length || line[colon] != ':' || line[colon + 1] != ' ')
                return null;
            var start = colon + 1;
            while (start < line.Length && line[start] == ' ')
                start++;
            var value = line[start..].TrimEnd(' ');
            var isQuoted = value is ['"', .., '"'];
            if (isQuoted)
                value = value[1..^1];
            else if (value.IsEmpty || !char.IsLetterOrDigit(value[0]))
                return null;
            if (!IsPlain(value, isQuoted ? MarksInQuotes : Marks))
                return null;
            entries.Add((Entry(line[..colon], number, 1, isQuoted: false), Entry(value, number, start + 1, isQuoted)));
        }

        return entries.Count == 0 ? null : entries;
    }

    private static int KeyLength(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && (char.IsAsciiLetter(line[length]) || line[length] == '_'))
            length++;
        return length;
    }

    private static bool IsPlain(ReadOnlySpan<char> value, string marks)
    {
        foreach (var c in value)
        {
            if (char.IsAscii(c) ? c < ' ' || c == '\x7F' || marks.Contains(c, StringComparison.Ordinal) : !IsVisible(c))
                return false;
        }

        return true;
    }

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    private static Scalar Entry(ReadOnlySpan<char> text, int line, int column, bool isQuoted)
    {
        var mark = new Mark(0, line, column);
        return new Scalar(AnchorName.Empty, TagName.Empty, text.ToString(), isQuoted ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain, !isQuoted, isQuoted, mark, mark);
    }
}
