using System.Collections.Immutable;
using System.Globalization;
using KubeGuide.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeGuide.Core.References;

/// <summary>Reads one <c>references.yml</c> as a stream of events; no tree is built, so no nesting and no alias can grow.</summary>
internal sealed class ReferencesYaml(string path)
{
    private const int MaxDepth = 64;

    private const int MaxNodes = 200_000;

    /// <summary>Past this the file is something else than a list of references, and more findings help nobody.</summary>
    private const int MaxDiagnostics = 200;

    private const string KnownKeys = "title、author、site、date、note";

    private readonly ImmutableSortedDictionary<string, ReferenceEntry>.Builder entries =
        ImmutableSortedDictionary.CreateBuilder<string, ReferenceEntry>(StringComparer.Ordinal);

    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    private int nodes;

    internal ReferenceTitles Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            ReadRoot(parser);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            // The scanner answers a flow collection that goes on less indented with a bare InvalidOperationException.
            var place = (e as YamlException)?.Start ?? parser.Current?.End ?? Mark.Empty;
            Report("references-parse", Severity.Error, place, "YAMLとして読めません。この行より後の項目は使われません。", "インデントと引用符を確かめてください。");
        }

        return new ReferenceTitles(path, entries.ToImmutable(), diagnostics.ToImmutable());
    }

    private void ReadRoot(Parser parser)
    {
        while (Next(parser) is StreamStart or DocumentStart)
        {
        }

        if (parser.Current is StreamEnd or Scalar { Value: "" })
            return;
        if (parser.Current is not MappingStart)
        {
            WrongType(parser.Current!.Start, "最上位は「URL: 題名」の一覧にしてください。");
            return;
        }

        while (Next(parser) is not MappingEnd)
            ReadEntry(parser);
        if (Next(parser) is DocumentEnd && Next(parser) is DocumentStart another)
            Report("references-parse", Severity.Error, another.Start, "2つ目以降の文書は読みません。", "「---」を取り除き、1つの文書にまとめてください。");
    }

    private void ReadEntry(Parser parser)
    {
        if (parser.Current is not Scalar key)
        {
            WrongType(parser.Current!.Start, "項目の名前はURLにしてください。");
            Skip(parser);
            Next(parser);
            Skip(parser);
            return;
        }

        var place = key.Start;
        Next(parser);
        var entry = ReadValue(parser, new ReferenceEntry("", null, null, null, null, null, (int)place.Line, (int)place.Column));
        if (!ReferenceSites.TryUnderstand(key.Value, out var reference, out var problem))
            Report("references-bad-url", Severity.Warning, place, $"「{Shortened(key.Value)}」はURLではありません。", "https:// で始まるURLを書いてください。");
        else if (entries.TryGetValue(reference.ArticleKey, out var first))
            Report("references-duplicate", Severity.Warning, place, $"この記事は{first.Line}行目にもあります。先の項目を使います。", "1つにまとめてください。");
        else
            entries.Add(reference.ArticleKey, entry with { Url = reference.Url });
        if (problem == ReferenceProblem.Credentials)
            Add(problem.At(path, (int)place.Line, (int)place.Column)!);
    }

    private ReferenceEntry ReadValue(Parser parser, ReferenceEntry entry)
    {
        switch (parser.Current)
        {
            case Scalar title:
                return entry with { Title = TextOf(title) };
            case MappingStart:
                return ReadKeys(parser, entry);
            default:
                WrongType(parser.Current!.Start, $"題名か、{KnownKeys}の組を書いてください。");
                Skip(parser);
                return entry;
        }
    }

    private ReferenceEntry ReadKeys(Parser parser, ReferenceEntry entry)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (Next(parser) is not MappingEnd)
        {
            var (key, place) = ((parser.Current as Scalar)?.Value, parser.Current!.Start);
            Skip(parser);
            Next(parser);
            if (parser.Current is not Scalar value)
            {
                WrongType(parser.Current.Start, $"{KnownKeys}の値は文字列にしてください。");
                Skip(parser);
            }
            else if (key is not null && !seen.Add(key))
            {
                Report("references-duplicate", Severity.Warning, place, $"「{Shortened(key)}」が2回書かれています。先の値を使います。", "1つにまとめてください。");
            }
            else
            {
                entry = With(entry, key ?? "", value, place);
            }
        }

        return entry;
    }

    private ReferenceEntry With(ReferenceEntry entry, string key, Scalar value, Mark place)
    {
        switch (key)
        {
            case "title":
                return entry with { Title = TextOf(value) };
            case "author":
                return entry with { Author = TextOf(value) };
            case "site":
                return entry with { Site = TextOf(value) };
            case "note":
                return entry with { Note = TextOf(value) };
            case "date":
                return entry with { Date = DateOf(value) };
            default:
                Report("references-unknown-key", Severity.Warning, place, $"「{Shortened(key)}」という項目はありません。", $"使えるのは{KnownKeys}です。");
                return entry;
        }
    }

    private DateOnly? DateOf(Scalar value)
    {
        if (TextOf(value) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Report("references-bad-date", Severity.Warning, value.Start, $"「{Shortened(text)}」は日付として読めません。", "2026-11-01 のように書いてください。");
        return null;
    }

    private static string? TextOf(Scalar value)
    {
        var text = PercentEncoding.Visible(value.Value);
        var isNull = text.Length == 0 || (value.Style == ScalarStyle.Plain && text is "~" or "null");
        return isNull ? null : text;
    }

    /// <summary>Moves to the end of the node that the parser stands on.</summary>
    private void Skip(Parser parser)
    {
        for (var depth = parser.Current!.NestingIncrease; depth > 0; depth += parser.Current!.NestingIncrease)
        {
            Next(parser);
            if (depth > MaxDepth)
                throw new YamlException(parser.Current.Start, parser.Current.End, "Nested too deeply.");
        }
    }

    private ParsingEvent Next(Parser parser)
    {
        parser.MoveNext();
        var current = parser.Current!;
        if (++nodes > MaxNodes || current is AnchorAlias)
            throw new YamlException(current.Start, current.End, "Aliases and endless files are not read.");
        return current;
    }

    private void WrongType(Mark place, string suggestion) =>
        Report("references-parse", Severity.Error, place, "ここに書ける形ではありません。", suggestion);

    private void Report(string rule, Severity severity, Mark place, string message, string suggestion) =>
        Add(new Diagnostic(rule, severity, path, (int)place.Line, (int)place.Column, message, suggestion));

    private void Add(Diagnostic diagnostic)
    {
        if (diagnostics.Count < MaxDiagnostics)
            diagnostics.Add(diagnostic);
    }

    private static string Shortened(string text) =>
        PercentEncoding.Visible(text) is { Length: > 60 } visible ? visible[..60] + "…" : PercentEncoding.Visible(text);
}
