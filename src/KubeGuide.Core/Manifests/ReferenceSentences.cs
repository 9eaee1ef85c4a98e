using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Manifests.Resolution;

namespace KubeGuide.Core.Manifests;

/// <summary>Puts objects into the catalog's sentences, in pieces that can be links.</summary>
internal sealed class ReferenceSentences(KubernetesCatalog catalog, IReadOnlyDictionary<string, ManifestObject> byId)
{
    /// <summary>Stand for the two ends in the catalog's sentence until it is cut up; no name of an object comes near it.</summary>
    private const char From = '\u0001';

    private const char To = '\u0002';

    /// <param name="references">Of one field with one value: several only where a selector fits several objects.</param>
    public ExplanationSentence Forward(ImmutableArray<ManifestReference> references)
    {
        var first = references[0];
        var from = byId[first.From];
        var (isSelector, to) = (first.Selector is not null, NamedTarget(first));
        var sentence = catalog.Sentences.Forward(KeyOf(from), first.Type, first.TargetKey, From.ToString(), To.ToString());
        var parts = Cut(sentence, Object(from), isSelector ? Kind(first.TargetKey) : to);
        parts.AddRange([new("（"), new(first.Field, IsCode: true)]);
        if (first.Selector is { } selector)
            parts.Add(new($": {(selector == "*" ? "すべて" : selector)}"));
        parts.Add(new("）"));
        if (isSelector && first.State == TargetState.InBundle)
            parts.AddRange(Arrows(references));
        else if (!sentence.Contains(To, StringComparison.Ordinal))
            parts.AddRange([new("→ "), .. to]);
        if (Remark(first) is { } remark)
            parts.Add(new(parts[^1].IsCode ? " " + remark : remark));
        return new ExplanationSentence(first.Line, first.State, Joined(parts));
    }

    public ExplanationSentence Inverse(ManifestReference reference)
    {
        var sentence = catalog.Sentences.Inverse(KeyOf(byId[reference.From]), reference.Type, reference.TargetKey, From.ToString(), To.ToString());
        var to = byId[reference.To!];
        var target = reference.TargetKey == "Pod" && to.Key != "Pod" ? [.. Object(to), new("の"), .. Kind("Pod")] : Object(to);
        var parts = Cut(sentence, Object(byId[reference.From]), target);
        parts.AddRange([new("（"), new(reference.Field, IsCode: true), new("）")]);
        return new ExplanationSentence(reference.Line, reference.State, Joined(parts));
    }

    private static string KeyOf(ManifestObject item) => item.Key ?? item.Kind;

    private IEnumerable<ExplanationPart> Arrows(ImmutableArray<ManifestReference> references)
    {
        for (var i = 0; i < references.Length; i++)
        {
            yield return new ExplanationPart(i == 0 ? "→ " : "、");
            foreach (var part in Object(byId[references[i].To!]))
                yield return part;
        }
    }

    private static string? Remark(ManifestReference reference) => reference.State switch
    {
        TargetState.Missing => "— この中にはありません",
        TargetState.Optional => "— この中にはありませんが、任意（optional）なので、なくても動きます",
        TargetState.Provided when reference.Kind == "Node" => "— どのNodeにもあるラベルです",
        TargetState.Provided when reference.Kind is "ConfigMap" or "Secret" && !ClusterProvided.Has(reference.Kind, ClusterProvided.SystemNamespace, reference.Name) => "— kustomizeが生成します",
        TargetState.Provided when reference.Kind == "PersistentVolumeClaim" => "— StatefulSetが作ります",
        TargetState.Provided => "— クラスターにはじめからあります",
        TargetState.Own => "— 自分のテンプレートから作るPodです",
        _ => null,
    };

    private ExplanationPart[] NamedTarget(ManifestReference reference)
    {
        if (reference.To is { } id)
            return Object(byId[id]);
        ExplanationPart[] kind = reference.TargetKey == "*" ? reference.Kind is { } any ? [new(any)] : [] : Kind(reference.TargetKey);
        return kind is [.., var last] ? [.. kind[..^1], last, new(" "), new(reference.Name, IsCode: true)] : [new(reference.Name, IsCode: true)];
    }

    private static ExplanationPart[] Object(ManifestObject item) => item.Name is { } name
        ? [new(item.Kind, Concept: item.Concept), new(" "), new(name, IsCode: true, ObjectId: item.Id)]
        : [new(item.Kind, Concept: item.Concept, ObjectId: item.Id)];

    private ExplanationPart[] Kind(string key) => [new(catalog.NameOf(key), Concept: catalog.ByKey.TryGetValue(key, out var entry) ? entry.Slug : null)];

    private static List<ExplanationPart> Cut(string sentence, ExplanationPart[] from, ExplanationPart[] to)
    {
        var parts = new List<ExplanationPart>();
        var start = 0;
        for (var i = 0; i <= sentence.Length; i++)
        {
            if (i < sentence.Length && sentence[i] is not (From or To))
                continue;
            if (i > start)
                parts.Add(new(sentence[start..i]));
            if (i < sentence.Length)
                parts.AddRange(sentence[i] == From ? from : to);
            start = i + 1;
        }

        return parts;
    }

    /// <summary>A space between code or a Latin word and the Japanese around it; text next to text becomes one piece.</summary>
    private static ImmutableArray<ExplanationPart> Joined(List<ExplanationPart> parts)
    {
        var joined = new List<ExplanationPart>();
        foreach (var part in parts)
        {
            if (joined is [.., var last] && NeedsSpace(last, part))
                Append(new(" "));
            Append(part);
        }

        return [.. joined];

        void Append(ExplanationPart part)
        {
            if (joined is [.., var last] && IsText(last) && IsText(part))
                joined[^1] = last with { Text = last.Text + part.Text };
            else
                joined.Add(part);
        }
    }

    private static bool IsText(ExplanationPart part) => part is { IsCode: false, Concept: null, ObjectId: null };

    private static bool NeedsSpace(ExplanationPart left, ExplanationPart right) =>
        (EndsLatin(left) && IsJapanese(right.Text[0])) || (IsJapanese(left.Text[^1]) && (right.IsCode || char.IsAsciiLetterOrDigit(right.Text[0])));

    private static bool EndsLatin(ExplanationPart part) => part.IsCode || char.IsAsciiLetterOrDigit(part.Text[^1]);

    /// <summary>Kana and kanji; punctuation brings its own room.</summary>
    private static bool IsJapanese(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF';
}
