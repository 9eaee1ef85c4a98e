using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KubeGuide.Core;

/// <summary>Takes over what is known of things that did not change.</summary>
internal static class Reuse
{
    /// <summary>What is known of each, or what is made of it, in the same order; only the making is spread over the processors.</summary>
    /// <param name="known">Asked with each and its index; null where it has to be made.</param>
    public static ImmutableArray<TResult> Each<TSource, TResult>(ImmutableArray<TSource> sources, Func<TSource, int, TResult?> known, Func<TSource, TResult> make)
        where TResult : class
    {
        var results = new TResult?[sources.Length];
        var missing = new List<int>();
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = known(sources[i], i);
            if (results[i] is null)
                missing.Add(i);
        }

        Parallel.ForEach(missing, i => results[i] = make(sources[i]));
        return ImmutableCollectionsMarshal.AsImmutableArray(results)!;
    }
}
