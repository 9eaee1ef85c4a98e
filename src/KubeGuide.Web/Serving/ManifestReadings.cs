namespace KubeGuide.Web.Serving;

/// <summary>Bounds how many manifests are read at the same time: each keeps a processor busy for a moment.</summary>
/// <param name="atOnce">Readings at the same time.</param>
/// <param name="waiting">Readings that may wait for one of those to end.</param>
internal sealed class ManifestReadings(int atOnce, int waiting) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim free = new(atOnce);
    private int present;

    /// <summary>Null where too many wait already, or the wait was too long.</summary>
    public async Task<T?> TryAsync<T>(Func<T> read, CancellationToken cancel)
        where T : class
    {
        try
        {
            if (Interlocked.Increment(ref present) > atOnce + waiting || !await free.WaitAsync(LongestWait, cancel))
                return null;
            try
            {
                return read();
            }
            finally
            {
                free.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref present);
        }
    }

    public void Dispose() => free.Dispose();
}
