namespace KubeGuide.Core.Concepts;

/// <summary>The ids that are given away on one page or in one note.</summary>
internal sealed class TakenIds
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public bool Contains(string id) => taken.Contains(id);

    /// <summary>False where it is taken already.</summary>
    public bool TryTake(string id) => taken.Add(id);

    /// <summary>Takes the id, or its first free successor <c>-2</c>, <c>-3</c> …</summary>
    public string TakeFree(string id)
    {
        if (taken.Add(id))
            return id;
        var number = numbers.GetValueOrDefault(id, 1);
        string next;
        do
            next = $"{id}-{++number}";
        while (!taken.Add(next));
        numbers[id] = number;
        return next;
    }
}
