using System.Collections.Concurrent;

namespace KubeGuide.Web.Serving;

/// <summary>The responses already made from one glossary. It dies with the glossary, and stops filling at a bound.</summary>
internal sealed class ResponseStore
{
    public const long MaxBytes = 64 * 1024 * 1024;
    public const int MaxEntries = 20_000;

    private readonly ConcurrentDictionary<string, StoredResponse> responses = new(StringComparer.Ordinal);
    private long bytes;

    public StoredResponse? Find(string key) => responses.GetValueOrDefault(key);

    public void Keep(string key, StoredResponse response)
    {
        if (Interlocked.Read(ref bytes) + response.Length > MaxBytes || responses.Count >= MaxEntries)
            return;
        if (responses.TryAdd(key, response))
            Interlocked.Add(ref bytes, response.Length);
    }
}
