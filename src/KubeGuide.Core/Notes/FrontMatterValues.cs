using System.Collections.Immutable;
using System.Globalization;
using KubeGuide.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeGuide.Core.Notes;

/// <summary>Collects our keys from a YAML mapping, read event by event; a value of the wrong kind is a diagnostic and left out.</summary>
internal sealed class FrontMatterValues(string path)
{
    private const int MaxDepth = 64;
    private const int MaxEvents = 10_000;

    /// <summary>The opening fence stands above the YAML.</summary>
    private const int LinesAbove = 1;

    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly ImmutableSortedDictionary<string, int>.Builder lines =
        ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
    private FrontMatter values = FrontMatter.None;
    private int depth;
    private int events;

    public FrontMatter Result() => values with { Lines = lines.ToImmutable() };

    public ImmutableArray<Diagnostic> Diagnostics() => diagnostics.ToImmutable();

    /// <summary>False when the YAML is no mapping.</summary>
    /// <exception cref="YamlException">It is no YAML, or more of it than allowed.</exception>
    public bool Read(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        while (Next(parser) is StreamStart or DocumentStart)
        {
        }

        if (parser.Current is not MappingStart)
            return false;
        while (Next(parser) is not MappingEnd)
        {
            var key = parser.Current as Scalar;
            if (key is null)
                Skip(parser);
            var value = Next(parser);
            if (key is null || !Set(key, value, parser))
                Skip(parser);
        }

        while (Moves(parser))
        {
            if (parser.Current is DocumentStart)
                return false;
        }

        return true;
    }

    public void Unreadable(YamlException fault)
    {
        values = FrontMatter.None;
        lines.Clear();
        Report(fault.Start, "フロントマターをYAMLとして読めません。", "この行の前後で、引用符・コロンの後の空白・字下げを確かめてください。");
    }

    /// <summary>False where the key is not ours and its value still has to be passed over.</summary>
    private bool Set(Scalar key, ParsingEvent value, Parser parser)
    {
        if (key.Value is not ("title" or "slug" or "aliases" or "summary" or "group" or "order" or "updated"))
            return false;
        if (lines.ContainsKey(key.Value))
        {
            Report(key.Start, $"フロントマターに「{key.Value}」が2度あります。", "どちらか一方だけにしてください。");
            return false;
        }

        lines[key.Value] = Line(key.Start);
        if (key.Value == "aliases")
            values = values with { Aliases = Aliases(value, parser) };
        else if (value is Scalar scalar)
            SetText(key.Value, scalar);
        else
        {
            Report(value.Start, $"フロントマターの「{key.Value}」は文字列で書きます。", null);
            return false;
        }

        return true;
    }

    private void SetText(string key, Scalar value)
    {
        if (Text(value) is not { } text)
            return;
        values = key switch
        {
            "title" => values with { Title = text },
            "summary" => values with { Summary = text },
            "group" => values with { Group = text },
            "slug" => values with { Slug = Holds(Slug.TryParse(text, out _), "半角の英小文字・数字・ハイフンだけで、80字まで書けます。") ? text : null },
            "updated" => values with { Updated = Holds(IsDate(text), "2026-11-01のように書いてください。") ? text[..10] : null },
            _ => values with { Order = Holds(Whole(text) is not null, "10のように整数で書いてください。") ? Whole(text) : null },
        };

        bool Holds(bool valid, string suggestion)
        {
            if (!valid)
                Report(value.Start, $"フロントマターの「{key}」の値「{Short(text)}」は使えません。", suggestion);
            return valid;
        }
    }

    private ImmutableArray<string> Aliases(ParsingEvent value, Parser parser)
    {
        if (value is Scalar one)
            return Text(one) is { } text ? [text] : [];
        if (value is not SequenceStart)
        {
            ReportAlias(value);
            Skip(parser);
            return [];
        }

        var aliases = ImmutableArray.CreateBuilder<string>();
        while (Next(parser) is not SequenceEnd)
        {
            if (parser.Current is not Scalar item)
            {
                ReportAlias(parser.Current!);
                Skip(parser);
            }
            else if (Text(item) is { } alias && !aliases.Contains(alias))
            {
                aliases.Add(alias);
            }
        }

        return aliases.ToImmutable();
    }

    private void ReportAlias(ParsingEvent value) =>
        Report(value.Start, "フロントマターの「aliases」には文字列か、文字列のリストを書きます。", "aliases: [ポッド, pods]");

    /// <summary>Null where YAML says nothing.</summary>
    private static string? Text(Scalar value)
    {
        if (value.IsPlainImplicit && value.Value is "" or "~" or "null" or "Null" or "NULL")
            return null;
        var text = string.Join(' ', value.Value.Split(['\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? null : text;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An ISO date, with or without a time.</summary>
    private static bool IsDate(string text) =>
        (text.Length == 10 || (text.Length > 10 && text[10] is 'T' or 't' or ' '))
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");

    /// <summary>Passes over the rest of the node that the parser stands on.</summary>
    private void Skip(Parser parser)
    {
        for (var outside = depth - (parser.Current is MappingStart or SequenceStart ? 1 : 0); depth > outside;)
            Next(parser);
    }

    private ParsingEvent Next(Parser parser)
    {
        if (!Moves(parser))
            throw new YamlException("The stream ends inside a node.");
        var current = parser.Current!;
        depth += current.NestingIncrease;
        if (depth > MaxDepth || ++events > MaxEvents)
            throw new YamlException(current.Start, current.End, "Too deep or too long.");
        if (current is AnchorAlias alias)
            Report(alias.Start, "フロントマターではYAMLのエイリアス（*）を使えません。", "値をそのまま書いてください。");
        return current;
    }

    /// <summary>The parser's own slips (a flow collection that goes on with less indentation) are faults of the text like all others.</summary>
    private static bool Moves(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException fault)
        {
            throw new YamlException(parser.Current?.End ?? Mark.Empty, parser.Current?.End ?? Mark.Empty, fault.Message, fault);
        }
    }

    private static int Line(Mark mark) => (int)mark.Line + LinesAbove;

    private void Report(Mark mark, string message, string? suggestion) =>
        diagnostics.Add(new Diagnostic("front-matter", Severity.Warning, path, Line(mark), Math.Max(1, (int)mark.Column), message, suggestion));
}
