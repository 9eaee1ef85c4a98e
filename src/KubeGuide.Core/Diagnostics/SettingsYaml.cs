using System.Collections.Frozen;
using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeGuide.Core.Diagnostics;

/// <summary>Reads one <c>kubeguide.yml</c> as a stream of events; no tree is built, so no nesting and no alias can grow.</summary>
internal sealed class SettingsYaml(string path)
{
    private const int MaxDepth = 64;

    private const int MaxNodes = 20_000;

    /// <summary>Past this the file is something else than settings, and more findings help nobody.</summary>
    private const int MaxDiagnostics = 100;

    private const string KnownKeys = "rules、nolink、groups";

    private readonly Dictionary<string, RuleChoice> rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> noLink = new(StringComparer.Ordinal);
    private readonly List<ConceptGroup> groups = [];
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private int nodes;

    internal NotesSettings Read(string text)
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
            Report(place, "YAMLとして読めません。この行より後の設定は使われません。", "インデントと引用符を確かめてください。", Severity.Error);
        }

        return new NotesSettings
        {
            Choices = rules.ToFrozenDictionary(StringComparer.Ordinal),
            NoLink = noLink.ToFrozenSet(StringComparer.Ordinal),
            Groups = [.. groups],
            Diagnostics = diagnostics.ToImmutable(),
        };
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
            WrongType(parser.Current!.Start, $"最上位には{KnownKeys}を書いてください。");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (Next(parser) is not MappingEnd)
            ReadKey(parser, seen);
        if (Next(parser) is DocumentEnd && Next(parser) is DocumentStart another)
            Report(another.Start, "2つ目以降の文書は読みません。", "「---」を取り除き、1つの文書にまとめてください。");
    }

    private void ReadKey(Parser parser, HashSet<string> seen)
    {
        var (key, place) = ((parser.Current as Scalar)?.Value, parser.Current!.Start);
        Skip(parser);
        Next(parser);
        if (key is not null && !seen.Add(key))
        {
            Report(place, $"「{Shortened(key)}」が2回書かれています。先のものを使います。", "1つにまとめてください。");
            Skip(parser);
            return;
        }

        switch (key)
        {
            case "rules":
                Mapping(parser, "規則のidと、on・off・error・warning・infoの組を書いてください。", SetRule);
                break;
            case "nolink":
                Sequence(parser, "リンクにしない用語を「- 用語」と並べてください。", AddNoLink);
                break;
            case "groups":
                Sequence(parser, "「- id: …」と「title: …」の組を並べてください。", AddGroup);
                break;
            default:
                Report(place, $"「{Shortened(key ?? "")}」という項目はありません。", $"使えるのは{KnownKeys}です。");
                Skip(parser);
                break;
        }
    }

    private void SetRule(string id, Scalar value, Mark place)
    {
        if (Rules.Find(id) is null)
        {
            Report(place, $"「{Shortened(id)}」という規則はありません。", "規則のidは kubeguide check の出力にあるとおりに書いてください。");
            return;
        }

        RuleChoice? choice = value.Value switch
        {
            "on" => new RuleChoice(true, null),
            "off" => new RuleChoice(false, null),
            "error" => new RuleChoice(true, Severity.Error),
            "warning" => new RuleChoice(true, Severity.Warning),
            "info" => new RuleChoice(true, Severity.Info),
            _ => null,
        };
        if (choice is null)
            Report(value.Start, $"規則に「{Shortened(value.Value)}」は指定できません。", "on、off、error、warning、infoのどれかを書いてください。");
        else if (!rules.TryAdd(id, choice.Value))
            Report(place, $"「{id}」が2回書かれています。先のものを使います。", "1つにまとめてください。");
    }

    private void AddNoLink(Parser parser)
    {
        if (parser.Current is Scalar term && Folding.Fold(term.Value) is { Length: > 0 } folded)
        {
            noLink.Add(folded);
            return;
        }

        WrongType(parser.Current!.Start, "用語を一つずつ書いてください。");
        Skip(parser);
    }

    private void AddGroup(Parser parser)
    {
        var place = parser.Current!.Start;
        string? id = null;
        string? title = null;
        Mapping(parser, "「id: …」と「title: …」の組を書いてください。", (key, value, at) =>
        {
            if (key == "id")
                id = value.Value;
            else if (key == "title")
                title = value.Value.Trim();
            else
                Report(at, $"「{Shortened(key)}」という項目はありません。", "使えるのはid、titleです。");
        });
        if (!Slug.TryParse(id, out _))
            Report(place, "分類のidがないか、URLに使えません。", "小文字の英数字とハイフンで書いてください。");
        else if (string.IsNullOrEmpty(title))
            Report(place, $"分類「{id}」に題名がありません。", "title: を書いてください。");
        else if (groups.Exists(group => group.Id == id))
            Report(place, $"分類「{id}」が2回書かれています。先のものを使います。", "1つにまとめてください。");
        else
            groups.Add(new ConceptGroup(id!, title));
    }

    /// <summary>Reads a mapping of scalars to scalars; anything else in it is a finding.</summary>
    private void Mapping(Parser parser, string wanted, Action<string, Scalar, Mark> read)
    {
        if (parser.Current is Scalar { Value: "" or "~" })
            return;
        if (parser.Current is not MappingStart)
        {
            WrongType(parser.Current!.Start, wanted);
            Skip(parser);
            return;
        }

        while (Next(parser) is not MappingEnd)
        {
            var (key, place) = ((parser.Current as Scalar)?.Value, parser.Current!.Start);
            Skip(parser);
            if (Next(parser) is Scalar value && key is not null)
            {
                read(key, value, place);
                continue;
            }

            WrongType(parser.Current.Start, wanted);
            Skip(parser);
        }
    }

    private void Sequence(Parser parser, string wanted, Action<Parser> read)
    {
        if (parser.Current is Scalar { Value: "" or "~" })
            return;
        if (parser.Current is not SequenceStart)
        {
            WrongType(parser.Current!.Start, wanted);
            Skip(parser);
            return;
        }

        while (Next(parser) is not SequenceEnd)
            read(parser);
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

    private void WrongType(Mark place, string suggestion) => Report(place, "ここに書ける形ではありません。", suggestion);

    private void Report(Mark place, string message, string suggestion, Severity severity = Severity.Warning)
    {
        if (diagnostics.Count < MaxDiagnostics)
            diagnostics.Add(new Diagnostic("settings", severity, path, Math.Max(1, (int)place.Line), Math.Max(1, (int)place.Column), message, suggestion));
    }

    private static string Shortened(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
