using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace KubeGuide.Core.Rendering;

/// <summary>What a fence says of its code: <c>yaml:deploy.yaml {2,4-6}</c>, <c>diff yaml:deploy.yaml</c>.</summary>
/// <param name="Language">Lower case; null where none is named.</param>
/// <param name="Label">A name for what is shown as its source (diagrams, formulas); null for ordinary code.</param>
/// <param name="MarkedLines">Lines of the block, from 1, that the author marked.</param>
internal sealed record CodeInfo(string? Language, string? FileName, bool IsDiff, string? Label, ImmutableArray<int> MarkedLines)
{
    private const int LongestMark = 5_000;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789+-#_.");

    public static CodeInfo Plain { get; } = new(null, null, false, null, []);

    public static CodeInfo Parse(string? info, string? arguments)
    {
        var words = $"{info} {arguments}";
        var marks = ImmutableArray<int>.Empty;
        var brace = words.IndexOf('{', StringComparison.Ordinal);
        if (brace >= 0)
        {
            var end = words.IndexOf('}', brace);
            marks = ParseMarks(words.AsSpan(brace + 1, (end < 0 ? words.Length : end) - brace - 1));
            words = words[..brace];
        }

        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return Plain with { MarkedLines = marks };
        var isDiff = parts[0] == "diff" && parts.Length > 1;
        var named = isDiff ? parts[1] : parts[0];
        var colon = named.IndexOf(':', StringComparison.Ordinal);
        var language = Canonical(colon < 0 ? named : named[..colon]);
        var file = colon < 0 || colon == named.Length - 1 ? null : named[(colon + 1)..];
        return new CodeInfo(language, file, isDiff || language == "diff", LabelOf(language), marks);
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
