using System.Collections.Immutable;
using System.Globalization;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Text;
using KubeGuide.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeGuide.Core.Notes;

/// <summary>Collects our keys from a YAML mapping, read event by event; a value of the wrong kind is a diagnostic and left out.</summary>
internal sealed class FrontMatterValues(string path)
{
    private const int MaxEvents = 10_000;

    /// <summary>The opening fence stands above the YAML.</summary>
    private const int LinesAbove = 1;

    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly ImmutableSortedDictionary<string, int>.Builder lines =
        ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
    private FrontMatter values = FrontMatter.None;

    public FrontMatter Result() => values with { Lines = lines.ToImmutable() };

    public ImmutableArray<Diagnostic> Diagnostics() => diagnostics.ToImmutable();

    /// <summary>False when the YAML is no mapping.</summary>
    /// <exception cref="UnreadableYamlException">It is no YAML, or more of it than allowed.</exception>
    public bool Read(string yaml)
    {
        if (PlainFrontMatter.TryRead(yaml) is { } entries)
        {
            foreach (var (key, value) in entries)
            {
                if (Takes(key))
                    SetText(key.Value, value);
            }

            return true;
        }

        var events = new YamlEvents(yaml, MaxEvents);
        if (events.ToRoot() is not MappingStart)
            return false;
        foreach (var (key, _) in events.Entries())
        {
            if (key is not null)
                Set(key, events);
        }

        return events.SecondDocument() is null;
    }

    /// <summary>What was read before the fault stays: a slip in one line takes no page away.</summary>
    public void Unreadable(UnreadableYamlException fault) =>
        Report(fault.Place, "フロントマターをここからYAMLとして読めません。", "この行の前後で、引用符・コロンの後の空白・字下げを確かめてください。");

    private void Set(Scalar key, YamlEvents events)
    {
        if (!Takes(key))
            return;
        if (events.Current is AnchorAlias alias)
            Report(alias.Start, "フロントマターではYAMLのエイリアス（*）を使えません。", "値をそのまま書いてください。");
        else if (events.Current is Scalar scalar)
            SetText(key.Value, scalar);
        else if (key.Value == "aliases")
            values = values with { Aliases = Aliases(events) };
        else
            Report(events.Current.Start, $"フロントマターの「{key.Value}」は文字列で書きます。", null);
    }

    /// <summary>Whether the key is ours, for the first time.</summary>
    private bool Takes(Scalar key)
    {
        if (key.Value is not ("title" or "slug" or "aliases" or "summary" or "group" or "order" or "updated"))
            return false;
        if (lines.TryAdd(key.Value, Line(key.Start)))
            return true;
        Report(key.Start, $"フロントマターに「{key.Value}」が2度あります。", "どちらか一方だけにしてください。");
        return false;
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
            "aliases" => values with { Aliases = [.. text.Split([',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()] },
            "slug" => values with { Slug = Holds(Slug.TryParse(text, out _), "半角の英小文字・数字・ハイフンだけで、80字まで書けます。") ? text : null },
            "updated" => values with { Updated = Holds(IsDate(text), "2026-11-01のように書いてください。") ? text[..10] : null },
            _ => values with { Order = Holds(Whole(text) is not null, "10のように整数で書いてください。") ? Whole(text) : null },
        };

        bool Holds(bool valid, string suggestion)
        {
            if (!valid)
                Report(value.Start, $"フロントマターの「{key}」の値「{Shortened.To(40, text)}」は使えません。", suggestion);
            return valid;
        }
    }

    private ImmutableArray<string> Aliases(YamlEvents events)
    {
        if (events.Current is not SequenceStart)
        {
            ReportAlias(events.Current);
            return [];
        }

        var aliases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in events.Items())
        {
            if (item is not Scalar scalar)
                ReportAlias(item);
            else if (Text(scalar) is { } alias)
                aliases.Add(alias);
        }

        return [.. aliases];
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

    private static int Line(Mark mark) => (int)mark.Line + LinesAbove;

    private void Report(Mark mark, string message, string? suggestion) =>
        diagnostics.Add(new Diagnostic("front-matter", Severity.Warning, path, Line(mark), Math.Max(1, (int)mark.Column), message, suggestion));
}
