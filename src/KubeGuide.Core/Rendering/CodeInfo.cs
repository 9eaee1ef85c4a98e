using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace KubeGuide.Core.Rendering;

/// <summary>What a fence says of its code: <c>yaml:deploy.yaml {2,4-6}</c>, <c>diff yaml:deploy.yaml</c>, <c>diff_yaml</c>, <c>yaml title="deploy.yaml"</c>, <c>yaml=5</c>.</summary>
/// <param name="Language">Lower case; null where none is named.</param>
/// <param name="Label">A name for what is shown as its source (diagrams, formulas); null for ordinary code.</param>
/// <param name="MarkedLines">Lines of the block, from 1, that the author marked.</param>
public sealed record CodeInfo(string? Language, string? FileName, bool IsDiff, string? Label, ImmutableArray<int> MarkedLines)
{
    private const int LongestMark = 5_000;

    /// <summary>As Qiita writes it.</summary>
    private const string JoinedDiff = "diff_";

    private static readonly string[] TitleKeys = ["title=", "filename="];

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789+-#_.");

    internal static CodeInfo Plain { get; } = new(null, null, false, null, []);

    internal static CodeInfo Parse(string? info, string? arguments)
    {
        var words = $"{info} {arguments}";
        var titled = TitleIn(words);
        var marks = ImmutableArray<int>.Empty;
        var brace = words.IndexOf('{', StringComparison.Ordinal);
        if (brace >= 0)
        {
            var close = words.IndexOf('}', brace);
            marks = ParseMarks(words.AsSpan(brace + 1, (close < 0 ? words.Length : close) - brace - 1));
            words = words[..brace];
        }

        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return Plain with { MarkedLines = marks };
        var isJoined = parts[0].StartsWith(JoinedDiff, StringComparison.Ordinal);
        var isDiff = isJoined || (parts[0] == "diff" && parts.Length > 1);
        var named = isJoined ? parts[0][JoinedDiff.Length..] : isDiff ? parts[1] : parts[0];
        var end = named.AsSpan().IndexOfAny(':', '=', '!');
        var language = Canonical(end < 0 ? named : named[..end]);
        var file = end < 0 || end == named.Length - 1 || named[end] != ':' ? null : named[(end + 1)..];
        return new CodeInfo(language, titled ?? file, isDiff || language == "diff", LabelOf(language), marks);
    }

    /// <summary>The value of <c>title=</c> or <c>filename=</c>, with or without quotes; null where there is none.</summary>
    private static string? TitleIn(string words)
    {
        foreach (var key in TitleKeys)
        {
            var at = words.IndexOf(key, StringComparison.Ordinal);
            if (at <= 0 || words[at - 1] is not (' ' or ':' or '{'))
                continue;
            var value = words.AsSpan(at + key.Length);
            var end = value is ['"' or '\'', ..] ? value[1..].IndexOf(value[0]) + 1 : value.IndexOfAny(' ', '}');
            var title = (end <= 0 ? value : value[..end]).Trim(" \"'}");
            return title.IsEmpty ? null : title.ToString();
        }

        return null;
    }

    private static string? Canonical(string name)
    {
        var lower = name.ToLowerInvariant();
        var cleaned = lower.AsSpan().IndexOfAnyExcept(NameCharacters) < 0 ? lower : new string([.. lower.Where(NameCharacters.Contains)]);
        return cleaned switch
        {
            "" => null,
            "yml" => "yaml",
            "sh" or "shell" or "zsh" or "console" or "shellsession" or "terminal" => "bash",
            "docker" => "dockerfile",
            _ => cleaned,
        };
    }

    private static string? LabelOf(string? language) => language switch
    {
        "mermaid" => "Mermaidの図（ソース）",
        "math" or "latex" or "tex" => "数式（ソース）",
        "plantuml" => "PlantUMLの図（ソース）",
        _ => null,
    };

    private static ImmutableArray<int> ParseMarks(ReadOnlySpan<char> marks)
    {
        var lines = new SortedSet<int>();
        foreach (var range in marks.Split(','))
        {
            var part = marks[range].Trim();
            var dash = part.IndexOf('-');
            if (!TryLine(dash < 0 ? part : part[..dash], out var from) || !TryLine(dash < 0 ? part : part[(dash + 1)..], out var to))
                continue;
            for (var line = from; line <= to; line++)
                lines.Add(line);
        }

        return [.. lines];
    }

    private static bool TryLine(ReadOnlySpan<char> text, out int line) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out line) && line is > 0 and <= LongestMark;
}
