namespace KubeGuide.Web.Serving;

/// <summary>Bounds how much work of one kind is done at the same time: each piece keeps a processor busy for a moment.</summary>
/// <param name="atOnce">Pieces at the same time.</param>
/// <param name="waiting">Pieces that may wait for one of those to end.</param>
internal sealed class Turns(int atOnce, int waiting) : IDisposable
{
    /// <summary>What is told to those who are turned away, in seconds.</summary>
    public const string RetryAfter = "5";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim free = new(atOnce);
    private int present;

    /// <summary>Null where too many wait already, or the wait was too long.</summary>
    public async Task<T?> TryAsync<T>(Func<T> work, CancellationToken cancel)
        where T : class
    {
        try
        {
            if (Interlocked.Increment(ref present) > atOnce + waiting || !await free.WaitAsync(LongestWait, cancel))
                return null;
            try
            {
                return work();
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
