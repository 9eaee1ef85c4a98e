using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using KubeGuide.Core.Search;

namespace KubeGuide.Benchmarks;

/// <summary>What a query and a build cost at three sizes.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    /// <summary>A name, a short name, half a name, a typing error, short and common words, several words, a sentence, a miss.</summary>
    public static IReadOnlyList<string> Queries { get; } =
    [
        "Pod", "n77", "horizontalpod", "deploymnet", "confgmap", "ぽっど", "復旧", "管理", "版", "p", "の", "クラスター", "Pod 自動復旧",
        "Service 証明書 期限", "kubectl get deploy -n prod", "apps/v1", "Podが落ちたら自動復旧する仕組み", "設定値を本番で切り替える手順を知りたい",
        "環境変数監視", "量子計算機械学習", "zzzz", "外部に公開したい", "pod service", "PodとServiceの違い",
    ];

    private ImmutableArray<SearchDocument> documents = [];
    private SearchIndex index = SearchIndex.Build([]);

    [Params(100, 1_000, 10_000)]
    public int Notes { get; set; }

    [GlobalSetup]
    public void BuildIndex()
    {
        documents = SearchCorpus.Generate(Notes);
        index = SearchIndex.Build(documents);
    }

    [Benchmark]
    public int Search() => Queries.Sum(query => index.Search(query).Total);

    [Benchmark]
    public int Build() => SearchIndex.Build(documents).Count;

    [Benchmark]
    public int RebuildUnchanged() => SearchIndex.Build(documents, index).Count;
}
