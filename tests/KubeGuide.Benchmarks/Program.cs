using System.Globalization;
using BenchmarkDotNet.Running;
using KubeGuide.Benchmarks;

if (args is ["search-latency"])
    SearchLatency.Print();
else if (args is ["build-cost"])
    BuildCost.Print();
else if (args is ["save-to-served", ..])
    await SaveToServed.PrintAsync(args is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000);
else if (args is ["soak", ..])
    return await Soak.RunAsync(args is [_, var requests, ..] ? int.Parse(requests, CultureInfo.InvariantCulture) : 100_000, args is [_, _, var rebuilds] ? int.Parse(rebuilds, CultureInfo.InvariantCulture) : 2_000);
else
    BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
return 0;
