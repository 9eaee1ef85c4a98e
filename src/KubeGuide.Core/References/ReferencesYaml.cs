using System.Collections.Immutable;
using System.Globalization;
using KubeGuide.Core.Diagnostics;
using KubeGuide.Core.Text;
using KubeGuide.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeGuide.Core.References;

/// <summary>Reads one <c>references.yml</c>.</summary>
internal sealed class ReferencesYaml(string path, string text)
{
    private const int MaxEvents = 200_000;

    /// <summary>Past this the file is something else than a list of references, and more findings help nobody.</summary>
    private const int MaxDiagnostics = 200;

    private const string KnownKeys = "title、author、site、date、note";

    private readonly ImmutableSortedDictionary<string, ReferenceEntry>.Builder entries =
        ImmutableSortedDictionary.CreateBuilder<string, ReferenceEntry>(StringComparer.Ordinal);

    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    private readonly YamlEvents events = new(text, MaxEvents);

    internal ReferenceTitles Read()
    {
        try
        {
            ReadRoot();
        }
        catch (UnreadableYamlException fault)
        {
            Report("references-parse", Severity.Error, fault.Place, "YAMLとして読めません。この行より後の項目は使われません。", "インデントと引用符を確かめてください。");
        }

        return new ReferenceTitles(path, entries.ToImmutable(), diagnostics.ToImmutable());
    }

    private void ReadRoot()
    {
        if (events.ToRoot() is StreamEnd or Scalar { Value: "" })
            return;
        if (events.Current is not MappingStart)
        {
            WrongType(events.Current.Start, "最上位は「URL: 題名」の一覧にしてください。");
            return;
        }

        foreach (var (key, place) in events.Entries())
        {
            if (key is null)
                WrongType(place, "項目の名前はURLにしてください。");
            else
                ReadEntry(key, place);
        }

        if (events.SecondDocument() is { } another)
            Report("references-parse", Severity.Error, another.Start, "2つ目以降の文書は読みません。", "「---」を取り除き、1つの文書にまとめてください。");
    }

    private void ReadEntry(Scalar key, Mark place)
    {
        var entry = ReadValue(new ReferenceEntry("", null, null, null, null, null, (int)place.Line, (int)place.Column));
        if (!ReferenceSites.TryUnderstand(key.Value, out var reference, out var problem))
            Report("references-bad-url", Severity.Warning, place, $"「{Shown(key.Value)}」はURLではありません。", "https:// で始まるURLを書いてください。");
        else if (entries.TryGetValue(reference.ArticleKey, out var first))
            Report("references-duplicate", Severity.Warning, place, $"この記事は{first.Line}行目にもあります。先の項目を使います。", "1つにまとめてください。");
        else
            entries.Add(reference.ArticleKey, entry with { Url = reference.Url });
        if (problem == ReferenceProblem.Credentials)
            Add(problem.At(path, (int)place.Line, (int)place.Column)!);
    }

    private ReferenceEntry ReadValue(ReferenceEntry entry)
    {
        switch (events.Current)
        {
            case Scalar title:
                return entry with { Title = TextOf(title) };
            case MappingStart:
                return ReadKeys(entry);
            default:
                WrongType(events.Current.Start, $"題名か、{KnownKeys}の組を書いてください。");
                return entry;
        }
    }

    private ReferenceEntry ReadKeys(ReferenceEntry entry)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, place) in events.Entries())
        {
            if (events.Current is not Scalar value)
                WrongType(events.Current.Start, $"{KnownKeys}の値は文字列にしてください。");
            else if (key is not null && !seen.Add(key.Value))
                Report("references-duplicate", Severity.Warning, place, $"「{Shown(key.Value)}」が2回書かれています。先の値を使います。", "1つにまとめてください。");
            else
                entry = With(entry, key?.Value ?? "", value, place);
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
                Report("references-unknown-key", Severity.Warning, place, $"「{Shown(key)}」という項目はありません。", $"使えるのは{KnownKeys}です。");
                return entry;
        }
    }

    private DateOnly? DateOf(Scalar value)
    {
        if (TextOf(value) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Report("references-bad-date", Severity.Warning, value.Start, $"「{Shown(text)}」は日付として読めません。", "2026-11-01 のように書いてください。");
        return null;
    }

    private static string? TextOf(Scalar value)
    {
        var text = PercentEncoding.Visible(value.Value);
        var isNull = text.Length == 0 || (value.Style == ScalarStyle.Plain && text is "~" or "null");
        return isNull ? null : text;
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

    private static string Shown(string text) => Shortened.To(60, PercentEncoding.Visible(text));
}
