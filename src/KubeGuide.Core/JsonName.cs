using System.Collections.Concurrent;

namespace KubeGuide.Core;

/// <summary>The spelling of an enumeration's value in JSON and in attributes: camelCase.</summary>
public static class JsonName
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    public static string Of(Enum value) => Names.GetOrAdd(value, v =>
    {
        var name = v.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    });
}
