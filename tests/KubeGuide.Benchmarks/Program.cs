using BenchmarkDotNet.Running;
using KubeGuide.Benchmarks;

if (args is ["search-latency"])
    SearchLatency.Print();
else
    BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
