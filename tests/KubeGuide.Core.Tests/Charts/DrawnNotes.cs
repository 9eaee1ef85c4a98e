using KubeGuide.Core.Catalog;
using KubeGuide.Core.Charts;
using KubeGuide.Core.Concepts;
using KubeGuide.Core.Notes;

namespace KubeGuide.Core.Tests.Charts;

/// <summary>Notes small and large whose drawings are looked at.</summary>
internal static class DrawnNotes
{
    private static readonly string[] Verbs = ["更新", "監視", "暗号化", "再起動", "移行", "段階的な公開", "切り戻し"];
    private static readonly string[] Things = ["手順", "方針", "境界", "割り当ての上限", "権限と監査", "比較", "落とし穴と回避策"];
    private static readonly string[] Kinds = ["Pod", "Deployment", "Service", "Ingress", "HorizontalPodAutoscaler", "PersistentVolumeClaim", "ConfigMap", "VirtualService", "NetworkPolicy"];

    /// <param name="name"><c>catalog</c> (one note only), <c>docs</c> (what ships), <c>messy</c> (the export), or how many notes to write.</param>
    public static Glossary Of(string name) => name switch
    {
        "catalog" => TestNotes.Glossary(("notes.md", "# Pod\n\nDeploymentが作る最小の単位。\n")),
        "docs" => new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default).Build(NotesFolder.Scan(Path.Combine(TestNotes.Fixture(""), "..", "..", "docs"), NoteLimits.Default)),
        "messy" => TestNotes.Build([("messy-export.md", File.ReadAllBytes(TestNotes.Fixture("messy-export.md")))]),
        _ => TestNotes.Glossary([.. Enumerable.Range(0, int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)).Select(Note)]),
    };

    /// <summary>The lines of a map by the indices of its nodes.</summary>
    public static ChartEdge[] EdgesOf(ConceptMap map)
    {
        var nodes = map.Groups
            .SelectMany(group => group.Shown.Select(concept => concept.Slug.Value).Prepend("").Concat(group.More > 0 ? [""] : []))
            .Select((slug, node) => (slug, node)).Where(pair => pair.slug.Length > 0).ToDictionary(pair => pair.slug, pair => pair.node);
        return [.. map.Links.Select(link => (Focus: nodes[map.Focus!.Slug.Value], Other: nodes[link.Other.Slug.Value], link.IsOutgoing))
            .Select(link => link.IsOutgoing ? new ChartEdge(link.Focus, link.Other) : new ChartEdge(link.Other, link.Focus))];
    }

    /// <summary>The catalog's names first, then the team's own, long and short, in groups of the catalog and of the team.</summary>
    private static (string Path, string Text) Note(int i)
    {
        var (verb, thing, kind) = (Verbs[i % 7], Things[i * 3 % 7], Kinds[i % 9]);
        var title = i < Kinds.Length ? kind : (i % 3) switch
        {
            0 => $"{kind}の{verb}{thing}{i}",
            1 => $"{kind}{Kinds[i * 5 % 9]}Template{i}",
            _ => $"{verb}{i}",
        };
        var settings = i < Kinds.Length ? "" : i % 4 == 1 ? $"slug: note-{i}\ngroup: 運用の{thing}\n" : $"slug: note-{i}\n";
        return ($"note-{i:000}.md", $"---\ntitle: {title}\n{settings}---\n\n{kind}と{Kinds[i * 7 % 9]}の{verb}。PodとServiceを使う。\n");
    }
}
