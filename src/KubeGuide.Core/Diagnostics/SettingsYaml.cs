using System.Collections.Frozen;
using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Text;
using KubeGuide.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeGuide.Core.Diagnostics;

/// <summary>Reads one <c>kubeguide.yml</c>.</summary>
internal sealed class SettingsYaml(string path, string text)
{
    private const int MaxEvents = 20_000;

    /// <summary>Past this the file is something else than settings, and more findings help nobody.</summary>
    private const int MaxDiagnostics = 100;

    private const string KnownKeys = "rules、nolink、groups";

    private readonly Dictionary<string, RuleChoice> rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> noLink = new(StringComparer.Ordinal);
    private readonly List<ConceptGroup> groups = [];
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly YamlEvents events = new(text, MaxEvents);

    internal NotesSettings Read()
    {
        try
        {
            ReadRoot();
        }
        catch (UnreadableYamlException fault)
        {
            Report(fault.Place, "YAMLとして読めません。この行より後の設定は使われません。", "インデントと引用符を確かめてください。", Severity.Error);
        }

        return new NotesSettings
        {
            Choices = rules.ToFrozenDictionary(StringComparer.Ordinal),
            NoLink = noLink.ToFrozenSet(StringComparer.Ordinal),
            Groups = [.. groups],
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    private void ReadRoot()
    {
        if (events.ToRoot() is StreamEnd or Scalar { Value: "" })
            return;
        if (events.Current is not MappingStart)
        {
            WrongType(events.Current.Start, $"最上位には{KnownKeys}を書いてください。");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, place) in events.Entries())
        {
            if (key is not null && !seen.Add(key.Value))
                Report(place, $"「{Shortened.To(60, key.Value)}」が2回書かれています。先のものを使います。", "1つにまとめてください。");
            else
                ReadKey(key?.Value, place);
        }

        if (events.SecondDocument() is { } another)
            Report(another.Start, "2つ目以降の文書は読みません。", "「---」を取り除き、1つの文書にまとめてください。");
    }

    private void ReadKey(string? key, Mark place)
    {
        switch (key)
        {
            case "rules":
                Mapping("規則のidと、on・off・error・warning・infoの組を書いてください。", SetRule);
                break;
            case "nolink":
                Sequence("リンクにしない用語を「- 用語」と並べてください。", AddNoLink);
                break;
            case "groups":
                Sequence("「- id: …」と「title: …」の組を並べてください。", AddGroup);
                break;
            default:
                Report(place, $"「{Shortened.To(60, key ?? "")}」という項目はありません。", $"使えるのは{KnownKeys}です。");
                break;
        }
    }

    private void SetRule(string id, Scalar value, Mark place)
    {
        if (Rules.Find(id) is null)
        {
            Report(place, $"「{Shortened.To(60, id)}」という規則はありません。", "規則のidは kubeguide check の出力にあるとおりに書いてください。");
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
            Report(value.Start, $"規則に「{Shortened.To(60, value.Value)}」は指定できません。", "on、off、error、warning、infoのどれかを書いてください。");
        else if (!rules.TryAdd(id, choice.Value))
            Report(place, $"「{id}」が2回書かれています。先のものを使います。", "1つにまとめてください。");
    }

    private void AddNoLink()
    {
        if (events.Current is Scalar term && Folding.Fold(term.Value) is { Length: > 0 } folded)
            noLink.Add(folded);
        else
            WrongType(events.Current.Start, "用語を一つずつ書いてください。");
    }

    private void AddGroup()
    {
        var place = events.Current.Start;
        string? id = null;
        string? title = null;
        var isPair = Mapping("「id: …」と「title: …」の組を書いてください。", (key, value, at) =>
        {
            if (key == "id")
                id = value.Value;
            else if (key == "title")
                title = value.Value.Trim();
            else
                Report(at, $"「{Shortened.To(60, key)}」という項目はありません。", "使えるのはid、titleです。");
        });
        if (!isPair && (id is null || title is null))
            return;
        if (!Slug.TryParse(id, out _))
            Report(place, "分類のidがないか、URLに使えません。", "小文字の英数字とハイフンで書いてください。");
        else if (string.IsNullOrEmpty(title))
            Report(place, $"分類「{id}」に題名がありません。", "title: を書いてください。");
        else if (groups.Exists(group => group.Id == id))
            Report(place, $"分類「{id}」が2回書かれています。先のものを使います。", "1つにまとめてください。");
        else
            groups.Add(new ConceptGroup(id!, title));
    }

    /// <summary>Reads a mapping of scalars to scalars; anything else in it is a finding, and the answer is false.</summary>
    private bool Mapping(string wanted, Action<string, Scalar, Mark> read)
    {
        if (events.Current is Scalar { Value: "" or "~" })
            return true;
        if (events.Current is not MappingStart)
        {
            WrongType(events.Current.Start, wanted);
            return false;
        }

        var isRead = true;
        foreach (var (key, place) in events.Entries())
        {
            if (key is not null && events.Current is Scalar value)
            {
                read(key.Value, value, place);
                continue;
            }

            WrongType(events.Current.Start, wanted);
            isRead = false;
        }

        return isRead;
    }

    private void Sequence(string wanted, Action read)
    {
        if (events.Current is Scalar { Value: "" or "~" })
            return;
        if (events.Current is not SequenceStart)
        {
            WrongType(events.Current.Start, wanted);
            return;
        }

        foreach (var _ in events.Items())
            read();
    }

    private void WrongType(Mark place, string suggestion) => Report(place, "ここに書ける形ではありません。", suggestion);

    private void Report(Mark place, string message, string suggestion, Severity severity = Severity.Warning)
    {
        if (diagnostics.Count < MaxDiagnostics)
            diagnostics.Add(new Diagnostic("settings", severity, path, Math.Max(1, (int)place.Line), Math.Max(1, (int)place.Column), message, suggestion));
    }
}
