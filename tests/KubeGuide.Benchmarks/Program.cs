using BenchmarkDotNet.Running;
using KubeGuide.Benchmarks;

if (args is ["search-latency"])
    SearchLatency.Print();
else if (args is ["build-cost"])
    BuildCost.Print();
else
    BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
